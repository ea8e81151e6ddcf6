import Inspect
import Resume
import Template
import Testing

@Suite struct GateTests {
    static let lines = [
        "Jane Doe", "jane.doe@example.com", "(555) 010-4477", "EXPERIENCE", "Data Analyst", "Wrote SQL and Python.",
        "Languages", "English, German",
    ]

    static func expectation(
        lines: [String] = lines, mostPages: Int = 1, supported: [String] = ["SQL", "Python"], missing: [String] = []
    ) -> Inspect.Expectation {
        Inspect.Expectation(
            name: "Jane Doe", email: "jane.doe@example.com", phone: "(555) 010-4477", lines: lines,
            mostPages: mostPages, supportedKeywords: supported.map(Keyword.make),
            missingKeywords: missing.map(Keyword.make))
    }

    static func page(_ lines: [String] = lines) -> HandmadePDF { HandmadePDF(pages: [HandmadePDF.lines(lines)]) }

    static func report(_ pdf: HandmadePDF, _ expectation: Inspect.Expectation = expectation()) async throws -> Report {
        let facts = try await read(pdf)
        let words = facts.flowingText.split { $0 == " " || $0 == "," || $0 == "." }.map(String.init)
        return Gate(.standard).check(facts, against: expectation) { words.contains($0.term) ? $0.term : nil }
    }

    /// The checks that did not pass.
    static func failures(_ pdf: HandmadePDF, _ expectation: Inspect.Expectation = expectation()) async throws
        -> [String]
    {
        try await report(pdf, expectation).checks.filter { $0.status != .pass }.map(\.id.rawValue)
    }

    @Test func `a good resume passes every check and scores 100`() async throws {
        let report = try await Self.report(Self.page())
        // Nothing is known of the resume but its lines, so there is no round trip.
        #expect(report.checks.map(\.id) == Check.Identifier.allCases.filter { $0 != .roundTrip })
        #expect(report.checks.allSatisfy { $0.status == .pass && $0.mend == nil && !$0.lookedAt.isEmpty })
        #expect(report.passes)
        #expect((report.score, report.reachableScore) == (100, 100))
        #expect(report.coverage == 1)
    }

    @Test func `a page too many fails the page count alone`() async throws {
        var pdf = Self.page()
        pdf.pages.append([])
        #expect(try await Self.failures(pdf) == ["page-count"])
        #expect(try await Self.failures(pdf, Self.expectation(mostPages: 2)) == [])
    }

    @Test func `a font that is not embedded fails alone, by name`() async throws {
        var pdf = Self.page()
        pdf.font = .outside
        let report = try await Self.report(pdf)
        let failed = report.checks.filter { $0.status == .fail }
        #expect(failed.map(\.id) == [.fontsEmbedded])
        #expect(failed.first?.detail == "Of 1 font, not embedded: “Helvetica”.")
        #expect(failed.first?.mend?.contains("Embed all fonts") == true)
        #expect(report.score == 97)
        #expect(report.reachableScore == 100)
    }

    @Test func `a Type 3 font fails alone`() async throws {
        var pdf = Self.page()
        pdf.font = .type3
        #expect(try await Self.failures(pdf) == ["no-type3"])
    }

    @Test(arguments: [
        ("E000", "U+E000 private use"), ("FB01", "U+FB01 LATIN SMALL LIGATURE FI"),
        ("FFFD", "U+FFFD REPLACEMENT CHARACTER"), ("00AD", "U+00AD SOFT HYPHEN"), ("D800", "U+FFFD"),
        ("0003", "U+0003"),
    ])
    func `a character that means nothing fails by name`(code: String, name: String) async throws {
        var pdf = Self.page()
        pdf.meanings = [0x7E: code]
        pdf.pages[0].append(HandmadePDF.Piece(text: "a~b", top: 500))
        let report = try await Self.report(pdf)
        let failed = report.checks.filter { $0.status != .pass }
        // It stands in a word that the resume does not have.
        #expect(failed.map(\.id) == [.cleanCharacters, .noOtherText])
        #expect(failed.first?.detail.contains("\(name)") == true)
        #expect(failed.first?.detail.contains("on page 1") == true)
    }

    @Test func `a word that is missing fails the text alone, by name`() async throws {
        let expectation = Self.expectation(lines: Self.lines + ["Wrote Kotlin"])
        let report = try await Self.report(Self.page(), expectation)
        let failed = report.checks.filter { $0.status != .pass }
        #expect(failed.map(\.id) == [.textComplete])
        #expect(failed.first?.detail.contains("“Wrote”, “Kotlin”") == true)
    }

