import ForkServer
import Foundation
import Inspect
import Randomness
import Resume
import Template
import Testing

/// PDFs made to break their reader. Each is refused, and the one after it is read as if nothing had been.
@Suite struct HostilePDFTests {
    /// The error that a PDF is refused with, `nil` if it is read; and then a good one must be read.
    private func refusal(of pdf: [UInt8], _ inspector: Inspector) async throws -> InspectError? {
        var refusal: InspectError?
        do throws(InspectError) { _ = try await inspector.inspect(pdf) } catch { refusal = error }
        #expect(try await inspector.inspect(GateTests.page().bytes).pages[0].words.first?.text == "Jane")
        return refusal
    }

    private func isNoPDF(_ error: InspectError?) -> Bool { if case .notPDF = error { true } else { false } }

    private func expectNoPDF(
        _ pdf: [UInt8], _ inspector: Inspector, at location: SourceLocation = #_sourceLocation
    ) async throws {
        let error = try await refusal(of: pdf, inspector)
        #expect(isNoPDF(error), "\(String(describing: error))", sourceLocation: location)
    }

    private func isTooComplex(_ error: InspectError?) -> Bool { if case .tooComplex = error { true } else { false } }

    /// Little of everything, so that the test does not take long.
    private static var tight: InspectorConfiguration {
        var configuration = InspectorConfiguration.make()
        configuration.limits.processor = 1
        return configuration
    }

