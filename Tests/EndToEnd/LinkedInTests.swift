import Foundation
import Resume
import StandIn
import Subprocess
import SystemPackage
import Testing

/// `linkedin_job_url`, from the request to the record, and the commands that take an address, with a LinkedIn that is played.
@Suite(.serialized) struct LinkedInTests {
    private func settings(_ linkedIn: LinkedInStandIn) -> [String: String] {
        ["KONGRESUME_LINKEDIN_URL": linkedIn.url, "KONGRESUME_LINKEDIN_CA_FILE": linkedIn.certificate]
    }

    private func address(_ number: Int) -> JSON {
        .string("https://uk.linkedin.com/jobs/view/nurse-at-x-\(number)?trk=y")
    }

    @Test func `an address becomes a PDF, a fault becomes a problem or a note, and no fault is charged`() async throws {
        let linkedIn = try LinkedInStandIn()
        let server = try await Server.start(data: Server.makeDataFolder(), settings: settings(linkedIn))
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", credits: 3)

        let pdf = try await server.generate(["linkedin_job_url": address(4_000_000_001)], key: key)
        #expect(pdf.status == 200 && pdf.body.starts(with: Data("%PDF-".utf8)) && pdf.header("X-Note") == nil)
        let history = try await server.send("GET", "/v1/resumes", key: key).json
        let item = try #require(history[member: "items"]?[element: 0])
        #expect(item[member: "source_type"]?.string == "linkedin_job_url")
        #expect(item[member: "title"]?.string == "Paediatric Nurse at Larch Hill Hospital")

        for (number, status, code, retryable) in [
            (4_000_000_005, 422, "job_source_unreadable", false), (4_000_000_006, 422, "job_source_unreadable", false),
            (4_000_000_013, 500, "provider_failed", true), (4_000_000_008, 500, "provider_failed", true),
        ] {
            let answer = try await server.generate(["linkedin_job_url": address(number)], key: key)
            #expect(answer.status == status)
            #expect(try answer.json[member: "code"]?.string == code)
            #expect(try answer.json[member: "retryable"] == .bool(retryable))
            #expect(try answer.json[member: "detail"]?.string?.contains("paste the posting's text") == true)
        }
        #expect(
            try await server.run("credits", "show", "ada@example.com") == "granted 3, remaining 2, claimed 0, spent 1")

