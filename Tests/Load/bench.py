"""What the server does under load, beside its peers, in one run.

    python3 Tests/Load/bench.py [--seconds 10] [--json FILE] [--only list,render,...]

Needs the release build, wrk and PostgreSQL's pgbench; peers are measured where they can be found. Prints tables in
Markdown; every figure has its count.
"""
import argparse
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import documents
from service import ROOT, Service

PROFILE = ROOT / "samples/profiles/data-analyst.json"
POSTING = ROOT / "samples/postings/senior-data-analyst.txt"
PGBENCH = shutil.which("pgbench") or "/usr/lib/postgresql/15/bin/pgbench"


def wrk(url, connections, seconds, key=None, body=None, threads=1):
    """What wrk saw, as load.lua tells it, with `per_second` of those that were answered with 200."""
    headers = ["-H", "Content-Type: application/json"] + (["-H", f"Authorization: Bearer {key}"] if key else [])
    with tempfile.NamedTemporaryFile("w", suffix=".body") as file:
        if body is not None:
            file.write(body)
            file.flush()
        command = ["wrk", "-t", str(threads), "-c", str(connections), "-d", f"{seconds}s", "--timeout", "60s", *headers,
                   "-s", str(pathlib.Path(__file__).with_name("load.lua")), url, "--"]
        output = subprocess.run(command + ([file.name] if body is not None else []), capture_output=True, text=True)
    found = re.search(r"^JSON(\{.*\})$", output.stdout, re.M)
    if not found:
        raise SystemExit(f"wrk failed: {output.stdout}{output.stderr}")
    result = json.loads(found[1])
    result["ok"] = result["statuses"].get("200", 0)
    result["per_second"] = result["ok"] / result["seconds"]
    return result


def table(title, command, columns, rows):
    print(f"\n### {title}\n\n    {command}\n")
    print("| " + " | ".join(columns) + " |")
    print("|" + "---|" * len(columns))
    for row in rows:
        print("| " + " | ".join(f"{cell:.1f}" if isinstance(cell, float) else str(cell) for cell in row) + " |")
    sys.stdout.flush()


