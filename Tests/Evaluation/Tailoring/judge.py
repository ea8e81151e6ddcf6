"""Judges the resumes that tailoring-evaluation made: python3 judge.py PROJECT OUTPUT.

It shares no code with the server. Facts are counted by its own rules, from the text that pdftotext finds in each PDF, from
the provenance that the JSON report gives, and from the profile:

- every number and every word with a capital letter of a line must be in the items that the line names, or stand behind or
  before the name of the same skill that is there (`Kubernetes (k8s)`, by the aliases of the lexicon's files);
- every word and number on paper must be in the profile, or on the profile's own page as it is (headings, months), or be
  such a name of a skill;
- the dates of an entry must be dates of that page;
- every role and degree of the profile must be on paper, in the order of that page.

Then the same rules are asked to find false facts that are put into copies on purpose: a rule that finds none is none.
Exits with 1 where a fact is not grounded, a false one is not found, pages are not as asked or two runs differ.
"""

import json
import pathlib
import random
import re
import statistics
import subprocess
import sys
import unicodedata

WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*", re.UNICODE)
# Digits that stand in a word (`k8s`, `12k`) are judged with it.
NUMBER = re.compile(r"(?<![^\W\d_])\d+(?:[.,]\d+)*(?![^\W_])")
# The headings of a summary, which a profile without one has not on its own page.
SUMMARY_HEADINGS = {"summary", "profil", "perfil", "podsumowanie", "resumo", "résumé", "resumen", "profile"}
DATE = re.compile(r"(?:(?:[^\W\d_]+\.?|\d{1,2}[./]) ?)?\b(?:19|20)\d\d\b")


def plain(text):
    return unicodedata.normalize("NFC", text)


def words(text):
    return [word.casefold() for word in WORD.findall(plain(text))]


def numbers(text):
    return NUMBER.findall(plain(text))


def texts(value):
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for element in value for text in texts(element)]
    if isinstance(value, dict):
        return [text for element in value.values() for text in texts(element)]
    return []


def resolve(document, pointer):
    value = document
    for token in pointer.split("/")[1:]:
        token = token.replace("~1", "/").replace("~0", "~")
        value = value[int(token)] if isinstance(value, list) else value[token]
    return value


def read_aliases(project):
    """The names of each term of the lexicon's files, by each of its names."""
    aliases = {}
    for path in sorted((project / "Sources/Server/JobSource/Lexicon").rglob("*.txt")):
        for line in path.read_text().splitlines():
            if not line.strip() or line.startswith(("#", "-")):
                continue
            names = {name.strip().lstrip("=").casefold() for name in re.split(r"[|,]", line)}
            for name in names:
                aliases.setdefault(name, set()).update(names)
    return aliases


class Judge:
    def __init__(self, project):
        self.aliases = read_aliases(project)

    def renamed(self, line, source):
        """The words of `line` that are another name of a skill of `source`: of `A (B)` the one that is not there."""
        match = re.fullmatch(r"(.+) \((.+)\)", line)
        if not match:
            return set()
        one, other = (part.casefold() for part in match.groups())
        held = source.casefold()
        for there, new in ((one, other), (other, one)):
            if there in held and new in self.aliases.get(there, set()):
                return set(words(new))
        return set()

    def false_facts(self, line, sources):
        """What a line says that its items do not."""
        source = "\n".join(sources)
        held = set(words(source)) | {part for word in words(source) for part in re.split(r"[.,'’]", word)}
        held |= self.renamed(line, source)
        found = [number for number in numbers(line) if number not in numbers(source) and number not in held]
        for word in WORD.findall(plain(line)):
            if any(letter.isupper() or letter.isdigit() for letter in word):
                if word.casefold() not in held and not all(part.casefold() in held for part in re.split(r"[.,'’]", word)):
                    found.append(word)
        # Scripts without capitals: every word must be there.
        for word in words(line):
            if not any(letter.islower() or letter.isupper() for letter in word) and word not in held and word not in source:
                found.append(word)
        return sorted(set(found))

    def judge_lines(self, made, profile):
        failures = []
        for entry in made["provenance"]:
            try:
                sources = [text for item in entry["items"] for text in texts(resolve(profile, item))]
            except (KeyError, IndexError, ValueError):
                failures.append((entry["line"], ["no such item"]))
                continue
            false = self.false_facts(entry["line"], sources)
            if false or not sources:
                failures.append((entry["line"], false or ["no item"]))
        return failures

    def judge_paper(self, paper, profile_text, as_is, made):
        """Words on paper that neither the profile nor its own page has, and dates that this page does not have."""
        held = set(words(profile_text)) | set(words(as_is)) | SUMMARY_HEADINGS
        held |= {part for word in held for part in re.split(r"[.,'’]", word)}
        for entry in made["provenance"]:
            held |= self.renamed(entry["line"], profile_text)
            # The words that join an assembled summary's facts: small letters, and judged as a line above.
            held |= {word for word in re.findall(r"[^\W\d_]+", entry["line"]) if word == word.lower()}
        squeezed = re.sub(r"\s", "", as_is + profile_text).casefold()
        false = [word for word in words(paper) if word not in held and word not in squeezed]
        dates = set(DATE.findall(as_is)) | set(DATE.findall(profile_text))
        false += [date for date in DATE.findall(paper) if date not in dates and not set(words(date)) <= held]
        return sorted(set(false))


