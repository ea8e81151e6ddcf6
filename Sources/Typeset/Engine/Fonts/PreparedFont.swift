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
        _ line: FontMap.Line, font: borrowing OpenTypeFont, names: [String], slots: SlotTable
    ) throws(EngineError) {
        var glyphs: [Int: UInt32] = [:]
        var characters: [Int: Unicode.Scalar] = [:]
        for slot in 0..<256 {
            let character = slots[line.encoding, slot]
            let named = names.indices.contains(slot) ? font.glyph(named: names[slot]) : nil
            guard let glyph = character.flatMap({ font.glyph(for: $0) }) ?? named, glyph != 0 else { continue }
            glyphs[slot] = glyph
            characters[slot] = character ?? Self.character(named: names[slot], in: font)
        }
        var differences = ""
        for (slot, glyph) in glyphs.sorted(by: { $0.key < $1.key }) {
            guard let name = font.name(of: glyph) else { continue }
            differences += "\(glyphs[slot - 1] == nil ? "\n\(slot)" : "")/\(name)"
        }
        descriptor = font.descriptor()
        encoding = "<</Type/Encoding/Differences[\(differences)]>>"
        toUnicode = Data(deflated(Array(Self.characterMap(characters).utf8)))
        func program(_ kind: String, of slots: [Int]) throws(EngineError) -> Program {
            let bytes = try font.program(of: Set(slots.compactMap { glyphs[$0] }))
            return Program(name: Self.tag(line.encoding + kind) + line.postScriptName, stream: Data(deflated(bytes)))
        }
        whole = try program("W", of: Array(glyphs.keys))
        lower = line.encoding == "ec" ? try program("L", of: glyphs.keys.filter { $0 < 128 }) : nil
    }

    /// Glyphs that have no character of their own in the table are extracted as the one that the font gives to them.
    private static func character(named name: String, in font: borrowing OpenTypeFont) -> Unicode.Scalar? {
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

    /// Which text each slot is (ISO 32000-1, 9.10.3).
    private static func characterMap(_ characters: [Int: Unicode.Scalar]) -> String {
        let entries = characters.sorted { $0.key < $1.key }.map { slot, character in
            "<\(hexadecimal(slot, 2))> <\(String(character).utf16.map { hexadecimal(Int($0), 4) }.joined())>"
        }
        var blocks = ""
        for start in stride(from: 0, to: entries.count, by: 100) {
            let block = entries[start..<min(start + 100, entries.count)]
            blocks += "\(block.count) beginbfchar\n\(block.joined(separator: "\n"))\nendbfchar\n"
        }
        return """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <00> <FF>
            endcodespacerange
            \(blocks)endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """
    }

    private static func hexadecimal(_ number: Int, _ digits: Int) -> String {
        let text = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
