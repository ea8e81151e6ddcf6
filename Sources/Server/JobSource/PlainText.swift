/// Takes the marks of HTML and Markdown off a text.
enum PlainText {
    /// HTML as Markdown: headings, bold and list items keep their meaning, all else goes. Text without tags stays.
    static func ofMarkup(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "<")) || text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let bytes = Array(text.utf8)
        let keepsLines = !isPage(bytes)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        /// The element whose text is not for readers, while inside one.
        var hidden: String?
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<"), let tag = MarkupTag(bytes[index...]) {
                if let name = hidden {
                    if tag.isEnd, tag.name == name { hidden = nil }
                } else if ["script", "style", "head", "noscript"].contains(tag.name) {
                    if !tag.isEnd { hidden = tag.name }
                } else {
                    result += tag.markdown.utf8
                }
                index = tag.end
            } else if hidden != nil {
                index += 1
            } else if byte == UInt8(ascii: "&"), let (decoded, end) = MarkupEntity.decoded(bytes[index...]) {
                result += decoded.utf8
                index = end
            } else {
                let isBreak = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
                result.append(isBreak && !keepsLines ? UInt8(ascii: " ") : byte)
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether the line breaks of the source mean nothing, as in a page, because its tags make the lines.
    private static func isPage(_ bytes: [UInt8]) -> Bool {
        var (blocks, lines, index) = (0, 0, 0)
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), let tag = MarkupTag(bytes[index...]) {
                if tag.markdown.utf8.contains(UInt8(ascii: "\n")) { blocks += 1 }
                index = tag.end
            } else {
                if bytes[index] == UInt8(ascii: "\n") { lines += 1 }
                index += 1
            }
        }
        return blocks * 2 > lines
    }

    /// A line without `**bold**`, `` `code` ``, `[text](address)` and escapes.
    static func ofMarkdown(_ line: Substring) -> String {
        guard line.utf8.contains(where: "*_`\\[".utf8.contains) else { return String(line.trimmed) }
        var characters: [Character] = []
        var rest = line
        while let character = rest.popFirst() {
            switch character {
            case "*", "_":
                // A pair of marks, or one star that touches a word; `a_b` and `5 * 3` stay.
                if rest.first == character {
                    rest = rest.dropFirst()
                } else if character == "_" || characters.last == " " && rest.first == " " {
                    characters.append(character)
                }
            case "`": break
            case "\\":
                let escaped = rest.first.map { "\\*_#-+.`[]()!&".contains($0) } ?? false
                if !escaped { characters.append(character) }
            case "[":
                if let end = rest.prefix(300).firstIndex(where: { $0 == "]" || $0 == "[" }),
                    rest[end...].hasPrefix("]("),
                    let close = rest[end...].prefix(1000).firstIndex(of: ")")
                {
                    characters += rest[..<end]
                    rest = rest[rest.index(after: close)...]
                } else {
                    characters.append(character)
                }
            default: characters.append(character)
            }
        }
        return String(characters).split(separator: " ").joined(separator: " ")
    }
}