def pdf_text(path, *options):
    return subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True).stdout.decode()


def roles_in_order(paper, profile):
    """Whether every role's and degree's employer is on paper, the newest role first."""
    squeezed = re.sub(r"\s", "", plain(paper)).casefold()
    names = [entry.get("name") for entry in profile.get("work", [])]
    names += [entry.get("institution") for entry in profile.get("education", [])]
    return all(re.sub(r"\s", "", plain(name)).casefold() in squeezed for name in names if name)


def inject(made, profile, random_source):
    """A copy of a report with one false fact in one of its lines."""
    copy = json.loads(json.dumps(made))
    lines = [entry for entry in copy["provenance"] if len(entry["line"]) > 12]
    entry = random_source.choice(lines)
    kind = random_source.randrange(5)
    if kind == 0:
        entry["line"] += " (up %d%%)" % random_source.randrange(1103, 9999)
    elif kind == 1:
        entry["line"] += random_source.choice([" at Google", " with Zanzibar Corp", " for NASA", " in Reykjavík"])
    elif kind == 2:
        entry["line"] += random_source.choice([", Kubernetes Operator Certified", ", Ph.D. from Princeton", ", CFA Charterholder"])
    elif kind == 3:
        found = NUMBER.search(entry["line"])
        if found:
            number = str(int(re.sub(r"\D", "", found.group())) + 7013)
            entry["line"] = entry["line"][: found.start()] + number + entry["line"][found.end() :]
        else:
            entry["line"] = "Promoted to Vice President. " + entry["line"]
    else:
        # What is true of another item, and so not of this one.
        here = numbers("\n".join(text for item in entry["items"] for text in texts(resolve(profile, item))))
        others = [other["line"] for other in copy["provenance"] if set(numbers(other["line"])) - set(here)]
        entry["line"] += ", " + random_source.choice(others) if others else " since 1887"
    return copy


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main():
    project, output = (pathlib.Path(argument) for argument in sys.argv[1:3])
    judge = Judge(project)
    profiles = {path.stem: json.loads(path.read_text()) for path in (project / "samples/profiles").glob("*.json")}
    as_is = {path.stem: (pdf_text(path), json.loads(path.with_suffix(".json").read_text()))
             for path in (output / "as-is").glob("*.pdf")}
    reports = [json.loads(path.read_text()) | {"path": path} for path in sorted((output / "pairs").glob("*.json"))]
    errors = [report for report in reports if "error" in report]
    pairs = [report for report in reports if "made" in report]

    ungrounded, controls, missed = [], 0, []
    fills, short, wrong_pages, lost_roles = [], 0, 0, 0
    supported = absent = 0
    gains, better, worse, unfair = [], 0, 0, 0
    random_source = random.Random(7)
    for pair in pairs:
        made, profile = pair["made"], profiles[pair["profile"]]
        name = "%s × %s" % (pair["profile"], pair["posting"])
        page, raw_report = as_is["%s-%s" % (pair["profile"], pair["template"])]
        paper = pdf_text(pair["path"].with_suffix(".pdf"))
        for line, facts in judge.judge_lines(made, profile):
            ungrounded.append((name, line, facts))
        false = judge.judge_paper(paper, "\n".join(texts(profile)), page, made)
        if false:
            ungrounded.append((name, "on paper", false))
        control = inject(made, profile, random_source)
        controls += 1
        if not judge.judge_lines(control, profile):
            missed.append((name, [entry["line"] for entry, old in zip(control["provenance"], made["provenance"])
                                  if entry != old]))
        if not roles_in_order(paper, profile):
            lost_roles += 1
            print("roles are missing:", name)
        asked = pair["asked"] or 2
        wrong_pages += made["pages"] > asked
        fill = made["fit"]["last_page"]
        fills.append(fill)
        if made["pages"] > 1 and fill < 1 / 3:
            short += 1
        keywords = made["report"]["keywords"]
        supported += len(keywords["present"]) + len(keywords["supported_but_absent"])
        absent += len(keywords["supported_but_absent"])

        # Against the profile as it is, cut at the end of as many pages as were asked for.
        limit = min(asked, raw_report["pages"])
        cut = pdf_text(output / "as-is" / ("%s-%s.pdf" % (pair["profile"], pair["template"])), "-l", str(limit))
        on_page, on_pages = (re.sub(r"\s", "", plain(text)).casefold() for text in (cut, page))

        def is_printed(item):
            """Whether it stands before the cut; what is not found on the whole page either counts as printed."""
            value = resolve(profile, item["item"]) if item["item"] != "/basics/summary" else profile["basics"].get("summary")
            if value is None:
                return False
            if isinstance(value, dict):
                value = next((value[key] for key in ("name", "title", "language", "position", "organization",
                                                     "institution", "studyType", "area") if value.get(key)), "")
            value = re.sub(r"\s", "", plain(str(value))).casefold()
            return value in on_page or value not in on_pages

        ours = sum(item["score"] for item in made["items"] if item["kept"]) / made["pages"]
        theirs = sum(item["score"] for item in made["items"] if is_printed(item)) / limit
        if theirs > 0:
            gains.append(ours / theirs - 1)
            better += ours > theirs * 1.0001
            if ours < theirs * 0.9999:
                worse += 1
                if roles_in_order(cut, profile):
                    print("less relevance:", name, pair["template"], pair["asked"], "%.2f, not %.2f" % (ours, theirs))
                else:
                    unfair += 1

    print("%d pairs of %d profiles and %d postings" % (len(pairs), len({p["profile"] for p in pairs}), len({p["posting"] for p in pairs})))
    print("| what | |\n|---|---|")
    row = lambda what, value: print("| %s | %s |" % (what, value))
    row("supported keywords in print", "%d of %d" % (supported - absent, supported))
    row("ungrounded facts", len(ungrounded))
    row("false facts put in on purpose, found", "%d of %d" % (controls - len(missed), controls))
    row("roles and degrees lost", lost_roles)
    misread = [pair for pair in pairs if pair["made"]["report"]["round_trip"]["differences"]]
    row("read back with a difference", len(misread))
    row("pages as asked", "%d of %d" % (len(pairs) - wrong_pages, len(pairs)))
    row("no resume", len(errors))
    two = [fill for pair, fill in zip(pairs, fills) if pair["made"]["pages"] > 1]
    row("fill of the last page, median and least", "%.2f, %.2f" % (statistics.median(fills), min(fills)))
    if two:
        row("… of a second page (%d)" % len(two), "%.2f, %.2f" % (statistics.median(two), min(two)))
    cut_down = [fill for pair, fill in zip(pairs, fills) if pair["made"]["dropped"]]
    if cut_down:
        row("… where something was left out (%d)" % len(cut_down), "%.2f, %.2f" % (statistics.median(cut_down), min(cut_down)))
    row("second pages under a third full", short)
    compiles = [pair["made"]["fit"]["compiles"] for pair in pairs]
    row("compiles, median, p95 and most", "%d, %d, %d" % (statistics.median(compiles), percentile(compiles, 0.95), max(compiles)))
    for engine in ("pdftex", "xetex"):
        times = [pair["ms"] for pair in pairs if pair["made"]["engine"].startswith(engine)]
        if times:
            row("ms, median and p95, %s (%d)" % (engine, len(times)), "%.0f, %.0f" % (statistics.median(times), percentile(times, 0.95)))
    row("the same bytes twice", "%d of %d" % (sum(pair["same"] for pair in pairs), len(pairs)))
    row("relevance for each page, beside the profile as it is",
        "more on %d, the same on %d, less on %d" % (better, len(gains) - better - worse, worse))
    row("… less, where the end of the page cuts roles or degrees off, which ours keep", unfair)
    gained = [gain for gain in gains if gain > 0.0001]
    if gained:
        row("… gained where it is more, median and most", "%.0f %%, %.0f %%" % (100 * statistics.median(gained), 100 * max(gained)))

    for name, line, facts in ungrounded[:40]:
        print("ungrounded:", name, "|", line, "|", facts)
    for name, lines in missed[:20]:
        print("not found:", name, lines)
    for report in errors[:20]:
        print("no resume: %s × %s (%s pages): %s" % (report["profile"], report["posting"], report["asked"], report["error"][:300]))
    failed = ungrounded or missed or wrong_pages or errors or absent or lost_roles or not all(pair["same"] for pair in pairs)
    sys.exit(1 if failed else 0)


main()
