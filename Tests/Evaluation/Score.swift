import Foundation
import Resume

/// How much of what was found is right, and how much of what is right was found.
struct Score {
    var right = 0
    var found = 0
    var hit = 0
    var wanted = 0

    var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
    var recall: Double { wanted == 0 ? 1 : Double(hit) / Double(wanted) }
    var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

    static func += (left: inout Score, right: Score) {
        left.right += right.right
        left.found += right.found
        left.hit += right.hit
        left.wanted += right.wanted
    }
}

/// What is counted of a posting, and what was wrong in it.
struct Scores {
    var counts: [(name: String, score: Score)] = []
    var notes: [String] = []

    static func += (left: inout Scores, right: Scores) {
        for (name, score) in right.counts { left.add(name, score) }
    }

    mutating func add(_ name: String, _ score: Score) {
        if let index = counts.firstIndex(where: { $0.name == name }) {
            counts[index].score += score
        } else {
            counts.append((name, score))
        }
    }

    var table: String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let rows = counts.map { name, score in
            line(
                [name] + [score.precision, score.recall, score.f1].map { String(format: "%.3f", $0) }
                    + ["\(score.found)", "\(score.wanted)"])
        }
        return
            ([line(["what", "precision", "recall", "F1", "found", "in the annotation"]), "|---|---|---|---|---|---|"]
            + rows).joined(separator: "\n")
    }
}
