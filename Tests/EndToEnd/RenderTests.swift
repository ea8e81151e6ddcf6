import Foundation
import Resume
import Testing

/// `POST /v1/resumes/render`
@Suite(.serialized) struct RenderTests {
    private func order(_ members: [JSON.Member] = []) throws -> Data {
        let resume = try JSON(
            parsing: Array(Data(contentsOf: URL(filePath: "\(project)/samples/profiles/data-analyst.json"))))
        return Data(JSON.object([JSON.Member("resume", resume)] + members).bytes)
    }

    @Test func `a document becomes a PDF, the same one each time, for no credit and without a trace`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        try await server.run("user", "add", "ada@example.com")
        let key = try await server.run("key", "create", "ada@example.com")
        let first = try await server.send("POST", "/v1/resumes/render", key: key, body: order())
        #expect(first.status == 200)
        #expect(first.header("Content-Type") == "application/pdf")
        #expect(first.header("X-Page-Count") == "1")
        #expect(first.header("Content-Disposition")?.contains("filename*=UTF-8''Nguy%E1%BB%85n") == true)
        #expect(try await pdfText(first.body).contains("Evergreen Grocers"))
        let second = try await server.send("POST", "/v1/resumes/render", key: key, body: order())
        #expect(second.body == first.body)
        #expect(second.header("ETag") == first.header("ETag"))
        let other = try await server.send(
            "POST", "/v1/resumes/render", key: key, body: order([JSON.Member("template_id", "template3")]))
        #expect(other.status == 200 && other.body != first.body)
        #expect(try await server.send("GET", "/v1/resumes", key: key).json[member: "items"] == JSON.array([]))
        await server.stop()
    }

    @Test func `the form is what response_format says, else what Accept prefers`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        try await server.run("user", "add", "ada@example.com")
        let key = try await server.run("key", "create", "ada@example.com")
        let json = [JSON.Member("response_format", "json")], pdf = [JSON.Member("response_format", "pdf")]
        for (members, accept, type) in [
            ([], "*/*", "application/pdf"), ([], "application/json", "application/json"),
            ([], "application/json;q=0.5, application/pdf;q=0.4", "application/json"),
            ([], "application/*", "application/pdf"), (json, "*/*", "application/json"),
            (json, "application/pdf", "application/problem+json"),
            (pdf, "application/json", "application/problem+json"),
            ([], "text/html", "application/problem+json"),
            ([], "application/pdf;q=0, */*", "application/json"),
        ] as [([JSON.Member], String, String)] {
            let answer = try await server.send(
                "POST", "/v1/resumes/render", key: key, body: order(members), headers: ["Accept": accept])
            #expect(answer.header("Content-Type") == type, "\(members) \(accept)")
            #expect(answer.status == (type.contains("problem") ? 406 : 200))
        }
        await server.stop()
    }

    @Test func `faults are named by their place in the body`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        try await server.run("user", "add", "ada@example.com")
        let key = try await server.run("key", "create", "ada@example.com")
        for (body, status, pointers) in [
            ("{}", 422, ["/resume"]),
            (
                #"{"resume":{"basics":{"email":"x"}},"colour":1}"#, 422,
                ["/colour", "/resume/basics/email", "/resume/basics/name"]
            ),
            (#"{"resume":{"basics":{"name":"A"}},"template_id":"t"}"#, 400, ["/template_id"]),
            (#"{"resume":{"basics":{"name":"A"}},"template_id":""}"#, 400, ["/template_id"]),
            (#"{"resume":[]}"#, 422, ["/resume"]),
        ] {
            let answer = try await server.send("POST", "/v1/resumes/render", key: key, body: Data(body.utf8))
            #expect(answer.status == status)
            let found = try answer.json[member: "errors"]?.array?.compactMap { $0[member: "pointer"]?.string } ?? []
            #expect(found.sorted() == pointers)
        }
        await server.stop()
    }
}
