import Foundation
import Resume
import Testing

/// What is wrong gets its status and its code, leaves nothing completed, and costs nothing.
@Suite(.serialized) struct BadInputTests {
    @Test func `every kind of bad input has its status and code, and none is charged`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", credits: 1)
        let poor = try await server.addUser("poor@example.com", credits: 0)
        let reader = try await server.run("key", "create", "ada@example.com", "--scope", "read")
        let job = try posting("icu-nurse")

        func expect(
            _ status: Int, _ code: String, _ answer: Answer, pointer: String? = nil,
            location: SourceLocation = #_sourceLocation
        ) throws {
            let body = try answer.json
            #expect(answer.status == status, sourceLocation: location)
            #expect(answer.header("Content-Type") == "application/problem+json", sourceLocation: location)
            #expect(body[member: "code"]?.string == code, sourceLocation: location)
            #expect(body[member: "status"]?.integer == status, sourceLocation: location)
            #expect(body[member: "request_id"]?.string == answer.header("X-Request-Id"), sourceLocation: location)
            #expect(body[member: "detail"]?.string?.isEmpty == false, sourceLocation: location)
            if let pointer {
                let pointers = body[member: "errors"]?.array?.compactMap { $0[member: "pointer"]?.string } ?? []
                #expect(pointers.contains(pointer), sourceLocation: location)
            }
        }
        func post(_ text: String, type: String = "application/json") async throws -> Answer {
            try await server.send("POST", "/v1/resumes/generate", key: key, body: Data(text.utf8), type: type)
        }

        try expect(422, "invalid_body", await post("this is not JSON"))
        try expect(422, "invalid_body", await post("[]"))
        try expect(422, "invalid_body", await post(#"{"job_description": 5}"#), pointer: "/job_description")
        try expect(422, "invalid_body", await post(#"{"job_description":"x","colour":"red"}"#), pointer: "/colour")
        try expect(422, "invalid_body", await post(#"{"job_description":"x","max_pages":3}"#), pointer: "/max_pages")
        try expect(422, "invalid_body", await post(#"{"job_description":"a","job_description":"b"}"#))
        try expect(422, "invalid_body", await post(#"{"job_description":"\u0000"}"#))
        try expect(400, "missing_job", await post("{}"))
        try expect(400, "missing_job", await post(#"{"job_description":"  "}"#))
        try expect(
            400, "invalid_template",
            await server.generate(["job_description": job, "template_id": "template9"], key: key))
        try expect(415, "unsupported_media_type", await post("{}", type: "text/plain"))
        try expect(
            413, "too_large", await post(#"{"job_description":""# + String(repeating: "x", count: 2 << 20) + "\"}"))
        try expect(422, "job_source_unreadable", await post(#"{"job_description":"We want you."}"#))
        try expect(
            422, "job_source_unreadable",
            await server.generate(["linkedin_job_url": "https://www.linkedin.com/jobs/view/1"], key: key))
        try expect(401, "missing_key", await server.generate(["job_description": job], key: nil))
        try expect(401, "invalid_key", await server.generate(["job_description": job], key: "kr_live_wrong"))
        let unknown = "kr_live_00000000000000000000000000000000" + "0Vxdns"
        try expect(401, "invalid_key", await server.generate(["job_description": job], key: unknown))
        try expect(403, "insufficient_scope", await server.generate(["job_description": job], key: reader))
        try expect(402, "no_credits", await server.generate(["job_description": job], key: poor))
        try expect(404, "not_found", await server.send("GET", "/nothing/here"))
        let wrongMethod = try await server.send("DELETE", "/v1/resumes/generate")
        try expect(405, "method_not_allowed", wrongMethod)
        #expect(wrongMethod.header("Allow") == "POST, OPTIONS")
        try expect(400, "bad_request", await server.send("GET", "/v1/resumes?limit=0", key: key))
        try expect(400, "bad_request", await server.send("GET", "/v1/resumes?cursor=x", key: key))

        let history = try await server.send("GET", "/v1/resumes", key: key).json
        #expect(history[member: "items"] == JSON.array([]))
        #expect(
            try await server.run("credits", "show", "ada@example.com") == "granted 1, remaining 1, claimed 0, spent 0")
        // And the next request is served as before.
        #expect(try await server.generate(["job_description": job], key: key).status == 200)
        try expect(402, "no_credits", await server.generate(["job_description": job], key: key))
        await server.stop()
    }

    @Test func `characters that cannot be printed are named, and nothing is charged`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("yuri@example.com", credits: 1)
        let profile = server.data.appending(path: "profile.json")
        try Data(#"{"basics":{"name":"Юрий Гагарин 🚀"}}"#.utf8).write(to: profile)
        try await server.run("profile", "import", "yuri@example.com", profile.path)
        let answer = try await server.generate(["job_description": posting("icu-nurse")], key: key)
        #expect(answer.status == 422)
        let fault = try #require(try answer.json[member: "errors"]?[element: 0])
        #expect(fault[member: "pointer"]?.string == "/basics/name")
        #expect(fault[member: "message"]?.string?.contains("U+1F680 ROCKET (🚀)") == true)
        #expect(
            try await server.run("credits", "show", "yuri@example.com") == "granted 1, remaining 1, claimed 0, spent 0")
        await server.stop()
    }

    @Test(arguments: [
        (#"{"basics":{"email":"a@example.com"}}"#, "/basics"),
        (#"{"basics":{"name":"A\u0007da"}}"#, "/basics/name"),
        (#"{"basics":{"name":"Ada"},"work":[{"startDate":"2021-13"}]}"#, "/work/0/startDate"),
        (#"{"basics":{"name":"Ada"},"work":{}}"#, "/work"),
    ])
    func `a profile that is not one is refused with the place of each fault`(document: String, pointer: String)
        async throws
    {
        let data = try Server.makeDataFolder()
        defer { try? FileManager.default.removeItem(at: data) }
        let (status, _, error) = try await command(
            ["profile", "import", "nobody@example.com", "-"], environment: Server.environment(data),
            input: document)
        #expect(status == 1)
        #expect(error.contains(pointer))
    }
}
