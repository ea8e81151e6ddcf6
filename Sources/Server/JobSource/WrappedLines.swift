/// Joins the lines that a PDF or an e-mail breaks in mid-sentence because its page is no wider.
enum WrappedLines {
    /// The lines as they are, unless many of their breaks are where a word more would not have fitted.
    static func joined(_ lines: [PostingText.Line]) -> [PostingText.Line] {
        let widths = lines.map(\.text.count)
        guard let width = widths.max(), range.contains(width), isWrapped(lines, widths, at: width) else { return lines }
        var joined: [PostingText.Line] = []
        for (index, line) in lines.enumerated() {
            guard index > 0, breaksFor(line, after: lines[index - 1], widths[index - 1], at: width),
                let last = joined.indices.last
            else {
                joined.append(line)
                continue
            }
            // A word that was parted goes together again; `long-term` loses its hyphen, which is the lesser harm.
            if joined[last].text.last == "-", line.text.first?.isLowercase == true {
                joined[last].text.removeLast()
                joined[last].text += line.text
            } else {
                joined[last].text += " " + line.text
            }
        }
        return joined
    }

    /// How wide the pages are that are broken so: less is a list, more is no page.
    private static let range = 45...120

    /// Whether at least four lines go on with a small letter after a full one: a list does not.
    private static func isWrapped(_ lines: [PostingText.Line], _ widths: [Int], at width: Int) -> Bool {
        var count = 0
        for index in lines.indices.dropFirst()
        where lines[index].text.first?.isLowercase == true
            && breaksFor(lines[index], after: lines[index - 1], widths[index - 1], at: width)
        {
            count += 1
        }
        return count >= 4
    }

    /// Whether a line begins only because its first word did not fit into the line before, give or take a few letters.
    private static func breaksFor(
        _ line: PostingText.Line, after last: PostingText.Line, _ lastWidth: Int, at width: Int
    ) -> Bool {
        guard !line.text.isEmpty, !line.isBullet, !line.isMarked, !last.isMarked, lastWidth > 0 else { return false }
        let word = line.text.prefix { $0 != " " }.count
        let isFull = lastWidth + 1 + word > width - 8
        guard let end = last.text.last, let start = line.text.first else { return false }
        return isFull && (start.isLowercase || !".:!?".contains(end))
    }
}
