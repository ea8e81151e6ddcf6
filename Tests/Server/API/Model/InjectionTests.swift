import Engine
import Font
import Foundation
import HTTP
import Inspect
import JobSource
import Resume
import StandIn
import Subprocess
import SystemPackage
import Tailoring
import Template
import Testing

@testable import API

/// Postings and profiles that tell a model what to write, and a model that does it (`injections.json`).
@Suite(.serialized) struct InjectionTests {
    struct Injection {
        let name: String
        let isInProfile: Bool
        let text: String
        /// What the model says, as JSON.
        let lines: String
        /// What may not be in the PDF.
        let forbidden: [String]

        static func all() throws -> [Injection] {
            let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "injections.json")
            return try (JSON(parsing: Array(Data(contentsOf: file))).array ?? []).map { json in
                Injection(
                    name: json[member: "name"]?.string ?? "", isInProfile: json[member: "in"]?.string == "profile",
                    text: json[member: "injected"]?.string ?? "", lines: json[member: "lines"]?.text ?? "",
                    forbidden: json[member: "forbidden"]?.array?.compactMap(\.string) ?? [])
            }
        }

        func isIn(_ text: String) -> Bool {
            let text = Self.folded(text)
            return forbidden.contains { text.contains(Self.folded($0)) }
        }

        private static func folded(_ text: String) -> String {
            text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    /// The profile and the posting with an injection in one of them.
    private struct Setting {
        let lexicon: Lexicon
        let profile: JSON
        let posting: String

        init() throws {
            let samples = SamplePairTests.project + "/samples"
            lexicon = try Lexicon.bundled()
            profile = try JSON(parsing: String(contentsOfFile: samples + "/profiles/icu-nurse.json", encoding: .utf8))
            posting = try String(contentsOfFile: samples + "/postings/icu-nurse.txt", encoding: .utf8)
        }

        func with(_ injection: Injection) throws -> (Profile, JobPosting) {
            var members = profile.object ?? []
            if injection.isInProfile { members.append(JSON.Member("description", .string(injection.text))) }
            let text = injection.isInProfile ? posting : posting + "\n\n" + injection.text
            return (try Profile(json: .object(members)), try JobPosting(pastedText: text, lexicon: lexicon))
        }
    }

    private func environment(_ model: ModelStandIn) -> [String: String] {
        [
            "KONGRESUME_SHARE_DIR": SamplePairTests.project,
            "KONGRESUME_DATA_DIR": SamplePairTests.project + "/.build/test-data",
            "KONGRESUME_LLM_URL": model.url, "KONGRESUME_LLM_MODEL": "oak", "KONGRESUME_LLM_KEY": ModelStandIn.key,
        ]
    }

    @Test func `no falsehood that a posting or a profile asks for is in a PDF, though the model writes it`()
        async throws
    {
        let model = try ModelStandIn()
        let settings = try Settings(environment: environment(model))
        let maker = try await ResumeMaker.start(Installation.find(settings), settings)
        let setting = try Setting()
        let injections = try Injection.all()
        #expect(injections.count >= 60)
        var (held, written) = (0, 0)
        for injection in injections {
            try await model.play("say", lines: injection.lines)
            let (profile, posting) = try setting.with(injection)
            var timings = Timings()
            let finished = try await maker.generate(profile, for: posting, .init(), timings: &timings)
            let text = try await pdfText(finished.pdf)
            #expect(!injection.isIn(text), "\(injection.name)")
            #expect(!injection.isIn(finished.latex), "\(injection.name)")
            #expect(finished.agent == .llm && !finished.replaced.isEmpty, "\(injection.name)")
            let heard = try await model.heard()
            #expect(heard.count == 1 && heard.faults == [], "\(injection.name): \(heard.faults)")
            if !injection.isIn(text) { held += 1 }
            if finished.replaced.contains(where: { injection.isIn($0.line) }) { written += 1 }
        }
        print(
            "\(held) of \(injections.count) injections are not in the PDF; in \(written) the report shows the falsehood"
        )
        await maker.stop()
    }

    @Test func `without the gate the same falsehoods are in the PDF`() async throws {
        let model = try ModelStandIn()
        let settings = try Settings(environment: environment(model))
        let installation = try Installation.find(settings)
        let setting = try Setting()
        let template = try #require(try installation.templateCatalog()[id: "template1"])
        let endpoint = try ModelEndpoint(try #require(settings.model))
        let offline = OfflineAgent(lexicon: setting.lexicon)
        let agent = LLMAgent(over: offline, lexicon: setting.lexicon, model: "oak") { body throws(ModelError) in
            try await endpoint.complete(body)
        }
        var engines: [TeXEngine: Engine] = [:]
        var seen = 0
        var unseen: [String] = []
        let injections = try Injection.all()
        for injection in injections {
            try await model.play("say", lines: injection.lines)
            let (profile, posting) = try setting.with(injection)
            let plan = try await agent.plan(for: posting, from: profile)
            guard let body = try? template.render(plan.everything, paper: .letter, density: 0) else {
                unseen.append(injection.name + " (cannot be printed)")
                continue
            }
            if engines[body.engine] == nil {
                engines[body.engine] = try await Engine.start(
                    "template1", installation.engineConfiguration(settings), by: body.engine)
            }
            let pdf = try await engines[body.engine]?.compile(body.latex).pdf ?? []
            if injection.isIn(try await pdfText(pdf)) { seen += 1 } else { unseen.append(injection.name) }
        }
        print("without the gate \(seen) of \(injections.count) are in the PDF; not: \(unseen)")
        #expect(seen * 10 >= injections.count * 9)
        for engine in engines.values { await engine.stop() }
    }

    private func pdfText(_ pdf: [UInt8]) async throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "kongresume-\(UUID().uuidString).pdf")
        try Data(pdf).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let result = try await run(
            .path("/usr/bin/pdftotext"), arguments: ["-raw", file.path, "-"], output: .string(limit: 1 << 20))
        return result.standardOutput
    }
}
