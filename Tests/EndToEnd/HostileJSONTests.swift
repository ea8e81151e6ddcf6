import Foundation
import Resume
import Testing

/// JSON that other readers merge, guess at, or fall over.
@Suite(.serialized) struct HostileJSONTests {
    @Test func `hostile JSON is a 422 that says where, on every route that reads JSON`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", test: true)
        let deep = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        let deepObjects = String(repeating: #"{"a":"#, count: 100_000)
        let bodies: [(name: String, bytes: [UInt8], pointer: String?)] = [
            ("depth 512", Array(#"{"job_description":\#(deep)}"#.utf8), nil),
            ("depth 100,000", Array(deepObjects.utf8), nil),
            ("two of a name", Array(#"{"paper":"a4","paper":"letter"}"#.utf8), "/paper"),
            ("two of a name, spelled otherwise", Array(#"{"paper":"a4","\u0070aper":"letter"}"#.utf8), "/paper"),
            ("U+0000", Array(#"{"job_description":"a\u0000b"}"#.utf8), "/job_description"),
            ("half a surrogate pair", Array(#"{"job_description":"\ud800"}"#.utf8), "/job_description"),
            ("the other half", Array(#"{"job_description":"\udc00x"}"#.utf8), "/job_description"),
            ("a pair the wrong way round", Array(#"{"job_description":"\udc00\ud800"}"#.utf8), "/job_description"),
            ("1e999", Array(#"{"max_pages":1e999}"#.utf8), "/max_pages"),
            ("-1e999", Array(#"{"max_pages":-1e999}"#.utf8), "/max_pages"),
            (
                "an integer of 4,000 digits", Array(#"{"max_pages":\#(String(repeating: "9", count: 4000))}"#.utf8),
                "/max_pages"
            ),
            ("NaN", Array(#"{"max_pages":NaN}"#.utf8), "/max_pages"),
            ("a leading zero", Array(#"{"max_pages":01}"#.utf8), "/max_pages"),
            ("a byte order mark", [0xEF, 0xBB, 0xBF] + Array("{}".utf8), nil),
            ("UTF-16", [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], nil),
            ("half a character", Array(#"{"job_description":""#.utf8) + [0xC3, 0x22, 0x7D], nil),
            ("an overlong encoding", Array(#"{"job_description":""#.utf8) + [0xC0, 0x80, 0x22, 0x7D], nil),
            ("two documents", Array("{}{}".utf8), nil),
            ("a trailing comma", Array(#"{"paper":"a4",}"#.utf8), nil),
            ("a comment", Array(#"{/* */"paper":"a4"}"#.utf8), nil),
            ("nothing", [], nil),
            ("a line break in a text", Array("{\"job_description\":\"a\nb\"}".utf8), nil),
        ]
        for (method, path) in [
            ("POST", "/v1/resumes/generate"), ("POST", "/v1/resumes/render"), ("PUT", "/v1/profile"),
        ] {
            for body in bodies {
                let answer = try await server.send(
                    method, path, key: key, body: Data(body.bytes), headers: ["If-Match": "*"])
                #expect(answer.status == 422, "\(path): \(body.name)")
                #expect(answer.header("Content-Type") == "application/problem+json")
                #expect(try answer.json[member: "code"]?.string == "invalid_body", "\(path): \(body.name)")
                let pointer = try answer.json[member: "errors"]?[element: 0]?[member: "pointer"]?.string
                if let expected = body.pointer { #expect(pointer == expected, "\(path): \(body.name)") }
            }
        }
        // All is as it was, and the server goes on.
        let profile = try await server.send("GET", "/v1/profile", key: key)
        #expect(profile.header("ETag") == "\"profile-1\"")
        #expect(try await server.send("GET", "/v1/resumes", key: key).json[member: "items"] == JSON.array([]))
        await server.stop()
    }
}
