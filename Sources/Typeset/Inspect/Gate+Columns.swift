// Text beside text.

extension Gate {
    /// A machine that reads across the page mixes what stands side by side.
    static func oneColumn(_ facts: PDFFacts) -> Check {
        let lookedAt = count(facts.pages.count, "page")
        for (index, page) in facts.pages.enumerated() {
            guard let mixed = ColumnSearch(page).mixedLines else { continue }
            let shown = mixed.prefix(3).map { "“\(quotable($0.left, limit: 50)) ‖ \(quotable($0.right, limit: 50))”" }
            return Check(
                .oneColumn, .fail, lookedAt,
                "Page \(index + 1) has two columns over \(count(mixed.count, "line")). Read across, they mix: "
                    + shown.joined(separator: ", ") + ".",
                examples: mixed.map { "\(quotable($0.left, limit: 80)) ‖ \(quotable($0.right, limit: 80))" })
        }
        return Check(.oneColumn, .pass, lookedAt, "Nothing stands beside other text but dates.")
    }
}

/// Looks for a gutter: a place that many lines in a row leave free, with running text on both sides.
private struct ColumnSearch {
    private struct Row {
        var words: [PDFFacts.Word]
        var middle: Double
        /// Wider than between words, from one word's end to the next one's beginning.
        var gaps: [(start: Double, end: Double)] = []
    }

    private let rows: [Row]

    init(_ page: PDFFacts.Page) {
        var rows: [Row] = []
        let words = page.words.filter { $0.fontSize > 0 }.sorted { middle($0) < middle($1) }
        for word in words {
            if let last = rows.last, middle(word) - last.middle < word.fontSize * 0.4 {
                rows[rows.count - 1].words.append(word)
            } else {
                rows.append(Row(words: [word], middle: middle(word)))
            }
        }
        self.rows = rows.map { row in
            var row = row
            row.words.sort { $0.box.left < $1.box.left }
            var reach = -Double.infinity
            for word in row.words {
                if reach > -Double.infinity, word.box.left - reach > 1.2 * word.fontSize {
                    row.gaps.append((reach, word.box.left))
                }
                reach = max(reach, word.box.right)
            }
            return row
        }
    }

    /// What stands on either side of the gutter, line by line; `nil` where there is no second column.
    var mixedLines: [(left: String, right: String)]? {
        // Columns begin at the same place in every line: the places where the most lines go on behind a gap, or begin.
        var starts: [Int: Int] = [:]
        let margin = rows.compactMap(\.words.first?.box.left).min() ?? 0
        let indented = rows.compactMap(\.words.first?.box.left).filter { $0 > margin + 72 }
        for end in rows.flatMap(\.gaps).map(\.end) + indented where abs(end) < 100_000 {
            starts[Int(end / 4), default: 0] += 1
        }
        let places = starts.filter { $0.value >= 3 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(20)
        for place in places {
            let mixed = longestRun(at: Double(place.key) * 4)
            let left = mixed.reduce(0) { $0 + $1.left.count }
            let right = mixed.reduce(0) { $0 + $1.right.count }
            if mixed.count >= 5, left >= 12 * mixed.count, right >= 8 * mixed.count { return mixed }
        }
        return nil
    }

    /// The most lines that are parted by a gap which ends within a few points of `place`, with no line across it between.
    /// Where the lines of the columns are not at the same heights, a line on the left and the next on the right are one.
    private func longestRun(at place: Double) -> [(left: String, right: String)] {
        var best: [(left: String, right: String)] = []
        var run: [(left: String, right: String)] = []
        var onTheLeft: String?
        for row in rows {
            if let gap = row.gaps.first(where: { $0.end > place - 2 && $0.end < place + 6 }) {
                let left = PrintedLine.text(row.words.filter { $0.box.right <= gap.start + 0.5 })
                let right = PrintedLine.text(row.words.filter { $0.box.left >= gap.end - 0.5 })
                if !Self.isDate(right) && !Self.isDate(left) { run.append((left, right)) }
                onTheLeft = nil
            } else if let first = row.words.first, first.box.left > place - 2, first.box.left < place + 6 {
                let right = PrintedLine.text(row.words)
                if let left = onTheLeft, !Self.isDate(right) { run.append((left, right)) }
                onTheLeft = nil
            } else if row.words.contains(where: { $0.box.left < place - 6 && $0.box.right > place + 2 })
                || spans(row, place)
            {
                if run.count > best.count { best = run }
                run = []
                onTheLeft = nil
            } else if row.words.allSatisfy({ $0.box.right < place - 2 }) {
                onTheLeft = PrintedLine.text(row.words)
            }
        }
        return run.count > best.count ? run : best
    }

    /// A line that goes on over the place without a gap.
    private func spans(_ row: Row, _ place: Double) -> Bool {
        guard let first = row.words.first, let last = row.words.last else { return false }
        return first.box.left < place - 6 && last.box.right > place + 6
            && !row.gaps.contains { $0.start < place + 2 && $0.end > place - 2 }
    }

    /// Dates, and what else is short and mostly figures, stand at the other side by right.
    private static func isDate(_ text: String) -> Bool {
        let digits = text.count(where: \.isNumber)
        return text.count < 30 && digits >= 4
    }
}

private func middle(_ word: PDFFacts.Word) -> Double { (word.box.top + word.box.bottom) / 2 }
