import Engine
import Font
import Foundation
import Inspect
import Resume
import Template
import Testing

/// Every sample profile in every template, typeset, read back as an applicant tracking system does, and compared field by
/// field with what was meant.
@Suite struct RoundTripTests {
    @Test(arguments: ["template1", "template2", "template3"])
    func `what is read back is what was meant, of every sample`(id: String) async throws {
        let template = try #require(try TemplateCatalog.make()[id: id])
        let (reader, gate) = (ResumeReader(.standard), Gate(.standard))
        var engines: [TeXEngine: Engine] = [:]
        for kind in TeXEngine.allCases { engines[kind] = try await Engine.start(id, .make(), by: kind) }
        try await withInspector { inspector in
            var fields = 0
            for (name, resume) in try Samples.resumes() {
                for density in [0, 2] {
                    let body = try template.render(resume, paper: .a4, density: density)
                    let compiled = try #require(try await engines[body.engine]?.compile(body.latex))
                    let facts = try await inspector.inspect(compiled.pdf)
                    let trip = RoundTrip(meant: resume, read: reader.read(facts))
                    let expectation = Inspect.Expectation(resume, lines: body.lines, mostPages: 3)
                    // Who gives no phone number is told so.
                    let isReached = resume.contacts.contains { $0.kind == .phone }
                    let stumbles = gate.check(facts, against: expectation) { $0.term }.checks.filter {
                        $0.status != .pass && (isReached || $0.id != .contactAtTop)
                    }
                    #expect(stumbles.map(\.detail) == [], "\(name), density \(density)")
                    fields += trip.fields
                    for difference in trip.differences.prefix(4) {
                        Issue.record(
                            "\(name), density \(density): \(difference.field): meant “\(difference.meant)”, read “\(difference.read)”"
                        )
                    }
                    // The same PDF, judged as one that came from anywhere.
                    let failed = gate.verify(facts).checks.filter { $0.status == .fail }.map(\.detail)
                    #expect(failed == [], "\(name), density \(density)")
                    // Nothing of ours is hidden, acts, or is a picture.
                    #expect(facts.pages.allSatisfy { $0.hidden.isEmpty && $0.artifactText.isEmpty }, "\(name)")
                    #expect(facts.active.isEmpty && facts.actualTexts == 0, "\(name)")
                    #expect(facts.fonts.allSatisfy { $0.hasToUnicode && $0.unmapped == 0 }, "\(name)")
                }
            }
            #expect(fields > 1000)
        }
        for engine in engines.values { await engine.stop() }
    }
}

/// The project's sample profiles as resumes.
enum Samples {
    static func resumes() throws -> [(name: String, resume: TailoredResume)] {
        let folder = project + "/samples/profiles"
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { file in
            let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
            return (String(file.dropLast(5)), TailoredResume(everythingIn: try Profile(json: JSON(parsing: text))))
        }
    }
}

/// The comparison itself: what differs is named, and nothing else.
@Suite struct RoundTripDifferenceTests {
    /// A resume that was printed line by line, without bold, and what is read of it.
    private func read(_ lines: [String]) async throws -> ReadResume {
        let pdf = HandmadePDF(pages: [HandmadePDF.lines(lines)])
        return ResumeReader(.standard).read(try await withInspector { try await $0.inspect(pdf.bytes) })
    }

    private static func meant() -> TailoredResume {
        var resume = TailoredResume(language: "en", name: .init("Jane Doe", from: .root))
        resume.contacts = [
            .init(.email, .init("jane@example.com", from: .root)), .init(.phone, .init("+1 505 555 0139", from: .root)),
        ]
        resume.summary = .init("Reads ledgers.", from: .root)
        return resume
    }

    @Test func `what is as meant is no difference`() async throws {
        let read = try await read(["Jane Doe", "jane@example.com | +1 505 555 0139", "SUMMARY", "Reads ledgers."])
        let trip = RoundTrip(meant: Self.meant(), read: read)
        #expect(trip.differences.isEmpty)
        #expect(trip.fields == 6 && trip.share == 1)
    }

