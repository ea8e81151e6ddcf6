import Postgres
import Testing

@Suite struct MigrationTests {
    private let first = Migration(
        version: 1, name: "0001-a", sql: "CREATE TABLE kongresume.a (n integer); CREATE TABLE kongresume.b (n integer)")
    private let second = Migration(version: 2, name: "0002-c", sql: "CREATE TABLE kongresume.c (n integer)")

    @Test func `migrations are applied once, in order, however many servers start at once`() async throws {
        try await withCluster { _, pool in
            let applied = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<4 { group.addTask { try await pool.migrate([second, first]) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied == ["0001-a", "0002-c"])
            #expect(try await pool.migrate([first, second]) == [])
        }
    }

    @Test func `a migration that was changed after it was applied is named`() async throws {
        try await withCluster { _, pool in
            _ = try await pool.migrate([first])
            let changed = Migration(version: 1, name: "0001-a", sql: first.sql + ";")
            await #expect(throws: PostgresError.migration("migration 0001-a was changed after it was applied")) {
                try await pool.migrate([changed])
            }
        }
    }

    @Test func `a database of a newer version is left alone`() async throws {
        try await withCluster { _, pool in
            _ = try await pool.migrate([first, second])
            await #expect(throws: PostgresError.self) { try await pool.migrate([first]) }
        }
    }

    @Test func `a migration that fails changes nothing`() async throws {
        try await withCluster { _, pool in
            let broken = Migration(
                version: 2, name: "0002-broken", sql: "CREATE TABLE kongresume.d (n integer); SELECT 1/0")
            await #expect(throws: PostgresError.self) { try await pool.migrate([first, broken]) }
            let afterwards = try await pool.migrate([first, second])
            #expect(afterwards == ["0001-a", "0002-c"])
        }
    }
}
