/// Takes the marks of HTML and Markdown off a text.
enum PlainText {
    /// HTML as Markdown: headings, bold and list items keep their meaning, all else goes. Text without tags stays.
    static func ofMarkup(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "<")) || text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        let rest = text[...]
        var index = rest.startIndex
        let keepsLines = !isPage(text)
        /// The element whose text is not for readers, while inside one.
        var hidden: String?
        while index < rest.endIndex {
            let character = rest[index]
            if character == "<", let tag = Tag(rest[index...]) {
                if let name = hidden {
                    if tag.isEnd, tag.name == name { hidden = nil }
                } else if ["script", "style", "head", "noscript"].contains(tag.name) {
                    if !tag.isEnd { hidden = tag.name }
                } else {
                    result += tag.markdown
                }
                index = tag.end
                continue
            }
            if hidden == nil {
                if character == "&", let (decoded, end) = entity(rest[index...]) {
                    result += decoded
                    index = end
                    continue
                }
                result.append(character.isNewline && !keepsLines ? " " : character)
            }
            index = rest.index(after: index)
        }
        return result
    }

    /// Whether the line breaks of the source mean nothing, as in a page, because its tags make the lines.
    private static func isPage(_ text: String) -> Bool {
        var (blocks, lines) = (0, 0)
        for index in text.indices {
            if text[index].isNewline { lines += 1 }
            if text[index] == "<", let tag = Tag(text[index...]), tag.markdown.contains("\n") { blocks += 1 }
        }
        return blocks * 2 > lines
    }

    private struct Tag {
        let name: String
        let isEnd: Bool
        let end: String.Index

        private static let inline: Set<String> = [
            "a", "b", "strong", "i", "em", "u", "span", "font", "small", "code", "sup", "sub", "img", "mark", "script",
            "style", "head", "noscript", "meta", "link", "title", "html", "body", "svg", "path", "input", "label",
        ]
        private static let blocks: Set<String> = [
            "p", "div", "br", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "tbody",
            "thead", "section", "article", "header", "footer", "main", "nav", "aside", "hr", "blockquote", "pre", "dl",
            "dt", "dd", "button", "form", "figure",
        ]

        /// `nil` for what only looks like a tag, such as `<3 years` or `vector<int>`.
        init?(_ text: Substring) {
            var rest = text.dropFirst()
            if rest.hasPrefix("!--") {
                // A comment, whatever it holds.
                var end = rest.startIndex
                while end < rest.endIndex, !rest[end...].hasPrefix("-->") { end = rest.index(after: end) }
                self.end = rest.index(end, offsetBy: 3, limitedBy: rest.endIndex) ?? rest.endIndex
                name = "!"
                isEnd = false
                return
            }
            isEnd = rest.first == "/"
            if isEnd { rest = rest.dropFirst() }
            let letters = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
            guard (1...10).contains(letters.count) else { return nil }
            name = letters.lowercased()
            guard Self.inline.contains(name) || Self.blocks.contains(name) else { return nil }
            guard let close = rest.prefix(2000).firstIndex(of: ">") else { return nil }
            end = rest.index(after: close)
        }

        var markdown: String {
            switch name {
            case "h1", "h2", "h3", "h4", "h5", "h6": isEnd ? "\n" : "\n\n# "
            case "b", "strong": "**"
            case "li": isEnd ? "\n" : "\n• "
            case "p": "\n\n"
            case "td", "th": " "
            default: Self.blocks.contains(name) ? "\n" : ""
            }
        }
    }

    private static let entities: [Substring: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "bull": "•", "middot": "·",
        "ndash": "–", "mdash": "—", "rsquo": "’", "lsquo": "‘", "rdquo": "”", "ldquo": "“", "hellip": "…", "auml": "ä",
        "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è",
        "agrave": "à", "ccedil": "ç", "ecirc": "ê", "ntilde": "ñ", "oacute": "ó", "aacute": "á", "iacute": "í",
        "uacute": "ú", "euro": "€", "pound": "£", "copy": "©", "reg": "®", "trade": "™", "deg": "°", "shy": "",
    ]

    private static func entity(_ text: Substring) -> (String, String.Index)? {
        let body = text.dropFirst()
        guard let close = body.prefix(10).firstIndex(of: ";") else { return nil }
        let name = body[..<close]
        let end = body.index(after: close)
        guard name.first == "#" else { return entities[name].map { ($0, end) } }
        let digits = name.dropFirst()
        let isHex = digits.first == "x" || digits.first == "X"
        let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init).map { (String($0), end) }
    }

    /// A line without `**bold**`, `` `code` ``, `[text](address)` and escapes.
    static func ofMarkdown(_ line: Substring) -> String {
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
                if let end = rest.firstIndex(of: "]"), rest[end...].hasPrefix("]("),
                    let close = rest[end...].firstIndex(of: ")")
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
