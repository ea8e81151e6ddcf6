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
    private let size: Double

    /// By its letters and digits; neutral without any.
    static func direction(of glyphs: some Sequence<Glyph>) -> TextLine.Direction {
        var result = TextLine.Direction.neutral
        for scalar in glyphs.lazy.flatMap(\.text) {
            if BidirectionalText.isRightToLeft(scalar) { return .rightToLeft }
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { result = .leftToRight }
        }
        return result
    }

    /// The glyphs in stretches that are shown at once, from left to right. The punctuation behind a word from right to
    /// left is one of its own: Poppler, which looks at a word from its left side, would take it for what comes first,
    /// unless it has a direction itself, as Hebrew's hyphen does.
    func stretches(_ font: OpenTypeFont) -> [[Glyph]] {
        guard Self.direction(of: shown) == .rightToLeft else { return [shown] }
        let behind = shown.prefix {
            $0.text.allSatisfy {
                !$0.properties.isAlphabetic && !BidirectionalText.isMark($0) && !BidirectionalText.turns($0)
            }
        }
        var word = Array(shown.dropFirst(behind.count))
        // For the same reason a mark must not be first; the sign that comes before it is from right to left.
        if let first = word.first, first.text.allSatisfy(BidirectionalText.isMark), let blank = font.shownBlanks.last {
            let width = Self.markWidth
            let x = first.glyph.x - width / 1000 * size
            word.insert(
                Glyph(glyph: GlyphRun.Glyph(number: blank, x: x, y: first.glyph.y), text: ["\u{200F}"], advance: width),
                at: 0)
        }
        return [Array(behind), word].filter { !$0.isEmpty }
    }

    /// - Parameter features: those that XeTeX was given, so that the same text becomes the same glyphs again.
    init(_ run: GlyphRun, in font: OpenTypeFont, features: [String]) {
        size = run.font.size
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
        separate(isRightToLeft: shaped.isRightToLeft)
        measure(to: run.x + run.width, font)
        if shaped.isRightToLeft { spread(font) }
        if !font.isPostScript { distinguish() }
    }

    /// A glyph that comes again with another text or width is shown as a copy of itself, so that one reading does for the
    /// word.
    private mutating func distinguish() {
        var seen: [UInt32: FontUse.Entry] = [:]
        for (index, glyph) in shown.enumerated() {
            let entry = FontUse.Entry(text: String(String.UnicodeScalarView(glyph.text)), advance: glyph.advance)
            var number = glyph.glyph.number
            while let known = seen[number], known != entry { number += 1 << 16 }
            seen[number] = entry
            guard number != glyph.glyph.number else { continue }
            shown[index] = Glyph(
                glyph: GlyphRun.Glyph(number: number, x: glyph.glyph.x, y: glyph.glyph.y), text: glyph.text,
                advance: glyph.advance)
        }
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
    private mutating func separate(isRightToLeft: Bool) {
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
    private mutating func measure(to end: Double, _ font: OpenTypeFont) {
        for index in shown.indices {
            let own = font.advance(of: shown[index].glyph.number)
            let next = index + 1 < shown.count ? shown[index + 1].glyph.x : end
            let distance = max(0, (next - shown[index].glyph.x) / size * 1000)
            shown[index].advance = abs(distance - own) < 80 ? own : distance.rounded()
        }
    }

    /// Gives each character of a glyph a part of its width, from right to left; all but one to blanks. A mark gets so
    /// little that MuPDF, for which marks have no width, sees no space beside it, and so much that it has a place of its own.
    private mutating func spread(_ font: OpenTypeFont) {
        guard shown.contains(where: { $0.text.count > 1 }) else { return }
        var blanks = Blanks(font.shownBlanks)
        shown = shown.flatMap { glyph -> [Glyph] in
            let characters = Array(glyph.text.reversed())
            let part = glyph.advance / Double(max(1, characters.count))
            let marks = characters.count(where: BidirectionalText.isMark)
            let narrow = marks == characters.count ? part : min(part, Self.markWidth)
            let wide = (glyph.advance - narrow * Double(marks)) / Double(max(1, characters.count - marks))
            var x = glyph.glyph.x
            return characters.enumerated().compactMap { index, character in
                let width = (BidirectionalText.isMark(character) ? narrow : wide).rounded()
                defer { x += width / 1000 * size }
                let number = index == 0 ? glyph.glyph.number : blanks.glyph(for: character, width)
                return number.map {
                    Glyph(glyph: GlyphRun.Glyph(number: $0, x: x, y: glyph.glyph.y), text: [character], advance: width)
                }
            }
        }
    }

    /// In thousandths of the size: more than the tenth by which Poppler tells two places apart, less than the 0.15 that
    /// MuPDF takes for a space.
    private static let markWidth = 120.0
}

/// The blanks of a word: the same for the same character and width, so that one reading does for the word, and if
/// possible for the line.
private struct Blanks {
    private let glyphs: [UInt32]
    private var taken: [UInt32: (character: Unicode.Scalar, width: Double)] = [:]

    /// The last stays free for the sign of direction that may come before the word.
    init(_ glyphs: [UInt32]) { self.glyphs = glyphs.count > 1 ? glyphs.dropLast() : glyphs }

    /// `nil` for a font without blanks.
    mutating func glyph(for character: Unicode.Scalar, _ width: Double) -> UInt32? {
        guard !glyphs.isEmpty else { return nil }
        let start = (Int(character.value) * 31 + Int(width)) % glyphs.count
        let glyph = (glyphs[start...] + glyphs[..<start]).first { candidate in
            taken[candidate].map { $0 == (character, width) } ?? true
        }
        let chosen = glyph ?? glyphs[start]
        taken[chosen] = (character, width)
        return chosen
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
