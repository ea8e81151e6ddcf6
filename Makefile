# Kong Resume. `make` alone explains itself.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build debug demo serve test contract fuzz faults soak nodes eval bench timeline badpdfs previews pairs lint \
	format clean

# What a Swift toolchain asks of Debian; headers; TeX and its fonts; the database; what tests, demo and lint use.
PACKAGES := \
	build-essential pkg-config git libcurl4-openssl-dev libedit2 libncurses-dev libsqlite3-0 libxml2-dev zlib1g-dev tzdata \
	libmicrohttpd-dev libpq-dev libkpathsea-dev libpoppler-private-dev libseccomp-dev libharfbuzz-dev libfribidi-dev \
	texlive-latex-base texlive-latex-recommended texlive-xetex tex-gyre fonts-texgyre \
	fonts-urw-base35 fonts-noto-core fonts-noto-cjk \
	postgresql pgbouncer nginx-light wrk \
	poppler-utils qpdf curl jq openssl iproute2 clang-format python3-venv
# From PyPI, in a folder of their own: what judges the text of PDFs in tests, a peer for the benchmark, and what holds the
# contract against the server.
PYTHON_PACKAGES := pdfminer.six pypdf pypdfium2 pymupdf pikepdf reportlab typst jsonschema schemathesis pyjwt[crypto]
PYTHON := .build/python/bin/python

# How long the searches for faults take: `make contract` in all, `make fuzz` for each kind of input.
CONTRACT_SECONDS ?= 240
FUZZ_SECONDS ?= 60
# How long `make soak` lasts.
SOAK_MINUTES ?= 20

# Of the pairs of profile and posting that tailoring is measured on, every so many: 1 is all of them.
EVERY ?= 1

RELEASE := .build/release
DEBUG := .build/debug
FORK_SERVER := $(wildcard Sources/CShims/TeXForkServer/*.c) Sources/CShims/CForkServer/serve.c Sources/CShims/CForkServer/sandbox.c

help: ## Explain what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install the Debian packages that are missing (as root, or through sudo)
	@missing=$$(for package in $(PACKAGES); do \
		dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || echo $$package; done); \
	if [ -n "$$missing" ]; then \
		echo "Installing from Debian:" $$missing; \
		sudo=""; [ "$$(id -u)" = 0 ] || sudo="sudo --non-interactive"; \
		export DEBIAN_FRONTEND=noninteractive; \
		$$sudo apt-get update -qq; \
		$$sudo apt-get install -y -qq --no-install-recommends $$missing > /dev/null; \
	fi
	@command -v swift > /dev/null || { echo "A Swift 6 toolchain is needed: https://www.swift.org/install/linux/"; exit 1; }

build: setup ## Build the release
	swift build -c release
	@$(MAKE) --no-print-directory $(RELEASE)/libtexforkserver.so

debug: setup $(PYTHON)
	swift build --build-tests
	@$(MAKE) --no-print-directory $(DEBUG)/libtexforkserver.so

$(PYTHON): Makefile | setup
	python3 -m venv .build/python
	.build/python/bin/pip install --quiet --disable-pip-version-check $(PYTHON_PACKAGES)
	@touch $@

# The library that goes into the TeX engine links nothing of Swift: it is built beside SwiftPM, not by it, and after it,
# because SwiftPM makes the folder.
%/libtexforkserver.so: $(FORK_SERVER) $(wildcard Sources/CShims/TeXForkServer/*.h Sources/CShims/CForkServer/include/*.h)
	$(CC) -O2 -fPIC -shared -fvisibility=hidden -Wall -Wextra -Werror -ISources/CShims/CForkServer/include \
		-o $@ $(FORK_SERVER) -lseccomp

demo: build ## Make a resume over HTTP, from nothing, and write resume.pdf
	Tests/demo.sh

serve: build ## Start the server and stay up
	$(RELEASE)/kongresume serve

test: debug ## Build and run every test
	@# One after another: side by side on two cores they would take each other's time, and some of them are about time.
	swift test --skip-build --no-parallel

contract: debug ## Hold the OpenAPI document against a live server, with all checks of schemathesis
	Tests/Contract/run.sh --max-time $(CONTRACT_SECONDS)

fuzz: debug ## Try mangled requests, bodies, cursors and keys, each kind for FUZZ_SECONDS
	FUZZ_SECONDS=$(FUZZ_SECONDS) swift test --skip-build --no-parallel --filter FuzzTests

faults: build ## Break the server's parts under load, one after another, and account for every request
	python3 Tests/Load/faults.py

soak: build ## Everything at once for SOAK_MINUTES, with a fault every twenty seconds
	python3 Tests/Load/soak.py --minutes $(SOAK_MINUTES)

nodes: build ## Two servers on one PostgreSQL, through PgBouncer and behind nginx
	python3 Tests/Load/nodes.py

eval: build ## Measure how postings are understood (docs/evaluation.md) and how resumes are tailored (docs/tailoring.md)
	$(RELEASE)/understanding-evaluation Tests/Evaluation/tuning Tests/Evaluation/heldout
	@mkdir -p .build/evaluation
	$(RELEASE)/tailoring-evaluation . .build/evaluation $(EVERY)
	python3 Tests/Evaluation/Tailoring/judge.py . .build/evaluation

bench: build $(PYTHON) ## Measure the engine against cold pdflatex, a dumped format and Typst, then the service under load
	$(RELEASE)/kongresume bench compile
	python3 Tests/Load/bench.py

CALLS := exit_recvmsg exit_pread64 enter_memfd_create enter_sendmsg enter_write enter_read enter_fcntl enter_lseek enter_sendto
empty :=
space := $(empty) $(empty)
comma := ,
timeline: build ## Divide the time of a warm document among its stretches (as root, with Debian's linux-perf)
	perf record -q -o .build/timeline.data -e $(subst $(space),$(comma),$(addprefix syscalls:sys_,$(CALLS))) -- \
		$(RELEASE)/kongresume bench compile --template template1 --way warm --rounds 60
	perf script -i .build/timeline.data -F comm,pid,time,event,trace | python3 Tests/Typeset/Engine/timeline.py

badpdfs: $(PYTHON) ## Make deliberately bad PDFs in .build/badpdfs, with what is to be found in each
	$(PYTHON) Tests/Typeset/Inspect/bad_pdfs.py .build/badpdfs

previews: build ## Make the pictures of the templates anew
	for template in templates/*/; do \
		$(RELEASE)/kongresume render --profile $$template/sample.json --template $$(basename $$template) -o $$template/preview.pdf; \
		pdftoppm -r 70 -png -singlefile $$template/preview.pdf $$template/preview; \
		rm $$template/preview.pdf; \
	done

pairs: build ## Make the pictures of docs/tailoring.md anew
	Tests/Evaluation/Tailoring/pairs.sh $(RELEASE)/kongresume docs/tailoring

lint: ## Check the format of every source file
	swift format lint --strict --recursive Sources Tests Package.swift
	clang-format --dry-run --Werror $$(git ls-files '*.c' '*.h' '*.cpp')

format: ## Format every source file
	swift format --in-place --recursive Sources Tests Package.swift
	clang-format -i $$(git ls-files '*.c' '*.h' '*.cpp')

clean: ## Remove what was built
	rm -rf .build resume.pdf
