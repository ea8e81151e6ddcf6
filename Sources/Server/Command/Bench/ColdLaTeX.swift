import Engine
import Foundation
import Subprocess
import SystemPackage

/// TeX as everybody runs it: one process for one document, in a folder of its own.
struct ColdLaTeX {
    private let folder: URL
    private let engine: String
    private let environment: [String: String]

    init(texmf: String, installation: TeXInstallation) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "kongresume-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        engine = installation.engine
        environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path, "TEXMFAUXTREES": texmf + ","]
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// `pdflatex document.tex`
    func compile(document: String) async throws {
        try Data(document.utf8).write(to: folder.appending(path: "resume.tex"))
        try await run(["-progname=pdflatex", "-fmt=pdflatex", "-interaction=batchmode", "-halt-on-error", "resume.tex"])
    }

    /// The same engine from a template's dumped format.
    func compile(body: String, format: Format) async throws {
        // A format holds neither the map nor the table behind ToUnicode.
        let document = "\\pdfmapfile{kongresume.map}\\input{kongresume-unicode}\n\(body)\n\\end{document}\n"
        try Data(document.utf8).write(to: folder.appending(path: "resume.tex"))
        try await run([
            "-progname=pdflatex", "-fmt=\(format.path)", "-interaction=batchmode", "-halt-on-error", "resume.tex",
        ])
    }

    private func run(_ arguments: [String]) async throws {
        let result = try await Subprocess.run(
            .path(FilePath(engine)), arguments: Arguments(arguments),
            environment: .custom(
                Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })),
            workingDirectory: FilePath(folder.path), output: .discarded)
        guard result.terminationStatus.isSuccess else {
            let log = try? String(contentsOf: folder.appending(path: "resume.log"), encoding: .utf8)
            throw ColdLaTeXError(log: String((log ?? "").suffix(800)))
        }
    }
}

struct ColdLaTeXError: Error, CustomStringConvertible {
    let log: String

    var description: String { "pdflatex failed:\n\(log)" }
}
