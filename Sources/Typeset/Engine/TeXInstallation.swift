internal import CKpathsea
internal import Font
internal import Foundation
internal import Synchronization

/// Where this machine keeps TeX, as libkpathsea finds it (Kpathsea manual, section 3: path searching).
package struct TeXInstallation: Sendable, Hashable {
    /// The stock pdfTeX, an absolute path.
    package let engine: String
    /// The stock XeTeX; `nil` where it is not installed.
    package let xetex: String?
    /// The directories where this machine keeps fonts outside of TeX's trees (texmf.cnf, OSFONTDIR).
    package let fontDirectories: [String]
    /// LaTeX's own format, which a template's format is built upon.
    package let latexFormat: String
    /// The roots of every TEXMF tree: what an engine may read.
    package let trees: [String]

    /// Finds pdfTeX, its LaTeX format and the trees.
    package static func find() throws(EngineError) -> TeXInstallation {
        guard let engine = searchPath(for: "pdftex") else {
            throw .notInstalled("pdftex is not on the PATH: install texlive-latex-base")
        }
        let (latex, trees, fonts) = Kpathsea.use(program: engine) { library in
            (
                library.search(for: "pdflatex.fmt", along: "$TEXMF/web2c/pdftex"), library.expandPath("$TEXMF"),
                library.expandPath("$OSFONTDIR")
            )
        }
        guard let latex else {
            throw .notInstalled(
                "pdflatex.fmt was not found: install texlive-latex-base, or run fmtutil-sys --byfmt pdflatex")
        }
        let exists = FileManager.default.fileExists(atPath:)
        return TeXInstallation(
            engine: engine, xetex: searchPath(for: "xetex"), fontDirectories: fonts.filter(exists),
            latexFormat: latex, trees: trees.filter(exists))
    }

    func path(of engine: TeXEngine) throws(EngineError) -> String {
        switch engine {
        case .pdftex: return self.engine
        case .xetex:
            guard let xetex else { throw .notInstalled("xetex is not on the PATH: install texlive-xetex") }
            return xetex
        }
    }

    /// The absolute path of an OpenType font's file, looked for as XeTeX does.
    package func findFont(_ name: String) -> String? {
        find(name, along: name.hasSuffix(".otf") ? "$OPENTYPEFONTS" : "$TTFONTS")
    }

    /// Finds a file along a path of directories in kpathsea's notation, such as `$TEXMF/fonts/enc//`.
    func find(_ name: String, along path: String) -> String? {
        Kpathsea.use(program: engine) { $0.search(for: name, along: path) }
    }

    private static func searchPath(for program: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
            .map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

/// The one owner of a kpathsea instance.
private final class Kpathsea {
    private let handle: kpathsea

    /// One for each program, for as long as this process lives: each reads all file databases, some megabytes, and gives
    /// nothing back when it is finished. The library writes static buffers and, on a surprise, ends the process: one use
    /// at a time.
    private static let instances = Mutex<[String: Kpathsea]>([:])

    static func use<Result: Sendable>(program: String, _ body: (Kpathsea) -> Result) -> Result {
        instances.withLock { instances in
            let instance = instances[program] ?? Kpathsea(program: program)
            instances[program] = instance
            return body(instance)
        }
    }

    private init(program: String) {
        handle = kpathsea_new()
        kpathsea_set_program_name(handle, program, "pdflatex")
    }

    func search(for name: String, along path: String) -> String? {
        owned(kpathsea_path_expand(handle, path)).flatMap { owned(kpathsea_path_search(handle, $0, name, 1)) }
    }

    /// The directories of a path variable, without kpathsea's `!!` and trailing slashes.
    func expandPath(_ path: String) -> [String] {
        (owned(kpathsea_path_expand(handle, path)) ?? "").split(separator: ":").map { element in
            let plain = element.hasPrefix("!!") ? element.dropFirst(2) : element
            return String(plain.reversed().drop { $0 == "/" }.reversed())
        }
    }

    /// kpathsea hands over its strings; they are the caller's to free.
    private func owned(_ string: UnsafeMutablePointer<CChar>?) -> String? {
        defer { free(string) }
        return string.map { String(cString: $0) }
    }
}
