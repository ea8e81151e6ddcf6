import Foundation
import Postgres

/// A private cluster in a folder of its own, for as long as `body` runs.
func withCluster(_ body: (PrivateCluster, PostgresPool) async throws -> Void) async throws {
    try await withFolder { folder in
        let cluster = try await PrivateCluster.start(in: folder)
        let pool = PostgresPool(cluster.address, limit: 4, patience: .seconds(10))
        let result: Result<Void, any Error>
        do { result = .success(try await body(cluster, pool)) } catch { result = .failure(error) }
        await pool.close()
        try await cluster.stop()
        try result.get()
    }
}

/// A folder below /tmp, which PostgreSQL's account can reach when the tests run as root.
func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = "/tmp/kongresume-postgres-\(UUID().uuidString.prefix(8))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
}
