internal import Crypto
internal import Foundation

/// A template's class and preamble, dumped (The TeXbook, p. 283): what an engine loads instead of reading them.
///
/// Its name holds a hash of the engine, of LaTeX's format and of every file of the project's tree, so that a format
/// that is there is a format that is right.
package struct Format: Sendable, Hashable {
    package let template: String
    /// The file's name without `.fmt`, such as `template1-9f2c…`; it also names the engine's output as an input.
    package let name: String
    /// An absolute path.
    package let path: String
}

extension Format {
    /// Finds the format of `template`, or builds it. `report` is told when it has to be built, which takes a second.
    package static func prepare(
        _ template: String, in installation: TeXInstallation, _ configuration: EngineConfiguration,
        report: (String) -> Void = { _ in }
    ) async throws(EngineError) -> Format {
        let directory = configuration.formats + "/web2c/pdftex"
        let name = try "\(template)-\(fingerprint(installation, configuration))"
        if let found = TeXInstallation.format(named: name + ".fmt", below: directory, engine: installation.engine) {
            return Format(template: template, name: name, path: found)
        }
        report("building the format of \(template)")
        return try await build(template, named: name, into: directory, installation, configuration)
    }

    /// What the formats of these templates are called now, built or not.
    package static func names(
        of templates: [String], in installation: TeXInstallation, _ configuration: EngineConfiguration
    ) throws(EngineError) -> [String] {
        let fingerprint = try fingerprint(installation, configuration)
        return templates.map { "\($0)-\(fingerprint)" }
    }

    /// The formats in the cache, stale ones included, by name.
    package static func list(_ configuration: EngineConfiguration) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: configuration.formats + "/web2c/pdftex")
        return (names ?? []).filter { $0.hasSuffix(".fmt") }.map { String($0.dropLast(4)) }.sorted()
    }

    private static func fingerprint(
        _ installation: TeXInstallation, _ configuration: EngineConfiguration
    ) throws(EngineError) -> String {
        var hash = SHA256()
        let sources =
            FileManager.default.enumerator(atPath: configuration.texmf + "/tex")?
            .compactMap { $0 as? String }.sorted().map { configuration.texmf + "/tex/" + $0 } ?? []
        for path in [installation.engine, installation.latexFormat] + sources {
            guard let contents = FileManager.default.contents(atPath: path) else { continue }  // a directory
            hash.update(data: Data(path.split(separator: "/").last.map(String.init)?.utf8 ?? "".utf8))
            hash.update(data: contents)
        }
        guard !sources.isEmpty else { throw .notInstalled("there is no TEXMF tree at \(configuration.texmf)") }
        return hash.finalize().prefix(8).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private static func build(
        _ template: String, named name: String, into directory: String, _ installation: TeXInstallation,
        _ configuration: EngineConfiguration
    ) async throws(EngineError) -> Format {
        let files = FileManager.default
        let workshop = directory + "/.\(name)-\(UUID().uuidString)"
        defer { try? files.removeItem(atPath: workshop) }
        do {
            try files.createDirectory(atPath: workshop, withIntermediateDirectories: true)
            let engine = Process()
            engine.executableURL = URL(filePath: installation.engine)
            // `-ini '&pdflatex'` must come without -etex (the format already is extended) and with LaTeX's search paths.
            engine.arguments = [
                "-ini", "-progname=pdflatex", "-jobname=\(name)", "-interaction=nonstopmode", "-halt-on-error",
                "-no-shell-escape", "&pdflatex", "\(template).ini",
            ]
            engine.currentDirectoryURL = URL(filePath: workshop)
            engine.environment = environment(configuration).merging(["PATH": "/usr/bin:/bin"]) { $1 }
            engine.standardInput = FileHandle.nullDevice
            engine.standardOutput = FileHandle.nullDevice
            engine.standardError = FileHandle.nullDevice
            let status = try await withCheckedThrowingContinuation { continuation in
                engine.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
                do { try engine.run() } catch { continuation.resume(throwing: error) }
            }
            guard status == 0 else {
                let log = files.contents(atPath: "\(workshop)/\(name).log").map { String(decoding: $0, as: UTF8.self) }
                throw EngineError.formatFailed(template: template, log: String((log ?? "").suffix(1500)))
            }
            // Two processes may build the same format at once: the name is the content, so either may win.
            let path = "\(directory)/\(name).fmt"
            guard rename("\(workshop)/\(name).fmt", path) == 0 else { throw CocoaError(.fileWriteUnknown) }
            return Format(template: template, name: name, path: path)
        } catch let error as EngineError {
            throw error
        } catch {
            throw .formatFailed(template: template, log: "\(error)")
        }
    }

    /// What TeX may know: where the trees are, that it must make no font, and that time stands still.
    static func environment(_ configuration: EngineConfiguration) -> [String: String] {
        [
            // The trailing comma joins it to the list in texmf.cnf.
            "TEXMFAUXTREES": configuration.texmf + ",",
            "TEXMFHOME": "/nonexistent", "TEXMFCONFIG": "/nonexistent", "TEXMFVAR": "/nonexistent",
            "MKTEXTFM": "0", "MKTEXPK": "0", "MKTEXMF": "0", "MKTEXTEX": "0", "MKTEXFMT": "0",
            "openin_any": "p", "openout_any": "p", "shell_escape": "f",
            "SOURCE_DATE_EPOCH": "0", "FORCE_SOURCE_DATE": "1",
        ]
    }
}