        // With a text at hand, it goes on, and says so.
        var fields: [String: JSON] = [
            "linkedin_job_url": address(4_000_000_005), "job_description": try posting("icu-nurse"),
        ]
        let noted = try await server.generate(fields, key: key)
        #expect(noted.status == 200 && noted.header("X-Note")?.contains("is closed") == true)
        fields["response_format"] = "json"
        let body = try await server.generate(fields, key: key).json
        #expect(body[member: "notes"]?[element: 0]?.string?.contains("is closed") == true)
        await server.stop()
    }

    @Test func `a PDF is judged beside the posting at an address`() async throws {
        let linkedIn = try LinkedInStandIn()
        let server = try await Server.start(data: Server.makeDataFolder(), settings: settings(linkedIn))
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", test: true)
        let made = try await server.generate(["job_description": posting("icu-nurse")], key: key)
        let id = try #require(made.header("X-Generation-Id"))
        func verify(_ number: Int, _ fields: [(String, String)] = [], accept: String = "*/*") async throws -> Answer {
            let address = try #require(address(number).string)
            return try await server.verify(
                made.body, fields: [("linkedin_job_url", address)] + fields, key: key, headers: ["Accept": accept])
        }

        let terms = try await keywords(server.data, linkedIn)
        let answer = try await verify(4_000_000_001)
        #expect(answer.status == 200 && answer.header("X-Note") == nil)
        #expect(try Self.terms(answer.json) == terms)
        let own = Data(#"{"generation_id":"\#(id)","linkedin_job_url":"\#(address(4_000_000_001).string ?? "")"}"#.utf8)
        #expect(try await Self.terms(server.send("POST", "/v1/ats/verify", key: key, body: own).json) == terms)
        let page = try await verify(4_000_000_001, accept: "text/html")
        #expect(String(decoding: page.body, as: UTF8.self).contains("“Paediatric Nurse, Larch Hill Hospital”"))

        for (number, status, code, reason) in [
            (4_000_000_005, 422, "job_source_unreadable", "closed"),
            (4_000_000_006, 422, "job_source_unreadable", "signed in"),
            (4_000_000_007, 422, "job_source_unreadable", "no posting there any more"),
            (4_000_000_013, 500, "provider_failed", "try again in some minutes"),
        ] {
            let refused = try await verify(number)
            #expect(refused.status == status)
            #expect(try refused.json[member: "code"]?.string == code)
            #expect(try refused.json[member: "detail"]?.string?.contains(reason) == true)
        }
        // With a text at hand, it goes on, and says so.
        let job = try #require(posting("icu-nurse").string)
        let noted = try await verify(4_000_000_006, [("job_description", job)])
        #expect(noted.status == 200 && noted.header("X-Note")?.contains("signed in") == true)
        #expect(
            try noted.json[member: "keywords"]?[member: "terms"]?.array?.contains { $0[member: "term"] == "ICU" }
                == true)
        await server.stop()
    }

    @Test func `the command judges a PDF beside an address`() async throws {
        let linkedIn = try LinkedInStandIn()
        let folder = try Server.makeDataFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let environment = Server.environment(folder).merging(settings(linkedIn)) { $1 }
        let pdf = folder.appending(path: "resume.pdf").path
        let profile = project + "/samples/profiles/icu-nurse.json"
        let made = try await command(["render", "--profile", profile, "-o", pdf], environment: environment)
        try #require(made.status == 0, "\(made.error)")
        func verify(_ number: Int, _ more: String...) async throws -> (status: Int, output: String, error: String) {
            try await command(
                ["verify", pdf, "--job", "https://www.linkedin.com/jobs/view/\(number)"] + more,
                environment: environment)
        }

        let terms = try await keywords(folder, linkedIn)
        let json = try await verify(4_000_000_001, "--json")
        #expect(json.status == 0 && json.error.isEmpty)
        #expect(try Self.terms(JSON(parsing: json.output)) == terms)
        let table = try await verify(4_000_000_001, "--profile", profile)
        #expect(table.status == 0 && table.output.contains("of \(terms.count)\n"))
        for (number, reason) in [
            (4_000_000_005, "closed"), (4_000_000_006, "signed in"), (4_000_000_007, "no posting there any more"),
        ] {
            let refused = try await verify(number)
            #expect(refused.status == 1 && refused.output.isEmpty && refused.error.contains(reason), "\(refused.error)")
        }
    }

    /// What `kongresume job` understands of the good posting.
    private func keywords(_ data: URL, _ linkedIn: LinkedInStandIn) async throws -> Set<String> {
        let environment = Server.environment(data).merging(settings(linkedIn)) { $1 }
        let job = try await command(
            ["job", "https://www.linkedin.com/jobs/view/4000000001", "--json"], environment: environment)
        let terms = try JSON(parsing: job.output)[member: "keywords"]?.array?.compactMap { $0[member: "term"]?.string }
        return try #require(terms.map(Set.init).flatMap { $0.isEmpty ? nil : $0 })
    }

    private static func terms(_ report: JSON) throws -> Set<String> {
        let terms = try #require(report[member: "keywords"]?[member: "terms"]?.array)
        return Set(terms.compactMap { $0[member: "term"]?.string })
    }

    /// Without any setting that would open a door: the real names, port 443, and the system's own resolver.
    @Test(
        .enabled(
            if: geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/sbin/ip"),
            "a network namespace takes root and iproute2"),
        arguments: [
            ("93.184.216.34", "Paediatric Nurse\n2"), ("127.0.0.1", "-\n1"), ("10.20.30.40", "-\n1"), ("::1", "-\n1"),
            ("::ffff:93.184.216.34", "-\n1"),
        ])
    func `in a network without an outside, a global address is connected to, and no other`(
        address: String, expected: String
    ) async throws {
        let result = try await run(
            .path("/usr/bin/unshare"),
            arguments: [
                "--net", "--mount", "\(project)/Tests/EndToEnd/global-address.sh", Server.program.path, project,
                address,
            ], output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
        #expect(result.standardOutput == expected, "\(result.standardError)")
    }

    @Test func `the command reads an address, a file and standard input`() async throws {
        let linkedIn = try LinkedInStandIn()
        let folder = try Server.makeDataFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let environment = Server.environment(folder).merging(settings(linkedIn)) { $1 }
        let url = try await command(
            ["job", "https://www.linkedin.com/jobs/view/4000000001", "--json"], environment: environment)
        #expect(url.status == 0)
        let posting = try JSON(parsing: Array(url.output.utf8))
        let names = posting.object?.map(\.name) ?? []
        for name in [
            "title", "company", "location", "employment_type", "seniority", "language", "source", "posting_id",
            "description", "segments", "keywords", "requirements",
        ] { #expect(names.contains(name)) }
        #expect(posting[member: "source"]?.string == "linkedin")
        #expect(posting[member: "posting_id"]?.string == "4000000001")

        let page = try String(contentsOfFile: "\(project)/Tests/Server/JobSource/Pages/fragment.html", encoding: .utf8)
        let file = folder.appending(path: "saved")
        try Data(page.utf8).write(to: file)
        #expect(try await command(["job", file.path, "--json"], environment: environment).output == url.output)
        #expect(try await command(["job", "-", "--json"], environment: environment, input: page).output == url.output)

        let short = try await command(["job", "https://lnkd.in/good"], environment: environment)
        #expect(short.status == 0 && short.output.hasPrefix("title       Paediatric Nurse"))
        let closed = try await command(
            ["job", "https://www.linkedin.com/jobs/view/4000000005"], environment: environment)
        #expect(closed.status == 1 && closed.output.isEmpty && closed.error.contains("closed"))
        #expect(try await command(["job"], environment: environment).status == 2)
        #expect(try await command(["job", "/nowhere"], environment: environment).status == 1)
    }
}
