/// One tag of HTML, as far as its meaning for readers goes.
struct MarkupTag {
    let name: String
    let isEnd: Bool
    /// The index after it.
    let end: Int

    private static let inline: Set<String> = [
        "a", "b", "strong", "i", "em", "u", "span", "font", "small", "code", "sup", "sub", "img", "mark", "script",
        "style",
        "head", "noscript", "meta", "link", "title", "html", "body", "svg", "path", "input", "label",
    ]
    private static let blocks: Set<String> = [
        "p", "div", "br", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "tbody",
        "thead",
        "section", "article", "header", "footer", "main", "nav", "aside", "hr", "blockquote", "pre", "dl", "dt", "dd",
        "button", "form", "figure",
    ]

    /// - Parameter bytes: what begins with `<`.
    /// - Returns: `nil` for what only looks like a tag, such as `<3 years` or `vector<int>`.
    init?(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes.dropFirst()
        if rest.starts(with: Array("!--".utf8)) {
            // A comment, whatever it holds; one without an end is the rest of the text.
            rest = rest.dropFirst(3)
            while let close = rest.firstIndex(of: UInt8(ascii: "-")), !rest[close...].starts(with: Array("-->".utf8)) {
                rest = rest[(close + 1)...]
            }
            end = rest.firstIndex(of: UInt8(ascii: "-")).map { $0 + 3 } ?? bytes.endIndex
            name = "!"
            isEnd = false
            return
        }
        isEnd = rest.first == UInt8(ascii: "/")
        if isEnd { rest = rest.dropFirst() }
        let letters = rest.prefix(11).prefix { Unicode.Scalar($0).isASCIIAlphanumeric }
        guard (1...10).contains(letters.count) else { return nil }
        name = String(decoding: letters, as: UTF8.self).lowercased()
        guard Self.inline.contains(name) || Self.blocks.contains(name) else { return nil }
        // Not past the next tag, so that a text of unfinished tags costs no more than another.
        let close = rest.prefix(2000).firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }
        guard let close, rest[close] == UInt8(ascii: ">") else { return nil }
        end = close + 1
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

/// The characters that HTML writes as `&name;` or `&#number;`.
enum MarkupEntity {
    /// - Parameter bytes: what begins with `&`.
    /// - Returns: the character and the index after the entity; `nil` for an ampersand that is just one.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> (text: String, end: Int)? {
        let body = bytes.dropFirst()
        guard let close = body.prefix(10).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: body[..<close], as: UTF8.self)
        guard name.first == "#" else { return names[name].map { ($0, close + 1) } }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init).map { (String($0), close + 1) }
    }

    private static let names: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "bull": "•", "middot": "·",
        "ndash": "–", "mdash": "—", "rsquo": "’", "lsquo": "‘", "rdquo": "”", "ldquo": "“", "hellip": "…", "auml": "ä",
        "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è",
        "agrave": "à", "ccedil": "ç", "ecirc": "ê", "ntilde": "ñ", "oacute": "ó", "aacute": "á", "iacute": "í",
        "uacute": "ú", "euro": "€", "pound": "£", "copy": "©", "reg": "®", "trade": "™", "deg": "°", "shy": "",
    ]

}
