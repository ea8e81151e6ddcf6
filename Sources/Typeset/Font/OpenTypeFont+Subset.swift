internal import CHarfBuzz

extension OpenTypeFont {
    /// Some glyphs of a font, as a PDF embeds them.
    package struct Subset: Sendable {
        /// A bare CFF program, or a TrueType file of the tables that ISO 32000-1, 9.9 asks for.
        package let program: [UInt8]
        /// The number by which the subset knows each glyph.
        package let numbers: [UInt32: UInt32]

        /// Six capital letters and a plus sign, the same for the same glyphs (ISO 32000-1, 9.6.4).
        package var tag: String {
            // FNV-1a: it only has to differ where the glyphs do.
            var hash: UInt32 = 2_166_136_261
            for glyph in numbers.keys.sorted() { hash = (hash ^ glyph) &* 16_777_619 }
            var letters = ""
            for _ in 0..<6 {
                letters.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8(hash % 26)))
                hash /= 26
            }
            return letters + "+"
        }
    }

    /// - Parameter named: keeps the glyphs' names, for fonts that are encoded by them.
    package func subset(_ glyphs: Set<UInt32>, named: Bool = false) throws(FontError) -> Subset {
        guard let input = hb_subset_input_create_or_fail() else { throw .noSubset("a font: HarfBuzz is out of memory") }
        defer { hb_subset_input_destroy(input) }
        for glyph in glyphs { hb_set_add(hb_subset_input_glyph_set(input), glyph) }
        // No feature is kept, or the glyphs that ligatures and alternates lead to would come along.
        hb_set_clear(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG))
        for tag in ["GSUB", "GPOS", "GDEF", "OS/2", "name", "cmap", "BASE", "VORG", "vhea", "vmtx", "STAT", "DSIG"] {
            hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), Self.tag(tag))
        }
        hb_subset_input_set_flags(
            input, UInt32((named ? HB_SUBSET_FLAGS_GLYPH_NAMES : HB_SUBSET_FLAGS_NO_HINTING).rawValue))
        guard let plan = hb_subset_plan_create_or_fail(face, input) else { throw .noSubset(postScriptName()) }
        defer { hb_subset_plan_destroy(plan) }
        guard let result = hb_subset_plan_execute_or_fail(plan) else { throw .noSubset(postScriptName()) }
        defer { hb_face_destroy(result) }
        let mapping = hb_subset_plan_old_to_new_glyph_mapping(plan)
        var numbers: [UInt32: UInt32] = [:]
        for glyph in glyphs { numbers[glyph] = isKeyedByCID ? glyph : hb_map_get(mapping, glyph) }
        if isPostScript { return Subset(program: Self.table("CFF ", of: result), numbers: numbers) }
        let blob = hb_face_reference_blob(result)
        defer { hb_blob_destroy(blob) }
        return Subset(program: Self.bytes(of: blob), numbers: numbers)
    }
}
