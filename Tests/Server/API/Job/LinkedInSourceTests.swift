import API
import Foundation
import HTTP
import JobSource
import Postgres
import StandIn
import Testing

/// Postings from a LinkedIn that is played over TLS, faults included.
@Suite(.serialized) struct LinkedInSourceTests {
    private func source(
        _ server: LinkedInStandIn, perMinute: Int = 6000, cache: PostingCache? = nil
    ) throws -> LinkedInSource {
        var configuration = ClientConfiguration()
        configuration.mirror = try Destination(server.url)
        configuration.certificateFile = server.certificate
        configuration.patience = .seconds(1)
        var source = try LinkedInSource(PageClient(configuration), perMinute: perMinute, cache: cache)
        source.firstPause = .milliseconds(1)
        return source
    }

    private func asked(_ server: LinkedInStandIn, _ path: String) async throws -> Int {
        var configuration = ClientConfiguration()
        configuration.mirror = try Destination(server.url)
        configuration.certificateFile = server.certificate
        let page = try await PageClient(configuration).get(Destination("\(server.url)/_asked\(path)"))
        return try #require(Int(String(decoding: page.body, as: UTF8.self)))
    }

    private let fragment = "/jobs-guest/jobs/api/jobPosting/", view = "/jobs/view/"

    @Test func `the fragment is asked first, and the page only if the fragment has it not`() async throws {
        let server = try LinkedInStandIn()
        let source = try source(server)
        #expect(try await source.posting(at: .posting("4000000001")).title == "Paediatric Nurse")
        #expect(try await asked(server, view + "4000000001") == 0)
        #expect(try await source.posting(at: .posting("4000000002")).postingID == "4000000002")
        #expect(try await asked(server, view + "4000000002") == 1)
    }

    @Test func `a server that is busy is asked again`() async throws {
        let server = try LinkedInStandIn()
        #expect(try await source(server).posting(at: .posting("4000000003")).company == "Larch Hill Hospital")
        #expect(try await asked(server, fragment + "4000000003") == 3)
    }

    @Test(arguments: [
        ("4000000004", JobSourceError.Code.rateLimited), ("4000000005", .closed), ("4000000006", .signInWall),
        ("4000000007", .removed), ("4000000008", .captcha), ("4000000009", .otherPage), ("4000000010", .otherPage),
        ("4000000011", .otherPage), ("4000000012", .unreachable), ("4000000013", .rateLimited),
        ("4000000014", .unreachable), ("4000000015", .searchPage), ("4000000016", .removed),
        ("4000000017", .signInWall), ("4000000020", .captcha),
    ])
    func `every fault has its reason`(id: String, code: JobSourceError.Code) async throws {
        let server = try LinkedInStandIn()
        let source = try source(server)
        await #expect {
            _ = try await source.posting(at: .posting(id))
        } throws: { error in
            guard let error = error as? JobSourceError else { return false }
            return error.code == code && error.message.hasSuffix(JobSourceError.advice)
        }
    }

    @Test func `a redirect to a hostile address is not followed`() async throws {
        let server = try LinkedInStandIn()
        let source = try source(server)
        let targets = try LinkedInStandIn.redirectTargets()
        for number in targets.indices {
            await #expect(throws: JobSourceError.self, "\(targets[number])") {
                try await source.posting(at: .posting("\(4_100_000_000 + number)"))
            }
        }
    }

    @Test func `short links are followed by hand to a posting, and nowhere else`() async throws {
        let server = try LinkedInStandIn()
        let source = try source(server)
        for code in ["good", "twice"] {
            #expect(try await source.posting(at: .shortLink(code)).title == "Paediatric Nurse")
        }
        for code in ["loop", "elsewhere", "interstitial"] {
            await #expect {
                _ = try await source.posting(at: .shortLink(code))
            } throws: {
                ($0 as? JobSourceError)?.code == .noPostingAddress
            }
        }
    }

    @Test func `however many ask at once, there is one fetch`() async throws {
        let server = try LinkedInStandIn()
        let source = try source(server)
        let titles = try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<20 { group.addTask { try await source.posting(at: .posting("4000000019")).title } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(titles.count == 20 && Set(titles) == ["Paediatric Nurse"])
        #expect(try await asked(server, fragment + "4000000019") == 1)
    }

    @Test func `more requests than the host is to get are not sent`() async throws {
        let server = try LinkedInStandIn()
        var source = try source(server, perMinute: 2)
        source.patience = .seconds(2)
        for id in ["4000000001", "4000000003"] { _ = try? await source.posting(at: .posting(id)) }
        await #expect {
            _ = try await source.posting(at: .posting("4000000002"))
        } throws: {
            ($0 as? JobSourceError)?.code == .rateLimited
        }
        #expect(try await asked(server, fragment + "4000000002") == 0)
    }

    @Test func `a posting is kept for a day, in PostgreSQL`() async throws {
        let server = try LinkedInStandIn()
        let folder = "/tmp/kongresume-cache-\(UUID().uuidString.prefix(8))"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        let settings = try Settings(environment: [
            "KONGRESUME_SHARE_DIR": SamplePairTests.project, "KONGRESUME_DATA_DIR": folder,
        ])
        let database = try await Database.open(settings, Installation.find(settings))
        let result: Result<Void, any Error>
        do { result = .success(try await expectDay(server, database.pool)) } catch { result = .failure(error) }
        await database.close()
        try result.get()
    }

    private func expectDay(_ server: LinkedInStandIn, _ pool: PostgresPool) async throws {
        let cache = PostingCache(pool)
        let first = try await source(server, cache: cache).posting(at: .posting("4000000001"))
        // Another server on the same database.
        let second = try await source(server, cache: cache).posting(at: .posting("4000000001"))
        #expect(first == second)
        #expect(try await asked(server, fragment + "4000000001") == 1)
        _ = try await pool.withTransaction {
            try await $0.query("UPDATE kongresume.postings SET fetched_at = now() - interval '25 hours'")
        }
        _ = try await source(server, cache: cache).posting(at: .posting("4000000001"))
        #expect(try await asked(server, fragment + "4000000001") == 2)
        // What failed is not kept.
        for _ in 0..<2 { _ = try? await source(server, cache: cache).posting(at: .posting("4000000005")) }
        #expect(try await asked(server, fragment + "4000000005") == 2)
    }
}
