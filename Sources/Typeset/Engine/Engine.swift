// LaTeX in, PDF out, in milliseconds: a stock pdfTeX that has loaded a template's format, its fonts and its map, and
// forks a child for each document (see CShims/TeXForkServer). This file speaks to the pool; Format prepares what the
// engine loads; TeXInstallation finds TeX.

package import Font
package import ForkServer
internal import Foundation

/// A warm engine for one template.
package struct Engine: Sendable {
    package let engine: TeXEngine
    package let template: String
    /// The hash of all that goes into a document but its body: an input of every PDF.
    package let fingerprint: String
    /// What a record keeps of the engine, such as `pdftex-0a1b2c3d4e5f6071`.
    package var identity: String { "\(engine.rawValue)-\(fingerprint)" }
    private let pool: ForkPool
    private let finishing: Finishing

    /// How what an engine writes becomes a PDF.
    private enum Finishing: Sendable {
        case preparedFonts(FontLibrary)
        case openType(LoadedFonts)
    }

    /// What every OpenType font is used with, as `kongresume-xetex.tex` says it.
    private static let features = ["-liga", "-clig", "-dlig", "-hlig"]

    /// Prepares what is stale, and starts the engine. Jobs may come before it is warm.
    package static func start(
        _ template: String, _ configuration: EngineConfiguration, by engine: TeXEngine = .pdftex,
        report: (String) -> Void = { _ in }
    ) async throws(EngineError) -> Engine {
        let installation = try TeXInstallation.find()
        let tree = try FormatTree(installation, configuration)
        for library in configuration.libraries where !FileManager.default.isReadableFile(atPath: library) {
            throw .notInstalled("the fork server's library is not at \(library): run make build")
        }
        let finishing: Finishing
        let arguments: [String]
        switch engine {
        case .pdftex:
            finishing = .preparedFonts(try tree.fonts(report: report))
            arguments = [
                "-fmt=\(try await tree.format(of: template, report: report).path)", "-progname=pdflatex",
                "kongresume-warm.tex",
            ]
        case .xetex:
            finishing = .openType(LoadedFonts(allowed: try tree.openTypeFiles()))
            arguments = [
                "-fmt=xelatex", "-progname=xelatex", "-no-pdf",
                "\\def\\KRtemplate{\(template)}\\input kongresume-warm.tex",
            ]
        }
        let readable = installation.trees + installation.fontDirectories + [configuration.texmf, tree.root]
        var environment = tree.environment
        environment["LD_PRELOAD"] = configuration.libraries.joined(separator: ":")
        if configuration.isConfined { environment["KONGRESUME_READABLE"] = readable.joined(separator: ":") }
        let program = Program(
            path: try installation.path(of: engine),
            arguments: ["-jobname=resume", "-interaction=batchmode", "-halt-on-error", "-no-shell-escape"] + arguments,
            environment: environment)
        do throws(ForkPoolError) {
            let pool = try ForkPool(
                ForkPoolConfiguration(
                    program: program, limits: configuration.limits, idle: configuration.idle,
                    busy: configuration.busy, queue: configuration.queue, growth: configuration.growth))
            return Engine(
                engine: engine, template: template, fingerprint: tree.fingerprint, pool: pool, finishing: finishing)
        } catch {
            throw EngineError(error)
        }
    }

    /// Typesets a body: what stands between `\begin{document}` and `\end{document}` in a document of the template.
    package func compile(_ body: String) async throws(EngineError) -> Compiled {
        let outcome: Outcome
        do throws(ForkPoolError) {
            outcome = try await pool.run(Array(body.utf8))
        } catch {
            throw EngineError(error)
        }
        let log = CompileLog(outcome.log)
        guard outcome.status == 0, let pages = log.pages, pages > 0 else {
            throw .compileFailed(log.error ?? TeXError(message: "No pages of output.", line: nil, context: nil))
        }
        let pdf =
            switch finishing {
            case .preparedFonts(let fonts): try PDFAssembly.embed(fonts, in: outcome.output)
            case .openType(let fonts): try XDVAssembly.pdf(of: outcome.output, fonts, features: Self.features)
            }
        return Compiled(pdf: pdf, pages: pages, used: log.used ?? 0, height: log.height ?? 0)
    }

    /// Waits until the engine is warm.
    package func ready() async throws(EngineError) {
        do throws(ForkPoolError) { try await pool.ready() } catch { throw EngineError(error) }
    }

    /// Typesets a page, as a request would. An engine that cannot is replaced, and the error says why it could not; one
    /// that has no time for it is healthy.
    package func check() async throws(EngineError) {
        do throws(EngineError) {
            let page = try await compile("\\ResumeName{Ada Lovelace}\\ResumeBullet{Checks an engine.}")
            guard page.pages == 1 else { throw .unavailable("a page became \(page.pages)") }
        } catch {
            switch error {
            case .overloaded, .cancelled: return
            default: pool.recycle()
            }
            throw error
        }
    }

    /// Starts the engine anew; the one there is works until the other is warm.
    package func recycle() { pool.recycle() }

    package func figures() async -> ForkPoolFigures { await pool.figures() }

    package func stop() async { await pool.stop() }
}

/// A typeset document.
package struct Compiled: Sendable {
    package let pdf: [UInt8]
    package let pages: Int
    /// Height of what stands on the last page, in TeX points (72.27 to the inch).
    package let used: Double
    /// Height of a page's text area, in TeX points.
    package let height: Double

    package init(pdf: [UInt8], pages: Int, used: Double, height: Double) {
        self.pdf = pdf
        self.pages = pages
        self.used = used
        self.height = height
    }
}

extension EngineError {
    init(_ error: ForkPoolError) {
        switch error {
        case .overloaded: self = .overloaded
        case .limitExceeded(.wallClock, _): self = .limitExceeded("it ran for longer than a job may")
        case .limitExceeded(.processor, _): self = .limitExceeded("it used more processor time than a job may")
        case .limitExceeded(.output, _): self = .limitExceeded("it wrote more than a job may")
        case .crashed(let signal, let log):
            let said = CompileLog(log).error
            self = .compileFailed(
                said ?? TeXError(message: "The engine ended by signal \(signal).", line: nil, context: nil))
        case .unavailable(let reason): self = .unavailable(reason)
        case .cancelled: self = .cancelled
        case .stopped: self = .unavailable("the engine was stopped")
        }
    }
}
