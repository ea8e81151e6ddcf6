/// A text as words and signs, the form in which terms are compared.
///
/// A word is a run of letters, digits and `_`, in lower case; every other visible character is a sign. A hyphen between
/// two words is not a sign but a way to join them, so that `problem-solving` and `problem solving` are the same.
struct TermText {
    enum Joint: UInt8 {
        /// Nothing between this and what is before.
        case glued
        case hyphen
        case space
        /// The end of a line.
        case line
        /// An empty line, or the beginning of the text: no term goes across.
        case gap
    }

    struct Token {
        let folded: String
        /// UTF-8 offsets into the text.
        let start: Int
        let end: Int
        let isWord: Bool
        /// How it is joined to the token before.
        let joint: Joint
    }

    private(set) var tokens: [Token] = []

    init(_ text: some StringProtocol) {
        tokens.reserveCapacity(text.utf8.count / 5)
        var scan = Scan()
        for scalar in text.unicodeScalars { scan.take(scalar, &tokens) }
        scan.finish(&tokens)
    }

    /// Whether the token at an index is there, glued to the one before and one of the signs.
    func isSign(_ signs: String, at index: Int) -> Bool {
        tokens.indices.contains(index) && !tokens[index].isWord && signs.contains(tokens[index].folded)
    }

    func isGlued(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].joint == .glued }
}

/// One pass over the scalars of a text.
private struct Scan {
    private var word = ""
    private var start = 0
    private var offset = 0
    private var joint = TermText.Joint.gap
    private var lines = 0
    /// Where a hyphen stands right after a word; what it is shows at the next character.
    private var hyphen: Int?

    mutating func take(_ scalar: Unicode.Scalar, _ tokens: inout [TermText.Token]) {
        let width = UTF8.width(scalar)
        defer { offset += width }
        let value = scalar.value
        if value < 0x80 {
            switch UInt8(truncatingIfNeeded: value) {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                letter(scalar, &tokens)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                letter(Unicode.Scalar(UInt8(truncatingIfNeeded: value) | 0x20), &tokens)
            case 0...0x20, 0x7F: space(isLine: value == 0x0A, &tokens)
            case UInt8(ascii: "-"): dash(&tokens)
            default: sign(scalar, width, &tokens)
            }
        } else if value == 0x2010 || value == 0x2011 || value == 0x2013 {
            dash(&tokens)
        } else if scalar.isTermLetter {
            for lower in scalar.properties.lowercaseMapping.unicodeScalars { letter(lower, &tokens) }
        } else if scalar.properties.isWhitespace {
            space(isLine: value == 0x2028 || value == 0x2029 || value == 0x85, &tokens)
        } else {
            sign(scalar == "\u{2019}" ? "'" : scalar, width, &tokens)
        }
    }

    mutating func finish(_ tokens: inout [TermText.Token]) {
        endWord(&tokens)
        settleHyphen(&tokens)
    }

    private mutating func letter(_ scalar: Unicode.Scalar, _ tokens: inout [TermText.Token]) {
        if word.isEmpty {
            if hyphen != nil {
                hyphen = nil
                joint = .hyphen
            }
            start = offset
        }
        word.unicodeScalars.append(scalar)
    }

    private mutating func space(isLine: Bool, _ tokens: inout [TermText.Token]) {
        endWord(&tokens)
        settleHyphen(&tokens)
        if isLine { lines += 1 }
        if joint != .gap { joint = lines == 0 ? .space : lines == 1 ? .line : .gap }
    }

    private mutating func dash(_ tokens: inout [TermText.Token]) {
        settleHyphen(&tokens)
        let followsWord = !word.isEmpty
        endWord(&tokens)
        if followsWord { hyphen = offset } else { sign("-", 1, &tokens) }
    }

    private mutating func sign(_ scalar: Unicode.Scalar, _ width: Int, _ tokens: inout [TermText.Token]) {
        endWord(&tokens)
        settleHyphen(&tokens)
        append(String(scalar), from: offset, to: offset + width, isWord: false, &tokens)
    }

    private mutating func settleHyphen(_ tokens: inout [TermText.Token]) {
        guard let place = hyphen else { return }
        hyphen = nil
        append("-", from: place, to: place + 1, isWord: false, &tokens)
    }

    private mutating func endWord(_ tokens: inout [TermText.Token]) {
        guard !word.isEmpty else { return }
        append(word, from: start, to: offset, isWord: true, &tokens)
        word = ""
    }

    private mutating func append(
        _ folded: String, from start: Int, to end: Int, isWord: Bool, _ tokens: inout [TermText.Token]
    ) {
        tokens.append(TermText.Token(folded: folded, start: start, end: end, isWord: isWord, joint: joint))
        joint = .glued
        lines = 0
    }
}

extension Unicode.Scalar {
    /// Whether a scalar beyond ASCII is part of a word: a letter, a mark on one, or a digit.
    fileprivate var isTermLetter: Bool {
        if (0xC0...0x24F).contains(value) { return value != 0xD7 && value != 0xF7 }
        if properties.isAlphabetic { return true }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .decimalNumber: return true
        default: return false
        }
    }
}