    @Test func `each field that differs is named with what was meant and what was read`() async throws {
        let read = try await read(["Jane Doe", "jane@example.com | +1 505 555 0138", "SUMMARY", "Reads ledger."])
        let trip = RoundTrip(meant: Self.meant(), read: read)
        #expect(trip.differences.map(\.field) == ["contact 2", "phone", "summary"])
        #expect(trip.differences.last?.meant == "Reads ledgers." && trip.differences.last?.read == "Reads ledger.")
        #expect(trip.share < 1)
        let json = trip.json
        #expect(json[member: "fields"] == 6 && json[member: "matching"] == 3)
    }

    @Test func `a section that is missing and an entry too many are differences`() async throws {
        var meant = Self.meant()
        var entry = TailoredResume.Entry(item: .root)
        entry.terms = [.init("Koha", from: .root)]
        meant.sections = [.init(.skills, entries: [entry]), .init(.education, entries: [entry])]
        let read = try await read([
            "Jane Doe", "jane@example.com | +1 505 555 0139", "SUMMARY", "Reads ledgers.", "SKILLS", "Koha", "Excel",
        ])
        let fields = RoundTrip(meant: meant, read: read).differences.map(\.field)
        #expect(fields == ["section 2", "skills: entries"])
    }
}

/// What the gate makes of a difference.
@Suite struct RoundTripVerdictTests {
    private func verdict(_ lines: [String], _ change: (inout TailoredResume) -> Void) async throws -> Check {
        var resume = TailoredResume(language: "en", name: .init("Jane Doe", from: .root))
        resume.contacts = [.init(.email, .init("jane@example.com", from: .root))]
        resume.summary = .init("Reads ledgers.", from: .root)
        resume.sections = [.init(.skills, entries: ["Koha", "Excel", "Paste"].map(Self.list))]
        change(&resume)
        let facts = try await withInspector {
            try await $0.inspect(HandmadePDF(pages: [HandmadePDF.lines(lines)]).bytes)
        }
        let expectation = Inspect.Expectation(resume, lines: lines, mostPages: 1)
        let report = Gate(.standard).check(facts, against: expectation) { $0.term }
        return try #require(report.checks.first { $0.id == .roundTrip })
    }

    private static func list(_ term: String) -> TailoredResume.Entry {
        var entry = TailoredResume.Entry(item: .root)
        entry.terms = [.init(term, from: .root)]
        return entry
    }

    private static let lines = [
        "Jane Doe", "jane@example.com", "SUMMARY", "Reads ledgers.", "SKILLS", "Koha", "Excel", "Paste",
    ]

    /// On a page without a body nothing tells a headline from a contact.
    @Test func `of a name and a headline alone, one in the place of the other is told and not lost`() async throws {
        let check = try await verdict(["Jane Doe", "Data Analyst"]) { resume in
            resume.contacts = []
            resume.summary = nil
            resume.sections = []
            resume.headline = .init("Data Analyst", from: .root)
        }
        #expect(check.status != .fail)
    }

    @Test func `none passes, one of many is told, a wrong name or most of it fails`() async throws {
        #expect(try await verdict(Self.lines) { _ in }.status == .pass)
        let one = try await verdict(Self.lines) { $0.sections[0].entries[2] = Self.list("Glue") }
        #expect(one.status == .warn && one.detail.contains("skills 3: text “Paste” instead of “Glue”"))
        #expect(try await verdict(Self.lines) { $0.name.text = "Jane Roe" }.status == .fail)
        #expect(try await verdict(Self.lines) { $0.contacts[0].line.text = "jane@example.org" }.status == .fail)
        #expect(try await verdict(Self.lines) { $0.sections[0].kind = .education }.status == .warn)
        #expect(try await verdict(Array(Self.lines.prefix(3))) { _ in }.status == .fail)
    }
}
