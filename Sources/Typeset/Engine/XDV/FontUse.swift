internal import Font

/// The part of a font that a document uses, and the text that each of its glyphs stands for.
struct FontUse {
    /// How a glyph is read.
    struct Entry: Hashable {
        let text: String
        /// In thousandths of the size.
        let advance: Double
    }

    let font: OpenTypeFont
    /// For each way in which glyphs are read: glyphs and their entries. A glyph that is read in two ways needs two PDF
    /// fonts over the same program, for each font has one text and one width for a glyph.
    private(set) var readings: [[UInt32: Entry]] = []

    init(_ font: OpenTypeFont) { self.font = font }

    /// A reading for each glyph of a line, the same one if any can be, or else the same one for each word: extractors take
    /// a change of fonts for the end of what belongs together.
    mutating func readings(of line: [[(glyph: UInt32, entry: Entry)]]) -> [Int] {
        let glyphs = Array(line.joined())
        if let whole = reading(of: glyphs[...]) { return glyphs.map { _ in whole } }
        return line.flatMap { readings(ofWord: $0) }
    }

    private mutating func readings(ofWord word: [(glyph: UInt32, entry: Entry)]) -> [Int] {
        if let whole = reading(of: word[...]) { return word.map { _ in whole } }
        // As far as one reading goes, then another.
        var result: [Int] = []
        while result.count < word.count {
            var seen: [UInt32: Entry] = [:]
            let part = word[result.count...].prefix { glyph, entry in
                defer { seen[glyph] = seen[glyph] ?? entry }
                return seen[glyph] == nil || seen[glyph] == entry
            }
            guard let reading = reading(of: part) else { break }
            result += part.map { _ in reading }
        }
        return result
    }

    /// The first reading that has room for all of them; `nil` if they contradict each other.
    private mutating func reading(of part: ArraySlice<(glyph: UInt32, entry: Entry)>) -> Int? {
        var wanted: [UInt32: Entry] = [:]
        for (glyph, entry) in part {
            if let known = wanted[glyph], known != entry { return nil }
            wanted[glyph] = entry
        }
        let place = readings.firstIndex { reading in
            wanted.allSatisfy { reading[$0.key] == nil || reading[$0.key] == $0.value }
        }
        guard let place else {
            readings.append(wanted)
            return readings.count - 1
        }
        readings[place].merge(wanted) { known, _ in known }
        return place
    }

    /// Of all readings, by the numbers that they are shown by.
    var glyphs: Set<UInt32> { Set(readings.flatMap(\.keys)) }
}
