/// Reads what stands over the first heading: the name in the largest letters, a headline in larger ones than the
/// contacts, and the contacts between their bars.
struct HeaderReader {
    private(set) var resume = ReadResume()

    init(_ lines: ArraySlice<PrintedLine>, textSize: Double) {
        guard let largest = lines.map(\.fontSize).max() else { return }
        // What comes before the name, such as "Curriculum vitae", is not smaller by chance.
        let start = lines.firstIndex { $0.fontSize > largest - 0.5 } ?? lines.startIndex
        let name = lines[start...].prefix { $0.fontSize > largest - 0.5 }
        // A page of one size has its name in its first line.
        let isDistinct = largest > (lines.last?.fontSize ?? 0) + 0.5 || name.count == 1
        let named = isDistinct ? name : name.prefix(1)
        resume.name = PrintedLine.paragraph(named.map(\.text))
        var rest = lines[named.endIndex...]
        let contactSize = rest.last?.fontSize ?? 0
        let headline = rest.prefix { line in
            line.fontSize > contactSize + 0.4
                || (!Self.isContact(line) && line.fontSize > textSize + 0.7 && textSize > 0)
        }
        if !headline.isEmpty { resume.headline = PrintedLine.paragraph(headline.map(\.text)) }
        rest = rest[headline.endIndex...]
        readContacts(rest)
    }

    private mutating func readContacts(_ lines: ArraySlice<PrintedLine>) {
        let width = (lines.map(\.right).max() ?? 0) - (lines.map(\.left).min() ?? 0)
        var last: (line: PrintedLine, isAlone: Bool)?
        for line in lines {
            let parts = line.words.split { Self.bars.contains($0.text) }.map { PrintedLine.text($0) }
            // An address that is too long for a line goes on in the next.
            if let last, last.isAlone, let before = resume.contacts.popLast(), let first = parts.first {
                let isBroken =
                    last.line.right - last.line.left > width * 0.4
                    && before.unicodeScalars.last.map(Self.breaks.contains) == true
                resume.contacts += isBroken ? [before + first] : [before, first]
                resume.contacts += parts.dropFirst()
            } else {
                resume.contacts += parts
            }
            last = (line, parts.count == 1)
        }
    }

    private static func isContact(_ line: PrintedLine) -> Bool {
        let text = line.text
        return line.words.contains { bars.contains($0.text) } || ContactText.email(in: text) != nil
            || ContactText.phone(in: text) != nil
    }

    private static let bars: Set<String> = ["|", "•", "·", "∙", "◦", "⋅", "‖"]
    private static let breaks: Set<Unicode.Scalar> = ["/", "-", ".", "_", "@", "?", "&", "=", ":", ",", ";", "+"]
}
