import Foundation
import Postgres
import StandIn
import Testing

/// How a server reaches its database.
enum DatabaseWay: String, CaseIterable, CustomTestStringConvertible {
    /// The private cluster: as a superuser on a Unix socket.
    case cluster
    /// As on Supabase: by an owner who is no superuser, through PgBouncer in transaction mode, which has two connections
    /// for all of the server's.
    case pooler

    var testDescription: String { rawValue }
}

/// A cluster in the server's data directory, and a real PgBouncer in front of it.
struct PooledDatabase: Sendable {
    private let cluster: PrivateCluster
    private let pooler: PgBouncer

    var address: String { pooler.address }

    static func start(in data: URL) async throws -> PooledDatabase {
        let cluster = try await PrivateCluster.start(in: data.appending(path: "database").path)
        try await makeOwnedDatabase(in: cluster.address)
        let address = cluster.address.replacing("user=kongresume dbname=postgres", with: "user=app dbname=app")
        return PooledDatabase(cluster: cluster, pooler: try await PgBouncer.start(in: data.path, to: address))
    }

    func stop() async {
        await pooler.stop()
        try? await cluster.stop()
    }
}
