import Foundation
import Randomness
import Resume
import Testing

/// Whatever is sent is answered, never by a 5xx, and the server lives. `make fuzz` runs these for longer.
@Suite(.serialized) struct FuzzTests {
    private static let spice: [[UInt8]] =
        [
            "\"", "\\", "{", "}", "[", "]", ",", ":", "\\u0000", "\\ud800", "\\udc00", "1e999", "-", "null", "true",
            "0", "1.0",
            "\n", "\t", "\0", "é", "ặ", "漢字", "🙂", "\u{202E}", "\u{FFFD}", "\u{0301}", "א", "سلم", "\\textbf{", "%",
            "&", "#", "$",
            "_", "^",
            "~", "\\input{/etc/passwd}", "'; DROP TABLE x; --", "<script>", "\"a\":1,", "\"basics\":{}",
        ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF]]

    private static let bodies: [(method: String, path: String, body: String)] = [
        (
            "POST", "/v1/resumes/render",
            #"{"resume":{"basics":{"name":"Ada Example","label":"Analyst","email":"ada@example.com","phone":"+1 206 555 0100","summary":"Plain numbers."},"work":[{"name":"Evergreen","position":"Analyst","startDate":"2020-02","highlights":["Built 22 dashboards."]}],"skills":[{"name":"Tools","keywords":["SQL","C++"]}]},"template_id":"template2","paper":"a4","max_pages":2}"#
        ),
        (
            "POST", "/v1/resumes/generate",
            #"{"job_description":"Senior Data Analyst at Larkspur Foods, Seattle. You turn sales data into decisions. Requirements: five years of SQL and Python, statistics, dashboards, and the patience to explain a forecast to others.","template_id":"template1","response_format":"json"}"#
        ),
        (
            "PUT", "/v1/profile",
            #"{"basics":{"name":"Ada Example","url":"https://a.example"},"education":[{"institution":"O","startDate":"2012"}],"niche":"data"}"#
        ),
        (
            "POST", "/v1/keys",
            #"{"name":"nightly","mode":"test","scopes":["read","write"],"expires_at":"2099-01-01T00:00:00Z"}"#
        ),
    ]

    /// A server with a key and a session, in which the fuzzers meet.
    private func withServer(_ body: (Server, _ key: String, _ session: String) async throws -> Void) async throws {
        let issuer = try Issuer()
        let signer = try await SigningKey.elliptic("one")
        issuer.publish([signer.published])
        let settings = issuer.settings.merging(["KONGRESUME_RATE_LIMIT": "0"]) { $1 }
        let server = try await Server.start(data: Server.makeDataFolder(), settings: settings)
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", profile: "data-analyst", test: true)
        let console = try await server.run("user", "add", "console@example.com")
        var claims = issuer.claims(for: console)
        claims.exp = Int(Date().timeIntervalSince1970) + 86_400
        try await body(server, key, try await signer.sign(claims))
        #expect(try await server.send("GET", "/readyz").status == 200, "it still serves")
        #expect(await server.stop() == 0)
        await issuer.stop()
    }

    @Test func `JSON bodies`() async throws {
        try await withServer { server, key, session in
            try await Fuzzing(rounds: 300).run { seed, random in
                guard let (method, path, body) = Self.bodies.randomElement(using: &random) else { return }
                let mangled = Array(body.utf8).mangled(Self.spice, using: &random)
                let answer = try await server.send(
                    method, path, key: path == "/v1/keys" ? session : key, body: Data(mangled),
                    headers: ["If-Match": "*"])
                let text = { (bytes: any Collection<UInt8>) in String(decoding: bytes, as: UTF8.self) }
                if answer.status >= 500 {
                    // An earlier round may have put it there.
                    let profile = try await server.send("GET", "/v1/profile", key: key)
                    Issue.record(
                        "FUZZ_SEED=\(seed) \(path) \(text(mangled)): \(text(answer.body)) \(text(profile.body))")
                }
                if answer.status >= 400 {
                    #expect(answer.header("Content-Type") == "application/problem+json", "FUZZ_SEED=\(seed)")
                }
            }
        }
    }

    @Test func `PDFs, object by object`() async throws {
        try await withServer { server, key, _ in
            // One by pdfTeX, one that XeTeX set.
            var whole = [try await server.generate(["job_description": posting("senior-data-analyst")], key: key).body]
            let other = try await server.addUser("yusuf@example.com", profile: "ar-muhasib", test: true)
            whole.append(
                try await server.generate(["job_description": posting("senior-data-analyst")], key: other).body)
            #expect(whole.allSatisfy { $0.starts(with: Data("%PDF-".utf8)) })
            let parsed = whole.map { MangledPDF([UInt8]($0)) }
            var counts: [Int: Int] = [:]
            try await Fuzzing(rounds: 300).run { seed, random in
                guard var pdf = parsed.randomElement(using: &random) else { return }
                for _ in 0..<Int.random(in: 1...5, using: &random) { pdf.mangle(using: &random) }
                let answer = try await server.verify(Data(pdf.bytes), key: key)
                counts[answer.status, default: 0] += 1
                switch answer.status {
                case 200:
                    #expect(try (0...100).contains(answer.json[member: "score"]?.integer ?? -1), "FUZZ_SEED=\(seed)")
                case 422:
                    #expect(try answer.json[member: "code"] == "unreadable_pdf", "FUZZ_SEED=\(seed)")
                default:
                    Issue.record("FUZZ_SEED=\(seed): \(answer.status) \(String(decoding: answer.body, as: UTF8.self))")
                }
            }
            print("answers by status: \(counts)")
            #expect(counts[200, default: 0] > 0 && counts[422, default: 0] > 0)
        }
    }

    @Test func `cursors, ids and queries`() async throws {
        try await withServer { server, key, _ in
            for _ in 0..<3 { _ = try await server.generate(["job_description": posting("icu-nurse")], key: key) }
            let page = try await server.send("GET", "/v1/resumes?limit=1", key: key).json
            let cursor = try #require(page[member: "next_cursor"]?.string)
            let id = try #require(page[member: "items"]?[element: 0]?[member: "id"]?.string)
            let spice = [
                "%", "%00", "%2F", "=", "&", "-", "_", "A", "é", "..", "/", "?", "+", " ", "9999999999999999999",
            ]
            try await Fuzzing(rounds: 500).run { seed, random in
                func mangle(_ text: String, _ random: inout SeededGenerator) -> String {
                    String(
                        decoding: Array(text.utf8).mangled(spice.map { Array($0.utf8) }, using: &random), as: UTF8.self
                    )
                    .addingPercentEncoding(withAllowedCharacters: .urlHostAllowed) ?? ""
                }
                let tail = [
                    "?cursor=\(mangle(cursor, &random))", "?limit=\(mangle("10", &random))", "/\(mangle(id, &random))",
                    "/\(mangle(id, &random))/pdf", "?\(mangle("limit=1&cursor=", &random))",
                ]
                let path = "/v1/resumes" + (tail.randomElement(using: &random) ?? "")
                let answer = try await server.send("GET", path, key: key)
                // A cursor that was not given out is never taken for one.
                #expect([200, 400, 404].contains(answer.status), "FUZZ_SEED=\(seed) \(path): \(answer.status)")
                if answer.status == 200, path.contains("cursor="), !path.contains(cursor) {
                    #expect(!path.hasPrefix("/v1/resumes?cursor="), "FUZZ_SEED=\(seed) \(path)")
                }
            }
        }
    }

    @Test func `keys and sessions`() async throws {
        try await withServer { server, key, session in
            let spice = ["kr_", "live", ".", "..", "=", "-", "_", "eyJ", "0", "Z", " ", "Bearer ", "{}"].map {
                Array($0.utf8)
            }
            try await Fuzzing(rounds: 500).run { seed, random in
                let good = Bool.random(using: &random) ? key : session
                let mangled = String(decoding: Array(good.utf8).mangled(spice, using: &random), as: UTF8.self)
                guard mangled.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }), mangled != good else { return }
                let answer = try await server.send("GET", "/v1/credits", key: mangled)
                // The last character of a signature in base64url has bits that say nothing.
                let isTheSame =
                    mangled.trimmingCharacters(in: .whitespaces) == good || mangled.dropLast() == good.dropLast()
                #expect(
                    answer.status == 401 || answer.status == 200 && isTheSame,
                    "FUZZ_SEED=\(seed) \(mangled): \(answer.status)")
            }
        }
    }
}
