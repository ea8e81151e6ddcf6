import Engine
import Font
import Inspect
import Resume
import Template
import Testing

/// Words from right to left, and words of both directions, in resumes of either direction: what is typeset passes the gate
/// and is read back as it was meant.
@Suite struct MixedDirectionTests {
    private static let texts = [
        "Adaא Example", "Adaאב Example", "אAda Example", "אבAda Example", "Ada ב-Python", "Ada אב22 Example",
        "אב22 Ada", "22אב Ada", "Adaسلم Example", "سلمAda", "سلمى عبد Ada",
        "Ada שלמה כהן Example", "Adaאב22x Example", "(אב) Ada",
        "Ada אב. Example", "Adaא.", "Adaאב, Example", "Ada “אב” Example", "אב: Ada",
        "Ada (אב גד) Example", "א.ב. Ada", "Ada שלום, עולם.", "Ada אב -גד", "Ada א\u{05B8}ב Example",
    ]

    @Test(arguments: ["en", "he"])
    func `is read back as it was meant`(language: String) async throws {
        let template = try #require(try TemplateCatalog.make()[id: "template1"])
        let engine = try await Engine.start("template1", .make(), by: .xetex)
        try await withInspector { inspector in
            for text in Self.texts {
                let resume = Self.resume(text, language)
                let body = try template.render(resume, paper: .a4)
                let compiled = try await engine.compile(body.latex)
                let facts = try await inspector.inspect(compiled.pdf)
                let expectation = Inspect.Expectation(resume, lines: body.lines, mostPages: 1)
                let stumbles = Gate(.standard).check(facts, against: expectation) { $0.term }.checks.filter {
                    $0.status != .pass
                }
                #expect(stumbles.map(\.detail) == [], "\(text)")
            }
        }
        await engine.stop()
    }

    @Test(arguments: ["en", "he"])
    func `a mark that the face of its letter lacks is refused by name`(language: String) throws {
        let template = try #require(try TemplateCatalog.make()[id: "template1"])
        let error = try #require(throws: TemplateError.self) {
            _ = try template.render(Self.resume("א\u{0301} Ada", language), paper: .a4)
        }
        guard case .unprintable(let texts) = error else { throw error }
        #expect(texts.allSatisfy { $0.characters == ["\u{0301}"] } && !texts.isEmpty)
    }

    /// The text in every place of a resume.
    private static func resume(_ text: String, _ language: String) -> TailoredResume {
        func line(_ text: String) -> TailoredResume.Line { .init(text, from: .root) }
        var resume = TailoredResume(language: language, name: line(text))
        resume.headline = line(text)
        resume.contacts = [
            .init(.email, line("ada@example.com")), .init(.phone, line("+1 206 555 0100")),
            .init(.location, line(text)),
        ]
        let words = language == "he" ? "מילים רבות מאוד שנכתבו בעברית" : "Many more words that are written in English"
        resume.summary = line("\(words) \(text), \(words).")
        var job = TailoredResume.Entry(item: .root)
        job.title = line(text)
        job.organization = line("\(words)")
        job.dates = .init(start: PartialDate("2019-03"), end: PartialDate("2021-04"))
        job.bullets = [line("\(words) \(text)"), line(text)]
        var skill = TailoredResume.Entry(item: .root)
        skill.title = line(words)
        skill.terms = [line("SQL"), line(text)]
        resume.sections = [.init(.experience, entries: [job]), .init(.skills, entries: [skill])]
        return resume
    }
}
