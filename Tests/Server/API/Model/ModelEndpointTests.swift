import Foundation
import HTTP
import Resume
import StandIn
import Synchronization
import Tailoring
import Testing

@testable import API

/// The endpoint's client against one that is played.
@Suite(.serialized) struct ModelEndpointTests {
    private func settings(_ model: ModelStandIn, _ more: [String: String] = [:]) throws -> ModelSettings {
        let all = [
            "KONGRESUME_LLM_URL": model.url, "KONGRESUME_LLM_MODEL": "oak", "KONGRESUME_LLM_KEY": ModelStandIn.key,
            "KONGRESUME_LLM_TIMEOUT": "3",
        ]
        return try #require(try Settings(environment: all.merging(more) { $1 }).model)
    }

    @Test(
        arguments: [
            ("echo", nil, 1), ("busy twice", nil, 3), ("rate limited once", nil, 2),
            ("500", ModelError.Code.badStatus, 3), ("429, Retry-After 3600", .rateLimited, 1), ("401", .keyRefused, 1),
            ("404", .badStatus, 1), ("redirect", .badStatus, 1), ("wrong content type", .badAnswer, 1),
            ("10 MB", .tooLarge, 1), ("endless", .tooLarge, 1), ("connection reset", .unreachable, 3),
            ("breaks off", .unreachable, 3), ("hang at headers", .tooSlow, 1), ("hang in the body", .tooSlow, 1),
        ] as [(String, ModelError.Code?, Int)])
    func `what may pass is asked again, all else is an error`(
        mode: String, code: ModelError.Code?, requests: Int
    ) async throws {
        let model = try ModelStandIn()
        try await model.play(mode)
        let endpoint = try ModelEndpoint(settings(model))
        var failure: ModelError?
        do { _ = try await endpoint.complete(["messages": [["content": ""], ["content": "{\"lines\":[]}"]]]) } catch {
            failure = error
        }
        #expect(failure?.code == code)
        #expect(try await model.heard().count == requests)
        #expect(failure.map { "\($0)".contains(ModelStandIn.key) } != true)
    }

    @Test func `after five failures it is left alone, without a request`() async throws {
        let model = try ModelStandIn()
        try await model.play("404")
        let outcomes = Mutex<[String]>([])
        let endpoint = try ModelEndpoint(settings(model)) { event in
            if case .modelEnded(let outcome) = event { outcomes.withLock { $0.append(outcome) } }
        }
        for _ in 0..<7 {
            _ = try? await endpoint.watch { () async throws(ModelError) in
                try await endpoint.complete(["messages": [["content": ""], ["content": "{\"lines\":[]}"]]])
            }
        }
        #expect(try await model.heard().count == 5)
        #expect(outcomes.withLock { $0 } == Array(repeating: "bad_status", count: 5) + ["paused", "paused"])
        #expect(endpoint.breaker.state() == .open)
    }

    @Test func `nobody who stops waiting keeps the endpoint's answer waiting for him`() async throws {
        let model = try ModelStandIn()
        try await model.play("hang at headers")
        let endpoint = try ModelEndpoint(settings(model, ["KONGRESUME_LLM_TIMEOUT": "600"]))
        let task = Task { () async throws(ModelError) in try await endpoint.complete(["messages": []]) }
        while try await model.heard().count == 0 { await Task.yield() }
        task.cancel()
        let result = await task.result
        #expect(throws: ModelError.self) { try result.get() }
    }

    @Test(arguments: [
        (["KONGRESUME_LLM_MODEL": "oak"], "needs KONGRESUME_LLM_URL"),
        (["KONGRESUME_LLM_URL": "https://x/v1"], "MODEL is missing"),
        (
            ["KONGRESUME_LLM_URL": "https://x/v1", "KONGRESUME_LLM_MODEL": "m", "KONGRESUME_LLM_FALLBACK": "maybe"],
            "offline or fail"
        ),
        (
            [
                "KONGRESUME_LLM_URL": "https://x/v1", "KONGRESUME_LLM_MODEL": "m", "KONGRESUME_LLM_KEY": "a",
                "KONGRESUME_LLM_KEY_FILE": "b",
            ], "only one"
        ),
        (["KONGRESUME_LLM_URL": "http://example.com/v1", "KONGRESUME_LLM_MODEL": "m"], "use https"),
        (["KONGRESUME_LLM_URL": "ftp://example.com/v1", "KONGRESUME_LLM_MODEL": "m"], "not an address"),
        (["KONGRESUME_LLM_URL": "https://u:secret@example.com/v1", "KONGRESUME_LLM_MODEL": "m"], "not an address"),
        (
            ["KONGRESUME_LLM_URL": "https://x/v1", "KONGRESUME_LLM_MODEL": "m", "KONGRESUME_LLM_KEY": "two secret"],
            "does not hold a key"
        ),
        (
            ["KONGRESUME_LLM_URL": "https://x/v1", "KONGRESUME_LLM_MODEL": "m", "KONGRESUME_LLM_KEY_FILE": "/nowhere"],
            "cannot be read"
        ),
    ])
    func `a setting that cannot be used is named, and no key with it`(environment: [String: String], said: String)
        throws
    {
        var message = ""
        do { if let model = try Settings(environment: environment).model { _ = try ModelEndpoint(model) } } catch {
            message = "\(error)"
        }
        #expect(message.contains(said) && !message.contains("secret"), "\(message)")
    }

    @Test func `http to another machine is spoken where it is allowed, and a key file is read`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "kongresume-key-\(UUID().uuidString)")
        try Data("sk-x\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let model = try #require(
            try Settings(environment: [
                "KONGRESUME_LLM_URL": "http://example.com/v1", "KONGRESUME_LLM_MODEL": "m",
                "KONGRESUME_LLM_ALLOW_HTTP": "1", "KONGRESUME_LLM_KEY_FILE": file.path,
            ]).model)
        _ = try ModelEndpoint(model)
    }

    @Test func `the check says whether it is there and takes the key`() async throws {
        let model = try ModelStandIn()
        #expect(try await ModelEndpoint(settings(model)).check().contains("answers (200); model oak"))
        await #expect(throws: ModelError.self) {
            try await ModelEndpoint(settings(model, ["KONGRESUME_LLM_KEY": "sk-other"])).check()
        }
    }
}
