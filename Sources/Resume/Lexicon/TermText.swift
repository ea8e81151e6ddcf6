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
        /// UTF-8 offsets into the text.
        let start: Int
        let end: Int
        /// Where its folded form is in ``TermText/folded``.
        let folded: Range<Int>
        let isWord: Bool
        /// How it is joined to the token before.
        let joint: Joint
    }

    private(set) var tokens: [Token] = []
    /// The folded forms of all tokens, one after the other, in UTF-8.
    private(set) var folded: [UInt8] = []

    init(_ text: some StringProtocol) {
        self.init(bytes: Array(text.utf8)[...])
    }

    /// - Parameter bytes: valid UTF-8; the offsets of tokens count from its first byte.
    init(bytes: ArraySlice<UInt8>) {
        tokens.reserveCapacity(bytes.count / 5)
        folded.reserveCapacity(bytes.count)
        var scan = Scan(first: bytes.startIndex)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte < 0x80 {
                scan.take(ascii: byte, at: index, &self)
                index += 1
            } else {
                let (scalar, width) = Self.scalar(in: bytes, at: index)
                scan.take(scalar, width, at: index, &self)
                index += width
            }
        }
        scan.finish(at: index, &self)
    }

    func word(at index: Int) -> ArraySlice<UInt8> { folded[tokens[index].folded] }

    /// Whether the token at an index is there and one of some signs, each of one byte.
    func isSign(_ signs: String, at index: Int) -> Bool {
        guard tokens.indices.contains(index), !tokens[index].isWord else { return false }
        let range = tokens[index].folded
        return range.count == 1 && signs.utf8.contains(folded[range.lowerBound])
    }

    func isGlued(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].joint == .glued }

    fileprivate mutating func append(_ byte: UInt8) { folded.append(byte) }

    fileprivate mutating func append(_ token: Token) { tokens.append(token) }

    /// The scalar that begins at an index of valid UTF-8, and how many bytes it has.
    private static func scalar(in bytes: ArraySlice<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
        let lead = bytes[index]
        let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard index + width <= bytes.endIndex else { return ("\u{FFFD}", bytes.endIndex - index) }
        var value = UInt32(lead) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
        for offset in 1..<width { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
    }
}

/// One pass over the scalars of a text.
private struct Scan {
    /// Where the text begins.
    let first: Int
    /// Where the word begins that is being read: in the text, and in the folded form; -1 for none.
    private var start = -1
    private var foldedStart = 0
    private var joint = TermText.Joint.gap
    private var lines = 0
    /// Where a hyphen stands right after a word; what it is shows at the next character. -1 for none.
    private var hyphen = -1

    init(first: Int) { self.first = first }

    /// 0 for a sign, 1 for white space, 2 for a hyphen; a letter's or digit's lower case.
    private static let classes: [UInt8] = (0..<128).map { value -> UInt8 in
        switch UInt8(value) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            UInt8(value)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(value) | 0x20
        case 0...0x20, 0x7F: 1
        case UInt8(ascii: "-"): 2
        default: 0
        }
    }

    mutating func take(ascii byte: UInt8, at place: Int, _ text: inout TermText) {
        switch Self.classes[Int(byte)] {
        case 0: sign(byte, 1, at: place, &text)
        case 1: space(isLine: byte == 0x0A, at: place, &text)
        case 2: dash(at: place, &text)
        case let lower:
            begin(at: place, text)
            text.append(lower)
        }
    }

    mutating func take(_ scalar: Unicode.Scalar, _ width: Int, at place: Int, _ text: inout TermText) {
        let value = scalar.value
        if value == 0x2010 || value == 0x2011 || value == 0x2013 {
            dash(at: place, &text)
        } else if scalar.isTermLetter {
            begin(at: place, text)
            if (0xC0...0xDE).contains(value) {
                for byte in UTF8.encode(Unicode.Scalar(UInt8(value) | 0x20)) ?? .init() { text.append(byte) }
            } else if (0xDF...0xFF).contains(value) {
                for byte in UTF8.encode(scalar) ?? .init() { text.append(byte) }
            } else {
                for byte in scalar.properties.lowercaseMapping.utf8 { text.append(byte) }
            }
        } else if scalar.properties.isWhitespace {
            space(isLine: value == 0x2028 || value == 0x2029 || value == 0x85, at: place, &text)
        } else if value == 0x2019 {
            sign(UInt8(ascii: "'"), width, at: place, &text)
        } else {
            endWord(at: place, &text)
            settleHyphen(&text)
            let start = text.folded.count
            for byte in UTF8.encode(scalar) ?? .init() { text.append(byte) }
            append(from: place, to: place + width, folded: start, isWord: false, &text)
        }
    }

    mutating func finish(at place: Int, _ text: inout TermText) {
        endWord(at: place, &text)
        settleHyphen(&text)
    }

    private mutating func begin(at place: Int, _ text: TermText) {
        guard start < 0 else { return }
        if hyphen >= 0 {
            hyphen = -1
            joint = .hyphen
        }
        start = place
        foldedStart = text.folded.count
    }

    private mutating func space(isLine: Bool, at place: Int, _ text: inout TermText) {
        endWord(at: place, &text)
        settleHyphen(&text)
        if isLine { lines += 1 }
        if joint != .gap { joint = lines == 0 ? .space : lines == 1 ? .line : .gap }
    }

    private mutating func dash(at place: Int, _ text: inout TermText) {
        settleHyphen(&text)
        let followsWord = start >= 0
        endWord(at: place, &text)
        if followsWord { hyphen = place } else { sign(UInt8(ascii: "-"), 1, at: place, &text) }
    }

    private mutating func sign(_ byte: UInt8, _ width: Int, at place: Int, _ text: inout TermText) {
        endWord(at: place, &text)
        settleHyphen(&text)
        text.append(byte)
        append(from: place, to: place + width, folded: text.folded.count - 1, isWord: false, &text)
    }

    private mutating func settleHyphen(_ text: inout TermText) {
        guard hyphen >= 0 else { return }
        text.append(UInt8(ascii: "-"))
        append(from: hyphen, to: hyphen + 1, folded: text.folded.count - 1, isWord: false, &text)
        hyphen = -1
    }

    private mutating func endWord(at place: Int, _ text: inout TermText) {
        guard start >= 0 else { return }
        append(from: start, to: place, folded: foldedStart, isWord: true, &text)
        start = -1
    }

    private mutating func append(
        from start: Int, to end: Int, folded: Int, isWord: Bool, _ text: inout TermText
    ) {
        text.append(
            TermText.Token(
                start: start - first, end: end - first, folded: folded..<text.folded.count, isWord: isWord,
                joint: joint))
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
