internal import Font
internal import Foundation

/// A face in an encoding, in the form in which it goes into a PDF: nothing is left to be done with it in a request.
struct PreparedFont: Codable, Sendable {
    /// A font program and the name by which a PDF calls it: `ABCDEF+Name` (ISO 32000-1, 9.6.4).
    struct Program: Codable, Sendable {
        let name: String
        /// CFF, deflated.
        let stream: Data
    }

    /// The font descriptor's entries, without name and program.
    let descriptor: String
    /// An encoding dictionary.
    let encoding: String
    /// A ToUnicode CMap, deflated.
    let toUnicode: Data
    /// Of the 256 slots, in thousandths of the size.
    let widths: [Double]
    /// Every slot of the encoding.
    let whole: Program
    /// The slots below 128, which is all that most documents use of an encoding that has ASCII.
    let lower: Program?

    func program(lastSlot: Int) -> Program { lastSlot < 128 ? lower ?? whole : whole }
}

extension PreparedFont {
    /// - Parameters:
    ///   - names: the glyph names of the encoding's 256 slots.
    init(
        _ line: FontMap.Line, font: OpenTypeFont, names: [String], slots: SlotTable
    ) throws(FontError) {
        var glyphs: [Int: UInt32] = [:]
        var characters: [Int: Unicode.Scalar] = [:]
        for slot in 0..<256 {
            let character = slots[line.encoding, slot]
            let named = names.indices.contains(slot) ? font.glyph(named: names[slot]) : nil
            guard let glyph = character.flatMap({ font.glyph(for: $0) }) ?? named, glyph != 0 else { continue }
            glyphs[slot] = glyph
            characters[slot] = character ?? Self.character(named: names[slot], in: font)
        }
        // TeX prints no spaces, but a PDF should hold them (SpacedContent).
        glyphs[0x20] = font.glyph(for: " ")
        characters[0x20] = " "
        widths = (0..<256).map { slot in glyphs[slot].map { font.advance(of: $0).rounded() } ?? 0 }
        var differences = ""
        for (slot, glyph) in glyphs.sorted(by: { $0.key < $1.key }) {
            guard let name = font.name(of: glyph) else { continue }
            differences += "\(glyphs[slot - 1] == nil ? "\n\(slot)" : "")/\(name)"
        }
        descriptor = font.descriptor()
        encoding = "<</Type/Encoding/Differences[\(differences)]>>"
        let texts = characters.mapValues { Array(String($0).utf16) }
        toUnicode = Data(deflated(Array(CharacterMap(texts, digits: 2).text.utf8)))
        func program(_ kind: String, of slots: [Int]) throws(FontError) -> Program {
            let bytes = try font.subset(Set(slots.compactMap { glyphs[$0] }), named: true).program
            return Program(name: Self.tag(line.encoding + kind) + line.postScriptName, stream: Data(deflated(bytes)))
        }
        whole = try program("W", of: Array(glyphs.keys))
        lower = line.encoding == "ec" ? try program("L", of: glyphs.keys.filter { $0 < 128 }) : nil
    }

    /// Glyphs that have no character of their own in the table are extracted as the one that the font gives to them.
    private static func character(named name: String, in font: OpenTypeFont) -> Unicode.Scalar? {
        guard let glyph = font.glyph(named: name) else { return nil }
        for code in UInt32(0x20)...0x2FFF {
            if let scalar = Unicode.Scalar(code), font.glyph(for: scalar) == glyph { return scalar }
        }
        return nil
    }

    /// Six capital letters, the same for the same subset everywhere: `TS1` and `W` make `TSBWKK+`.
    private static func tag(_ kind: String) -> String {
        let letters = kind.uppercased().unicodeScalars.map { scalar in
            ("0"..."9").contains(scalar) ? Unicode.Scalar(scalar.value + 0x11) ?? "K" : scalar
        }
        return String(String.UnicodeScalarView((letters + Array(repeating: "K", count: 6)).prefix(6))) + "+"
    }
}
