import Foundation
import FoundationNetworking
import Resume
import Testing

/// A hundred requests at once, over a hundred connections.
@Suite(.serialized) struct RaceTests {
    @Test(arguments: DatabaseWay.allCases)
    func `of a hundred identical requests one is worked on and paid for, and every answer is its answer`(
        way: DatabaseWay
    ) async throws {
        let server = try await Server.start(data: Server.makeDataFolder(), by: way)
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", credits: 10)
        let job = try posting("icu-nurse")
        let body = JSON.object([JSON.Member("job_description", job)]).bytes
        let headers = ["Idempotency-Key": "night-run-1"]

        let answers = try await race(server, key: key, headers: headers) { _ in body }
        let made = answers.filter { $0.status == 200 }
        let refused = answers.filter { $0.status == 409 }
        #expect(made.count >= 1)
        #expect(made.count + refused.count == 100)
        for answer in refused {
            #expect(try answer.json[member: "code"]?.string == "idempotency_in_flight")
            #expect(answer.header("Retry-After") == "1")
        }
        // Those that came late enough were given the same again, and said so.
        #expect(made.filter { $0.header("Idempotent-Replayed") == nil }.count == 1)
        let first = try #require(made.first { $0.header("Idempotent-Replayed") == nil })
        // The next night the document is spelled otherwise.
        let spelling = Data(" {\n \"job_description\" : ".utf8) + Data(job.bytes) + Data("}".utf8)
        let later = try await server.send(
            "POST", "/v1/resumes/generate", key: key, body: spelling, headers: headers)
        #expect(later.header("Idempotent-Replayed") == "true")
        for answer in made + [later] {
            #expect(answer.body == first.body)
            for name in [
                "X-Generation-Id", "Content-Type", "Content-Disposition", "ETag", "X-Page-Count",
                "X-Keyword-Coverage", "X-Credits-Remaining", "Cache-Control",
            ] {
                #expect(answer.header(name) == first.header(name), "\(name)")
                #expect(answer.header(name) != nil, "\(name)")
            }
        }

        let history = try await server.send("GET", "/v1/resumes", key: key).json[member: "items"]?.array
        #expect(history?.count == 1)
        #expect(
            try await server.run("credits", "show", "ada@example.com") == "granted 10, remaining 9, claimed 0, spent 1")
        let ledger = try await server.run("credits", "ledger", "ada@example.com").split(separator: "\n")
        #expect(ledger.map { $0.split(separator: " ")[1] } == ["spend", "claim", "grant"])
        try await server.run("credits", "audit")

        let mismatch = try await server.send(
            "POST", "/v1/resumes/generate", key: key, body: Data(#"{"job_description":"another"}"#.utf8),
            headers: headers)
        #expect(mismatch.status == 422)
        #expect(try mismatch.json[member: "code"]?.string == "idempotency_mismatch")
        await server.stop()
    }

    @Test(arguments: DatabaseWay.allCases)
    func `an answer in JSON is given again byte for byte, and is the record`(way: DatabaseWay) async throws {
        let server = try await Server.start(data: Server.makeDataFolder(), by: way)
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", credits: 10)
        let body: [JSON.Member] = [
            JSON.Member("job_description", try posting("icu-nurse")), JSON.Member("response_format", "json"),
        ]
        func post() async throws -> Answer {
            try await server.send(
                "POST", "/v1/resumes/generate", key: key, body: Data(JSON.object(body).bytes),
                headers: ["Idempotency-Key": "k"])
        }
        let (first, second) = (try await post(), try await post())
        #expect(first.status == 200 && second.status == 200)
        #expect(first.body == second.body)
        // And it is the record.
        let id = try #require(try first.json[member: "id"]?.string)
        #expect(try await server.send("GET", "/v1/resumes/\(id)", key: key).body == first.body)
        await server.stop()
    }

    @Test(arguments: DatabaseWay.allCases)
    func `of a hundred different requests for the last credit one gets it, and 99 are told so`(way: DatabaseWay)
        async throws
    {
        let server = try await Server.start(data: Server.makeDataFolder(), by: way)
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", credits: 1)
        let text = try #require(try posting("icu-nurse").string)
        let answers = try await race(server, key: key) { number in
            JSON.object([JSON.Member("job_description", .string("\(text)\nReference \(number)"))]).bytes
        }
        #expect(answers.filter { $0.status == 200 }.count == 1)
        let refused = answers.filter { $0.status == 402 }
        #expect(refused.count == 99)
        for answer in refused {
            let problem = try answer.json
            #expect(problem[member: "code"]?.string == "no_credits")
            #expect(problem[member: "remaining"]?.integer == 0)
            let resetsAt = try #require(problem[member: "resets_at"]?.string)
            #expect(try Date(resetsAt, strategy: .iso8601) > Date())
        }
        #expect(
            try await server.run("credits", "show", "ada@example.com") == "granted 1, remaining 0, claimed 0, spent 1")
        try await server.run("credits", "audit")
        await server.stop()
    }

    /// A hundred POSTs at once. A session of its own, because the shared one keeps all but six of them waiting.
    private func race(
        _ server: Server, key: String, headers: [String: String] = [:], _ body: (Int) -> [UInt8]
    ) async throws -> [Answer] {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpMaximumConnectionsPerHost = 100
        configuration.timeoutIntervalForRequest = 120
        let session = URLSession(configuration: configuration)
        defer { session.finishTasksAndInvalidate() }
        let url = try #require(URL(string: server.base + "/v1/resumes/generate"))
        return try await withThrowingTaskGroup(of: Answer.self) { group in
            for number in 0..<100 {
                var request = URLRequest(url: url)
                request.httpMethod = "POST"
                request.httpBody = Data(body(number))
                request.setValue("application/json", forHTTPHeaderField: "Content-Type")
                request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization")
                for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
                group.addTask { [request] in
                    let (data, response) = try await session.data(for: request)
                    let http = try #require(response as? HTTPURLResponse)
                    return Answer(status: http.statusCode, headers: http, body: data)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
