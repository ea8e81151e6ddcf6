import Foundation

/// A body that tries to read, write or run something, or that never ends (`Cases/`).
struct HostileBody: CustomStringConvertible {
    let name: String
    let source: String

    var description: String { name }

    static func all(in folder: String) throws -> [HostileBody] {
        let path = "\(project)/Tests/Typeset/Engine/Cases/\(folder)"
        return try FileManager.default.contentsOfDirectory(atPath: path).sorted().map { name in
            HostileBody(
                name: String(name.dropLast(4)), source: try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8))
        }
    }
}

/// What hostile bodies are after: files, a home and variables that hold a token, and a folder that must stay empty.
struct Trap {
    let token: String
    /// Holds everything else, at a depth from which `../../` is still inside.
    private let folder: URL
    private let outside: URL
    let workplace: URL
    private let canary: String

    init() throws {
        token = "CANARY\(UInt32.random(in: 1_000_000 ... .max))"
        // Small letters only: one of the bodies builds its path by making letters small and slashes of ones.
        let letters = String((0..<16).compactMap { _ in "abcdefghijklmnopqrstuvwxyz".randomElement() })
        folder = FileManager.default.temporaryDirectory.appending(path: "hostile-\(letters)")
        outside = folder.appending(path: "outside")
        workplace = folder.appending(path: "deep/deeper")
        canary = folder.appending(path: "canary").path
        for folder in [outside, workplace, home] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        for file in [canary + ".txt", canary + ".pfb", folder.appending(path: "secretp.txt").path] {
            // As a map of fonts it is malformed, which TeX says with the line.
            try Data("\(token) \"\(token) <\n\(token)\n".utf8).write(to: URL(filePath: file))
        }
        let pdf = HandmadePDF(pages: [HandmadePDF.lines([token])], font: .outside)
        try Data(pdf.bytes).write(to: URL(filePath: canary + ".pdf"))
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Its name is the token, so that whoever tells where it is tells the token.
    private var home: URL { folder.appending(path: token) }

    var variables: [String: String] {
        ["CANARYVAR": canary + ".txt", "SECRETENV": token, "HOME": home.path]
    }

    /// A page comes of it whatever it does, or what it embedded would not be written.
    func bait(_ body: HostileBody) -> String {
        (body.source + "\n\\leavevmode x\n").replacing("@CANARY_ONES@", with: canary.replacing("/", with: "1"))
            .replacing("@CANARY@", with: canary).replacing("@OUTSIDE@", with: outside.path)
    }

    /// What only a body that succeeded can have written: the token, or the first half of its hexadecimal, of which TeX
    /// prints a part; who runs (`id`); that a foreign file exists.
    func isSprung(by text: String) -> Bool {
        let digits = token.utf8.prefix(12).map { String($0, radix: 16, uppercase: true) }.joined()
        return [token, digits, "uid=", "GOT:SHADOWEXISTS"].contains { text.contains($0) }
    }

    /// Files that a body wrote outside; they are removed, so that the next one starts anew.
    func takeWritten() throws -> [String] {
        let escaped = folder.appending(path: "escaped.txt")
        var written = try FileManager.default.contentsOfDirectory(atPath: outside.path)
        for file in written { try FileManager.default.removeItem(at: outside.appending(path: file)) }
        if FileManager.default.fileExists(atPath: escaped.path) {
            try FileManager.default.removeItem(at: escaped)
            written.append("escaped.txt")
        }
        return written
    }

    /// A PDF as it is, with its streams unpacked, and as text.
    func readable(_ pdf: [UInt8]) async throws -> String {
        let plain = try? await make(
            "out.pdf",
            with: ["qpdf", "--qdf", "--object-streams=disable", "--preserve-unreferenced", "in.pdf", "out.pdf"],
            files: ["in.pdf": pdf])
        // What came of a body may be half a PDF.
        return String(decoding: plain ?? pdf, as: UTF8.self) + ((try? await extractedText(from: pdf)) ?? "")
    }
}
