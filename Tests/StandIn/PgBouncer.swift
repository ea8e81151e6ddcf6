import Foundation
import Subprocess
import SystemPackage

/// A real PgBouncer in transaction mode, on a Unix socket, in front of a cluster: what Supabase's pooler is to a client.
package struct PgBouncer: Sendable {
    /// How to connect to it.
    package let address: String
    private let folder: String
    private let account: String?

    /// Starts it in the background, and waits until it listens.
    ///
    /// - Parameter server: the address of the database, whose user becomes everybody's.
    package static func start(in folder: String, to server: String) async throws -> PgBouncer {
        let own = folder + "/pooler"
        // It refuses to run as root, as PostgreSQL does.
        let account = geteuid() == 0 ? "postgres" : nil
        try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
        let configuration = """
            [databases]
            app = \(server.replacing("'", with: ""))
            [pgbouncer]
            listen_addr =
            listen_port = 6432
            unix_socket_dir = \(own)
            pidfile = \(own)/pgbouncer.pid
            logfile = \(own)/pgbouncer.log
            auth_type = any
            pool_mode = transaction
            default_pool_size = 2
            max_client_conn = 200
            """
        try configuration.write(toFile: own + "/pgbouncer.ini", atomically: true, encoding: .utf8)
        if let account {
            for path in [own, own + "/pgbouncer.ini"] {
                try FileManager.default.setAttributes([.ownerAccountName: account], ofItemAtPath: path)
            }
        }
        let pooler = PgBouncer(
            address: "host='\(own)' port=6432 user=app dbname=app", folder: own, account: account)
        try await pooler.run("/usr/sbin/pgbouncer", ["--daemon", "--quiet", own + "/pgbouncer.ini"])
        // It goes into the background before it listens.
        while !FileManager.default.fileExists(atPath: own + "/.s.PGSQL.6432") {
            try await Task.sleep(for: .milliseconds(10))
        }
        return pooler
    }

    package func stop() async {
        guard let text = try? String(contentsOfFile: folder + "/pgbouncer.pid", encoding: .utf8),
            let process = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines))
        else { return }
        kill(process, SIGTERM)
    }

    private func run(_ program: String, _ arguments: [String]) async throws {
        let command = account.map { ["/usr/sbin/runuser", "-u", $0, "--", program] } ?? [program]
        let result = try await Subprocess.run(
            .path(FilePath(command[0])), arguments: Arguments(Array(command.dropFirst()) + arguments),
            workingDirectory: "/", output: .string(limit: 65536), error: .combinedWithOutput)
        guard case .exited(0) = result.terminationStatus else {
            throw PoolerError(text: "pgbouncer (`make setup` installs it): \(result.standardOutput)")
        }
    }
}

/// Makes a database as on Supabase: its owner may create roles, and is no superuser.
///
/// - Parameter server: the address of the cluster, as its superuser.
package func makeOwnedDatabase(in server: String) async throws {
    try await psql(server, "CREATE ROLE app LOGIN CREATEROLE")
    // CREATE DATABASE cannot run in a transaction.
    try await psql(server, "CREATE DATABASE app OWNER app")
}

private func psql(_ address: String, _ sql: String) async throws {
    let result = try await run(
        .path("/usr/bin/psql"), arguments: ["--no-psqlrc", "--quiet", "--dbname", address, "--command", sql],
        output: .string(limit: 65536), error: .combinedWithOutput)
    guard case .exited(0) = result.terminationStatus else { throw PoolerError(text: result.standardOutput) }
}

private struct PoolerError: Error {
    let text: String
}
