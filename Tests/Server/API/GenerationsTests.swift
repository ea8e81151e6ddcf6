import API
import Foundation
import Postgres
import Testing

/// Claims, settlements and what a crash leaves, on a real PostgreSQL.
@Suite struct GenerationsTests {
    @Test func `of fifty requests for the last credit exactly one gets it`() async throws {
        try await withStore { store in
            let caller = try await store.caller(credits: 1)
            let begun = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<50 { group.addTask { try await store.first.begin(caller) != nil } }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(begun == 1)
            let balance = try await store.accounts.credits(of: caller.userID)
            #expect((balance.remaining, balance.claimed, balance.spent) == (0, 1, 0))
        }
    }

    @Test func `a claim is spent by a settlement and given back by a failure, once`() async throws {
        try await withStore { store in
            let caller = try await store.caller(credits: 2)
            let done = try #require(try await store.first.begin(caller))
            let failed = try #require(try await store.first.begin(caller))
            try await store.first.complete(
                done.id, title: "T", record: "{}", pdf: [1, 0, 2], sha256: Array(repeating: 7, count: 32))
            for _ in 0..<2 { await store.first.giveUp(failed.id, code: "compile_failed") }
            await store.first.giveUp(done.id, code: "compile_failed")
            let balance = try await store.accounts.credits(of: caller.userID)
            #expect((balance.granted, balance.remaining, balance.claimed, balance.spent) == (2, 1, 0, 1))
            #expect(try await store.first.pdf(done.id, of: caller.userID) == [1, 0, 2])
            let statuses = try await store.first.list(of: caller.userID, limit: 10, after: nil).map(\.status)
            #expect(statuses.sorted() == ["completed", "failed"])
        }
    }

    @Test func `a test key claims nothing`() async throws {
        try await withStore { store in
            let caller = try await store.caller(credits: 0, mode: .test)
            #expect(try await store.first.begin(caller) != nil)
            #expect(try await store.accounts.credits(of: caller.userID).claimed == 0)
        }
    }

    @Test func `what a server that is gone left behind is ended, and what a living one does is not`() async throws {
        try await withStore { store in
            let caller = try await store.caller(credits: 5)
            try await store.first.signOfLife()
            let begun = try #require(try await store.first.begin(caller))
            // The first server has just given a sign of life.
            #expect(try await store.second.signOfLife() == 0)
            // Alone on its cluster, the second knows that the first is gone.
            #expect(try await store.second.signOfLife(isAlone: true) == 1)
            #expect(try await store.accounts.credits(of: caller.userID).remaining == 5)
            // A settlement that comes late changes nothing.
            await #expect(throws: GenerationAbandoned.self) {
                try await store.first.complete(begun.id, title: "T", record: "{}", pdf: [1], sha256: [])
            }
            let balance = try await store.accounts.credits(of: caller.userID)
            #expect((balance.remaining, balance.claimed, balance.spent) == (5, 0, 0))
        }
    }

    @Test func `a page misses nothing and repeats nothing while rows are added`() async throws {
        try await withStore { store in
            let caller = try await store.caller(credits: 0, mode: .test)
            for _ in 0..<7 { _ = try await store.first.begin(caller) }
            let before = try await store.first.list(of: caller.userID, limit: 100, after: nil).map(\.id)
            var seen: [String] = []
            while let page = try await Optional(store.first.list(of: caller.userID, limit: 2, after: seen.last)),
                !page.isEmpty
            {
                seen += page.map(\.id)
                _ = try await store.first.begin(caller)
            }
            #expect(seen == before)
        }
    }

    @Test func `a key is known by its hash alone, and a revoked one no more`() async throws {
        try await withStore { store in
            let user = try await store.accounts.addUser(email: "ada@example.com")
            let key = try await store.accounts.createKey(for: user.id, name: "laptop")
            #expect(try await store.accounts.caller(holding: key)?.userID == user.id)
            #expect(try await store.accounts.caller(holding: DeveloperKey(.live)) == nil)
            let dump = try await store.database.pool.withTransaction { transaction in
                try await transaction.query("SELECT k::text FROM kongresume.api_keys k").first?.text(0)
            }
            #expect(dump?.contains(key.secret) == false)
            let listed = try #require(try await store.accounts.keys(of: user.id).first)
            #expect(try await store.accounts.revokeKey(listed.id))
            #expect(try await store.accounts.caller(holding: key) == nil)
        }
    }

    @Test func `a user may bring an id, and the same e-mail comes only once`() async throws {
        try await withStore { store in
            let id = UUID().uuidString.lowercased()
            let user = try await store.accounts.addUser(email: "ada@example.com", id: id)
            #expect(user.id == id)
            await #expect(throws: AccountError.emailTaken("ada@example.com")) {
                try await store.accounts.addUser(email: "ada@example.com")
            }
            await #expect(throws: AccountError.malformedID("7")) {
                try await store.accounts.addUser(email: "eve@example.com", id: "7")
            }
        }
    }
}

/// A database, and two servers' views of it.
private struct Store: Sendable {
    let database: Database
    let accounts: Accounts
    let first: Generations
    let second: Generations

    func caller(credits: Int, mode: DeveloperKey.Mode = .live) async throws -> Caller {
        let user = try await accounts.addUser(email: "ada@example.com")
        if credits > 0 { _ = try await accounts.grant(credits, to: user.id) }
        let key = try await accounts.createKey(for: user.id, name: "test", mode: mode)
        return try #require(try await accounts.caller(holding: key))
    }
}

extension Generations {
    fileprivate func begin(_ caller: Caller) async throws -> Begun? {
        try await begin(caller, templateID: "template1", sourceType: "job_description")
    }
}

private func withStore(_ body: (Store) async throws -> Void) async throws {
    let folder = "/tmp/kongresume-store-\(UUID().uuidString.prefix(8))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    let settings = try Settings(environment: [
        "KONGRESUME_SHARE_DIR": SamplePairTests.project, "KONGRESUME_DATA_DIR": folder,
    ])
    let database = try await Database.open(settings, Installation.find(settings))
    func server() -> Generations { Generations(database.pool, server: UUID().uuidString.lowercased()) }
    let store = Store(database: database, accounts: Accounts(database.pool), first: server(), second: server())
    let result: Result<Void, any Error>
    do { result = .success(try await body(store)) } catch { result = .failure(error) }
    await database.close()
    try result.get()
}
