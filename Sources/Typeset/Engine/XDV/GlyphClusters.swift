internal import Font

/// A word taken apart into the smallest stretches in which characters and glyphs belong together.
///
/// A PDF says for each glyph which text it is, in the order in which glyphs are shown. Where that is not enough, because
/// glyphs change places (Devanagari's short i), one becomes two (Thai's am) or two share a place, one glyph of the
/// cluster stands for all of its text and the others are drawn as shapes: whoever extracts the text gets each character
/// once, in the order of reading.
struct GlyphCluster {
    let text: [UInt16]
    /// The glyph that stands for the text.
    let shown: GlyphRun.Glyph
    /// Part of the picture, not of the text.
    let drawn: [GlyphRun.Glyph]
}

extension GlyphRun {
    /// From left to right.
    ///
    /// - Parameter features: the features that XeTeX was given, so that the same text becomes the same glyphs again.
    func clusters(in font: OpenTypeFont, features: [String]) -> [GlyphCluster] {
        if glyphs.count == 1 { return [GlyphCluster(text: clean(text[...]), shown: glyphs[0], drawn: [])] }
        let shaped = font.shape(text, features: features)
        guard shaped.map(\.glyph) == glyphs.map(\.number) else {
            // A word of two directions, or one that XeTeX set in another way: its text is the word's.
            return [cluster(glyphs[...], text[...], in: font)].compactMap { $0 }
        }
        let starts = Set(shaped.map(\.cluster)).sorted()
        let ends = Dictionary(uniqueKeysWithValues: zip(starts, starts.dropFirst() + [text.count]))
        var clusters: [GlyphCluster] = []
        var start = 0
        while start < shaped.count {
            let first = shaped[start].cluster
            let end = shaped[start...].firstIndex { $0.cluster != first } ?? shaped.count
            if let last = ends[first], let cluster = cluster(glyphs[start..<end], text[first..<last], in: font) {
                clusters.append(cluster)
            }
            start = end
        }
        return clusters
    }

    private func cluster(
        _ glyphs: ArraySlice<Glyph>, _ text: ArraySlice<UInt16>, in font: OpenTypeFont
    ) -> GlyphCluster? {
        // The widest glyph stands for the text: it is the base, and not a mark that has no width.
        guard let shown = glyphs.max(by: { font.advance(of: $0.number) < font.advance(of: $1.number) }) else { return nil }
        let drawn = glyphs.filter { $0.number != shown.number || $0.x != shown.x || $0.y != shown.y }
        return GlyphCluster(text: clean(text), shown: shown, drawn: drawn)
    }

    /// Without the signs that tell only of direction.
    private func clean(_ text: ArraySlice<UInt16>) -> [UInt16] { text.filter { $0 != 0x200E && $0 != 0x200F } }
}
