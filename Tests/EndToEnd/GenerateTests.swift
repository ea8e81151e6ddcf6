import Foundation
import Resume
import Testing

/// `POST /v1/resumes/generate` and what it leaves in the history, over a real socket, on a real PostgreSQL.
@Suite(.serialized) struct GenerateTests {
    @Test(arguments: DatabaseWay.allCases)
    func `a posting becomes a PDF, a record and a debit`(way: DatabaseWay) async throws {
        let server = try await Server.start(data: Server.makeDataFolder(), by: way)
        defer { server.remove() }
        let key = try await server.addUser("siobhan@example.com", credits: 3)

        let answer = try await server.generate(["job_description": posting("icu-nurse")], key: key)
        #expect(answer.status == 200)
        #expect(answer.header("Content-Type") == "application/pdf")
        let id = try #require(answer.header("X-Generation-Id"))
        #expect(id.hasPrefix("gen_") && id.count == 30)
        #expect(answer.header("X-Credits-Remaining") == "2")
        #expect(["1", "2"].contains(answer.header("X-Page-Count")))
        #expect(answer.header("Content-Disposition")?.hasPrefix("attachment; filename=\"Registered-Nurse") == true)
        for stage in ["auth", "profile", "job", "tailor", "typeset", "inspect", "store"] {
            #expect(answer.header("Server-Timing")?.contains("\(stage);dur=") == true)
        }
        let text = try await pdfText(answer.body)
        for expected in ["Siobhán O'Sullivan-Reyes", "ACLS", "CRRT", "Epic", "EXPERIENCE", "Harborview Mercy Hospital"]
        {
            #expect(text.contains(expected))
        }

        let list = try await server.send("GET", "/v1/resumes", key: key).json
        let item = try #require(list[member: "items"]?[element: 0])
        #expect(
            item.object?.map(\.name) == [
                "id", "title", "template_id", "source_type", "status", "created_at", "download_url",
            ])
        #expect(item[member: "id"]?.string == id)
        #expect(item[member: "status"]?.string == "completed")
        #expect(item[member: "source_type"]?.string == "job_description")
        #expect(list[member: "next_cursor"] == JSON.null)

        let record = try await server.send("GET", "/v1/resumes/\(id)", key: key).json
        #expect(record[member: "report"]?[member: "keywords"]?[member: "supported_but_absent"] == JSON.array([]))
        #expect((record[member: "provenance"]?.array?.count ?? 0) > 10)

        let pdf = try await server.send("GET", "/v1/resumes/\(id)/pdf", key: key)
        #expect(pdf.body == answer.body)
        #expect(
            try await server.run("credits", "show", "siobhan@example.com")
                == "granted 3, remaining 2, claimed 0, spent 1")
        #expect(await server.stop() == 0)
    }

    @Test func `the answer in JSON holds the source and the proof`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", profile: "data-analyst", test: true)
        let fields: [String: JSON] = ["job_description": try posting("senior-data-analyst"), "response_format": "json"]
        let first = try await server.generate(fields, key: key).json
        #expect(first[member: "latex"]?.string?.contains("\\begin{document}") == true)
        #expect(first[member: "report"]?[member: "score"]?.integer != nil)
        #expect(first[member: "job"]?[member: "company"]?.string == "Larkspur Foods")
        // The same input gives the same bytes.
        let second = try await server.generate(fields, key: key).json
        #expect(first[member: "sha256"]?.string == second[member: "sha256"]?.string)
        // Every item was judged, and the second agrees with the first, which went to the same employer.
        let items = try #require(first[member: "items"]?.array)
        #expect(
            items.count > 20 && items.allSatisfy { $0[member: "kept"] == true && $0[member: "score"]?.double != nil })
        #expect(
            items.contains {
                $0[member: "reasons"]?.array?.contains { $0.string?.hasPrefix("required: ") == true } == true
            })
        #expect(first[member: "history"] == JSON.null)
        #expect(second[member: "history"]?[member: "consistent_with"] == first[member: "id"])
        #expect(first[member: "fit"]?[member: "compiles"]?.integer != nil)
        // A test key costs nothing.
        #expect(try await server.run("credits", "show", "ada@example.com").hasPrefix("granted 10, remaining 10"))
        await server.stop()
    }

    @Test(arguments: DatabaseWay.allCases)
    func `another user's resume is not found, in the same words as one that never was`(way: DatabaseWay) async throws {
        let server = try await Server.start(data: Server.makeDataFolder(), by: way)
        defer { server.remove() }
        let ada = try await server.addUser("ada@example.com")
        let eve = try await server.addUser("eve@example.com")
        let made = try await server.generate(["job_description": posting("icu-nurse")], key: ada)
        let id = try #require(made.header("X-Generation-Id"))
        for suffix in ["", "/pdf"] {
            let headers = ["X-Request-Id": "same"]
            let foreign = try await server.send("GET", "/v1/resumes/\(id)\(suffix)", key: eve, headers: headers)
            let unknown = try await server.send(
                "GET", "/v1/resumes/gen_00000000000000000000000000\(suffix)", key: eve, headers: headers)
            #expect(foreign.status == 404 && unknown.status == 404)
            let words = String(decoding: foreign.body, as: UTF8.self).replacing(id, with: "ID")
            #expect(
                words
                    == String(decoding: unknown.body, as: UTF8.self).replacing(
                        "gen_00000000000000000000000000", with: "ID"))
        }
        #expect(try await server.send("GET", "/v1/resumes", key: eve).json[member: "items"] == JSON.array([]))
        await server.stop()
    }

    @Test func `a history longer than a page is read page by page`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", profile: "welder", test: true)
        for _ in 0..<5 { _ = try await server.generate(["job_description": posting("pipe-welder")], key: key) }
        var seen: [String] = []
        var cursor: String?
        repeat {
            let page = try await server.send(
                "GET", "/v1/resumes?limit=2" + (cursor.map { "&cursor=\($0)" } ?? ""), key: key
            ).json
            seen += page[member: "items"]?.array?.compactMap { $0[member: "id"]?.string } ?? []
            cursor = page[member: "next_cursor"]?.string
        } while cursor != nil
        #expect(seen.count == 5 && Set(seen).count == 5)
        #expect(seen == seen.sorted(by: >))
        await server.stop()
    }
}
