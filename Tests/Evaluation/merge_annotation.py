"""Writes a second annotation of the skills into the postings that have a first one.

    python3 Tests/Evaluation/merge_annotation.py ANNOTATION FOLDER

ANNOTATION holds NAME.json with {"skills": {"required": […], "preferred": […], "mentioned": […]}}, FOLDER the postings;
each NAME.json of FOLDER gets the member `skills_second`. Everything else in it stays as it is.
"""

import json
import pathlib
import sys

IMPORTANCES = ("required", "preferred", "mentioned")


def skills(path):
    """The skills of one annotation, each once, with the highest importance it is given."""
    named = json.loads(path.read_text(encoding="utf-8"))["skills"]
    seen = set()
    result = {importance: [] for importance in IMPORTANCES}
    for importance in IMPORTANCES:
        for skill in named.get(importance, []):
            key = " ".join(skill.split()).casefold()
            if key and key not in seen:
                seen.add(key)
                result[importance].append(" ".join(skill.split()))
    return result


def merge(annotation, folder):
    """Returns the names of the postings that no second annotation was found for."""
    missing = []
    for path in sorted(folder.glob("*.json")):
        second = annotation / path.name
        if not second.exists():
            missing.append(path.stem)
            continue
        text = path.read_text(encoding="utf-8")
        merged = {}
        for member, value in json.loads(text).items():
            if member != "skills_second":
                merged[member] = value
            if member == "skills":
                merged["skills_second"] = skills(second)
        end = "\n" if text.endswith("\n") else ""
        path.write_text(json.dumps(merged, ensure_ascii=False, indent=1) + end, encoding="utf-8")
    return missing


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    left_out = merge(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
    if left_out:
        print(f"{len(left_out)} without a second annotation: {', '.join(left_out)}")
