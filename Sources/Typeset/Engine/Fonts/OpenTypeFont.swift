internal import CHarfBuzz
internal import Foundation

/// An OpenType font with PostScript outlines, read by HarfBuzz.
struct OpenTypeFont: ~Copyable {
    private let face: OpaquePointer
    private let font: OpaquePointer

    init(contentsOf path: String) throws(EngineError) {
        let blob = hb_blob_create_from_file(path)
        defer { hb_blob_destroy(blob) }
        face = hb_face_create(blob, 0)
        font = hb_font_create(face)
        guard hb_face_get_glyph_count(face) > 0 else { throw .notInstalled("\(path) is not an OpenType font") }
    }

    deinit {
        hb_font_destroy(font)
        hb_face_destroy(face)
    }

    func glyph(for character: Unicode.Scalar) -> hb_codepoint_t? {
        var glyph: hb_codepoint_t = 0
        return hb_font_get_nominal_glyph(font, character.value, &glyph) != 0 ? glyph : nil
    }

    func glyph(named name: String) -> hb_codepoint_t? {
        var glyph: hb_codepoint_t = 0
        return hb_font_get_glyph_from_name(font, name, -1, &glyph) != 0 ? glyph : nil
    }

    func name(of glyph: hb_codepoint_t) -> String? {
        var buffer = [CChar](repeating: 0, count: 128)
        guard hb_font_get_glyph_name(font, glyph, &buffer, UInt32(buffer.count)) != 0 else { return nil }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// A font of these glyphs alone, as the CFF program that a PDF embeds (Adobe Technical Note 5176).
    func program(of glyphs: Set<hb_codepoint_t>) throws(EngineError) -> [UInt8] {
        guard let input = hb_subset_input_create_or_fail() else { throw .unavailable("HarfBuzz is out of memory") }
        defer { hb_subset_input_destroy(input) }
        for glyph in glyphs { hb_set_add(hb_subset_input_glyph_set(input), glyph) }
        // No feature is kept, or the glyphs that ligatures and alternates lead to would come along.
        hb_set_clear(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG))
        hb_subset_input_set_flags(input, UInt32(HB_SUBSET_FLAGS_GLYPH_NAMES.rawValue))
        guard let subset = hb_subset_or_fail(face, input) else {
            throw .notInstalled("HarfBuzz cannot make a subset of a font")
        }
        defer { hb_face_destroy(subset) }
        let table = Self.table("CFF ", of: subset)
        guard !table.isEmpty else { throw .notInstalled("a font has no PostScript outlines") }
        return table
    }

    /// A PDF's description of the font without its name and program (ISO 32000-1, 9.8), in thousandths of an em.
    func descriptor() -> String {
        let head = Self.table("head", of: face)
        let weight = Self.number(in: Self.table("OS/2", of: face), at: 4)
        let perEm = max(1, Self.number(in: head, at: 18))
        func scaled(_ value: Int) -> Int { value * 1000 / perEm }
        func metric(_ tag: hb_ot_metrics_tag_t) -> Int {
            var position: hb_position_t = 0
            hb_ot_metrics_get_position_with_fallback(font, tag, &position)
            return scaled(Int(position))
        }
        let box = [36, 38, 40, 42].map { "\(scaled(Self.number(in: head, at: $0)))" }.joined(separator: " ")
        let slant = Int(hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE).rounded())
        return """
            /Flags \(slant == 0 ? 4 : 68)
            /FontBBox [\(box)]
            /Ascent \(metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER))
            /Descent \(metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER))
            /CapHeight \(metric(HB_OT_METRICS_TAG_CAP_HEIGHT))
            /XHeight \(metric(HB_OT_METRICS_TAG_X_HEIGHT))
            /ItalicAngle \(slant)
            /StemV \(weight > 500 ? 140 : 84)
            """
    }

    private static func table(_ tag: String, of face: OpaquePointer) -> [UInt8] {
        let blob = hb_face_reference_table(face, tag.utf8.reduce(0) { $0 << 8 | UInt32($1) })
        defer { hb_blob_destroy(blob) }
        var length: UInt32 = 0
        guard let bytes = hb_blob_get_data(blob, &length) else { return [] }
        return bytes.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
            Array(UnsafeBufferPointer(start: $0, count: Int(length)))
        }
    }

    /// A signed number of 16 bits; 0 beyond the table's end.
    private static func number(in table: [UInt8], at place: Int) -> Int {
        guard place + 1 < table.count else { return 0 }
        return Int(Int16(bitPattern: UInt16(table[place]) << 8 | UInt16(table[place + 1])))
    }
}
