internal import Resume

/// What an earlier resume for the same employer said.
package struct SentResume: Sendable, Hashable {
    /// Of the generation.
    package let id: String
    package let title: String
    /// As they were printed. By text and not by address: profiles change, and what stood there may stand elsewhere now.
    package let lines: Set<String>

    package init(id: String, title: String, lines: Set<String>) {
        self.id = id
        self.title = title
        self.lines = lines
    }
}

extension TailoringPlan {
    /// How much more each line of what was sent is wanted: it decides between two that are worth about the same, and never
    /// against a keyword.
    private static let bonus = 0.25

    /// The same plan, in which what the employer has read before goes a little later, so that two resumes of one person do
    /// not differ without a reason.
    package func consistent(with sent: SentResume) -> TailoringPlan {
        let texts = Dictionary(
            everything.printedLines.map { ($0.item, $0.text) }, uniquingKeysWith: { first, _ in first })
        let places = Dictionary(
            droppable.enumerated().map { ($1.item, $0) }, uniquingKeysWith: { first, _ in first })
        var ranks = droppable.prefix(expendable).map { part in
            part.rank + (texts[part.item].map(sent.lines.contains) == true ? Self.bonus : 0)
        }
        // An entry goes after its parts.
        for (index, part) in droppable.prefix(expendable).enumerated() {
            guard let entry = part.entry.flatMap({ places[$0] }), entry < expendable else { continue }
            ranks[entry] = max(ranks[entry], ranks[index])
        }
        let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        return TailoringPlan(self, droppable: order.map { droppable[$0] } + droppable.dropFirst(expendable))
    }
}
