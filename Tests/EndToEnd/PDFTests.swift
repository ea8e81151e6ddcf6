import Foundation
import FoundationNetworking
import Resume
import Testing

/// `/v1/resumes/{id}` and its PDF: conditions, ranges, and what is left after it was deleted.
@Suite(.serialized) struct PDFTests {
    @Test func `a PDF is read whole, in part, or not at all when the copy is good`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", profile: "data-analyst", test: true)
        let made = try await server.generate(["job_description": posting("senior-data-analyst")], key: key)
        let path = "/v1/resumes/\(try #require(made.header("X-Generation-Id")))/pdf"
        func get(_ headers: [String: String] = [:], method: String = "GET") async throws -> Answer {
            try await server.send(method, path, key: key, headers: headers)
        }
        let whole = try await get()
        let tag = try #require(whole.header("ETag"))
        let count = whole.body.count
        #expect(whole.body == made.body)
        #expect(tag == made.header("ETag"))
        #expect(whole.header("Accept-Ranges") == "bytes")
        #expect(whole.header("Content-Disposition") == made.header("Content-Disposition") || whole.status == 200)

        let head = try await get(["Range": "bytes=0-4"], method: "HEAD")
        #expect(head.status == 200 && head.body.isEmpty, "only GET has ranges")
        #expect(head.header("Content-Length") == "\(count)")

        for (range, expected) in [
            ("bytes=0-4", 0..<5), ("bytes=5-", 5..<count), ("bytes=-7", (count - 7)..<count),
            ("bytes=10-999999999", 10..<count), ("bytes=-999999999", 0..<count), ("Bytes=3-3", 3..<4),
        ] {
            let part = try await get(["Range": range])
            #expect(part.status == 206, "\(range)")
            #expect(part.body == whole.body[expected], "\(range)")
            #expect(
                part.header("Content-Range") == "bytes \(expected.lowerBound)-\(expected.upperBound - 1)/\(count)")
        }
        for range in ["bytes=9-3", "bytes=a-b", "bytes=--1", "lines=1-2", "bytes=0-1,3-4", "bytes=", "bytes=+1-2"] {
            let answer = try await get(["Range": range])
            #expect(answer.status == 200 && answer.body == whole.body, "\(range) is no range to be answered")
        }
        for range in ["bytes=\(count)-", "bytes=99999999999999999999-", "bytes=-0"] {
            let answer = try await get(["Range": range])
            #expect(answer.status == 416, "\(range)")
            #expect(answer.header("Content-Range") == "bytes */\(count)")
        }
        #expect(try await get(["Range": "bytes=0-4", "If-Range": tag]).status == 206)
        #expect(try await get(["Range": "bytes=0-4", "If-Range": "\"other\""]).status == 200)
        #expect(try await get(["Range": "bytes=0-4", "If-Range": "W/\(tag)"]).status == 200)
        #expect(try await get(["Range": "bytes=0-4", "If-Range": "Tue, 24 Nov 2026 09:00:00 GMT"]).status == 200)
        for condition in [tag, "W/\(tag)", "*", "\"a\", \(tag)"] {
            let answer = try await get(["If-None-Match": condition, "Range": "bytes=0-4"])
            #expect(answer.status == 304 && answer.body.isEmpty)
            #expect(answer.header("ETag") == tag)
        }
        #expect(try await get(["If-None-Match": "\"a\""]).status == 200)
        #expect(try await get(["If-Match": "\"a\""]).status == 412)
        #expect(try await get(["If-Match": tag]).status == 200)
        await server.stop()
    }

    @Test func `a resume that was deleted is gone, once, and what it cost stays spent`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", profile: "data-analyst", credits: 2)
        let made = try await server.generate(["job_description": posting("senior-data-analyst")], key: key)
        let path = "/v1/resumes/\(try #require(made.header("X-Generation-Id")))"
        #expect(try await server.send("DELETE", path, key: key).status == 204)
        for (method, path) in [("GET", path), ("GET", path + "/pdf"), ("DELETE", path)] {
            #expect(try await server.send(method, path, key: key).status == 404)
        }
        #expect(try await server.send("GET", "/v1/resumes", key: key).json[member: "items"] == JSON.array([]))
        #expect(try await server.send("GET", "/v1/credits", key: key).json[member: "remaining"]?.integer == 1)
        await server.stop()
    }

    @Test(arguments: DatabaseWay.allCases)
    func `another user's resume is not there, in the same words as one that never was`(way: DatabaseWay) async throws {
        let server = try await Server.start(data: Server.makeDataFolder(), by: way)
        defer { server.remove() }
        let ada = try await server.addUser("ada@example.com", profile: "data-analyst", test: true)
        let grace = try await server.addUser("grace@example.com", test: true)
        let made = try await server.generate(["job_description": posting("senior-data-analyst")], key: ada)
        let id = try #require(made.header("X-Generation-Id"))
        let never = String(id.dropLast()) + (id.last == "0" ? "1" : "0")
        for (method, tail) in [("GET", ""), ("GET", "/pdf"), ("HEAD", "/pdf"), ("DELETE", "")] {
            func ask(_ id: String) async throws -> (Answer, String) {
                let answer = try await server.send(
                    method, "/v1/resumes/\(id)\(tail)", key: grace, headers: ["X-Request-Id": "same"])
                return (answer, String(decoding: answer.body, as: UTF8.self).replacing(id, with: "ID"))
            }
            let (hers, text) = try await ask(id)
            let (nobodys, other) = try await ask(never)
            #expect(hers.status == 404 && nobodys.status == 404)
            #expect(text == other)
            let fields = { (answer: Answer) in
                Dictionary(
                    uniqueKeysWithValues: answer.headers.allHeaderFields.map { ("\($0.key)", "\($0.value)") }
                        .filter { !["date", "ratelimit"].contains($0.0.lowercased()) })
            }
            #expect(fields(hers) == fields(nobodys))
        }
        #expect(try await server.send("GET", "/v1/resumes/\(id)/pdf", key: ada).body == made.body)
        await server.stop()
    }
}
