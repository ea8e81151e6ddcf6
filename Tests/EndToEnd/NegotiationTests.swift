import Foundation
import FoundationNetworking
import Resume
import Testing

/// What is the same on every route: methods, media types, ids of requests, and the form of errors.
@Suite(.serialized) struct NegotiationTests {
    @Test func `methods, media types and ids are answered alike everywhere`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", test: true)

        for (path, allow) in [
            ("/", "GET, HEAD, OPTIONS"), ("/metrics", "GET, HEAD, OPTIONS"), ("/v1/resumes", "GET, HEAD, OPTIONS"),
            ("/v1/resumes/generate", "POST, OPTIONS"), ("/v1/resumes/x", "DELETE, GET, HEAD, OPTIONS"),
            ("/v1/profile", "GET, HEAD, PUT, OPTIONS"), ("/v1/keys", "GET, HEAD, POST, OPTIONS"),
            ("/v1/keys/x", "DELETE, OPTIONS"),
        ] {
            let options = try await server.send("OPTIONS", path)
            #expect(options.status == 204 && options.body.isEmpty)
            #expect(options.header("Allow") == allow)
            for method in ["PATCH", "TRACE", "BREW"] {
                let refused = try await server.send(method, path, key: key)
                #expect(refused.status == 405, "\(method) \(path)")
                #expect(refused.header("Allow") == allow)
                #expect(try refused.json[member: "code"]?.string == "method_not_allowed")
            }
        }
        for path in [
            "/v1", "/v1/", "/v1/resumes/", "/v2/resumes", "/v1/resumes/a/b", "/docs/", "/v1/templates/template1",
        ] {
            for method in ["GET", "OPTIONS", "POST"] {
                #expect(try await server.send(method, path, key: key).status == 404, "\(method) \(path)")
            }
        }

        for path in [
            "/", "/docs", "/openapi.json", "/healthz", "/readyz", "/v1/templates", "/v1/resumes", "/v1/credits",
        ] {
            let get = try await server.send("GET", path, key: key)
            let head = try await server.send("HEAD", path, key: key)
            #expect(get.status == 200 && head.status == 200)
            #expect(head.body.isEmpty && !get.body.isEmpty)
            #expect(head.header("Content-Type") == get.header("Content-Type"))
            #expect(head.header("Content-Length") == "\(get.body.count)")
        }

        let refused = try await server.send("GET", "/v1/resumes", key: key, headers: ["Accept": "text/csv"])
        #expect(refused.status == 406)
        #expect(try refused.json[member: "code"]?.string == "not_acceptable")
        for accept in ["*/*", "application/*", "text/csv, application/json;q=0.1", "APPLICATION/JSON; charset=utf-8"] {
            #expect(
                try await server.send("GET", "/v1/resumes", key: key, headers: ["Accept": accept]).status == 200)
        }

        func post(_ type: String, _ headers: [String: String] = [:]) async throws -> Answer {
            try await server.send(
                "POST", "/v1/resumes/generate", key: key, body: Data("{}".utf8), type: type, headers: headers)
        }
        for type in [
            "application/json", "Application/JSON", "application/json; charset=utf-8",
            "application/json;charset=\"UTF-8\"",
        ] {
            #expect(try await post(type).status == 400, "it is read, and no job is found in it")
        }
        for type in [
            "text/json", "application/json; charset=latin1", "application/x-www-form-urlencoded", "application/jsonx",
        ] {
            let answer = try await post(type)
            #expect(answer.status == 415, "\(type)")
            #expect(answer.header("Accept") == "application/json")
        }
        #expect(try await post("application/json", ["Content-Encoding": "gzip"]).status == 415)

        let named = try await server.send("GET", "/v1/nothing", headers: ["X-Request-Id": "my-id_1.2"])
        #expect(named.header("X-Request-Id") == "my-id_1.2")
        #expect(try named.json[member: "request_id"]?.string == "my-id_1.2")
        #expect(try named.json[member: "instance"]?.string == "/v1/nothing")
        let unnamed = try await server.send("GET", "/v1/nothing", headers: ["X-Request-Id": "two words"])
        #expect(unnamed.header("X-Request-Id") != "two words")

        for idempotencyKey in [String(repeating: "k", count: 256), "two words", "é"] {
            let answer = try await server.send(
                "POST", "/v1/resumes/generate", key: key, body: Data(#"{"job_description":"x"}"#.utf8),
                headers: ["Idempotency-Key": idempotencyKey])
            #expect(answer.status == 400)
            #expect(try answer.json[member: "code"]?.string == "bad_request")
        }
        await server.stop()
    }

    @Test func `who may not come in is told how, and no more`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        try await server.run("user", "add", "ada@example.com")
        let key = try await server.run("key", "create", "ada@example.com", "--scope", "read")
        let none = try await server.send("GET", "/v1/resumes")
        #expect(none.status == 401)
        #expect(none.header("WWW-Authenticate") == "Bearer realm=\"kongresume\"")
        let wrong = try await server.send("GET", "/v1/resumes", key: "kr_live_nonsense")
        #expect(wrong.header("WWW-Authenticate") == "Bearer realm=\"kongresume\", error=\"invalid_token\"")
        let narrow = try await server.send("DELETE", "/v1/resumes/x", key: key)
        #expect(narrow.status == 403)
        #expect(narrow.header("WWW-Authenticate")?.hasSuffix("error=\"insufficient_scope\", scope=\"write\"") == true)
        // Without an issuer of sessions a token is no better than any other text.
        let session = try await server.send("GET", "/v1/keys", key: "a.b.c")
        #expect(session.status == 401)
        await server.stop()
    }
}
