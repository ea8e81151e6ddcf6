internal import Font
internal import Foundation

/// The fonts of the templates, prepared for embedding: pdfTeX names them in a document, and `PDFAssembly` puts them in.
///
/// Embedding by pdfTeX itself takes longer than typesetting: it reads, subsets, encrypts and deflates every font anew.
/// What a template can print is known before, so all of that is done once.
struct FontLibrary: Codable, Sendable {
    /// By the name of the font's metrics.
    let fonts: [String: PreparedFont]

    /// Of the way in which fonts are prepared: another number, and they are prepared anew.
    static let version = 2

    private static let file = "/fonts/kongresume.plist"

    /// Reads the fonts below `root`; `nil` if they have not been prepared.
    static func read(below root: String) -> FontLibrary? {
        guard let data = FileManager.default.contents(atPath: root + file) else { return nil }
        return try? PropertyListDecoder().decode(FontLibrary.self, from: data)
    }

    /// Prepares every font of the map for which there is an OpenType font of the same PostScript name, and writes them
    /// below `root`, with a map by which pdfTeX leaves those fonts out. The others it embeds as it always does.
    static func build(texmf: String, installation: TeXInstallation, below root: String) throws(EngineError)
        -> FontLibrary
    {
        do {
            let map = try FontMap(texmf: texmf)
            let slots = try SlotTable(texmf: texmf)
            var vectors: [String: [String]] = [:]
            var fonts: [String: PreparedFont] = [:]
            for line in map.lines {
                // The foundries of TeX name the files by the PostScript name, in small letters.
                let file = line.postScriptName.lowercased() + ".otf"
                guard let path = installation.find(file, along: "$TEXMF/fonts/opentype//") else { continue }
                let names = try vectors[line.vector] ?? glyphNames(line.vector, installation)
                vectors[line.vector] = names
                fonts[line.metrics] = try PreparedFont(
                    line, font: OpenTypeFont(contentsOf: path), names: names, slots: slots)
            }
            let library = FontLibrary(fonts: fonts)
            let encoder = PropertyListEncoder()
            encoder.outputFormat = .binary
            try write(try encoder.encode(library), to: root + file)
            let written = map.lines.map { fonts[$0.metrics] == nil ? $0.text : "\($0.metrics) \($0.metrics)" }
            try write(Data((written.joined(separator: "\n") + "\n").utf8), to: root + FontMap.path)
            return library
        } catch let error as EngineError {
            throw error
        } catch {
            throw .notInstalled("the fonts cannot be prepared: \(error)")
        }
    }

    private static func write(_ data: Data, to path: String) throws {
        let url = URL(filePath: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url, options: .atomic)
    }

    /// The 256 glyph names of an encoding vector.
    private static func glyphNames(_ vector: String, _ installation: TeXInstallation) throws -> [String] {
        guard let path = installation.find(vector, along: "$TEXMF/fonts/enc//") else {
            throw EngineError.notInstalled("\(vector) was not found: install tex-gyre")
        }
        let text = try String(contentsOfFile: path, encoding: .isoLatin1)
        let plain = text.split(separator: "\n").map { $0.prefix { $0 != "%" } }.joined(separator: " ")
        guard let start = plain.firstIndex(of: "["), let end = plain.lastIndex(of: "]") else {
            throw EngineError.notInstalled("\(path) is not an encoding vector")
        }
        return plain[start..<end].split(whereSeparator: { " /[\t".contains($0) }).map(String.init)
    }
}
