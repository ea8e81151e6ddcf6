"""One resume in the language of each peer, with a marker in every line, so that no two documents sent are alike."""
import html
import json

MARKER = "Marker0000"


def marked(profile):
    """The profile with the marker in its summary and in every highlight."""
    profile = json.loads(json.dumps(profile))
    basics = profile["basics"]
    basics["summary"] = f"{basics.get('summary', '')} {MARKER}".strip()
    for section in ("work", "projects", "volunteer"):
        for item in profile.get(section, []):
            item["highlights"] = [f"{line} {MARKER}" for line in item.get("highlights", [])]
    return profile


def period(item):
    return " – ".join(filter(None, [item.get("startDate", ""), item.get("endDate", "Present")]))


def sections(profile):
    """(heading, [(title, place, dates, text, bullets)]) in the order of printing."""
    work = [(w.get("position"), w.get("name"), period(w), w.get("summary"), w.get("highlights", []))
            for w in profile.get("work", [])]
    projects = [(p.get("name"), p.get("entity"), period(p), p.get("description"), p.get("highlights", []))
                for p in profile.get("projects", [])]
    education = [(f"{e.get('studyType', '')} {e.get('area', '')}", e.get("institution"), period(e), None, [])
                 for e in profile.get("education", [])]
    skills = [(s.get("name"), None, "", ", ".join(s.get("keywords", [])), []) for s in profile.get("skills", [])]
    named = [("EXPERIENCE", work), ("PROJECTS", projects), ("EDUCATION", education), ("SKILLS", skills)]
    return [(heading, entries) for heading, entries in named if entries]


def as_html(profile):
    """For the printers of web pages."""
    basics, text = profile["basics"], lambda value: html.escape(value or "")
    out = [f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Resume</title><style>
@page {{ size: letter; margin: 0.75in 0.85in }} body {{ font: 10pt "TeX Gyre Pagella", serif; margin: 0 }}
h1 {{ font-size: 22pt; text-align: center; margin: 0 }} h2 {{ font-size: 10.5pt; border-bottom: .4pt solid; margin: 9pt 0 3pt }}
p, ul {{ margin: 2pt 0 }} .entry {{ display: flex; justify-content: space-between; font-weight: bold }}</style>
<h1>{text(basics['name'])}</h1><p style="text-align:center">{text(basics.get('email'))} | {text(basics.get('phone'))}</p>
<h2>SUMMARY</h2><p>{text(basics.get('summary'))}</p>"""]
    for heading, entries in sections(profile):
        out.append(f"<h2>{heading}</h2>")
        for title, place, dates, summary, bullets in entries:
            out.append(f'<div class="entry"><span>{text(title)}</span><span>{text(dates)}</span></div>')
            out += [f"<p><i>{text(place)}</i></p>"] if place else []
            out += [f"<p>{text(summary)}</p>"] if summary else []
            out.append("<ul>" + "".join(f"<li>{text(bullet)}" for bullet in bullets) + "</ul>" if bullets else "")
    return "\n".join(out)


def as_typst(profile):
    basics, text = profile["basics"], lambda value: json.dumps(value or "", ensure_ascii=False)
    out = [f"""#set page("us-letter", margin: (x: .85in, y: .75in))
#set text(font: "TeX Gyre Pagella", size: 10pt, ligatures: false, hyphenate: false)
#let head(t) = {{ v(9pt); text(10.5pt, weight: "bold", t); v(-4pt); line(length: 100%, stroke: .4pt) }}
#align(center)[#text(22pt, weight: "bold", {text(basics['name'])}) \\
#{text(basics.get('email'))} | #{text(basics.get('phone'))}]
#head("SUMMARY")
#{text(basics.get('summary'))}"""]
    for heading, entries in sections(profile):
        out.append(f"#head({text(heading)})")
        for title, place, dates, summary, bullets in entries:
            out.append(f'#grid(columns: (1fr, auto), text(weight: "bold", {text(title)}), {text(dates)})')
            out += [f"#emph({text(place)})"] if place else []
            out += [f"#{text(summary)}"] if summary else []
            out += [f"- #{text(bullet)}" for bullet in bullets]
    return "\n".join(out)