    @Test func `a word that is there once where it should be twice is missing`() async throws {
        #expect(
            try await Self.failures(Self.page(), Self.expectation(lines: Self.lines + ["SQL"])) == ["text-complete"])
    }

    @Test func `lines in another order fail the order alone, by name`() async throws {
        var lines = Self.lines
        lines.swapAt(3, 5)
        let report = try await Self.report(Self.page(), Self.expectation(lines: lines))
        let failed = report.checks.filter { $0.status != .pass }
        #expect(failed.map(\.id) == [.textOrder])
        #expect(failed.first?.detail.contains("“EXPERIENCE”") == true)
    }

    @Test func `a line that another is mixed into fails the order alone`() async throws {
        var pdf = Self.page(
            Self.lines.dropLast(3) + ["Wrote", "Side", "SQL and Python.", "Languages", "English, German"])
        pdf.title = "(Columns)"
        let expectation = Self.expectation(lines: Self.lines + ["Side"])
        #expect(try await Self.failures(pdf, expectation) == ["text-order"])
    }

    @Test func `contacts at the foot of the page fail alone`() async throws {
        var pdf = Self.page()
        pdf.pages[0][1].top = 760
        let report = try await Self.report(pdf)
        let failed = report.checks.filter { $0.status != .pass }
        #expect(failed.map(\.id) == [.contactAtTop])
        #expect(failed.first?.detail.contains("e-mail “jane.doe@example.com”") == true)
    }

    @Test func `a word that the resume does not have fails alone, by name`() async throws {
        let report = try await Self.report(Self.page(Self.lines + ["nil"]))
        let failed = report.checks.filter { $0.status != .pass }
        #expect(failed.map(\.id) == [.noOtherText])
        #expect(failed.first?.detail.contains("“nil”") == true)
    }

    @Test func `letters set apart fail the reading order`() async throws {
        var pdf = Self.page()
        pdf.pages[0].append(HandmadePDF.Piece(text: "SPACED", top: 400, spacing: 3.5))
        #expect(try await Self.failures(pdf) == ["reading-order", "no-other-text"])
    }

    @Test func `a keyword that the profile supports and the text lacks fails alone`() async throws {
        let expectation = Self.expectation(supported: ["SQL", "Python", "Excel"], missing: ["Scala"])
        let report = try await Self.report(Self.page(), expectation)
        #expect(report.checks.filter { $0.status != .pass }.map(\.id) == [.keywordsSupported])
        #expect(report.keywords.present.map(\.term) == ["SQL", "Python"])
        #expect(report.keywords.supportedButAbsent.map(\.term) == ["Excel"])
        #expect(report.keywords.missing.map(\.term) == ["Scala"])
        #expect(report.coverage == 0.5)
        // Half of the 20 points of the keywords are there, three quarters could be.
        #expect((report.score, report.reachableScore) == (90, 95))
    }

    @Test func `what the profile lacks costs points but fails nothing`() async throws {
        let report = try await Self.report(Self.page(), Self.expectation(missing: ["Scala", "Spark"]))
        #expect(report.passes)
        #expect((report.score, report.reachableScore) == (90, 90))
    }

    @Test func `the score is the sum of the points of the checks`() async throws {
        let pdf = HandmadePDF(pages: [HandmadePDF.lines(["Nothing", "of", "it"], top: 500), []], font: .outside)
        let report = try await Self.report(pdf)
        #expect(report.score == report.checks.reduce(0) { $0 + $1.points })
        #expect(report.checks.allSatisfy { $0.points <= $0.id.weight })
        #expect(Check.Identifier.allCases.reduce(0) { $0 + $1.weight } == 100)
        #expect(!report.passes)
    }

    @Test func `the report as JSON has the names that other programs read`() async throws {
        let report = try await Self.report(Self.page(), Self.expectation(supported: ["SQL"], missing: ["Scala"]))
        let json = try JSON(parsing: report.json.text)
        #expect(json[member: "pages"] == 1)
        #expect(json[member: "score"]?.integer == report.score)
        #expect(json[member: "reachable_score"]?.integer == report.reachableScore)
        #expect(json[member: "coverage"] == 0.5)
        #expect(json[at: JSONPointer.root.member("keywords").member("missing")] == ["Scala"])
        #expect(json[at: JSONPointer.root.member("checks").element(0).member("id")] == "text-layer")
        #expect(json[at: JSONPointer.root.member("checks").element(0).member("status")] == "pass")
        for member in ["id", "status", "detail", "looked_at", "found", "mend", "points", "weight"] {
            #expect(json[at: JSONPointer.root.member("checks").element(0).member(member)] != nil)
        }
        let term = json[at: JSONPointer.root.member("keywords").member("terms").element(0)]
        #expect(term?[member: "status"] == "present" && term?[member: "importance"] == "required")
        #expect(
            json[at: JSONPointer.root.member("round_trip").member("resume").member("email")] == "jane.doe@example.com")
    }
}
