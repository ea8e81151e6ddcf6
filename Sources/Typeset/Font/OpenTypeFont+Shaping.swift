internal import CHarfBuzz

extension OpenTypeFont {
    /// A glyph that text became, and where in the text it comes from.
    package struct ShapedGlyph: Sendable, Hashable {
        package let glyph: UInt32
        /// The first UTF-16 unit of the text that it stands for.
        package let cluster: Int
    }

    package struct ShapedText: Sendable {
        /// From left to right as they will stand.
        package let glyphs: [ShapedGlyph]
        package let isRightToLeft: Bool
    }

    /// Text of one script and one direction as glyphs.
    package func shape(_ text: some Collection<UInt16>, features: [String]) -> ShapedText {
        guard let buffer = hb_buffer_create() else { return ShapedText(glyphs: [], isRightToLeft: false) }
        defer { hb_buffer_destroy(buffer) }
        let units = Array(text)
        hb_buffer_add_utf16(buffer, units, Int32(clamping: units.count), 0, Int32(clamping: units.count))
        hb_buffer_guess_segment_properties(buffer)
        var settings = features.compactMap { name -> hb_feature_t? in
            var feature = hb_feature_t()
            return hb_feature_from_string(name, -1, &feature) != 0 ? feature : nil
        }
        hb_shape(font, buffer, &settings, UInt32(settings.count))
        var count: UInt32 = 0
        let glyphs = hb_buffer_get_glyph_infos(buffer, &count)
        return ShapedText(
            glyphs: (0..<Int(count)).compactMap { index in
                glyphs.map { ShapedGlyph(glyph: $0[index].codepoint, cluster: Int($0[index].cluster)) }
            },
            isRightToLeft: hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL)
    }
}
