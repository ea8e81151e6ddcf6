internal import Font

/// Numbers by which glyphs are shown: the glyph's own in the lower 16 bits, and above them which copy of it.
///
/// A font of a PDF has one text and one width for a number, but a TrueType font may give several numbers to a glyph
/// (ISO 32000-1, table 117, CIDToGIDMap). So a word may hold a glyph twice and differently, and one blank may stand for
/// many characters.
extension UInt32 {
    /// The number of the glyph in the font.
    var glyph: UInt32 { self & 0xFFFF }
}

extension OpenTypeFont {
    /// More than the longest word has characters that share a glyph with another.
    private static let copies = UInt32(32)

    /// Numbers that show nothing. Where a font has no blank but the space, these are copies of it; empty only for a
    /// PostScript font without one.
    var shownBlanks: [UInt32] {
        guard !isPostScript, let blank = blanks.first ?? glyph(for: " ") else { return blanks }
        return (1...Self.copies).map { blank | $0 << 16 }
    }
}

/// How a composite font numbers what it shows.
struct GlyphNumbering {
    /// The code of each number that is shown.
    private(set) var codes: [UInt32: UInt32]
    /// The glyph of each code in the font's program, when they are not the same.
    private(set) var map: [UInt8]?

    init(_ shown: Set<UInt32>, in subset: OpenTypeFont.Subset) {
        codes = subset.numbers
        let copies = shown.filter { $0 > 0xFFFF }.sorted()
        guard !copies.isEmpty, let last = subset.numbers.values.max() else { return }
        var glyphs = Array(0...last)
        for copy in copies {
            codes[copy] = UInt32(glyphs.count)
            glyphs.append(subset.numbers[copy.glyph] ?? 0)
        }
        map = glyphs.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    }
}
