import API
import Foundation
import Inspect
import Resume
import Template
import Testing

/// Every sample profile for every sample posting, through the whole pipeline: real engine, real inspection.
@Suite struct SamplePairTests {
    static let project = URL(filePath: #filePath).appending(path: "../../../..").standardized.path

    @Test func `every profile becomes a verified resume for every posting`() async throws {
        let maker = try await ResumeMaker.make()
        let profiles = try Self.files("profiles").map { name, text in (name, try Profile(json: JSON(parsing: text))) }
        let postings = try Self.files("postings").map { name, text in (name, try maker.posting(from: text)) }
        #expect(profiles.count >= 12 && postings.count >= 12)
        var passed = 0
        var misread: [String] = []
        for (profileName, profile) in profiles {
            for (postingName, posting) in postings {
                var timings = Timings()
                do {
                    let finished = try await maker.generate(profile, for: posting, .init(), timings: &timings)
                    #expect(finished.report.passes && finished.pages <= 2)
                    #expect(finished.report.keywords.supportedButAbsent.isEmpty)
                    for difference in finished.report.roundTrip?.differences ?? [] {
                        misread.append("\(profileName) for \(postingName), \(difference.field): \(difference.read)")
                    }
                    passed += 1
                } catch {
                    Issue.record("\(profileName) for \(postingName): \(error)")
                }
            }
        }
        print("\(passed) of \(profiles.count * postings.count) pairs of profile and posting became a verified resume")
        #expect(misread == [])
        await maker.stop()
    }

    @Test func `every profile is rendered as it is, on both papers`() async throws {
        let maker = try await ResumeMaker.make()
        for (name, text) in try Self.files("profiles") {
            for paper in ["letter", "a4"] {
                var options = ResumeMaker.Options()
                options.paper = paper == "a4" ? .a4 : .letter
                var timings = Timings()
                do {
                    let finished = try await maker.render(
                        Profile(json: JSON(parsing: text)), options, timings: &timings)
                    #expect(finished.report.roundTrip?.differences == [], "\(name) on \(paper)")
                } catch {
                    Issue.record("\(name) on \(paper): \(error)")
                }
            }
        }
        await maker.stop()
    }

    @Test(arguments: [
        ("+44 20 7946 0018 ext. 3", "Of “+44 20 7946 0018 ext. 3” a machine takes “+44 20 7946 0018” for the number."),
        ("+1 20& 555 0100", "There is no phone number. “+1 20& 555 0100” is none to a machine."),
        ("by appointment", "There is no phone number. “by appointment” is none to a machine."),
        ("030 123", "There is no phone number. “030 123” is none to a machine."),
        ("555-CALL-ADA", "There is no phone number. “555-CALL-ADA” is none to a machine."),
        ("", "There is no phone number. The profile has none."),
    ])
    func `a phone may be written in any way, and what a machine makes of it is told`(
        phone: String, told: String
    ) async throws {
        let maker = try await ResumeMaker.make()
        let profile = try Profile(
            json: [
                "basics": ["name": "Ada Example", "email": "ada@example.com", "phone": .string(phone)],
                "work": [["name": "Evergreen", "position": "Analyst", "startDate": "2020-01"]],
            ])
        var timings = Timings()
        for template in ["template1", "template2", "template3"] {
            var options = ResumeMaker.Options()
            options.templateID = template
            let report = try await maker.render(profile, options, timings: &timings).report
            #expect(report.passes)
            let check = report.checks.first { $0.id == .contactAtTop }
            #expect(check?.detail.hasSuffix(told) == true, "\(check?.detail ?? "")")
            #expect(check?.status == (told.hasPrefix("There is no") ? .warn : .pass))
            #expect(report.roundTrip?.differences == [])
        }
        await maker.stop()
    }

    /// In a script without italics nothing but its place tells a client's name from a text of two words.
    @Test(
        arguments: [
            ["name": "台帳", "description": "家計簿"], ["name": "台帳", "keywords": ["Go"]],
            ["name": "台帳", "entity": "株式会社みなも"],
            ["name": "台帳", "entity": "みなも", "roles": ["設計"], "description": "家計簿", "highlights": ["速い"]],
            ["name": "台帳", "description": "家計簿", "highlights": ["速い"], "startDate": "2020-06", "keywords": ["Go"]],
        ] as [JSON])
    func `a project is read back, however little it says`(project: JSON) async throws {
        let maker = try await ResumeMaker.make()
        let profile = try Profile(
            json: [
                "language": "ja", "projects": [project],
                "basics": [
                    "name": "佐伯 悠真", "email": "saeki@example.com",
                    "summary": .string(String(repeating: "決済と物流の設計に従事。", count: 12)),
                ],
            ])
        var timings = Timings()
        for template in ["template1", "template2", "template3"] {
            var options = ResumeMaker.Options()
            options.templateID = template
            let report = try await maker.render(profile, options, timings: &timings).report
            #expect(report.roundTrip?.differences == [])
        }
        await maker.stop()
    }

    @Test(arguments: ["Built 22 dashbo-", "Wrote DROP TABLE x; --", "-", "state-of-the-art-", "e-"])
    func `a text may end in a hyphen`(highlight: String) async throws {
        let maker = try await ResumeMaker.make()
        let profile = try Profile(
            json: [
                "basics": ["name": "Ada Example", "email": "ada@example.com"],
                "work": [
                    [
                        "name": "Evergreen", "position": "Analyst", "startDate": "2020-01",
                        "highlights": [.string(highlight), "Third", .string(highlight)],
                    ]
                ],
            ])
        var timings = Timings()
        let finished = try await maker.render(profile, .init(), timings: &timings)
        #expect(finished.report.passes)
        await maker.stop()
    }

    @Test func `a career of thirty years fits one page when one page is asked for`() async throws {
        let maker = try await ResumeMaker.make()
        let text = try String(contentsOfFile: Self.project + "/samples/profiles/cto-thirty-years.json", encoding: .utf8)
        let job = try String(contentsOfFile: Self.project + "/samples/postings/vp-engineering.txt", encoding: .utf8)
        var options = ResumeMaker.Options()
        options.maxPages = 1
        var timings = Timings()
        let finished = try await maker.generate(
            Profile(json: JSON(parsing: text)), for: try maker.posting(from: job), options, timings: &timings)
        #expect(finished.pages == 1)
        #expect(!finished.dropped.isEmpty)
        // Roles are never dropped: every employer is still there.
        let employers = finished.resume.sections.first { $0.kind == .experience }?.entries.count
        #expect(employers == 9)
        await maker.stop()
    }

    private static func files(_ folder: String) throws -> [(String, String)] {
        let path = "\(project)/samples/\(folder)"
        return try FileManager.default.contentsOfDirectory(atPath: path).sorted().map { name in
            (name, try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8))
        }
    }
}

extension ResumeMaker {
    /// With the project's own templates, and formats that are kept between runs.
    static func make() async throws -> ResumeMaker {
        let settings = try Settings(environment: [
            "KONGRESUME_SHARE_DIR": SamplePairTests.project,
            "KONGRESUME_DATA_DIR": SamplePairTests.project + "/.build/test-data",
        ])
        return try await .start(Installation.find(settings), settings)
    }
}
