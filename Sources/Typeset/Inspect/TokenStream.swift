/// The words of a text as a machine splits it, at white space; in scripts that are written without spaces, where a line
/// may end anywhere, every character is a token. Where a resume holds text from right to left, a token also ends where the
/// direction does: on which side of a word a comma stands is then no matter of the text. Two tokens are equal when they are canonically
/// equivalent (that is how Swift compares), so no form of normalization is needed to compare them.
struct TokenStream {
    struct Token {
        var text: String
        /// Whether a line, a page or the text begins with it.
        var startsLine: Bool
    }

    private(set) var tokens: [Token] = []

    private let endsWithDirection: Bool

    init(_ pages: [String], endingWithDirection: Bool = false) {
        endsWithDirection = endingWithDirection
        for page in pages { append(page, startsLine: true) }
    }

    init(_ words: [PDFFacts.Word], endingWithDirection: Bool = false) {
        endsWithDirection = endingWithDirection
        var text = ""
        for word in words {
            text += word.text
            switch word.after {
            case .lineEnd: text += "\n"
            case .space: text += " "
            case .nothing: break
            }
        }
        append(text, startsLine: true)
    }

    /// The tokens of one line.
    static func tokens(of line: String, endingWithDirection: Bool = false) -> [String] {
        TokenStream([line], endingWithDirection: endingWithDirection).tokens.map(\.text)
    }

    private mutating func append(_ text: String, startsLine: Bool) {
        var word = ""
        var startsLine = startsLine
        func end(_ tokens: inout [Token]) {
            guard !word.isEmpty else { return }
            tokens.append(Token(text: word, startsLine: startsLine))
            word = ""
            startsLine = false
        }
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 ? scalar.value <= 0x20 : scalar.properties.isWhitespace {
                end(&tokens)
                if Self.endsLine(scalar) { startsLine = true }
            } else if Self.isDirection(scalar) {
                continue
            } else if Self.standsAlone(scalar) || (endsWithDirection && !Self.isWord(scalar)) {
                end(&tokens)
                word.unicodeScalars.append(scalar)
                end(&tokens)
            } else if endsWithDirection, Self.changesDirection(word, scalar) {
                end(&tokens)
                word.unicodeScalars.append(scalar)
            } else {
                word.unicodeScalars.append(scalar)
            }
        }
        end(&tokens)
    }

    /// Thai, Lao, Myanmar, Khmer; Chinese and Japanese with their punctuation, in full width too.
    static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x312F, 0x31A0...0xA4CF, 0xF900...0xFAFF,
            0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// Letters, digits, and the marks above and below them.
    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .decimalNumber: true
        default: scalar.properties.isAlphabetic
        }
    }

    /// A mark goes with what it stands on.
    private static func changesDirection(_ word: String, _ next: Unicode.Scalar) -> Bool {
        func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .nonspacingMark }
        guard !isMark(next), let last = word.unicodeScalars.last(where: { !isMark($0) }) else { return false }
        return TextDirection(of: last) != TextDirection(of: next)
    }

    /// Hebrew, Arabic and the scripts beside them.
    static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0660...0x0669, 0x06F0...0x06F9: false
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Poppler itself puts these around text that runs from right to left; they are not in the PDF.
    static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

// MARK: - Finding a line

extension TokenStream {
    /// Where the tokens of a line stand one behind the other, at `start` or later.
    func range(of line: [String], from start: Int) -> Range<Int>? {
        for index in start..<max(start, tokens.count) {
            if let end = end(of: line, at: index) { return index..<end }
        }
        return nil
    }

    private func end(of line: [String], at start: Int) -> Int? {
        var index = start
        for (position, token) in line.enumerated() {
            guard let next = end(of: token, isLast: position == line.count - 1, at: index) else { return nil }
            index = next
        }
        return index
    }

    private func end(of token: String, isLast: Bool, at start: Int) -> Int? {
        guard start < tokens.count else { return nil }
        var found: Int?
        forEachReading(at: start) { text, end in
            let matches = text == token || (isLast && WordEnding.without(text) == token)
            if matches { found = end }
            return !matches
        }
        return found
    }

    /// Calls `body` with the token at `start` and then with what it is when it goes on in the next line, and the next,
    /// each time with the index behind it, until `body` returns false.
    func forEachReading(at start: Int, _ body: (String, Int) -> Bool) {
        var text = tokens[start].text
        var end = start + 1
        // A word over more than eight lines is no word.
        while body(text, end), end < tokens.count, end - start < 8, tokens[end].startsLine,
            WordBreak.isAllowed(after: text)
        {
            text += tokens[end].text
            end += 1
        }
    }
}

// MARK: - What a template may do to a word

/// Where a line may end inside a word.
enum WordBreak {
    /// A template breaks a word only behind one of these, or, where it has none, when it is as long as most of a line.
    static func isAllowed(after part: String) -> Bool {
        var run = 0
        for scalar in part.unicodeScalars.reversed() {
            if places.contains(scalar) { break }
            run += 1
        }
        return run == 0 || run >= 40
    }

    private static let places: Set<Unicode.Scalar> = [
        "-", "\u{2010}", "\u{2013}", "\u{2014}", "/", "\\", ".", "_", "@", "?", "&", "=", "#", ":", ",", ";", "+", "|",
    ]

    /// Whether a word that ends in this goes on in the next line, as far as one can tell from the PDF alone.
    static func isHyphenOrSlash(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "\u{2010}" || scalar == "/"
    }
}

/// The colon that a template puts behind a label, the comma between the parts of an entry.
enum WordEnding {
    /// The text without it; `nil` if it has none.
    static func without(_ text: String) -> String? {
        guard let last = text.unicodeScalars.last, last == ":" || last == "," else { return nil }
        var rest = text
        rest.unicodeScalars.removeLast()
        return rest
    }
}
