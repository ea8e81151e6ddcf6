import Engine
import Font
import Foundation
import Resume
import Template
import Testing

/// What a PDF says of itself, by Poppler's tools.
@Suite struct DocumentTests {
    /// A profile for each engine.
    private static let profiles = [TeXEngine.pdftex: "icu-nurse", .xetex: "el-dikigoros"]

    @Test(arguments: ["template1", "template2", "template3"], TeXEngine.allCases)
    func `title, author, language, links and bold faces are there`(_ id: String, _ kind: TeXEngine) async throws {
        let name = try #require(Self.profiles[kind])
        let text = try String(contentsOfFile: "\(project)/samples/profiles/\(name).json", encoding: .utf8)
        let profile = try Profile(json: JSON(parsing: text))
        let template = try #require(TemplateCatalog.make()[id: id])
        let body = try template.render(TailoredResume(everythingIn: profile), paper: .a4)
        #expect(body.engine == kind)
        let engine = try await Engine.start(id, .make(), by: kind)
        let pdf = try await engine.compile(body.latex).pdf
        await engine.stop()

        let person = try #require(body.lines.first)
        let facts = try await said(by: "pdfinfo", of: pdf)
        #expect(facts.contains("Title:           \(person)"))
        #expect(facts.contains("Author:          \(person)"))
        #expect(
            facts.contains("Page size:       595.28 x 841.89 pts (A4)") || facts.contains("595.276 x 841.89 pts (A4)"))
        let objects = try await made(["qpdf", "--qdf", "--object-streams=disable", "in.pdf", "out"], of: pdf)
        #expect(objects.contains("/Lang (\(profile.language))"))
        #expect(objects.contains("/URI (mailto:"))
        for forbidden in ["/JavaScript", "/EmbeddedFile", "/OpenAction", "/Launch"] {
            #expect(!objects.contains(forbidden))
        }
        let fonts = try await said(by: "pdffonts", of: pdf).split(separator: "\n").dropFirst(2)
        #expect(fonts.contains { $0.contains("-Bold") })
        // Embedded, subset, with a map to Unicode; no Type 3.
        #expect(fonts.allSatisfy { $0.contains("yes yes yes") && !$0.contains("Type 3") })
    }

    private func said(by program: String, of pdf: [UInt8]) async throws -> String {
        try await made(["sh", "-c", "\(program) in.pdf > out"], of: pdf)
    }

    private func made(_ command: [String], of pdf: [UInt8]) async throws -> String {
        String(decoding: try await make("out", with: command, files: ["in.pdf": pdf]), as: UTF8.self)
    }
}
