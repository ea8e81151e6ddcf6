/// Which text each code of a font is: a ToUnicode CMap (ISO 32000-1, 9.10.3).
struct CharacterMap {
    let text: String

    /// - Parameters:
    ///   - entries: UTF-16 by code.
    ///   - digits: hexadecimal digits of a code, 2 or 4.
    init(_ entries: [Int: [UInt16]], digits: Int) {
        let lines = entries.sorted { $0.key < $1.key }.map { code, text in
            "<\(hexadecimal(code, digits: digits))> <\(text.map { hexadecimal($0, digits: 4) }.joined())>"
        }
        var blocks = ""
        // At most a hundred entries to a block (Adobe Technical Note 5014).
        for start in stride(from: 0, to: lines.count, by: 100) {
            let block = lines[start..<min(start + 100, lines.count)]
            blocks += "\(block.count) beginbfchar\n\(block.joined(separator: "\n"))\nendbfchar\n"
        }
        text = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <\(hexadecimal(0, digits: digits))> <\(String(repeating: "F", count: digits))>
            endcodespacerange
            \(blocks)endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """
    }
}
