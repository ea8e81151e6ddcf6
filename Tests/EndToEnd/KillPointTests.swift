import Foundation
import Postgres
import Resume
import Testing

/// The server is killed with SIGKILL while a generation is at a known point. It is held there by what it depends on: a lock
/// in the database that the test holds, or an engine that the test stopped.
@Suite(.serialized) struct KillPointTests {
    enum Point: String, CaseIterable, CustomTestStringConvertible {
        case claimingTheKey, claimingTheCredit, readingTheProfile, typesetting, inspecting, storingThePDF, debiting
        case answering

        var testDescription: String { rawValue }

        /// The lock that holds it there.
        var lock: String? {
            switch self {
            case .claimingTheKey: "LOCK TABLE kongresume.idempotency IN ACCESS EXCLUSIVE MODE"
            case .claimingTheCredit, .debiting: "SELECT FROM kongresume.credits FOR UPDATE"
            case .readingTheProfile, .typesetting, .inspecting:
                "LOCK TABLE kongresume.profiles IN ACCESS EXCLUSIVE MODE"
            case .storingThePDF: "LOCK TABLE kongresume.pdfs IN ACCESS EXCLUSIVE MODE"
            case .answering: nil
            }
        }
    }

    @Test(arguments: Point.allCases)
    func `killed at any point of a generation, nothing is lost, and the retry is made and paid for once`(
        point: Point
    ) async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", credits: 5)
        let body = Data(JSON.object([JSON.Member("job_description", try posting("icu-nurse"))]).bytes)
        @Sendable func post(_ server: Server) async throws -> Answer {
            try await server.send(
                "POST", "/v1/resumes/generate", key: key, body: body, headers: ["Idempotency-Key": "k"])
        }
        let database = PostgresPool(
            "host='\(server.data.path)/database/run' user=kongresume dbname=postgres application_name=test", limit: 4)

        let request = try await kill(server, at: point, database) { try? await post(server) }
        // What the dead server had sent goes on in the database until it is done, COMMIT included.
        try await wait { try await self.sessions(database) == 0 }
        let answered = await request.value?.status
        let completed = try await count(database, "kongresume.generations WHERE status = 'completed'")

        let again = try await Server.start(data: server.data)
        try await again.run("credits", "audit")
        let ids = try await completedIDs(again, key)
        #expect(ids.count == completed)
        if answered == 200 { #expect(completed == 1) }
        let settled = [.storingThePDF, .debiting, .answering].contains(point)
        #expect(completed == (settled ? 1 : 0))
        #expect(
            try await again.run("credits", "show", "ada@example.com")
                == "granted 5, remaining \(5 - completed), claimed 0, spent \(completed)")

        let retried = try await post(again)
        #expect(retried.status == 200)
        #expect(retried.body.starts(with: Data("%PDF-".utf8)))
        #expect((retried.header("Idempotent-Replayed") == "true") == settled)
        if settled { #expect(retried.header("X-Generation-Id") == ids.first) }
        #expect(
            try await again.run("credits", "show", "ada@example.com") == "granted 5, remaining 4, claimed 0, spent 1")
        try await again.run("credits", "audit")
        await database.close()
        #expect(await again.stop() == 0)
    }

    /// Sends the request, waits until it is at the point, and kills.
    private func kill(
        _ server: Server, at point: Point, _ database: PostgresPool, _ post: @escaping @Sendable () async -> Answer?
    ) async throws -> Task<Answer?, Never> {
        let stopped =
            switch point {
            case .typesetting: children(of: server, "pdftex")
            case .inspecting: children(of: server, "pdf-inspector")
            default: [pid_t]()
            }
        if point == .typesetting || point == .inspecting { try #require(!stopped.isEmpty) }
        stopped.forEach { _ = Foundation.kill($0, SIGSTOP) }
        defer { stopped.forEach { _ = Foundation.kill($0, SIGCONT) } }

        guard let lock = point.lock else {
            let request = Task { await post() }
            try await wait {
                try await self.count(database, "kongresume.generations WHERE status = 'completed'") == 1
            }
            await server.kill()
            return request
        }
        if point == .debiting {
            // Past the claim first, which needs the same row.
            return try await database.withTransaction { first in
                try await first.script("LOCK TABLE kongresume.profiles IN ACCESS EXCLUSIVE MODE")
                let request = Task { await post() }
                try await wait { try await self.waiting(database) == 1 }
                return try await database.withTransaction { second in
                    try await second.script(lock)
                    try await first.script("COMMIT; BEGIN")
                    try await wait { try await self.waiting(database, for: "settle_generation") == 1 }
                    await server.kill()
                    return request
                }
            }
        }
        let request = try await database.withTransaction { holder in
            try await holder.script(lock)
            let request = Task { await post() }
            try await wait { try await self.waiting(database) == 1 }
            if stopped.isEmpty { await server.kill() }
            return request
        }
        if !stopped.isEmpty {
            // The profile can be read now, and then nothing goes past the one that is stopped.
            try await wait { try await self.waiting(database) == 0 }
            if point == .inspecting {
                let before = Set(children(of: server, "pdftex"))
                try await wait { Set(self.children(of: server, "pdftex")) != before }
            }
            await server.kill()
        }
        return request
    }

    // MARK: What there is to see

    /// Sessions of the server that wait for a lock.
    private func waiting(_ database: PostgresPool, for statement: String = "") async throws -> Int {
        try await count(
            database,
            "pg_stat_activity WHERE application_name = 'kongresume' AND wait_event_type = 'Lock' AND query LIKE '%\(statement)%'"
        )
    }

    private func sessions(_ database: PostgresPool) async throws -> Int {
        try await count(database, "pg_stat_activity WHERE application_name = 'kongresume'")
    }

    private func count(_ database: PostgresPool, _ rows: String) async throws -> Int {
        try await database.run(Statement("SELECT count(*) FROM \(rows)"), readsOnly: true).first?.integer(0) ?? -1
    }

    private func completedIDs(_ server: Server, _ key: String) async throws -> [String] {
        let items = try await server.send("GET", "/v1/resumes", key: key).json[member: "items"]?.array ?? []
        #expect(items.allSatisfy { $0[member: "status"]?.string != "processing" })
        return items.filter { $0[member: "status"]?.string == "completed" }.compactMap { $0[member: "id"]?.string }
    }

    /// Processes below the server, at any depth, whose command says so.
    private func children(of server: Server, _ name: String) -> [pid_t] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { pid_t($0) } ?? []
        var parents: [pid_t: pid_t] = [:]
        for process in all {
            // pid (name) state ppid …; the name may hold anything.
            let stat = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
            let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
            if fields.count > 1 { parents[process] = pid_t(fields[1]) }
        }
        return all.filter { process in
            var ancestor: pid_t? = parents[process]
            while let parent = ancestor, parent != server.process { ancestor = parents[parent] }
            guard ancestor != nil else { return false }
            let command = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
            return String(decoding: command, as: UTF8.self).contains(name)
        }
    }

    /// Asks again until it is so; for a minute at most.
    private func wait(_ location: SourceLocation = #_sourceLocation, until isSo: () async throws -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(60)
        while try await !isSo() {
            try #require(ContinuousClock.now < deadline, "it never came to that", sourceLocation: location)
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
