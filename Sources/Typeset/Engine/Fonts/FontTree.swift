internal import Foundation

/// The fonts of the templates, cut down to what the templates can print.
///
/// The project's map names for each face and encoding a font and an encoding vector of TeX Gyre. What is written is a
/// map of the same name that leads to the same fonts without the glyphs that no slot of ours prints.
struct FontTree {
    private let texmf: String
    private let installation: TeXInstallation

    init(texmf: String, installation: TeXInstallation) {
        self.texmf = texmf
        self.installation = installation
    }

    private struct MapLine {
        let metrics: String
        let vector: String
        let font: String
        let text: String
    }

    private static let mapPath = "/fonts/map/pdftex/kongresume/kongresume.map"

    /// Whether the fonts are there.
    static func exists(below root: String) -> Bool { FileManager.default.fileExists(atPath: root + mapPath) }

    /// Writes the fonts and their map below `root`.
    func build(below root: String) throws(EngineError) {
        do {
            let map = try String(contentsOfFile: texmf + Self.mapPath, encoding: .utf8)
            let lines = map.split(separator: "\n").filter { !$0.hasPrefix("%") }.compactMap(Self.parse)
            let vectors = try Dictionary(grouping: lines, by: \.vector).mapValues { try glyphNames($0[0].vector) }
            let slots = try printedSlots()
            var kept: [String: Set<String>] = [:]
            for line in lines {
                let names = vectors[line.vector, default: []]
                let encoding = String(line.metrics.prefix { $0 != "-" })
                kept[line.font, default: []].formUnion(
                    slots[encoding, default: []].compactMap { names.indices.contains($0) ? names[$0] : nil })
            }
            let files = FileManager.default
            let fonts = root + "/fonts/type1/kongresume"
            try files.createDirectory(atPath: fonts, withIntermediateDirectories: true)
            for (font, names) in kept {
                let pfb = Array(try Data(contentsOf: URL(filePath: try find(font, along: "$TEXMF/fonts/type1//"))))
                var subset = try Type1Font(pfb: pfb).subset(keeping: names)
                for index in subset.glyphs.indices {
                    subset.glyphs[index].name = Self.renamed(subset.glyphs[index].name)
                }
                try Data(subset.pfb).write(to: URL(filePath: "\(fonts)/kr-\(font)"), options: .atomic)
            }
            try writeVectors(vectors, below: root)
            let written = lines.map { line in
                line.text.replacing("<\(line.font)", with: "<kr-\(line.font)")
                    .replacing("<\(line.vector)", with: "<kr-\(line.vector)")
            }
            let target = URL(filePath: root + Self.mapPath)
            try files.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            // The map comes last and at once: where it is, the fonts are.
            try Data((written.joined(separator: "\n") + "\n").utf8).write(to: target, options: .atomic)
        } catch let error as EngineError {
            throw error
        } catch {
            throw .notInstalled("the fonts cannot be prepared: \(error)")
        }
    }

    /// pdfTeX takes what stands before a dot for the glyph, so that `two.superior` would be extracted as a plain 2.
    private static func renamed(_ glyph: String) -> String {
        glyph.hasSuffix(".superior") ? glyph.replacing(".superior", with: "superior") : glyph
    }

    /// Writes the encoding vectors with the names that the fonts' glyphs have now.
    private func writeVectors(_ vectors: [String: [String]], below root: String) throws {
        let directory = root + "/fonts/enc/dvips/kongresume"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        for (vector, names) in vectors {
            // `q-ec.enc` defines `/encqec`: the name that the map's line asks for.
            let name = "enc" + vector.dropLast(4).filter { $0 != "-" }
            let text = "/\(name)[\n" + names.map { "/\(Self.renamed($0))\n" }.joined() + "] def\n"
            try Data(text.utf8).write(to: URL(filePath: "\(directory)/kr-\(vector)"), options: .atomic)
        }
    }

    /// `ec-qplr TeXGyrePagella-Regular "encqec ReEncodeFont" <q-ec.enc <qplr.pfb`
    private static func parse(_ line: Substring) -> MapLine? {
        let words = line.split(separator: " ")
        guard let metrics = words.first, let vector = words.first(where: { $0.hasSuffix(".enc") }),
            let font = words.first(where: { $0.hasSuffix(".pfb") })
        else { return nil }
        return MapLine(
            metrics: String(metrics), vector: String(vector.dropFirst()), font: String(font.dropFirst()),
            text: String(line))
    }

    /// The slots that are printed, by the prefix of a metrics file: ASCII from T1, the rest as the table of characters says.
    private func printedSlots() throws -> [String: Set<Int>] {
        let path = texmf + "/tex/latex/kongresume/kongresume-characters.tex"
        var slots: [String: Set<Int>] = ["ec": Set(0x20...0x7E), "ts1": [0x27, 0x60, 0x88]]
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            let fields = line.split(whereSeparator: { $0 == "{" || $0 == "}" })
            guard fields.count > 3, let slot = Int(fields[3], radix: 16) else { continue }
            let encoding = fields[2].lowercased()
            slots[encoding == "t1" ? "ec" : encoding, default: []].insert(slot)
        }
        return slots
    }

    /// The 256 glyph names of an encoding vector.
    private func glyphNames(_ vector: String) throws -> [String] {
        let path = try find(vector, along: "$TEXMF/fonts/enc//")
        let text = try String(contentsOfFile: path, encoding: .isoLatin1)
        let plain = text.split(separator: "\n").map { $0.prefix { $0 != "%" } }.joined(separator: " ")
        guard let start = plain.firstIndex(of: "["), let end = plain.lastIndex(of: "]") else {
            throw FontError.malformed("\(vector) has no vector")
        }
        return plain[start..<end].split(whereSeparator: { " /[\t".contains($0) }).map(String.init)
    }

    private func find(_ name: String, along path: String) throws(EngineError) -> String {
        guard let found = installation.find(name, along: path) else {
            throw .notInstalled("\(name) was not found: install tex-gyre")
        }
        return found
    }
}
