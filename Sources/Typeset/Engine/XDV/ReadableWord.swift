internal import Font

/// A word as a PDF shows it: glyphs that stand for its characters, and shapes that only complete the picture.
///
/// A PDF says for each glyph which text it is, in the order in which glyphs are shown. HarfBuzz tells which characters
/// and glyphs belong together (its clusters). Within a cluster glyphs may have changed places (Devanagari's short i),
/// joined, or come apart (Thai's am): the glyphs that have a width then stand for the cluster's characters in the order
/// of reading, whatever they look like, and the marks above and below are drawn as shapes. Whoever extracts the text
/// gets each character once.
///
/// From right to left each character needs a glyph of its own, and a place of its own: extractors turn glyphs around, but
/// not the text of one, and take two glyphs that begin at the same place for one that was printed twice. Where letters
/// share a glyph (Arabic's lam and alef), blanks stand for the others.
struct ReadableWord {
    struct Glyph {
        let glyph: GlyphRun.Glyph
        /// More than one character only from left to right.
        let text: [Unicode.Scalar]
        /// To the next glyph that is shown, in thousandths of the size.
        var advance: Double
    }

    private(set) var shown: [Glyph] = []
    private(set) var drawn: [GlyphRun.Glyph] = []

    /// - Parameter features: those that XeTeX was given, so that the same text becomes the same glyphs again.
    init(_ run: GlyphRun, in font: OpenTypeFont, features: [String]) {
        let shaped = font.shape(run.text, features: features)
        if shaped.glyphs.map(\.glyph) == run.glyphs.map(\.number) {
            let starts = Set(shaped.glyphs.map(\.cluster)).sorted()
            let ends = Dictionary(uniqueKeysWithValues: zip(starts, starts.dropFirst() + [run.text.count]))
            var start = 0
            while start < shaped.glyphs.count {
                let first = shaped.glyphs[start].cluster
                let end = shaped.glyphs[start...].firstIndex { $0.cluster != first } ?? shaped.glyphs.count
                append(run.glyphs[start..<end], run.text[first..<(ends[first] ?? first)], shaped.isRightToLeft, font)
                start = end
            }
        } else {
            // A word that XeTeX set in another way: the word is one cluster.
            append(run.glyphs[...], run.text[...], shaped.isRightToLeft, font)
        }
        separate(size: run.font.size, isRightToLeft: shaped.isRightToLeft)
        measure(to: run.x + run.width, size: run.font.size, font)
        if shaped.isRightToLeft { spread(size: run.font.size, font) }
    }

    private mutating func append(
        _ glyphs: ArraySlice<GlyphRun.Glyph>, _ text: ArraySlice<UInt16>, _ isRightToLeft: Bool, _ font: OpenTypeFont
    ) {
        let characters = String(decoding: text, as: UTF16.self).unicodeScalars
            // Signs that tell only of direction are not the document's.
            .filter { $0 != "\u{200E}" && $0 != "\u{200F}" }
        let wide = glyphs.filter { font.advance(of: $0.number) > 0 }
        let bearers = (wide.isEmpty ? Array(glyphs.prefix(1)) : wide).prefix(characters.count)
        let places = Set(bearers.map(\.place))
        drawn += glyphs.filter { !places.contains($0.place) }
        // One character for each, the rest for that which is read first.
        var rest = characters[...]
        var parts: [[Unicode.Scalar]] = []
        for left in stride(from: bearers.count, to: 0, by: -1) {
            let count = left == bearers.count ? rest.count - left + 1 : 1
            parts.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        if isRightToLeft { parts.reverse() }
        shown += zip(bearers, parts).map { Glyph(glyph: $0, text: $1, advance: 0) }
    }

    /// Glyphs that begin at the same place become one, which stands for the text of both, and a shape.
    private mutating func separate(size: Double, isRightToLeft: Bool) {
        for index in shown.indices.dropFirst().reversed()
        where shown[index].glyph.x - shown[index - 1].glyph.x < 0.1 * size {
            let (left, right) = (shown[index - 1], shown[index])
            drawn.append(left.glyph)
            shown[index - 1] = Glyph(
                glyph: right.glyph, text: isRightToLeft ? right.text + left.text : left.text + right.text, advance: 0)
            shown.remove(at: index)
        }
    }

    /// A glyph whose own width is not the distance to the next one gets that for a width: extractors would take the
    /// difference for a space, or for another word.
    private mutating func measure(to end: Double, size: Double, _ font: OpenTypeFont) {
        for index in shown.indices {
            let own = font.advance(of: shown[index].glyph.number)
            let next = index + 1 < shown.count ? shown[index + 1].glyph.x : end
            let distance = max(0, (next - shown[index].glyph.x) / size * 1000)
            shown[index].advance = abs(distance - own) < 80 ? own : distance.rounded()
        }
    }

    /// Gives each character of a glyph a part of its width, from right to left; all but one to blanks.
    private mutating func spread(size: Double, _ font: OpenTypeFont) {
        guard shown.contains(where: { $0.text.count > 1 }) else { return }
        let blanks = font.blanks()
        guard !blanks.isEmpty else { return }
        shown = shown.flatMap { glyph -> [Glyph] in
            let width = (glyph.advance / Double(max(1, glyph.text.count))).rounded()
            return glyph.text.reversed().enumerated().map { index, character in
                let x = glyph.glyph.x + Double(index) * width / 1000 * size
                // The same blank for the same character, so that one reading does for a line.
                let blank = blanks[Int(character.value) % blanks.count]
                return Glyph(
                    glyph: GlyphRun.Glyph(number: index == 0 ? glyph.glyph.number : blank, x: x, y: glyph.glyph.y),
                    text: [character], advance: width)
            }
        }
    }
}

extension GlyphRun.Glyph {
    fileprivate struct Place: Hashable {
        let number: UInt32
        let x: Double
        let y: Double
    }

    fileprivate var place: Place { Place(number: number, x: x, y: y) }
}
