package import Resume
internal import Tailoring
internal import Template

/// How a resume came to fit its pages.
package struct Fit: Sendable, Hashable {
    /// Documents that were typeset to find this one.
    package let compiles: Int
    /// How closely it is set, one of `TypesetBody.densities`.
    package let density: Int
    /// How much of the last page is used, 0 to 1.
    package let lastPage: Double
    /// Whether there was no time to put back all that fits.
    package let isCutShort: Bool

    /// What the person should know, if anything.
    func note(pages: Int) -> [String] {
        var notes: [String] = []
        if pages > 1, lastPage < FitSearch.leastFill {
            let percent = Int((lastPage * 100).rounded())
            notes.append(
                "The last page is only \(percent) % full; no spacing changes that, and nothing was left out for it.")
        }
        if isCutShort {
            notes.append("There was no time to look for all the room on the page; asked again, more may fit.")
        }
        return notes
    }

    var json: JSON {
        [
            "compiles": .number(.init(compiles)), "density": .number(.init(density)),
            "last_page": JSON(floatLiteral: (lastPage * 1000).rounded() / 1000),
        ]
    }
}

/// An item of the profile as it was judged for a posting.
package struct JudgedItem: Sendable, Hashable {
    package let item: JSONPointer
    package let score: Double
    package let reasons: [String]
    package let isKept: Bool

    var json: JSON {
        [
            "item": .string(item.description), "score": JSON(floatLiteral: (score * 1000).rounded() / 1000),
            "reasons": .array(reasons.map { .string($0) }), "kept": .bool(isKept),
        ]
    }
}

extension TailoringPlan {
    /// Every item with its score, the most relevant first.
    func judged(without dropped: Set<Int>) -> [JudgedItem] {
        let kept = permanent.map { JudgedItem(item: $0.item, score: $0.score, reasons: $0.reasons, isKept: true) }
        let gone = Set(droppable.indices.filter(dropped.contains).map { droppable[$0].item })
        let others = droppable.map { part in
            JudgedItem(
                item: part.item, score: part.scored.score, reasons: part.scored.reasons,
                isKept: !gone.contains(part.item) && !(part.entry.map(gone.contains) ?? false))
        }
        return (kept + others).enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
            .map(\.element)
    }
}

extension FitSearch {
    /// The parts of a plan that may be left out, with their entries by index.
    static func parts(_ droppable: ArraySlice<TailoringPlan.Droppable>) -> [Part] {
        let indices = Dictionary(
            droppable.enumerated().map { ($1.item, $0) }, uniquingKeysWith: { first, _ in first })
        return droppable.map { Part(lines: $0.lines, entry: $0.entry.flatMap { indices[$0] }) }
    }
}
