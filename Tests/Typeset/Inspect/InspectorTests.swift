import Foundation
import Inspect
import Testing

@Suite struct InspectorTests {
    @Test func `a PDF from LaTeX is read with its words, fonts, pages and metadata`() async throws {
        let source = #"""
            \documentclass{article}
            \usepackage[T1]{fontenc}
            \usepackage{tgpagella}
            \pdfgentounicode=1
            \pdfinfo{/Title <FEFF00AB00E90022005C00BB> /Author (Jane)}
            \pagestyle{empty}
            \begin{document}
            \noindent Jane Doe

            \noindent \textbf{Müller} ``tests'' a\textbackslash b
            \newpage
            \noindent Second
            \end{document}
            """#
        let pdf = try await make(
            "a.pdf", with: ["pdflatex", "-interaction=batchmode", "a.tex"], files: ["a.tex": Array(source.utf8)])
        let facts = try await withInspector { try await $0.inspect(pdf) }
        #expect(facts.pages.count == 2)
        #expect(facts.pages[1].rawText == "Second\n\u{C}")
        #expect(facts.pages[0].words.map(\.text) == ["Jane", "Doe", "Müller", "“tests”", "a\\b"])
        #expect(facts.fonts.count == 2)
        #expect(facts.fonts.allSatisfy { $0.isEmbedded && $0.isSubset && $0.type == "Type 1" })
        #expect(facts.metadata.title == "«é\"\\»")
        #expect(facts.metadata.author == "Jane")
        let jane = try #require(facts.pages[0].words.first)
        #expect(jane.after == .space && facts.pages[0].words[1].after == .lineEnd)
        #expect(abs(jane.fontSize - 10) < 0.1)
        #expect(jane.face.name.contains("Pagella"))
        #expect(jane.box.left > 100 && jane.box.left < jane.box.right)
        #expect(jane.box.top < facts.pages[0].words[2].box.top)
    }

    @Test func `boxes are measured from the top left corner of the page as displayed`() async throws {
        var pdf = HandmadePDF(pages: [[HandmadePDF.Piece(text: "word", left: 100, top: 90)]])
        var facts = try await read(pdf)
        #expect((facts.pages[0].width, facts.pages[0].height) == (612, 792))
        #expect(abs(facts.pages[0].words[0].box.left - 100) < 1)
        #expect(abs(facts.pages[0].words[0].box.bottom - 90) < 4)

        pdf.pageEntries = "/Rotate 90"
        facts = try await read(pdf)
        #expect((facts.pages[0].width, facts.pages[0].height) == (792, 612))

        pdf.pageEntries = "/CropBox[50 60 612 792]"
        facts = try await read(pdf)
        #expect((facts.pages[0].width, facts.pages[0].height) == (562, 732))
        #expect(abs(facts.pages[0].words[0].box.left - 50) < 1)
    }

    @Test func `whatever hides in text or metadata comes out as valid text`() async throws {
        var pdf = HandmadePDF(pages: [[HandmadePDF.Piece(text: "a~b \"q\" \\ c", top: 90)]])
        pdf.meanings = [0x7E: "D83DDE00"]
        // Half a surrogate pair, A, U+0000, U+0001, a quotation mark, a whole pair, the other half.
        pdf.title = "<FEFFD8000041000000010022D83DDE00DC00>"
        let facts = try await read(pdf)
        #expect(facts.metadata.title == "\u{FFFD}A\u{FFFD}\u{1}\"😀\u{FFFD}")
        #expect(facts.pages[0].rawText == "a😀b \"q\" \\ c\n\u{C}")
        #expect(facts.pages[0].words.map(\.text) == ["a😀b", "\"q\"", "\\", "c"])
    }

    @Test func `a PDF of more pages than asked for is refused`() async throws {
        let pdf = HandmadePDF(pages: Array(repeating: [HandmadePDF.Piece(text: "page", top: 90)], count: 51))
        try await withInspector { inspector in
            await #expect(throws: InspectError.tooManyPages(most: 50)) { try await inspector.inspect(pdf.bytes) }
            await #expect(throws: InspectError.tooManyPages(most: 2)) {
                try await inspector.inspect(pdf.bytes, mostPages: 2)
            }
            let facts = try await inspector.inspect(pdf.bytes, mostPages: 51)
            #expect(facts.pages.count == 51)
        }
    }

    @Test func `an encrypted PDF is told as such, one that opens without a password is read`() async throws {
        let plain = GateTests.page().bytes
        func encrypted(_ password: String) async throws -> [UInt8] {
            try await make(
                "out.pdf", with: ["qpdf", "--encrypt", password, "owner", "256", "--", "in.pdf", "out.pdf"],
                files: ["in.pdf": plain])
        }
        let locked = try await encrypted("secret")
        let open = try await encrypted("")
        try await withInspector { inspector in
            await #expect(throws: InspectError.encrypted) { try await inspector.inspect(locked) }
            let facts = try await inspector.inspect(open)
            #expect(facts.isEncrypted)
            #expect(facts.pages[0].rawText.hasPrefix("Jane Doe\n"))
            let plainFacts = try await inspector.inspect(plain)
            #expect(!plainFacts.isEncrypted)
        }
    }

    @Test func `a hundred PDFs at once are all read`() async throws {
        let bytes = GateTests.page().bytes
        var configuration = InspectorConfiguration.make(idle: 2, busy: 2)
        configuration.queue = 100
        try await withInspector(configuration) { inspector in
            let texts = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<100 { group.addTask { try await inspector.inspect(bytes).pages[0].rawText } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(texts.count == 1)
        }
    }

    @Test func `a missing inspector is told as such`() async throws {
        try await withInspector(InspectorConfiguration(program: "/nonexistent/pdf-inspector")) { inspector in
            do {
                try await inspector.ready()
                Issue.record("it is ready")
            } catch InspectError.unavailable(let reason) {
                #expect(reason.contains("/nonexistent/pdf-inspector"))
            }
        }
    }
}
