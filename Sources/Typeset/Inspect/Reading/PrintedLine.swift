/// A line as it stands on the page: words at the same height, one behind the other in the order of the content stream.
/// Where the page runs from right to left, its places are mirrored, so that every line begins at the left.
struct PrintedLine {
    let page: Int
    var words: [PDFFacts.Word]

    var left: Double { words.map(\.box.left).min() ?? 0 }
    var right: Double { words.map(\.box.right).max() ?? 0 }
    var top: Double { words.map(\.box.top).min() ?? 0 }
    var bottom: Double { words.map(\.box.bottom).max() ?? 0 }
    var middle: Double { (top + bottom) / 2 }
    /// Of most of its words.
    var fontSize: Double { words.map(\.fontSize).max() ?? 0 }
    var text: String { Self.text(words) }
    var isBold: Bool { words.allSatisfy(\.isBold) }

    /// The lines of all pages, in the order of the content stream.
    static func lines(of facts: PDFFacts, isRightToLeft: Bool) -> [PrintedLine] {
        var lines: [PrintedLine] = []
        for (number, page) in facts.pages.enumerated() {
            var words: [PDFFacts.Word] = []
            var goesBack = isRightToLeft
            for var word in page.words {
                if isRightToLeft {
                    (word.box.left, word.box.right) = (page.width - word.box.right, page.width - word.box.left)
                }
                let turns = word.hasRightToLeft
                if let last = words.last, !follows(word, last, goesBack: goesBack || turns) {
                    lines.append(PrintedLine(page: number, words: words))
                    words = []
                    goesBack = isRightToLeft
                }
                goesBack = goesBack || turns
                words.append(word)
            }
            if !words.isEmpty { lines.append(PrintedLine(page: number, words: words)) }
        }
        return lines
    }

    /// Whether a word is on the line of the one before: half of the lower one beside it, and not back at the beginning.
    ///
    /// - Parameter goesBack: in a line of both directions words go back and forth.
    private static func follows(_ word: PDFFacts.Word, _ last: PDFFacts.Word, goesBack: Bool) -> Bool {
        last.isBeside(word) && (goesBack || word.box.left > last.box.left - 1)
    }

    /// The words on either side of every gap that is wider than any between words.
    var segments: [[PDFFacts.Word]] {
        let limit = 1.2 * fontSize
        var edges: [Double] = []
        var reach = -Double.infinity
        for word in words.sorted(by: { $0.box.left < $1.box.left }) {
            if reach > -Double.infinity, word.box.left - reach > limit { edges.append(word.box.left - limit / 2) }
            reach = max(reach, word.box.right)
        }
        guard !edges.isEmpty else { return [words] }
        var parts: [[PDFFacts.Word]] = Array(repeating: [], count: edges.count + 1)
        for word in words { parts[edges.count { $0 < word.box.left }].append(word) }
        return parts.filter { !$0.isEmpty }
    }

    /// The words as text, with a space wherever there is one on the page.
    static func text(_ words: some Sequence<PDFFacts.Word>) -> String {
        var text = ""
        var last: PDFFacts.Word?
        for word in words {
            if let last {
                let gap = max(word.box.left - last.box.right, last.box.left - word.box.right)
                if gap > 0.12 * min(word.fontSize, last.fontSize) { text += " " }
            }
            text += word.text
            last = word
        }
        return text
    }
}

extension PDFFacts.Word {
    var isBold: Bool { face.isBold }
    var isItalic: Bool { face.isItalic }
}
