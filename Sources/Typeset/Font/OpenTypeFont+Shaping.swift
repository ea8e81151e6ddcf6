internal import CHarfBuzz

extension OpenTypeFont {
    /// A glyph that text became, and where in the text it comes from.
    package struct ShapedGlyph: Sendable, Hashable {
        package let glyph: UInt32
        /// The first UTF-16 unit of the text that it stands for.
        package let cluster: Int
    }

    /// Text of one script and one direction as glyphs, from left to right as they will stand.
    package func shape(_ text: some Collection<UInt16>, features: [String]) -> [ShapedGlyph] {
        guard let buffer = hb_buffer_create() else { return [] }
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
        guard let glyphs = hb_buffer_get_glyph_infos(buffer, &count) else { return [] }
        return (0..<Int(count)).map { ShapedGlyph(glyph: glyphs[$0].codepoint, cluster: Int(glyphs[$0].cluster)) }
    }
}
