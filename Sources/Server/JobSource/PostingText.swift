internal import Resume

/// The text of a posting with its lines, whatever it was pasted from: an e-mail, a page's source, Markdown, a PDF.
///
/// Tags and marks are gone, every bullet is a `•`, and every line is clean (see `TextHygiene`).
struct PostingText {
    struct Line {
        var text: String
        var isBullet = false
        /// Whether the line was marked as a heading, or set in bold as a whole.
        var isMarked = false
    }

    /// Empty lines are kept, never two in a row.
    let lines: [Line]

    init(_ pasted: String) {
        let text = Self.clean(PlainText.ofMarkup(pasted))
        let raw = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .flatMap { Self.bullets(Substring($0)) }
        // An answered e-mail is quoted as a whole; where only some lines begin with `>`, it is their bullet.
        let quoted = raw.count { $0.hasPrefix("> ") }
        let isQuotation = quoted * 4 > 3 * raw.count { !$0.isEmpty }
        lines = WrappedLines.joined(raw.map { Self.line($0, isQuotation: isQuotation) })
    }

    /// The lines as one text; a bullet begins with `• `.
    var description: String { lines.map { $0.isBullet ? "• " + $0.text : $0.text }.joined(separator: "\n") }

    /// How many characters say something, counted up to a thousand: white space and bullets do not.
    var contentCount: Int {
        var count = 0
        for line in lines {
            for scalar in line.text.unicodeScalars {
                let isContent =
                    scalar.isASCII
                    ? scalar.isASCIIAlphanumeric
                    : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                if isContent { count += 1 }
                if count == 1000 { return count }
            }
        }
        return count
    }

    /// What a resume must not hold would be refused; a posting is only read, so that it is taken out.
    private static func clean(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnprintable) else {
            return (try? TextHygiene.cleanLines(text)) ?? ""
        }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            scalars.append(isSymbolBullet(scalar) ? "•" : isUnprintable(scalar) ? " " : scalar)
        }
        return (try? TextHygiene.cleanLines(String(scalars))) ?? ""
    }

    /// The bullets of the fonts Symbol and Wingdings, which word processors leave in the private use area.
    private static func isSymbolBullet(_ scalar: Unicode.Scalar) -> Bool {
        [0xF0B7, 0xF0A7, 0xF0A8, 0xF0D8, 0xF0FC, 0xF076].contains(scalar.value)
    }

    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        // Most of what comes: printable ASCII, line breaks, the Latin letters.
        if (0x20...0x7E).contains(scalar.value) || (0xA0...0x24F).contains(scalar.value) || scalar == "\n" {
            return false
        }
        if scalar.properties.isWhitespace { return false }
        switch scalar.properties.generalCategory {
        case .control, .privateUse: return true
        default: return scalar == "\u{FFFD}" || scalar.properties.isNoncharacterCodePoint
        }
    }

    /// A line with bullets in its middle, as text without line breaks has them, becomes several.
    private static func bullets(_ line: Substring) -> [Substring] {
        guard line.utf8.contains(0xE2) else { return [line] }
        var parts: [Substring] = []
        var start = line.startIndex
        var last: Unicode.Scalar = "\n"
        let scalars = line.unicodeScalars
        for index in scalars.indices {
            let scalar = scalars[index]
            if scalar.value > 0x7F, last == " ", index > start, Self.plainBullets.contains(Character(scalar)) {
                parts.append(line[start..<index])
                start = index
            }
            last = scalar
        }
        return parts + [line[start...]]
    }

    private static let plainBullets: Set<Character> = ["•", "●", "▪", "◦", "‣", "➢", "■"]
    private static let bulletSigns: Set<Character> = plainBullets.union([
        "-", "–", "—", "*", "+", "~", "=", "·", "○", "□", "▫", "❖", "➤", "►", "▸", "→", ">", "»", "›", "✓", "✔", "☑",
        "o", "◆",
        "⁃",
        "∙",
    ])

    private static func line(_ raw: Substring, isQuotation: Bool) -> Line {
        var line = Line(text: "")
        var rest = raw.drop { $0 == " " }
        if isQuotation, rest.hasPrefix("> ") { rest = rest.dropFirst(2) }
        let hashes = rest.prefix { $0 == "#" }
        if (1...6).contains(hashes.count), rest.dropFirst(hashes.count).first == " " {
            line.isMarked = true
            rest = rest.dropFirst(hashes.count + 1)
        }
        if let body = withoutBullet(rest) {
            line.isBullet = true
            rest = body
        }
        let isBold = rest.count > 4 && ["**", "__"].contains { rest.hasPrefix($0) && trimmedColon(rest).hasSuffix($0) }
        line.isMarked = line.isMarked || isBold
        line.text = PlainText.ofMarkdown(rest)
        return line
    }

    private static func trimmedColon(_ text: Substring) -> Substring { text.last == ":" ? text.dropLast() : text }

    /// What follows a bullet or the number of a list; `nil` where there is none.
    private static func withoutBullet(_ line: Substring) -> Substring? {
        guard let first = line.first else { return nil }
        let rest = line.dropFirst()
        let isPicture =
            first.unicodeScalars.first.map { !$0.isASCII && $0.properties.generalCategory == .otherSymbol } ?? false
        if bulletSigns.contains(first) || isPicture {
            // `-5 °C`, `*note*`: a sign that belongs to its word.
            guard rest.first == " " || plainBullets.contains(first) || isPicture else { return nil }
            return rest.drop { $0 == " " }
        }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count) else { return nil }
        let mark = line.dropFirst(digits.count)
        guard mark.first == "." || mark.first == ")", mark.dropFirst().first == " " else { return nil }
        return mark.dropFirst(2)
    }
}

extension Unicode.Scalar {
    var isASCIIAlphanumeric: Bool {
        ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
    }
}
