@_spi(_Unicode) import Swift

/// What every text of a profile or a posting goes through before anything else sees it.
///
/// A clean text is in NFC, has no white space but single U+0020 between words, and no character that a reader cannot
/// see or a parser cannot map: default-ignorable characters (soft hyphen, zero width space, variation selectors, byte
/// order mark, bidirectional controls, …) are taken out, presentation ligatures (U+FB00 to U+FB06) are spelt out, and
/// control characters, U+FFFD, private-use characters and noncharacters are refused by name.
/// Source: `Default_Ignorable_Code_Point` and `White_Space` of the Unicode Character Database (UAX #44).
package enum TextHygiene {
    /// The text as one clean line; empty if nothing visible was in it.
    package static func clean(_ text: String) throws(Refusal) -> String {
        if isCleanLine(text) { return text }
        var scan = Scan(keepsLines: false)
        return try scan.clean(text)
    }

    /// The text clean but with its lines: every line is clean for itself, a break of any kind is one `\n`, and any
    /// number of empty lines between two others is one empty line.
    package static func cleanLines(_ text: String) throws(Refusal) -> String {
        if isCleanLine(text) { return text }
        var scan = Scan(keepsLines: true)
        return try scan.clean(text)
    }

    /// The same text in Unicode normalization form C.
    ///
    /// The standard library normalizes for its own comparisons but shows the result only through `_nfc`, the interface
    /// that swift-foundation itself builds `precomposedStringWithCanonicalMapping` on. Foundation would give the same
    /// text and bring 60 MB of libraries along, ICU included. Tests compare the two.
    static func normalized(_ text: String) -> String {
        var span = text.utf8Span
        if span.checkForNFC(quickCheck: false) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text._nfc { result.unicodeScalars.append(scalar) }
        return result
    }

    /// Whether nothing needs to be done: printable ASCII, words parted by one space.
    private static func isCleanLine(_ text: String) -> Bool {
        var last: UInt8 = 0x20
        for byte in text.utf8 {
            guard byte >= 0x20, byte < 0x7F, byte != 0x20 || last != 0x20 else { return false }
            last = byte
        }
        return last != 0x20 || text.isEmpty
    }
}

/// One pass over the scalars of a text.
private struct Scan {
    let keepsLines: Bool
    /// In UTF-8.
    var output: [UInt8] = []
    /// White space seen since the last visible character, and how many line breaks were in it.
    var hasSpace = false
    var breaks = 0
    /// A joiner after a letter that takes one; it is kept only if such a letter follows.
    var joiner: Unicode.Scalar?
    var last: Unicode.Scalar?
    var refused: [TextHygiene.Refusal.Finding] = []
    var refusedCount = 0

    init(keepsLines: Bool) { self.keepsLines = keepsLines }

    mutating func clean(_ text: String) throws(TextHygiene.Refusal) -> String {
        output.reserveCapacity(text.utf8.count)
        var position = 0
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            position += 1
            // CR LF is one break.
            if !(scalar == "\n" && isAfterReturn) { take(scalar, at: position) }
            isAfterReturn = scalar == "\r"
        }
        guard refused.isEmpty else { throw TextHygiene.Refusal(findings: refused, count: refusedCount) }
        return TextHygiene.normalized(String(decoding: output, as: UTF8.self))
    }

    private mutating func take(_ scalar: Unicode.Scalar, at position: Int) {
        // Most of what comes: printable ASCII and the Latin letters, which need no look at the character database.
        if (0x21...0x7E).contains(scalar.value) || (0xC0...0x24F).contains(scalar.value) { return append(scalar) }
        if scalar == " " {
            hasSpace = true
            joiner = nil
            return
        }
        let properties = scalar.properties
        if properties.isWhitespace {
            hasSpace = true
            joiner = nil
            if TextHygiene.isLineBreak(scalar) { breaks += 1 }
        } else if TextHygiene.isRefused(scalar) {
            refusedCount += 1
            if refused.count < TextHygiene.Refusal.limit {
                refused.append(TextHygiene.Refusal.Finding(scalar: scalar, position: position))
            }
        } else if TextHygiene.isJoiner(scalar) {
            if joiner == nil, !hasSpace, let last, TextHygiene.takesJoiner(last) { joiner = scalar }
        } else if let expansion = TextHygiene.expansion(of: scalar) {
            expansion.unicodeScalars.forEach { append($0) }
        } else if !TextHygiene.isInvisible(scalar) {
            append(scalar)
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if hasSpace, last != nil {
            output += (!keepsLines || breaks == 0 ? " " : breaks == 1 ? "\n" : "\n\n").utf8
        } else if let joiner, TextHygiene.takesJoiner(scalar) {
            output += UTF8.encode(joiner) ?? .init()
        }
        if scalar.isASCII { output.append(UInt8(scalar.value)) } else { output += UTF8.encode(scalar) ?? .init() }
        hasSpace = false
        breaks = 0
        joiner = nil
        last = scalar
    }
}
