import API
import Foundation
import HTTP
import Postgres
import StandIn
import Testing

/// A database of a test's own, and two servers' views of it.
struct Store: Sendable {
    /// The ways a server reaches its database.
    enum Way: String, CaseIterable, Sendable, CustomTestStringConvertible {
        /// The private cluster's: a superuser on a Unix socket.
        case cluster
        /// As on Supabase: one who owns the database and may create roles, and is no superuser.
        case owner
        /// The same through PgBouncer in transaction mode, with fewer connections to the server than to itself.
        case pooler

        var testDescription: String { rawValue }
    }

    let pool: PostgresPool
    let accounts: Accounts
    /// Another server's.
    let otherAccounts: Accounts
    let first: Generations
    let second: Generations
    /// As whoever the private cluster belongs to: past every policy.
    let superuser: PostgresPool

    func caller(
        _ email: String = "ada@example.com", credits: Int, mode: DeveloperKey.Mode = .live
    ) async throws -> Caller {
        let user = try await accounts.addUser(email: email)
        if credits > 0 { _ = try await accounts.grant(credits, to: user.id) }
        let key = try await accounts.createKey(for: user.id, name: "test", mode: mode)
        return try #require(try await accounts.caller(holding: key.secret))
    }

    /// Runs a statement past every policy.
    @discardableResult
    func sql(_ sql: String, _ parameters: [PostgresValue] = []) async throws -> PostgresRows {
        try await superuser.run(Statement(sql, parameters))
    }

    func expectCleanAudit(_ location: SourceLocation = #_sourceLocation) async throws {
        #expect(try await accounts.auditCredits() == [], sourceLocation: location)
    }
}

extension Generations {
    /// Begins a generation, whose request may have an idempotency key.
    func begin(_ caller: Caller, key: String? = nil, body: String = "{}") async throws -> Beginning {
        let request = try key.map {
            try IdempotentRequest(route: "POST /v1/resumes/generate", key: $0, body: Array(body.utf8))
        }
        return try await begin(caller, templateID: "template1", sourceType: "job_description", for: request)
    }

    /// The same where it must succeed.
    func begun(_ caller: Caller, key: String? = nil, location: SourceLocation = #_sourceLocation) async throws -> Begun
    {
        let beginning = try await begin(caller, key: key)
        guard case .begun(let begun) = beginning else {
            Issue.record("\(beginning)", sourceLocation: location)
            throw NotBegun()
        }
        return begun
    }
}

struct NotBegun: Error {}

extension Generations.Result {
    static func make(title: String = "T", pdf: [UInt8] = [1, 0, 2], headers: Headers = [:]) -> Self {
        Self(
            title: title, record: "{}", pdf: pdf, sha256: Array(repeating: 7, count: 32),
            answer: KeptAnswer(status: 200, headers: headers, body: nil))
    }
}

/// Gives `body` a fresh database with the schema in it.
func withStore(_ way: Store.Way = .cluster, _ body: (Store) async throws -> Void) async throws {
    let folder = "/tmp/kongresume-store-\(UUID().uuidString.prefix(8))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    let cluster = try await PrivateCluster.start(in: folder + "/database")
    let result: Result<Void, any Error>
    do {
        result = .success(try await use(cluster, folder, way, body))
    } catch {
        result = .failure(error)
    }
    try await cluster.stop()
    try result.get()
}

private func use(
    _ cluster: PrivateCluster, _ folder: String, _ way: Store.Way, _ body: (Store) async throws -> Void
) async throws {
    var address = cluster.address
    var superuser = PostgresPool(address, limit: 4)
    var pooler: PgBouncer?
    if way != .cluster {
        try await makeOwnedDatabase(in: cluster.address)
        await superuser.close()
        superuser = PostgresPool(address.replacing("dbname=postgres", with: "dbname=app"), limit: 4)
        address = address.replacing("user=kongresume dbname=postgres", with: "user=app dbname=app")
    }
    if way == .pooler {
        let started = try await PgBouncer.start(in: folder, to: address)
        (pooler, address) = (started, started.address)
    }
    let settings = try Settings(environment: [
        "KONGRESUME_SHARE_DIR": SamplePairTests.project, "KONGRESUME_DATA_DIR": folder,
        "KONGRESUME_DATABASE_URL": address,
    ])
    let result: Result<Void, any Error>
    do {
        let database = try await Database.open(settings, Installation.find(settings))
        func server() -> Generations { Generations(database.pool, server: UUID().uuidString.lowercased()) }
        let store = Store(
            pool: database.pool, accounts: Accounts(database.pool), otherAccounts: Accounts(database.pool),
            first: server(), second: server(), superuser: superuser)
        do { result = .success(try await body(store)) } catch { result = .failure(error) }
        await database.close()
    } catch {
        await superuser.close()
        await pooler?.stop()
        throw error
    }
    await superuser.close()
    await pooler?.stop()
    try result.get()
}
