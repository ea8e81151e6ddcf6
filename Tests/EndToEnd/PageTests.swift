import Foundation
import Resume
import Testing

/// What anybody may read: the contract, its pages, the templates, health and figures.
@Suite(.serialized) struct PageTests {
    @Test func `the contract is there for machines and people, and loads nothing from elsewhere`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let contract = try await server.send("GET", "/openapi.json")
        #expect(try contract.json[member: "openapi"]?.string == "3.1.0")
        let tag = try #require(contract.header("ETag"))
        #expect(try await server.send("GET", "/openapi.json", headers: ["If-None-Match": tag]).status == 304)

        let index = String(decoding: try await server.send("GET", "/").body, as: UTF8.self)
        let reference = try await server.send("GET", "/docs")
        let page = String(decoding: reference.body, as: UTF8.self)
        #expect(reference.header("Content-Security-Policy")?.hasPrefix("default-src 'none'") == true)
        for path in try contract.json[member: "paths"]?.object ?? [] {
            #expect(page.contains("<code>\(path.name)</code>"))
            #expect(index.contains("<code>\(path.name)</code>"))
        }
        for text in ["job_source_unreadable", "allowance_remaining", "Idempotency-Key", "RFC 9457"] {
            #expect(page.contains(text))
        }
        for text in [index, page] {
            #expect(!text.contains("<script") && !text.contains("{{") && !text.contains("http://"))
        }
        // Every link leads somewhere.
        for link in page.matches(of: /href="#([^"]+)"/) { #expect(page.contains("id=\"\(link.1)\"")) }
        for link in index.matches(of: /href="\/docs#([^"]+)"/) { #expect(page.contains("id=\"\(link.1)\"")) }
        await server.stop()
    }

    @Test func `templates have names and pictures`() async throws {
        let server = try await Server.start(
            data: Server.makeDataFolder(), settings: ["KONGRESUME_PUBLIC_URL": "https://resumes.example"])
        defer { server.remove() }
        let items = try #require(try await server.send("GET", "/v1/templates").json[member: "items"]?.array)
        #expect(items.compactMap { $0[member: "id"]?.string } == ["template1", "template2", "template3"])
        for item in items {
            #expect(item[member: "name"]?.string?.isEmpty == false)
            let address = try #require(item[member: "preview_url"]?.string)
            #expect(address.hasPrefix("https://resumes.example/v1/templates/"))
            let picture = try await server.send("GET", String(address.dropFirst("https://resumes.example".count)))
            #expect(picture.header("Content-Type") == "image/png")
            #expect(picture.body.starts(with: [0x89, 0x50, 0x4E, 0x47]))
            let tag = try #require(picture.header("ETag"))
            #expect(
                try await server.send(
                    "GET", String(address.dropFirst("https://resumes.example".count)), headers: ["If-None-Match": tag]
                ).status == 304)
        }
        #expect(try await server.send("GET", "/v1/templates/..%2F..%2Fetc/preview").status == 404)
        await server.stop()
    }

    @Test func `figures count what happened, and name nobody`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", profile: "data-analyst", test: true)
        let made = try await server.generate(["job_description": posting("senior-data-analyst")], key: key)
        let id = try #require(made.header("X-Generation-Id"))
        for _ in 0..<3 { _ = try await server.send("GET", "/v1/resumes/\(id)", key: key) }
        _ = try await server.send("GET", "/v1/nothing/\(id)")
        _ = try await server.send("BREW", "/v1/resumes/\(id)")
        let answer = try await server.send("GET", "/metrics")
        #expect(answer.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
        let text = String(decoding: answer.body, as: UTF8.self)
        for line in [
            #"kongresume_http_requests_total{route="/v1/resumes/{id}",method="GET",status="200"} 3"#,
            #"kongresume_http_requests_total{route="/v1/resumes/generate",method="POST",status="200"} 1"#,
            #"kongresume_http_requests_total{route="other",method="GET",status="404"} 1"#,
            #"kongresume_http_requests_total{route="/v1/resumes/{id}",method="other",status="405"} 1"#,
            #"kongresume_http_request_duration_seconds_count{route="/v1/resumes/{id}"} 4"#,
            #"kongresume_http_request_duration_seconds_bucket{route="/v1/resumes/{id}",le="+Inf"} 4"#,
            "kongresume_generations_total 1", #"kongresume_pool_busy{pool="pdf-inspector"} 0"#,
            "# TYPE kongresume_http_request_duration_seconds histogram",
        ] {
            #expect(text.split(separator: "\n").contains { $0 == line }, "\(line)")
        }
        for secret in [id, key, "ada@example.com", "Larkspur", "credit"] { #expect(!text.contains(secret)) }
        #expect(try await server.send("GET", "/healthz").body == Data("ok\n".utf8))
        #expect(try await server.send("GET", "/readyz").status == 200)
        await server.stop()
    }
}
