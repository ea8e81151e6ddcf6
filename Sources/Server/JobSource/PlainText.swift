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

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "["): true
        default: false
        }
    }

    /// A line without `**bold**`, `` `code` ``, `[text](address)` and escapes.
    static func ofMarkdown(_ line: Substring) -> String {
        guard line.utf8.contains(where: isMark) else { return String(line.trimmed) }
        let bytes = Array(line.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        // The next bracket and the next parenthesis, so that a text of unfinished links is read once.
        var (bracket, parenthesis) = (-1, -1)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : nil
            index += 1
            switch byte {
            case UInt8(ascii: "*"), UInt8(ascii: "_"):
                // A pair of marks, or one star that touches a word; `a_b` and `5 * 3` stay.
                let isAlone = result.last == UInt8(ascii: " ") && next == UInt8(ascii: " ")
                if next == byte { index += 1 } else if byte == UInt8(ascii: "_") || isAlone { result.append(byte) }
            case UInt8(ascii: "`"): break
            case UInt8(ascii: "\\"):
                if let next, "\\*_#-+.`[]()!&".utf8.contains(next) { break }
                result.append(byte)
            case UInt8(ascii: "["):
                if bracket < index { bracket = bytes[index...].firstIndex { $0 == 0x5D || $0 == 0x5B } ?? bytes.count }
                guard bracket + 1 < bytes.count, bytes[bracket] == UInt8(ascii: "]"), bracket - index < 300,
                    bytes[bracket + 1] == UInt8(ascii: "(")
                else {
                    result.append(byte)
                    break
                }
                if parenthesis < bracket {
                    parenthesis = bytes[bracket...].firstIndex(of: UInt8(ascii: ")")) ?? bytes.count
                }
                guard parenthesis < bytes.count, parenthesis - bracket < 1000 else {
                    result.append(byte)
                    break
                }
                result += bytes[index..<bracket]
                index = parenthesis + 1
            default: result.append(byte)
            }
        }
        return result.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }.joined(
            separator: " ")
    }
}
