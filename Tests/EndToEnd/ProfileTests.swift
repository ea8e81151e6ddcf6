import Foundation
import Resume
import Testing

/// `/v1/profile`
@Suite(.serialized) struct ProfileTests {
    private static let first = Data(#"{"basics":{"name":"Ada Lindqvist"},"niche":"data"}"#.utf8)
    private static let second = Data(#"{"basics":{"name":"Ada L."}}"#.utf8)

    @Test func `a profile is put, read back as it was, and replaced only by who has seen it`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        try await server.run("user", "add", "ada@example.com")
        let key = try await server.run("key", "create", "ada@example.com")
        func put(_ body: Data, _ headers: [String: String] = [:]) async throws -> Answer {
            try await server.send("PUT", "/v1/profile", key: key, body: body, headers: headers)
        }
        let none = try await server.send("GET", "/v1/profile", key: key)
        #expect(none.status == 404)
        #expect(try await put(Self.first, ["If-Match": "*"]).status == 412, "there is none to replace")

        let made = try await put(Self.first)
        #expect(made.status == 201)
        let tag = try #require(made.header("ETag"))
        let read = try await server.send("GET", "/v1/profile", key: key)
        #expect(read.body == Self.first)
        #expect(read.header("ETag") == tag)
        #expect(try await server.send("GET", "/v1/profile", key: key, headers: ["If-None-Match": tag]).status == 304)
        #expect(
            try await server.send("GET", "/v1/profile", key: key, headers: ["If-None-Match": "W/\(tag)"]).status == 304)

        let blind = try await put(Self.second)
        #expect(blind.status == 428)
        #expect(try blind.json[member: "code"]?.string == "precondition_required")
        #expect(try await put(Self.second, ["If-None-Match": "*"]).status == 412)
        #expect(try await put(Self.second, ["If-Match": "\"profile-9\""]).status == 412)
        #expect(try await put(Self.second, ["If-Match": "W/\(tag)"]).status == 412, "weak tags match nothing")
        #expect(try await server.send("GET", "/v1/profile", key: key).body == Self.first)

        let replaced = try await put(Self.second, ["If-Match": "\"other\", \(tag)"])
        #expect(replaced.status == 200)
        #expect(replaced.header("ETag") != tag)
        #expect(try await put(Self.first, ["If-Match": tag]).status == 412, "somebody else came first")
        #expect(try await put(Self.first, ["If-Match": "*"]).status == 200)
        await server.stop()
    }

    @Test func `of writers who all saw the same profile, one wins`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        try await server.run("user", "add", "ada@example.com")
        let key = try await server.run("key", "create", "ada@example.com")
        let tag = try #require(
            try await server.send("PUT", "/v1/profile", key: key, body: Self.first).header("ETag"))
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<20 {
                group.addTask {
                    try await server.send(
                        "PUT", "/v1/profile", key: key, body: Data(#"{"basics":{"name":"Ada \#(number)"}}"#.utf8),
                        headers: ["If-Match": tag]
                    ).status
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.filter { $0 == 200 }.count == 1)
        #expect(statuses.filter { $0 == 412 }.count == 19)
        await server.stop()
    }

    @Test func `faults of a profile come with their places, and nothing is kept`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        try await server.run("user", "add", "ada@example.com")
        let key = try await server.run("key", "create", "ada@example.com")
        let long = String(repeating: "x", count: 501)
        for (document, pointers) in [
            (#"{"work":[]}"#, ["/basics/name"]),
            (
                #"{"basics":{"name":"A","email":"nobody"},"work":[{"startDate":"soon"}]}"#,
                ["/basics/email", "/work/0/startDate"]
            ),
            (#"{"basics":{"name":"\#(long)"}}"#, ["/basics/name"]),
            (#"{"basics":{"name":"A"},"skills":{}}"#, ["/skills"]),
            ("[]", [""]),
        ] {
            let answer = try await server.send("PUT", "/v1/profile", key: key, body: Data(document.utf8))
            #expect(answer.status == 422)
            let found = try answer.json[member: "errors"]?.array?.compactMap { $0[member: "pointer"]?.string }
            #expect(found == pointers)
        }
        let paragraphs = (0..<30).map { _ in #"{"summary":"\#(String(repeating: "word ", count: 1900))"}"# }
        let whole = #"{"basics":{"name":"A"},"work":[\#(paragraphs.joined(separator: ","))]}"#
        let answer = try await server.send("PUT", "/v1/profile", key: key, body: Data(whole.utf8))
        #expect(answer.status == 422, "each text is within its limit and all together are not")
        #expect(try await server.send("GET", "/v1/profile", key: key).status == 404)
        await server.stop()
    }
}
