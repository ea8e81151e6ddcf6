// Fonts as files: what they can print, how text becomes glyphs, which part of them a PDF needs. HarfBuzz reads them; the
// engines never do this in a request.

internal import CHarfBuzz

/// A face of an OpenType file.
///
/// Sendable: HarfBuzz's faces and fonts are counted atomically and, once immutable, only read (HarfBuzz manual, "Object
/// model").
package final class OpenTypeFont: @unchecked Sendable {
    let face: OpaquePointer
    let font: OpaquePointer
    /// Outlines are PostScript's (CFF), not TrueType's.
    package let isPostScript: Bool
    /// CFF whose glyphs have numbers of the designer's own (Adobe Technical Note 5176, CID fonts).
    package let isKeyedByCID: Bool
    /// Units of the design to the em.
    package let unitsPerEm: Int
    /// Glyphs that show nothing, but for the space.
    package private(set) var blanks: [UInt32] = []

    /// - Parameter index: of the face in a collection; 0 for a file of one face.
    package init(contentsOf path: String, index: Int = 0) throws(FontError) {
        let blob = hb_blob_create_from_file(path)
        let whole = hb_face_create(blob, UInt32(clamping: index))
        hb_blob_destroy(blob)
        guard let whole, hb_face_get_glyph_count(whole) > 0 else {
            hb_face_destroy(whole)
            throw .unreadable(path)
        }
        hb_face_make_immutable(whole)
        face = whole
        font = hb_font_create(face)
        hb_font_make_immutable(font)
        unitsPerEm = max(1, Int(hb_face_get_upem(face)))
        let outlines = Self.table("CFF ", of: face)
        isPostScript = !outlines.isEmpty
        isKeyedByCID = Self.isKeyedByCID(outlines)
        blanks = findBlanks()
    }

    deinit {
        hb_font_destroy(font)
        hb_face_destroy(face)
    }

    package func glyph(for character: Unicode.Scalar) -> UInt32? {
        var glyph: hb_codepoint_t = 0
        return hb_font_get_nominal_glyph(font, character.value, &glyph) != 0 ? glyph : nil
    }

    package func glyph(named name: String) -> UInt32? {
        var glyph: hb_codepoint_t = 0
        return hb_font_get_glyph_from_name(font, name, -1, &glyph) != 0 ? glyph : nil
    }

    package func name(of glyph: UInt32) -> String? {
        var buffer = [CChar](repeating: 0, count: 128)
        guard hb_font_get_glyph_name(font, glyph, &buffer, UInt32(buffer.count)) != 0 else { return nil }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Every character that the font has a glyph for.
    package func characters() -> Set<UInt32> {
        guard let set = hb_set_create() else { return [] }
        defer { hb_set_destroy(set) }
        hb_face_collect_unicodes(face, set)
        var characters: Set<UInt32> = []
        var code: hb_codepoint_t = hb_codepoint_t.max
        while hb_set_next(set, &code) != 0 { characters.insert(code) }
        return characters
    }

    /// Width in thousandths of an em.
    package func advance(of glyph: UInt32) -> Double {
        Double(hb_font_get_glyph_h_advance(font, glyph)) * 1000 / Double(unitsPerEm)
    }

    /// The PostScript name, such as `NotoSansThai-Regular`.
    package func postScriptName() -> String {
        var buffer = [CChar](repeating: 0, count: 128)
        var count = UInt32(buffer.count)
        hb_ot_name_get_utf8(face, hb_ot_name_id_t(6), nil, &count, &buffer)
        let name = buffer.prefix { $0 != 0 }.map { Character(Unicode.Scalar(UInt8(bitPattern: $0))) }
        return String(name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    }

    /// A PDF's description of the font without its name and program (ISO 32000-1, 9.8), in thousandths of an em.
    package func descriptor() -> String {
        let head = Self.table("head", of: face)
        let weight = Self.number(in: Self.table("OS/2", of: face), at: 4)
        func scaled(_ value: Int) -> Int { value * 1000 / unitsPerEm }
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

    static func table(_ tag: String, of face: OpaquePointer) -> [UInt8] {
        let blob = hb_face_reference_table(face, Self.tag(tag))
        defer { hb_blob_destroy(blob) }
        return bytes(of: blob)
    }

    static func bytes(of blob: OpaquePointer?) -> [UInt8] {
        var length: UInt32 = 0
        guard let bytes = hb_blob_get_data(blob, &length) else { return [] }
        return bytes.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
            Array(UnsafeBufferPointer(start: $0, count: Int(length)))
        }
    }

    static func tag(_ tag: String) -> hb_tag_t { tag.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

    /// A signed number of 16 bits; 0 beyond the table's end.
    private static func number(in table: [UInt8], at place: Int) -> Int {
        guard place + 1 < table.count else { return 0 }
        return Int(Int16(bitPattern: UInt16(table[place]) << 8 | UInt16(table[place + 1])))
    }

    /// Whether a CFF's top dictionary begins with the operator ROS, as it must in a font keyed by CID (Technical Note
    /// 5176, section 18).
    private static func isKeyedByCID(_ outlines: [UInt8]) -> Bool {
        guard outlines.count > 8 else { return false }
        // Header, then the index of names, then the index of top dictionaries.
        func end(ofIndexAt start: Int) -> (first: Int, end: Int)? {
            guard start + 3 <= outlines.count else { return nil }
            let count = Int(outlines[start]) << 8 | Int(outlines[start + 1])
            guard count > 0 else { return (start + 2, start + 2) }
            let size = Int(outlines[start + 2])
            let last = start + 3 + count * size
            guard (1...4).contains(size), last + size <= outlines.count else { return nil }
            let length = outlines[last..<(last + size)].reduce(0) { $0 << 8 | Int($1) }
            let data = last + size
            return (data, data + length - 1)
        }
        guard let names = end(ofIndexAt: Int(outlines[2])), let tops = end(ofIndexAt: names.end) else { return false }
        guard tops.first < tops.end, tops.end <= outlines.count else { return false }
        let dictionary = outlines[tops.first..<min(tops.end, tops.first + 24)]
        return zip(dictionary, dictionary.dropFirst()).contains { $0 == 12 && $1 == 30 }
    }
}

/// Why a font is of no use.
package enum FontError: Error, Sendable, Hashable {
    case unreadable(String)
    /// HarfBuzz cannot take the glyphs that are needed out of the font.
    case noSubset(String)
}

extension FontError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let path): "\(path) is not an OpenType font"
        case .noSubset(let name): "no subset can be made of \(name)"
        }
    }
}
