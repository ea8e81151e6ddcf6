import Foundation
import Randomness
import Resume
import Testing

/// `POST /v1/ats/verify`, over a real socket: PDFs of ours and of anybody's, and what is no PDF at all.
@Suite(.serialized) struct VerifyTests {
    @Test func `a PDF, a posting and a profile become a report`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("siobhan@example.com", credits: 3)
        let job = try #require(posting("icu-nurse").string)
        let profile = try String(contentsOfFile: "\(project)/samples/profiles/icu-nurse.json", encoding: .utf8)
        let made = try await server.generate(["job_description": posting("icu-nurse")], key: key)
        let id = try #require(made.header("X-Generation-Id"))

        // It was read back before it was given away.
        let record = try await server.send("GET", "/v1/resumes/\(id)", key: key).json
        let trip = try #require(record[member: "report"]?[member: "round_trip"])
        #expect((trip[member: "fields"]?.integer ?? 0) > 30 && trip[member: "differences"] == JSON.array([]))

        let fields = [("job_description", job), ("profile", profile)]
        let answer = try await server.verify(made.body, fields: fields, key: key)
        #expect(answer.status == 200)
        #expect(answer.header("Content-Type") == "application/json")
        let report = try answer.json
        #expect(report[member: "score"] == 100 && report[member: "coverage"] == 1)
        #expect(report[member: "checks"]?.array?.allSatisfy { $0[member: "status"] == "pass" } == true)
        #expect(
            report[member: "checks"]?.array?.reduce(0) { $0 + ($1[member: "points"]?.integer ?? 0) }
                == report[member: "score"]?.integer)
        let read = try #require(report[member: "round_trip"]?[member: "resume"])
        #expect(read[member: "name"] == "Siobhán O'Sullivan-Reyes")
        #expect(read[member: "email"] == "siobhan.osullivan@example.com")
        let alias = report[member: "keywords"]?[member: "terms"]?.array?.first { $0[member: "term"] == "ICU" }
        #expect(alias?[member: "importance"] == "required" && alias?[member: "found_as"] == "Intensive Care")

        // One of the caller's own, with the posting that it was made for; it is nobody else's.
        let again = try await server.send(
            "POST", "/v1/ats/verify", key: key, body: Data(#"{"generation_id":"\#(id)"}"#.utf8))
        #expect(try again.json[member: "keywords"]?[member: "total"] == report[member: "keywords"]?[member: "total"])
        #expect(try again.json[member: "score"] == 100)
        let eve = try await server.addUser("eve@example.com")
        let foreign = try await server.send(
            "POST", "/v1/ats/verify", key: eve, body: Data(#"{"generation_id":"\#(id)"}"#.utf8))
        #expect(foreign.status == 404)

        let page = try await server.verify(
            made.body, fields: [("job_description", job + "\n<script>alert(1)</script>")], key: key,
            headers: ["Accept": "text/html,application/xhtml+xml,*/*;q=0.8"])
        let html = String(decoding: page.body, as: UTF8.self)
        #expect(page.header("Content-Type") == "text/html; charset=utf-8")
        let policy = try #require(page.header("Content-Security-Policy"))
        #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-") && !policy.contains("unsafe"))
        #expect(html.contains("<strong>100</strong> of 100") && html.contains("Every check passed."))
        #expect(html.contains("O&#39;Sullivan-Reyes") && html.contains("as “Intensive Care”"))
        for text in ["<script", "style=", "http:", "https:", "{{"] { #expect(!html.contains(text), "\(text)") }
        // A read-only key may verify, and nothing is charged.
        let reader = try await server.run("key", "create", "siobhan@example.com", "--scope", "read")
        #expect(try await server.verify(made.body, key: reader).status == 200)
        #expect(try await server.run("credits", "show", "siobhan@example.com").contains("remaining 2"))
        await server.stop()
    }

    @Test func `what cannot be read is told as such, with a reason`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", test: true)
        func expect(
            _ status: Int, _ code: String, _ answer: Answer, pointer: String? = nil, reason: String? = nil,
            location: SourceLocation = #_sourceLocation
        ) throws {
            let body = try answer.json
            #expect(answer.status == status, "\(answer.status)", sourceLocation: location)
            #expect(body[member: "code"]?.string == code, sourceLocation: location)
            #expect(body[member: "reason"]?.string == reason, sourceLocation: location)
            let pointers = body[member: "errors"]?.array?.compactMap { $0[member: "pointer"]?.string } ?? []
            #expect(pointer == nil || pointers.contains(pointer ?? ""), "\(pointers)", sourceLocation: location)
        }
        let text = Data("%PDF-1.7\nnothing".utf8)
        try expect(422, "unreadable_pdf", await server.verify(text, key: key), reason: "not_a_pdf")
        let word = try await server.verify(Data([0x50, 0x4B, 3, 4, 0, 0]), key: key)
        try expect(422, "unreadable_pdf", word, reason: "not_a_pdf")
        #expect(try word.json[member: "detail"]?.string?.contains("Word") == true)
        try expect(422, "invalid_body", await server.verify(Data(), key: key), pointer: "/file")
        try expect(
            422, "invalid_body", await server.verify(text, fields: [("colour", "red")], key: key), pointer: "/colour")
        try expect(
            422, "invalid_body", await server.verify(text, fields: [("profile", "{}")], key: key),
            pointer: "/profile/basics/name")
        try expect(
            422, "invalid_body", await server.verify(text, fields: [("profile", "{")], key: key), pointer: "/profile")
        try expect(
            422, "job_source_unreadable", await server.verify(text, fields: [("job_description", "Hi.")], key: key))
        try expect(413, "too_large", await server.verify(Data(count: (10 << 20) + 1), key: key))
        try expect(413, "too_large", await server.verify(Data(count: 13 << 20), key: key))
        try expect(401, "missing_key", await server.verify(text, key: nil))
        func post(_ body: String, type: String) async throws -> Answer {
            try await server.send("POST", "/v1/ats/verify", key: key, body: Data(body.utf8), type: type)
        }
        try expect(415, "unsupported_media_type", await post("%PDF-", type: "application/pdf"))
        try expect(422, "invalid_body", await post("--x", type: "multipart/form-data"))
        try expect(422, "invalid_body", await post("{}", type: "application/json"), pointer: "/generation_id")
        try expect(404, "not_found", await post(#"{"generation_id":"gen_1"}"#, type: "application/json"))
        let other = try await server.send("GET", "/v1/ats/verify", key: key)
        #expect(other.status == 405 && other.header("Allow") == "POST, OPTIONS")
        await server.stop()
    }

    @Test func `three hundred broken PDFs get three hundred clear answers`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", profile: "welder", test: true)
        let whole = try await server.generate(["job_description": posting("pipe-welder")], key: key).body
        var random = SeededGenerator(seed: 7)
        let broken = (0..<300).map { _ in Self.broken(whole, &random) }
        var counts: [Int: Int] = [:]
        for batch in stride(from: 0, to: broken.count, by: 4) {
            let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                for pdf in broken[batch..<min(batch + 4, broken.count)] {
                    group.addTask { try await server.verify(pdf, key: key) }
                }
                return try await group.reduce(into: [Answer]()) { $0.append($1) }
            }
            for answer in answers {
                counts[answer.status, default: 0] += 1
                let body = try answer.json
                switch answer.status {
                case 200: #expect((0...100).contains(body[member: "score"]?.integer ?? -1))
                case 422:
                    #expect(body[member: "code"] == "unreadable_pdf")
                    #expect(body[member: "reason"]?.string?.isEmpty == false)
                default: Issue.record("\(answer.status): \(body.text)")
                }
            }
        }
        print("answers by status: \(counts)")
        #expect(counts[200, default: 0] + counts[422, default: 0] == 300)
        #expect(counts[422, default: 0] > 20)
        #expect(try await server.verify(whole, key: key).json[member: "score"] == 100)
        await server.stop()
    }

    /// A bomb is read in a process of its own, so that everybody else is answered while it swells.
    @Test func `a bomb ends by itself while the server answers`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", profile: "welder", test: true)
        let good = try await server.generate(["job_description": posting("pipe-welder")], key: key).body
        let bomb = try await Self.bomb()
        let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
            for _ in 0..<3 { group.addTask { try await server.verify(bomb, key: key) } }
            for _ in 0..<20 { #expect(try await server.send("GET", "/healthz").status == 200) }
            return try await group.reduce(into: [Answer]()) { $0.append($1) }
        }
        for answer in answers {
            #expect(answer.status == 422)
            #expect(try answer.json[member: "reason"] == "too_complex")
        }
        #expect(try await server.verify(good, key: key).json[member: "score"] == 100)
        await server.stop()
    }

    /// A page whose content is 400 megabytes of one letter.
    private static func bomb() async throws -> Data {
        let script = """
            import sys, zlib
            packer = zlib.compressobj(9)
            packed = packer.compress(b"BT /F 10 Tf (")
            for _ in range(400): packed += packer.compress(b"a" * 1000000)
            packed += packer.compress(b") Tj ET") + packer.flush()
            out = sys.stdout.buffer
            out.write(b"%PDF-1.7\\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ")
            out.write(b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>endobj ")
            out.write(b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj 4 0 obj<</Filter/FlateDecode/Length %d>>stream\\n" % len(packed))
            out.write(packed + b"\\nendstream endobj\\ntrailer<</Root 1 0 R>>\\n")
            """
        let file = URL(filePath: "/tmp/kongresume-bomb-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-c", script]
        try Data().write(to: file)
        process.standardOutput = try FileHandle(forWritingTo: file)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        return try Data(contentsOf: file)
    }

    /// Bits turned, bytes cut out, the end cut off, a piece written twice.
    private static func broken(_ whole: Data, _ random: inout SeededGenerator) -> Data {
        var bytes = [UInt8](whole)
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            for _ in 0..<Int.random(in: 1...64, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
            }
        case 1: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
        case 2:
            let start = Int.random(in: 0..<bytes.count - 1, using: &random)
            bytes.removeSubrange(start..<min(bytes.count, start + Int.random(in: 1...2000, using: &random)))
        default:
            let start = Int.random(in: 0..<bytes.count - 1, using: &random)
            let piece = bytes[start..<min(bytes.count, start + Int.random(in: 1...2000, using: &random))]
            bytes.insert(contentsOf: piece, at: Int.random(in: 0..<bytes.count, using: &random))
        }
        return Data(bytes)
    }
}

extension Server {
    /// Sends a PDF as browsers do.
    func verify(
        _ pdf: Data, fields: [(String, String)] = [], key: String?, headers: [String: String] = [:]
    ) async throws -> Answer {
        let boundary = "----boundary\(UUID().uuidString)"
        var body = Data()
        func part(_ disposition: String, _ content: Data) {
            body += Data("--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n".utf8)
            body += content + Data("\r\n".utf8)
        }
        part("name=\"file\"; filename=\"cv.pdf\"", pdf)
        for (name, value) in fields { part("name=\"\(name)\"", Data(value.utf8)) }
        body += Data("--\(boundary)--\r\n".utf8)
        return try await send(
            "POST", "/v1/ats/verify", key: key, body: body, type: "multipart/form-data; boundary=\(boundary)",
            headers: headers)
    }
}
