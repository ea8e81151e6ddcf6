import Engine
import Foundation
import Randomness
import Resume
import Template
import Testing

@Suite struct LaTeXTextTests {
    @Test(arguments: [
        (#"\input{/etc/passwd}"#, #"\textbackslash{}input\{/etc/passwd\}"#),
        ("100% of $5M & a_b #1 ~ ^", ##"100\% of \$5M \& a\_b \#1 \textasciitilde{} \textasciicircum{}"##),
        ("O'Brien `x`", #"O\textquotesingle{}Brien \textasciigrave{}x\textasciigrave{}"#),
        ("two  spaces", "two  spaces"),
        ("Go、SQL、設計", #"Go、\ResumeBreak{}SQL、設計"#),
        (
            "https://example.org/a_long_path",
            #"https:\ResumeBreak{}/\ResumeBreak{}/\ResumeBreak{}example.\ResumeBreak{}"#
                + #"org/\ResumeBreak{}a\_\ResumeBreak{}long\_\ResumeBreak{}path"#
        ),
    ])
    func `what TeX would take for its own is printed`(text: String, latex: String) {
        #expect(latexEscaped(text) == latex)
    }

    @Test func `a URI cannot leave its argument`() {
        #expect(
            latexEscaped(uri: "https://example.org/a)b\\c{d}%20~x#é")
                == ##"https://example.org/a\%29b\%5Cc\%7Bd\%7D\%20\%7Ex\#\%C3\%A9"##)
    }

    /// Whatever is printable comes back from the PDF as it went in: every character, in every neighbourhood.
    @Test func `any printable text typesets to itself`() async throws {
        let table = try String(
            contentsOfFile: project + "/texmf/tex/latex/kongresume/kongresume-characters.tex", encoding: .utf8)
        let printable = PrintableCharacters(table: table)
        let ascii = (0x21...0x7E).compactMap(Unicode.Scalar.init)
        let everything = ascii + printable.sorted
        let engine = try await Engine.start("template1", .make())
        var random = SeededGenerator(seed: 20_260)
        // First every character alone, then words of any of them, in each face.
        var words = everything.map { "x\($0)x" }
        for _ in 0..<1500 {
            let source = Bool.random(using: &random) ? ascii : everything
            let length = Int.random(in: 1...18, using: &random)
            words.append(
                String(String.UnicodeScalarView((0..<length).compactMap { _ in source.randomElement(using: &random) })))
        }
        words = words.map(\.precomposedStringWithCanonicalMapping)
        for face in ["", "\\bfseries ", "\\itshape "] {
            let body = words.map { "\\ResumeText{\(face)\(latexEscaped($0))}" }.joined(separator: "\n")
            let text = try await extractedText(from: try await engine.compile(body).pdf)
            let lines = text.split(whereSeparator: { $0 == "\n" || $0 == "\u{C}" }).map(String.init)
            #expect(lines.count == words.count)
            for (word, line) in zip(words, lines) where word != line.precomposedStringWithCanonicalMapping {
                Issue.record("\(word) came back as \(line) in face \(face)")
            }
        }
        await engine.stop()
    }

    @Test func `text that cannot be printed is refused by name and address`() throws {
        let catalog = try TemplateCatalog.make()
        let template = try #require(catalog[id: "template1"])
        let name = JSONPointer.root.member("basics").member("name")
        let resume = TailoredResume(language: "en", name: .init("Юрий \u{1F600} \u{13000}", from: name))
        let error = #expect(throws: TemplateError.self) { try template.render(resume, paper: .letter) }
        guard case .unprintable(let texts) = error else { return }
        #expect(texts.map(\.pointer) == [name])
        #expect(
            texts[0].names
                == "U+1F600 GRINNING FACE (\u{1F600}), U+13000 EGYPTIAN HIEROGLYPH A001 (\u{13000})")
    }
}

/// The text of a PDF in the order of its content stream, by Poppler's own command.
func extractedText(from pdf: [UInt8]) async throws -> String {
    let text = try await make("out.txt", with: ["pdftotext", "-raw", "in.pdf", "out.txt"], files: ["in.pdf": pdf])
    return String(decoding: text, as: UTF8.self)
}
