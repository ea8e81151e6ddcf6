internal import Crypto
internal import Font
internal import Foundation
internal import Subprocess
internal import SystemPackage

/// A template's class and preamble, dumped (The TeXbook, p. 283): what an engine loads instead of reading them.
package struct Format: Sendable, Hashable {
    package let template: String
    /// The hash of all that went into it; it also names the engine as an input of every PDF.
    package let fingerprint: String
    /// An absolute path.
    package let path: String
}

/// Formats and fonts for one state of engine, LaTeX and sources: a TEXMF tree named by a hash of them, so that what is
/// there is right, and what is stale is simply never looked at.
package struct FormatTree: Sendable {
    package let fingerprint: String
    let root: String
    private let installation: TeXInstallation
    private let configuration: EngineConfiguration

    package init(_ installation: TeXInstallation, _ configuration: EngineConfiguration) throws(EngineError) {
        self.installation = installation
        self.configuration = configuration
        fingerprint = try Self.fingerprint(installation, configuration)
        root = configuration.formats + "/" + fingerprint
    }

    /// Finds the fonts, or prepares them.
    func fonts(report: (String) -> Void) throws(EngineError) -> FontLibrary {
        if let found = FontLibrary.read(below: root) { return found }
        report("preparing the fonts")
        return try FontLibrary.build(texmf: configuration.texmf, installation: installation, below: root)
    }

    /// The files of every face that XeTeX may be asked for.
    func openTypeFiles() throws(EngineError) -> Set<String> {
        let path = configuration.texmf + "/tex/latex/kongresume/kongresume-faces.tex"
        guard let table = FileManager.default.contents(atPath: path) else { throw .notInstalled("\(path) is missing") }
        let names = FaceTable(table: String(decoding: table, as: UTF8.self)).files
        return Set(names.compactMap(installation.findFont))
    }

    /// Finds the format of `template`, or builds it. `report` is told when something has to be built.
    package func format(of template: String, report: (String) -> Void = { _ in }) async throws(EngineError) -> Format {
        let directory = root + "/web2c/pdftex"
        if let found = installation.find(template + ".fmt", along: directory) {
            return Format(template: template, fingerprint: fingerprint, path: found)
        }
        report("building the format of \(template)")
        return try await build(template, into: directory)
    }

    /// The formats in the cache, as `fingerprint/template`, stale ones included.
    package static func list(_ configuration: EngineConfiguration) -> [(fingerprint: String, template: String)] {
        let files = FileManager.default
        return ((try? files.contentsOfDirectory(atPath: configuration.formats)) ?? []).sorted().flatMap { tree in
            let names = try? files.contentsOfDirectory(atPath: "\(configuration.formats)/\(tree)/web2c/pdftex")
            return (names ?? []).filter { $0.hasSuffix(".fmt") }.sorted().map { (tree, String($0.dropLast(4))) }
        }
    }

    /// What TeX may know: where the trees are, that it must make no font, and that time stands still.
    var environment: [String: String] {
        [
            // The trailing comma joins them to the list in texmf.cnf, in front.
            "TEXMFAUXTREES": "\(root),\(configuration.texmf),",
            "TEXMFHOME": "/nonexistent", "TEXMFCONFIG": "/nonexistent", "TEXMFVAR": "/nonexistent",
            "MKTEXTFM": "0", "MKTEXPK": "0", "MKTEXMF": "0", "MKTEXTEX": "0", "MKTEXFMT": "0",
            // pdfTeX looks for a virtual font before it prints a font's first letter: TeX Gyre has none.
            "VFFONTS": "/nonexistent",
            // Large pages for its arrays, where the kernel has them: what a fork has to copy is then a fraction.
            "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
            "openin_any": "p", "openout_any": "p", "shell_escape": "f",
            "SOURCE_DATE_EPOCH": "0", "FORCE_SOURCE_DATE": "1",
        ]
    }

    private static func fingerprint(
        _ installation: TeXInstallation, _ configuration: EngineConfiguration
    ) throws(EngineError) -> String {
        var hash = SHA256()
        hash.update(data: Data("fonts \(FontLibrary.version)".utf8))
        let sources = (FileManager.default.enumerator(atPath: configuration.texmf)?.compactMap { $0 as? String } ?? [])
            .sorted()
        guard !sources.isEmpty else { throw .notInstalled("there is no TEXMF tree at \(configuration.texmf)") }
        for path in [installation.engine, installation.latexFormat] + sources.map({ configuration.texmf + "/" + $0 }) {
            guard let contents = FileManager.default.contents(atPath: path) else { continue }  // a directory
            hash.update(data: Data((path as NSString).lastPathComponent.utf8))
            hash.update(data: contents)
        }
        return hash.finalize().prefix(8).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private func build(_ template: String, into directory: String) async throws(EngineError) -> Format {
        let files = FileManager.default
        let workshop = "\(directory)/.\(template)-\(UUID().uuidString)"
        defer { try? files.removeItem(atPath: workshop) }
        do {
            try files.createDirectory(atPath: workshop, withIntermediateDirectories: true)
            // `-ini '&pdflatex'` must come without -etex (the format already is extended) and with LaTeX's search paths.
            let result = try await Subprocess.run(
                .path(FilePath(installation.engine)),
                arguments: [
                    "-ini", "-progname=pdflatex", "-jobname=\(template)", "-interaction=nonstopmode",
                    "-halt-on-error", "-no-shell-escape", "&pdflatex", "\(template).ini",
                ],
                environment: .custom(
                    Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })),
                workingDirectory: FilePath(workshop), output: .discarded)
            guard result.terminationStatus.isSuccess else {
                let log = files.contents(atPath: "\(workshop)/\(template).log").map {
                    String(decoding: $0, as: UTF8.self)
                }
                throw EngineError.formatFailed(template: template, log: String((log ?? "").suffix(1500)))
            }
            // Two processes may build the same format at once: they build the same, so either may win.
            let path = "\(directory)/\(template).fmt"
            guard rename("\(workshop)/\(template).fmt", path) == 0 else { throw CocoaError(.fileWriteUnknown) }
            return Format(template: template, fingerprint: fingerprint, path: path)
        } catch let error as EngineError {
            throw error
        } catch {
            throw .formatFailed(template: template, log: "\(error)")
        }
    }
}
