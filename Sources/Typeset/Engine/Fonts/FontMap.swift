internal import Foundation

/// The fonts of the templates as pdfTeX's map lists them (pdfTeX manual, section 5.2): one line for a face in an encoding.
struct FontMap {
    struct Line {
        /// The name of the font's metrics, such as `ec-qplr`.
        let metrics: String
        let postScriptName: String
        /// The file of the encoding vector, such as `q-ec.enc`.
        let vector: String
        let text: String

        /// What comes before the hyphen: the encoding that a table of characters calls it by.
        var encoding: String { String(metrics.prefix { $0 != "-" }) }
    }

    static let path = "/fonts/map/pdftex/kongresume/kongresume.map"

    let lines: [Line]

    init(texmf: String) throws {
        lines = try String(contentsOfFile: texmf + Self.path, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("%") }.compactMap(Self.parse)
    }

    /// `ec-qplr TeXGyrePagella-Regular "encqec ReEncodeFont" <q-ec.enc <qplr.pfb`
    private static func parse(_ line: Substring) -> Line? {
        let words = line.split(separator: " ")
        guard words.count > 2, let vector = words.first(where: { $0.hasPrefix("<") && $0.hasSuffix(".enc") }) else {
            return nil
        }
        return Line(
            metrics: String(words[0]), postScriptName: String(words[1]), vector: String(vector.dropFirst()),
            text: String(line))
    }
}

/// The characters that slots of encodings stand for: the table that the templates print by.
struct SlotTable {
    /// By encoding in the prefix of its metrics, and slot.
    private var characters: [String: [Int: Unicode.Scalar]] = [:]

    init(texmf: String) throws {
        let path = texmf + "/tex/latex/kongresume/kongresume-characters.tex"
        // ASCII is not in the table: T1 has it where it is; its two curly quotes are straight in TS1.
        for slot in 0x20...0x7E where slot != 0x27 && slot != 0x60 {
            characters["ec", default: [:]][slot] = Unicode.Scalar(UInt8(slot))
        }
        characters["ts1"] = [0x27: "'", 0x60: "`", 0x88: "•"]
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            let fields = line.split(whereSeparator: { $0 == "{" || $0 == "}" })
            guard fields.count > 3, let character = UInt32(fields[1], radix: 16).flatMap(Unicode.Scalar.init),
                let slot = Int(fields[3], radix: 16)
            else { continue }
            let encoding = fields[2].lowercased()
            characters[encoding == "t1" ? "ec" : encoding, default: [:]][slot] = character
        }
    }

    subscript(encoding: String, slot: Int) -> Unicode.Scalar? { characters[encoding]?[slot] }
}
