/// A PDF written object by object, so that a test can have exactly the one fault that it is about.
struct HandmadePDF {
    enum Font { case embedded, outside, type3 }

    /// Text at a place, in points from the top left corner of the page.
    struct Piece {
        var text: String
        var left = 72.0
        var top: Double
        /// Space added between letters, in points.
        var spacing = 0.0
    }

    var pages: [[Piece]]
    var font = Font.embedded
    /// What a character code means, as the hexadecimal of UTF-16BE, where it is not ASCII.
    var meanings: [UInt8: String] = [:]
    /// `nil` says how many there are.
    var declaredPages: Int?
    /// More entries of the page, such as `/Rotate 90`.
    var pageEntries = ""
    /// What the page's content is instead of its pieces, with the entries of its dictionary.
    var content: (entries: String, bytes: [UInt8])?
    var title = "(Handmade)"

    /// Lines from the top of a page.
    static func lines(_ lines: [String], top: Double = 72) -> [Piece] {
        lines.enumerated().map { Piece(text: $1, top: top + 16 * Double($0)) }
    }

    var bytes: [UInt8] {
        let first = 10
        let kids = pages.indices.map { "\(first + 2 * $0) 0 R" }.joined(separator: " ")
        var objects: [Int: [UInt8]] = [
            1: Array("<</Type/Catalog/Pages 2 0 R>>".utf8),
            2: Array("<</Type/Pages/Kids[\(kids)]/Count \(declaredPages ?? pages.count)>>".utf8),
            3: Array(fontObject.utf8),
            4: stream("", Array(unicodeMap.utf8)),
            5: Array(
                """
                <</Type/FontDescriptor/FontName/Handmade/Flags 32/FontBBox[0 -200 600 800]/ItalicAngle 0/Ascent 800\
                /Descent -200/CapHeight 700/StemV 80/FontFile 6 0 R>>
                """.utf8),
            6: stream(
                "/Length1 60/Length2 0/Length3 0",
                Array("%!PS-AdobeFont-1.0: Handmade\n/Encoding StandardEncoding def\n".utf8)),
            7: stream("", Array("600 0 0 0 500 700 d1 0 0 500 700 re f".utf8)),
            8: Array("<</Title \(title)>>".utf8),
        ]
        for (index, pieces) in pages.enumerated() {
            let number = first + 2 * index
            objects[number] = Array(
                """
                <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>\
                /Contents \(number + 1) 0 R\(pageEntries)>>
                """.utf8)
            objects[number + 1] = content.map { stream($0.entries, $0.bytes) } ?? stream("", drawing(pieces))
        }
        return Self.file(objects)
    }

    /// Objects, the table of where they are, and the trailer (ISO 32000-1, 7.5).
    static func file(_ objects: [Int: [UInt8]]) -> [UInt8] {
        var file = Array("%PDF-1.7\n".utf8)
        var table = ""
        for (number, object) in objects.sorted(by: { $0.key < $1.key }) {
            let offset = String(file.count)
            table += "\(number) 1\n" + String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
            file += Array("\(number) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let size = (objects.keys.max() ?? 0) + 1
        let start = file.count
        let trailer = "trailer\n<</Size \(size)/Root 1 0 R/Info 8 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        return file + Array("xref\n0 1\n0000000000 65535 f \n\(table)\(trailer)".utf8)
    }

    private func stream(_ entries: String, _ bytes: [UInt8]) -> [UInt8] {
        Array("<</Length \(bytes.count)\(entries)>>\nstream\n".utf8) + bytes + Array("\nendstream".utf8)
    }

    private func drawing(_ pieces: [Piece]) -> [UInt8] {
        pieces.flatMap { piece in
            let text = piece.text.unicodeScalars.map { scalar in
                switch scalar {
                case "(", ")", "\\": "\\\(scalar)"
                default: String(scalar)
                }
            }.joined()
            let place = "\(piece.left) \(792 - piece.top) Td"
            return Array("BT /F 10 Tf \(piece.spacing) Tc \(place) (\(text)) Tj ET\n".utf8)
        }
    }

    private var fontObject: String {
        let widths = "/FirstChar 0/LastChar 255/Widths[\(Array(repeating: "600", count: 256).joined(separator: " "))]"
        switch font {
        case .embedded:
            return "<</Type/Font/Subtype/Type1/BaseFont/Handmade\(widths)/FontDescriptor 5 0 R/ToUnicode 4 0 R>>"
        case .outside:
            return "<</Type/Font/Subtype/Type1/BaseFont/Helvetica\(widths)/ToUnicode 4 0 R>>"
        case .type3:
            let names = (0..<256).map { "/c\($0)" }.joined(separator: " ")
            let procedures = (0..<256).map { "/c\($0) 7 0 R" }.joined(separator: " ")
            return """
                <</Type/Font/Subtype/Type3/FontBBox[0 0 600 800]/FontMatrix[0.001 0 0 0.001 0 0]\(widths)\
                /Encoding<</Type/Encoding/Differences[0 \(names)]>>/CharProcs<<\(procedures)>>/ToUnicode 4 0 R>>
                """
        }
    }

    /// ISO 32000-1, 9.10.3. Every code that is not given means its ASCII self.
    private var unicodeMap: String {
        let codes =
            (UInt8(0)...UInt8(126)).filter { $0 >= 32 || meanings[$0] != nil } + meanings.keys.filter { $0 > 126 }
        let pairs = codes.sorted().map { code in
            "<\(hexadecimal(code))> <\(meanings[code] ?? "00" + hexadecimal(code))>"
        }
        // A section holds at most 100 entries.
        let sections = stride(from: 0, to: pairs.count, by: 100).map { start in
            let part = pairs[start..<min(start + 100, pairs.count)]
            return "\(part.count) beginbfchar\n\(part.joined(separator: "\n"))\nendbfchar"
        }
        return """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Handmade def
            1 begincodespacerange <00> <FF> endcodespacerange
            \(sections.joined(separator: "\n"))
            endcmap end end
            """
    }

    private func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
