import Foundation
import Resume
import Testing

@Suite(.serialized) struct RateLimitTests {
    @Test func `a key has what its fields say, and after it a wait that its fields say`() async throws {
        // One request comes back every thousand seconds: none does during this test.
        let server = try await Server.start(
            data: Server.makeDataFolder(), settings: ["KONGRESUME_RATE_LIMIT": "5/5000"])
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", test: true)
        let other = try await server.run("key", "create", "ada@example.com")
        for left in (0..<5).reversed() {
            let answer = try await server.send("GET", "/v1/credits", key: key)
            #expect(answer.status == 200)
            #expect(answer.header("RateLimit-Policy") == "\"key\";q=5;w=5000")
            #expect(answer.header("RateLimit")?.hasPrefix("\"key\";r=\(left);t=") == true)
        }
        for path in ["/v1/credits", "/v1/resumes", "/v1/profile"] {
            let refused = try await server.send("GET", path, key: key)
            #expect(refused.status == 429)
            #expect(try refused.json[member: "code"]?.string == "rate_limited")
            #expect(try refused.json[member: "retryable"]?.bool == true)
            #expect(refused.header("RateLimit")?.hasPrefix("\"key\";r=0;t=") == true)
            let wait = try #require(refused.header("Retry-After").flatMap { Int($0) })
            #expect((900...1000).contains(wait))
        }
        #expect(try await server.send("GET", "/v1/credits", key: other).status == 200, "another key has its own")
        #expect(try await server.send("GET", "/healthz").header("RateLimit") == nil)
        let failed = try await server.send("GET", "/v1/resumes/none", key: other)
        #expect(failed.status == 404)
        #expect(failed.header("RateLimit")?.hasPrefix("\"key\";r=3;") == true, "an error counts, and says so")
        await server.stop()
    }

    @Test func `of a hundred at once, as many pass as the bucket holds`() async throws {
        let server = try await Server.start(
            data: Server.makeDataFolder(), settings: ["KONGRESUME_RATE_LIMIT": "20/20000"])
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", test: true)
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<100 { group.addTask { try await server.send("GET", "/v1/credits", key: key).status } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.filter { $0 == 200 }.count == 20)
        #expect(statuses.filter { $0 == 429 }.count == 80)
        await server.stop()
    }
}