class Bench:
    def __init__(self, seconds):
        self.seconds = seconds
        self.command = "python3 Tests/Load/bench.py" + (f" --seconds {seconds}" if seconds != 10 else "")
        self.profile = json.loads(PROFILE.read_text())
        self.results = {}

    def row(self, name, result):
        self.results[name] = result
        return [result["ok"], result["requests"] - result["ok"] + result["socket_errors"], result["per_second"],
                result["p50_ms"], result["p95_ms"], result["p99_ms"]]

    # What is measured, in order.

    def list(self, service):
        """GET /v1/resumes against pgbench -S on the same cluster."""
        job = {"job_description": POSTING.read_text()}
        for _ in range(30):
            status, _, answer = service.call("POST", "/v1/resumes/generate", job, service.test_key)
            if status != 200:
                raise SystemExit(f"generate: {status} {answer[:500]!r}")
        socket = ["-h", str(service.database), "-U", "kongresume"]
        subprocess.run(["psql", "-qX", *socket, "-d", "postgres", "-c", "CREATE DATABASE bench"], check=True)
        subprocess.run([PGBENCH, "-i", "-q", "-s", "10", *socket, "bench"], check=True, capture_output=True)
        rows = []
        for connections in (8, 32):
            output = subprocess.run(
                [PGBENCH, "-S", "-n", "-M", "prepared", "-c", str(connections), "-j", "2", "-T", str(self.seconds), *socket, "bench"],
                check=True, capture_output=True, text=True).stdout
            selects = float(re.search(r"tps = ([0-9.]+)", output)[1])
            latency = float(re.search(r"latency average = ([0-9.]+)", output)[1])
            result = wrk(f"{service.base}/v1/resumes", connections, self.seconds, service.key)
            ratio = result["per_second"] / selects
            rows.append([f"pgbench -S, {connections} connections", round(selects * self.seconds), 0, selects, latency, "", "", 1.0])
            rows.append([f"GET /v1/resumes, {connections} connections", *self.row(f"list_{connections}", result), f"{ratio:.2f}"])
            self.results[f"list_{connections}"]["of_pgbench"] = ratio
        table("List, against `pgbench -S` on the same cluster", self.command,
              ["what", "answered", "failed", "per second", "p50 ms", "p95 ms", "p99 ms", "of pgbench"], rows)

    def render(self, service):
        """Verified PDFs a second over HTTP, and how latency grows with connections."""
        body = json.dumps({"resume": documents.marked(self.profile), "template_id": "template1"})
        status, headers, answer = service.call("POST", "/v1/resumes/render", json.loads(body))
        if status != 200:
            raise SystemExit(f"render: {status} {answer[:500]!r}")
        rows = []
        for connections in (1, 2, 4, 8, 64):
            result = wrk(f"{service.base}/v1/resumes/render", connections, self.seconds, service.key, body)
            rows.append([f"{connections} connections", *self.row(f"render_{connections}", result),
                         f"{result['p99_ms'] / result['p50_ms']:.1f}"])
        table(f"`render`: one page, verified, {len(answer) // 1024} KiB", self.command,
              ["what", "answered", "failed", "per second", "p50 ms", "p95 ms", "p99 ms", "p99/p50"], rows)

    def generate(self, service):
        """The server's own time of a generation with the offline agent, by stage."""
        stages, totals = {}, []
        job = POSTING.read_text()
        for number in range(200):
            status, headers, answer = service.call(
                "POST", "/v1/resumes/generate", {"job_description": f"{job}\nReference {number}."}, service.test_key)
            if status != 200:
                raise SystemExit(f"generate: {status} {answer[:500]!r}")
            times = {name: float(value) for name, value in re.findall(r"(\w+);dur=([0-9.]+)", headers["Server-Timing"])}
            totals.append(sum(times.values()))
            for name, value in times.items():
                stages.setdefault(name, []).append(value)
        self.results["generate"] = {"count": len(totals), "p50_ms": statistics.median(totals)}
        rows = [[name, len(values), statistics.median(values), sorted(values)[int(len(values) * 0.95)]]
                for name, values in [*stages.items(), ("all", totals)]]
        table("`generate` with the offline agent, in the server, one after another", self.command,
              ["stage", "count", "p50 ms", "p95 ms"], rows)

    def memory(self, service):
        own, database = service.memory()
        self.results["memory"] = {"server_bytes": own, "database_bytes": database}
        table("Memory (PSS) after all that", self.command, ["what", "MB"],
              [["server, engines, inspectors", own / 1e6], ["its PostgreSQL", database / 1e6]])

    def start(self, service):
        """From the start of the program to the first PDF, formats built, the cluster already there."""
        body, times = {"resume": self.profile, "template_id": "template1"}, []
        for _ in range(5):
            service.process.terminate()
            service.process.wait(60)
            begin = time.monotonic()
            service.start()
            status, _, answer = service.call("POST", "/v1/resumes/render", body)
            if status != 200:
                raise SystemExit(f"render: {status} {answer[:500]!r}")
            times.append(time.monotonic() - begin)
        self.results["start"] = {"count": len(times), "median_s": statistics.median(times)}
        table("From start to the first PDF, PostgreSQL's own start included", self.command,
              ["count", "median s", "most s"], [[len(times), f"{statistics.median(times):.2f}", f"{max(times):.2f}"]])

    def peers(self, service):
        """The same resume, set by others, each behind the same minimal HTTP server."""
        profile = documents.marked(self.profile)
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(profile, file)
            file.flush()
            latex = json.loads(subprocess.run(
                [ROOT / ".build/release/kongresume", "render", "--profile", file.name, "--json", "-", "-o", "/dev/null"],
                env=service.environment, check=True, capture_output=True, text=True).stdout)["latex"]
        sources = {"pdflatex": latex, "typst": documents.as_typst(profile), "weasyprint": documents.as_html(profile),
                   "chromium": documents.as_html(profile)}
        python = ROOT / ".build/python/bin/python"
        process = subprocess.Popen([python if python.exists() else sys.executable, str(pathlib.Path(__file__).with_name("peers.py")), "0"],
                                   stdout=subprocess.PIPE, text=True)
        try:
            versions = {}
            for line in process.stdout:
                name, version = line.strip().split(" ", 1)
                if name == "port":
                    port = version
                    break
                versions[name] = version
            body = json.dumps({"resume": profile, "template_id": "template1"})
            own = wrk(f"{service.base}/v1/resumes/render", 4, self.seconds, service.key, body)
            rows = [["Kong Resume, verified", *self.row("peer_kongresume", own), "1.0"]]
            for name, version in versions.items():
                result = wrk(f"http://127.0.0.1:{port}/{name}", 4, max(self.seconds, 20), None, sources[name])
                ratio = own["per_second"] / result["per_second"] if result["per_second"] else float("inf")
                rows.append([f"{name} ({version})", *self.row(f"peer_{name}", result), f"{ratio:.1f}"])
        finally:
            process.kill()
        table("PDFs a second over HTTP, 4 connections, other text in every document", self.command,
              ["what", "answered", "failed", "per second", "p50 ms", "p95 ms", "p99 ms", "ours is faster by"], rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--only", default="list,render,generate,memory,start,peers")
    arguments = parser.parse_args()
    bench = Bench(arguments.seconds)
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    print(f"{os.cpu_count()} cores ({model[1] if model else platform.processor()}), Linux {platform.release()}, load generator and "
          f"server on the same machine, {arguments.seconds} s each, load average {os.getloadavg()[0]:.2f} at the start.")
    with Service(PROFILE) as service:
        for name in arguments.only.split(","):
            getattr(bench, name)(service)
    if arguments.json:
        arguments.json.write_text(json.dumps(bench.results, indent=1) + "\n")


if __name__ == "__main__":
    main()
