import Foundation
import Resume
import StandIn
import Testing

/// A server with a language model that is played, faults included.
@Suite(.serialized) struct LanguageModelTests {
    private func settings(_ model: ModelStandIn, fallback: String, timeout: Int = 4) -> [String: String] {
        [
            "KONGRESUME_LLM_URL": model.url, "KONGRESUME_LLM_MODEL": "oak", "KONGRESUME_LLM_KEY": ModelStandIn.key,
            "KONGRESUME_LLM_TIMEOUT": "\(timeout)", "KONGRESUME_LLM_FALLBACK": fallback,
        ]
    }

    private static let faults = [
        "truncated JSON", "truncated content", "not JSON", "wrong schema", "10 MB", "endless", "NUL", "empty choices",
        "no content", "refusal", "content filter", "finish_reason length", "429, Retry-After 1",
        "429, Retry-After 3600", "500", "401", "404", "redirect", "wrong content type", "hang at headers",
        "hang in the body", "connection reset", "breaks off",
    ]
    /// The answer can be used, but not every line of it.
    private static let partial = ["no such address", "no such item", "duplicates"]
    private static let recovered = ["echo", "busy twice", "rate limited once"]

    private func remaining(_ server: Server) async throws -> Int {
        let text = try await server.run("credits", "show", "ada@example.com")
        return text.firstMatch(of: /remaining (\d+)/).flatMap { Int($0.1) } ?? -1
    }

    /// Prints the table of faults: what the client gets, what it costs and how long it takes.
    @Test(arguments: ["offline", "fail"])
    func `every fault of the model is a note or a problem, and no problem is charged`(fallback: String) async throws {
        let model = try ModelStandIn()
        let server = try await Server.start(
            data: Server.makeDataFolder(), settings: settings(model, fallback: fallback))
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", credits: 100)
        let posting = try posting("icu-nurse")
        _ = try await server.generate(["job_description": posting], key: key)
        var rows = ["| fault | status | code | agent | debit | ms |", "|---|---|---|---|---|---|"]
        var debited = 0
        for fault in Self.recovered + Self.partial + Self.faults {
            // A success closes the breaker, so that each fault is met by a model that is asked.
            try await model.play("echo")
            _ = try await server.generate(["job_description": posting], key: key)
            try await model.play(fault)
            let before = try await remaining(server)
            let start = ContinuousClock.now
            let answer = try await server.generate(
                ["job_description": posting, "response_format": "json"], key: key)
            let time = Int((ContinuousClock.now - start) / .milliseconds(1))
            let debit = try await before - remaining(server)
            debited += debit
            let body = try answer.json
            let code = body[member: "code"]?.string ?? "–"
            let agent = body[member: "agent"]?.string ?? "–"
            rows.append("| \(fault) | \(answer.status) | \(code) | \(agent) | \(debit) | \(time) |")

            let isFault = Self.faults.contains(fault)
            let fails = isFault && fallback == "fail"
            #expect(answer.status == (fails ? 500 : 200), "\(fault)")
            #expect(debit == (fails ? 0 : 1), "\(fault)")
            if fails {
                #expect(code == "provider_failed" && body[member: "retryable"] == true, "\(fault)")
            } else {
                #expect(agent == (isFault ? "offline" : "llm"), "\(fault)")
                #expect((body[member: "notes"]?.array?.isEmpty == false) == isFault, "\(fault)")
                #expect((answer.header("X-Note") != nil) == isFault, "\(fault)")
                #expect((body[member: "replaced"]?.array?.isEmpty == false) == Self.partial.contains(fault), "\(fault)")
            }
            #expect(!String(decoding: answer.body, as: UTF8.self).contains(ModelStandIn.key))
        }
        print("fallback \(fallback):\n" + rows.joined(separator: "\n"))

        let figures = String(decoding: try await server.send("GET", "/metrics").body, as: UTF8.self)
        #expect(figures.contains("kongresume_llm_rewritings_total{outcome=\"cut_off\"} 1"))
        #expect(figures.contains("kongresume_llm_breaker{state=\"closed\"} 1"))
        await server.stop()
        let logs = try FileManager.default.contentsOfDirectory(atPath: server.data.path).filter { $0.hasSuffix(".log") }
        for log in logs {
            let text = try String(contentsOf: server.data.appending(path: log), encoding: .utf8)
            #expect(!text.contains(ModelStandIn.key))
        }
    }

    @Test func `a test key never asks the model, and an open breaker asks nobody`() async throws {
        let model = try ModelStandIn()
        let server = try await Server.start(data: Server.makeDataFolder(), settings: settings(model, fallback: "fail"))
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com")
        let test = try await server.run("key", "create", "ada@example.com", "--test")
        let posting = try posting("icu-nurse")
        try await model.play("404")
        let answer = try await server.generate(["job_description": posting, "response_format": "json"], key: test)
        #expect(answer.status == 200)
        #expect(try answer.json[member: "agent"]?.string == "offline")
        #expect(try await model.heard().count == 0)
        for _ in 0..<6 { #expect(try await server.generate(["job_description": posting], key: key).status == 500) }
        #expect(try await model.heard().count == 5)
        let figures = String(decoding: try await server.send("GET", "/metrics").body, as: UTF8.self)
        #expect(figures.contains("kongresume_llm_breaker{state=\"open\"} 1"))
        #expect(try await remaining(server) == 10)
        await server.stop()
    }

    @Test func `the command uses the model too, and doctor says whether it is there`() async throws {
        let model = try ModelStandIn()
        let folder = try Server.makeDataFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let environment = Server.environment(folder).merging(settings(model, fallback: "offline", timeout: 20)) { $1 }
        try await model.play(
            "say",
            lines: """
                [{"address": "/work/0/highlights/4", "text": "310 calls in three years as a member of the rapid response \
                team.", "items": ["/work/0/highlights/4"]},
                {"address": "/work/0/highlights/5", "text": "Wrote the handover sheet of Contoso in Epic, used by five \
                ICUs.", "items": ["/work/0/highlights/5"]}]
                """)
        let arguments = [
            "generate", "--profile", "\(project)/samples/profiles/icu-nurse.json", "--job",
            "\(project)/samples/postings/icu-nurse.txt", "-o", folder.path + "/a.pdf", "--json", "-",
        ]
        let made = try await command(arguments, environment: environment)
        #expect(made.status == 0, "\(made.error)")
        let report = try JSON(parsing: made.output)
        #expect(report[member: "agent"]?.string == "llm")
        #expect(report[member: "latex"]?.string?.contains("310 calls in three years as a member") == true)
        #expect(report[member: "latex"]?.string?.contains("Contoso") == false)
        let replaced = try #require(report[member: "replaced"]?[element: 0])
        #expect(replaced[member: "line"]?.string?.contains("Contoso") == true)
        #expect(replaced[member: "reason"]?.string?.contains("Contoso") == true)
        #expect(replaced[member: "items"]?[element: 0]?.string == "/work/0/highlights/5")
        #expect(try await model.heard().faults == [])

        let found = try await command(["doctor"], environment: environment)
        #expect(found.output.contains("language model") && found.output.contains("answers (200); model oak"))
        let absent = try await command(
            ["doctor"], environment: environment.merging(["KONGRESUME_LLM_URL": "http://127.0.0.1:1/v1"]) { $1 })
        #expect(absent.output.contains("MISSING  language model"))
    }
}
