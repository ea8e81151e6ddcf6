internal import Font

/// The part of a font that a document uses, and the text that each of its glyphs stands for.
struct FontUse {
    let font: OpenTypeFont
    /// For each way in which glyphs are read: glyphs and their text. A glyph that is read in two ways needs two PDF fonts
    /// over the same program, for a ToUnicode map has one text for each.
    private(set) var readings: [[UInt32: [UInt16]]] = []

    init(_ font: OpenTypeFont) { self.font = font }

    /// The reading in which the glyph is the text.
    mutating func reading(of glyph: UInt32, as text: [UInt16]) -> Int {
        for index in readings.indices {
            if let known = readings[index][glyph] {
                if known == text { return index }
            } else {
                readings[index][glyph] = text
                return index
            }
        }
        readings.append([glyph: text])
        return readings.count - 1
    }

    var glyphs: Set<UInt32> { Set(readings.flatMap(\.keys)) }
}
