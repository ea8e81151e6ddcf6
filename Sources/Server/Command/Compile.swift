import API
import ArgumentParser
import Engine
import Font
import Template

/// `kongresume compile`: a LaTeX body on the warm engine, in the same sandbox as a request's.
struct Compile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Typeset a LaTeX body, without a server.",
        discussion: """
            The body is what stands between \\begin{document} and \\end{document} in a document of the template.

            Example: kongresume compile body.tex --template template1 -o out.pdf
            """)

    @Argument(help: "A file with the body, or - for standard input.")
    var body: String

    @Option(help: "The template whose class the body uses.")
    var template = "template1"

    @Option(help: "pdftex or xetex. Default: pdftex if its fonts have every character of the body.")
    var engine: TeXEngine?

    @Option(name: .shortAndLong, help: "Where the PDF goes, or - for standard output.")
    var output = "out.pdf"

    func run() async throws {
        let workplace = try Workplace()
        let text = try readText(body)
        guard let template = workplace.catalog[id: template] else { throw workplace.noSuchTemplate(template) }
        let engine = try await Engine.start(
            template.id, workplace.installation.engineConfiguration(workplace.settings),
            by: engine ?? template.engine(for: text), report: progress)
        do {
            let compiled = try await engine.compile(text)
            await engine.stop()
            try write(compiled.pdf, to: output)
            progress("\(output): \(compiled.pages) page\(compiled.pages == 1 ? "" : "s"), \(compiled.pdf.count) bytes")
        } catch {
            await engine.stop()
            throw Self.explained(error)
        }
    }

    /// An error of TeX as an editor would show it.
    private static func explained(_ error: any Error) -> any Error {
        guard case EngineError.compileFailed(let said) = error else { return error }
        return Failure("\(said)")
    }
}

extension TeXEngine: ExpressibleByArgument {}
