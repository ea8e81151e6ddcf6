"""Fits what speaks for and against a phrase's being a skill, on the annotated postings that rules are made with.

    understanding-evaluation --mentions Tests/Evaluation/tuning > mentions.jsonl
    python3 Tests/Evaluation/fit_skills.py mentions.jsonl [Sources/Server/JobSource/SkillWeights.swift]

A logistic regression over features and pairs of them, one for terms of the lexicon and one for other phrases (numpy).
What it prints is out of fold: each posting is judged by weights that were fitted without it, which tells what holds for
postings that nobody has seen.
"""

import collections
import itertools
import json
import sys
import textwrap

import numpy

FOLDS = 5
# How much a weight costs: the larger, the less a feature of few postings counts.
PENALTY = 8.0
# How often two features must come together to be one of their own.
PAIRED = 150
# What only one of two people takes for a skill is a weaker example than what both do.
SURE, UNSURE = 1.0, 0.6
# Smaller weights, in hundredths, are not written down.
LEAST = 5
# Less likely ones are not even candidates, as in PostingKeywords.
THINKABLE = 0.15


class Model:
    def __init__(self, names):
        self.index = {name: place for place, name in enumerate(names)}
        self.weights = numpy.zeros(len(names))

    def matrix(self, mentions):
        matrix = numpy.zeros((len(mentions), len(self.index)))
        for row, mention in enumerate(mentions):
            for name in mention["features"]:
                matrix[row, self.index[name]] = 1
        return matrix

    def fit(self, mentions):
        """Newton's method with a quadratic penalty; the bias costs nothing."""
        matrix = self.matrix(mentions)
        right = numpy.array([float(mention["right"]) for mention in mentions])
        costs = numpy.array(
            [SURE if mention["hits"] or not mention["right"] else UNSURE for mention in mentions]
        )
        penalty = numpy.full(len(self.index), PENALTY)
        penalty[self.index["bias"]] = 1e-6
        weights = numpy.zeros(len(self.index))
        for _ in range(30):
            likelihood = 1 / (1 + numpy.exp(-matrix @ weights))
            gradient = matrix.T @ (costs * (likelihood - right)) + penalty * weights
            curvature = (matrix.T * (costs * likelihood * (1 - likelihood))) @ matrix + numpy.diag(penalty)
            step = numpy.linalg.solve(curvature, gradient)
            weights -= step
            if numpy.abs(step).max() < 1e-6:
                break
        self.weights = weights
        return self

    def likelihoods(self, mentions):
        return 1 / (1 + numpy.exp(-self.matrix(mentions) @ self.weights)) if mentions else []


def fitted(postings, names):
    mentions = [mention for posting in postings for mention in posting["mentions"]]
    return {
        known: Model(names).fit([mention for mention in mentions if mention["known"] == known])
        for known in (True, False)
    }


def judge(postings, models):
    for posting in postings:
        for known, model in models.items():
            mentions = [mention for mention in posting["mentions"] if mention["known"] == known]
            for mention, likelihood in zip(mentions, model.likelihoods(mentions)):
                mention["likelihood"] = likelihood
        posting["chosen"] = chosen(posting["mentions"])


def chosen(mentions):
    """Of mentions that overlap the likeliest."""
    taken = []
    for mention in sorted(mentions, key=lambda mention: -mention["likelihood"]):
        if mention["likelihood"] < THINKABLE:
            break
        if not any(mention["start"] < other["end"] and other["start"] < mention["end"] for other in taken):
            taken.append(mention)
    return taken


def score(postings, threshold):
    """Precision and recall as `understanding-evaluation` counts them: each name once."""
    right = found = hit = wanted = 0
    for posting in postings:
        names, hits = {}, set()
        for mention in posting["chosen"]:
            if mention["likelihood"] < threshold:
                continue
            names[mention["canonical"] if mention["known"] else mention["canonical"].lower()] = mention["right"]
            hits.update(mention["hits"])
        found += len(names)
        right += sum(names.values())
        hit += len(hits)
        wanted += posting["wanted"]
    return right / max(found, 1), hit / max(wanted, 1), found


def pair(postings):
    """Gives each mention the pairs of its features that are frequent enough to say something."""
    counts = collections.Counter()
    for posting in postings:
        for mention in posting["mentions"]:
            single = sorted(set(mention["features"]) - {"bias"})
            mention["features"] = ["bias"] + single
            counts.update(itertools.combinations(single, 2))
    frequent = {names for names, count in counts.items() if count >= PAIRED}
    for posting in postings:
        for mention in posting["mentions"]:
            pairs = itertools.combinations(mention["features"][1:], 2)
            mention["features"] += [" ".join(names) for names in pairs if names in frequent]


def swift(models, names, threshold):
    lines = [
        "// Written by Tests/Evaluation/fit_skills.py; not by hand.",
        "extension SkillWeights {",
        "    /// From this likelihood on a phrase is a skill.",
        f"    static let sure: Float = {threshold}",
    ]
    for known, label in ((True, "known"), (False, "unknown")):
        what = "Of the lexicon's terms" if known else "Of other phrases"
        lines += ["", f"    /// {what}.", f"    static let {label} = SkillWeights(", '        """']
        row = []
        for name in names:
            weight = round(100 * float(models[known].weights[models[known].index[name]]))
            if abs(weight) >= LEAST:
                row.append(f"{name} {weight}")
        text = textwrap.fill(", ".join(row), width=110, break_long_words=False, break_on_hyphens=False)
        lines += ["        " + line for line in text.split("\n")]
        lines += ['        """)']
    return "\n".join(lines + ["}", ""])


def main():
    postings = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    pair(postings)
    names = sorted({name for posting in postings for mention in posting["mentions"] for name in mention["features"]})
    for fold in range(FOLDS):
        models = fitted([posting for place, posting in enumerate(postings) if place % FOLDS != fold], names)
        judge([posting for place, posting in enumerate(postings) if place % FOLDS == fold], models)
    print("threshold precision recall found (out of fold)")
    for threshold in (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8):
        precision, recall, found = score(postings, threshold)
        print(f"{threshold:.2f}      {precision:.3f}     {recall:.3f}  {found}")
    models = fitted(postings, names)
    if len(sys.argv) > 2:
        threshold = float(sys.argv[3]) if len(sys.argv) > 3 else 0.6
        open(sys.argv[2], "w", encoding="utf-8").write(swift(models, names, threshold))
    judge(postings, models)
    precision, recall, found = score(postings, 0.6)
    print(f"in sample at 0.60: {precision:.3f} {recall:.3f} {found}")
    return postings, models


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main()