    @Test func `nothing, a word and random bytes are no PDF`() async throws {
        var random = SeededGenerator(seed: 1)
        try await withInspector { inspector in
            try await expectNoPDF([], inspector)
            try await expectNoPDF(Array("%PDF".utf8), inspector)
            try await expectNoPDF(Array("%PDF-1.7\n".utf8), inspector)
            for _ in 0..<30 {
                let bytes = (0..<random.number(in: 1...5000)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
                try await expectNoPDF(bytes, inspector)
                try await expectNoPDF(Array("%PDF-1.7\n".utf8) + bytes, inspector)
            }
        }
    }

    @Test func `a truncated PDF is refused or does not pass`() async throws {
        let whole = GateTests.page().bytes
        let refused = try await withInspector { inspector in
            var refused = 0
            for tenth in 0..<10 {
                do {
                    let facts = try await inspector.inspect(Array(whole.prefix(whole.count * tenth / 10)))
                    let report = Gate(.standard).check(facts, against: GateTests.expectation()) { $0.term }
                    #expect(!report.passes || facts.pages[0].rawText.contains("English, German"))
                } catch {
                    refused += 1
                }
            }
            let error = try await refusal(of: whole, inspector)
            #expect(error == nil)
            return refused
        }
        #expect(refused >= 3)
    }

    @Test func `flipped bits are read or refused, and never end the inspector`() async throws {
        var random = SeededGenerator(seed: 3)
        let whole = GateTests.page().bytes
        try await withInspector(Self.tight) { inspector in
            try await inspector.ready()
            let start = await inspector.figures().starts
            for _ in 0..<200 {
                var bytes = whole
                for _ in 0..<random.number(in: 1...8) {
                    bytes[random.number(in: 0...(bytes.count - 1))] ^= 1 << UInt8(random.number(in: 0...7))
                }
                do {
                    _ = try await inspector.inspect(bytes)
                } catch InspectError.unavailable(let reason) {
                    Issue.record("the inspector is gone: \(reason)")
                } catch InspectError.unusableReport(let reason) {
                    Issue.record("its report is not usable: \(reason)")
                } catch {}
            }
            let end = await inspector.figures().starts
            #expect(end == start)
        }
    }

    @Test func `a million declared pages are no pages`() async throws {
        var pdf = GateTests.page()
        pdf.declaredPages = 1_000_000
        let error = try await withInspector { try await refusal(of: pdf.bytes, $0) }
        #expect(isNoPDF(error), "\(String(describing: error))")
    }

    @Test func `pages that hold themselves, and no pages, are refused`() async throws {
        try await withInspector { inspector in
            for kids in ["2 0 R", ""] {
                let bytes = HandmadePDF.file([
                    1: Array("<</Type/Catalog/Pages 2 0 R>>".utf8),
                    2: Array("<</Type/Pages/Kids[\(kids)]/Count 1>>".utf8), 8: Array("<<>>".utf8),
                ])
                try await expectNoPDF(bytes, inspector)
            }
        }
    }

    @Test func `brackets nested a million deep do not end the inspector`() async throws {
        try await withInspector(Self.tight) { inspector in
            for bracket in ["[", "<<", "("] {
                var pdf = GateTests.page()
                let nested = String(repeating: bracket, count: 1_000_000)
                pdf.content = ("", Array((nested + " BT /F 10 Tf (x) Tj ET").utf8))
                _ = try await refusal(of: pdf.bytes, inspector)
                pdf = GateTests.page()
                pdf.pageEntries = "/Nested " + nested
                _ = try await refusal(of: pdf.bytes, inspector)
            }
        }
    }

    @Test func `a stream that unpacks to 600 megabytes ends at its limits`() async throws {
        // A gzip file is a header of ten bytes and the deflate stream that a PDF wants behind two of its own.
        let script =
            "{ printf 'BT /F 10 Tf ('; head -c 600000000 /dev/zero | tr '\\0' a; printf ') Tj ET'; } | gzip > out"
        let packed = try await make("out", with: ["sh", "-c", script], files: [:])
        var pdf = GateTests.page()
        pdf.content = ("/Filter/FlateDecode", [0x78, 0x9C] + packed.dropFirst(10))
        #expect(pdf.bytes.count < 1 << 20)
        let error = try await withInspector(Self.tight) { try await refusal(of: pdf.bytes, $0) }
        #expect(isTooComplex(error), "\(String(describing: error))")
    }

    @Test func `a page that draws without end is ended for the time it takes`() async throws {
        var pdf = GateTests.page()
        let packed = try await make(
            "out", with: ["sh", "-c", "yes 'q 1 0 m S Q' | head -c 400000000 | gzip > out"], files: [:])
        pdf.content = ("/Filter/FlateDecode", [0x78, 0x9C] + packed.dropFirst(10))
        // On a busy machine the wall clock would be first.
        var configuration = Self.tight
        configuration.limits.processor = 1
        configuration.limits.wall = .seconds(300)
        let error = try await withInspector(configuration) { try await refusal(of: pdf.bytes, $0) }
        #expect(error == .tooComplex("reading it took more processor time than an inspection may use"))
    }

    @Test func `a page that is its own picture is read as far as it goes`() async throws {
        var pdf = GateTests.page()
        // The page's content, object 11, as a form that draws itself.
        pdf.pageEntries = "/Resources<</Font<</F 3 0 R>>/XObject<</X 11 0 R>>>>"
        pdf.content = (
            "/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X 11 0 R>>>>",
            Array("BT /F 10 Tf 72 700 Td (once) Tj ET /X Do".utf8)
        )
        try await withInspector(Self.tight) { _ = try await refusal(of: pdf.bytes, $0) }
    }

    @Test func `text that a PDF wants from a file stays there`() async throws {
        let canary = FileManager.default.temporaryDirectory.appending(path: "canary-\(UUID().uuidString)")
        try Data("BT /F 10 Tf 72 700 Td (canary) Tj ET".utf8).write(to: canary)
        defer { try? FileManager.default.removeItem(at: canary) }
        var pdf = GateTests.page()
        pdf.content = ("/F<</Type/Filespec/F(\(canary.path))/UF(\(canary.path))>>", [])
        let facts = try await read(pdf)
        #expect(facts.pages[0].words.isEmpty)
    }

    @Test func `the inspector serves from inside its sandbox`() async throws {
        try await withInspector { inspector in
            try await inspector.ready()
            let figures = await inspector.figures()
            #expect(figures.seccomp)
            // Landlock asks for a kernel of 5.13 or newer that was built with it.
            let process = try #require(figures.process)
            let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
            #expect(status.contains("NoNewPrivs:\t1"))
            #expect(status.contains("Threads:\t1"))
        }
    }
}
