internal import Foundation
internal import Subprocess
internal import SystemPackage

/// A PostgreSQL of the server's own, for whoever has none: below the data directory, on a Unix socket only.
///
/// PostgreSQL's own `initdb` and `pg_ctl` do the work. A cluster that was left running by a crash is picked up again.
/// Several processes may use it at once, such as a server and a command: the last to stop using it stops it.
package struct PrivateCluster: Sendable {
    /// Held by everybody who uses the cluster.
    private let use: FileLock
    private let revival = Revival()
    private let binaries: String
    private let directory: String
    private let sockets: String
    /// PostgreSQL refuses to run as root: then it runs under this account.
    private let account: String?

    /// How to connect (libpq, section 34.1.1).
    package var address: String { "host='\(sockets)' user=kongresume dbname=postgres" }

    /// Starts the cluster, after making it if there is none.
    ///
    /// - Parameter directory: where it lives; made if missing.
    /// - Throws: `PostgresError.cluster`, which says what is missing or what PostgreSQL said.
    package static func start(in directory: String) async throws -> PrivateCluster {
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        } catch {
            throw PostgresError.cluster("cannot make \(directory): \(error.localizedDescription)")
        }
        let cluster = try PrivateCluster(directory, use: await FileLock(directory + "/use.lock", .shared))
        try await cluster.prepare()
        try await cluster.start()
        return cluster
    }

    /// Starts it again where it does not run, once for all who ask at the same time.
    ///
    /// - Parameter willStart: called before it is started.
    /// - Returns: whether it did not run.
    package func revive(_ willStart: @escaping @Sendable () -> Void) async throws -> Bool {
        try await revival.run { try await start(willStart) }
    }

    /// Ends the use of it. If nobody else uses it, it is stopped: connections are cut, data is flushed (pg_ctl, fast mode).
    package func stop() async throws {
        await revival.end()
        defer { use.release() }
        guard use.attempt(.exclusive) else { return }
        try await run("pg_ctl", ["stop", "--pgdata", data, "--mode", "fast", "--wait", "--silent"])
    }

    private var data: String { directory + "/data" }
    private var log: String { directory + "/postgres.log" }

    private init(_ directory: String, use: FileLock) throws(PostgresError) {
        self.directory = directory
        self.use = use
        guard let binaries = Self.findBinaries() else {
            throw .cluster("initdb and pg_ctl were not found: install postgresql, or set KONGRESUME_DATABASE_URL")
        }
        self.binaries = binaries
        account = geteuid() == 0 ? "postgres" : nil
        // sun_path holds 107 bytes (unix(7)), and PostgreSQL adds /.s.PGSQL.5432.
        let nearby = directory + "/run"
        let hash = directory.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        sockets = nearby.utf8.count < 90 ? nearby : "/tmp/kongresume-" + String(hash, radix: 36)
    }

    private static func findBinaries() -> String? {
        let files = FileManager.default
        let debian = (try? files.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        let newestFirst = debian.compactMap { Int($0) }.sorted(by: >).map { "/usr/lib/postgresql/\($0)/bin" }
        let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return (newestFirst + path).first { directory in
            ["initdb", "pg_ctl", "postgres"].allSatisfy { files.isExecutableFile(atPath: "\(directory)/\($0)") }
        }
    }

    /// Makes the directories and, once, the cluster.
    private func prepare() async throws {
        let files = FileManager.default
        do {
            for path in [directory, sockets] {
                try files.createDirectory(atPath: path, withIntermediateDirectories: true)
                if let account {
                    try files.setAttributes([.ownerAccountName: account], ofItemAtPath: path)
                }
                try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
            }
        } catch {
            throw PostgresError.cluster("cannot make \(directory): \(error.localizedDescription)")
        }
        if let account, try await status("test", ["-x", directory], in: "/usr/bin") != 0 {
            throw PostgresError.cluster(
                "\(directory) is not within reach of the account \(account), which PostgreSQL runs under because this "
                    + "is root: choose another place with KONGRESUME_DATA_DIR, such as /var/lib/kongresume")
        }
        if !files.fileExists(atPath: data + "/PG_VERSION") {
            try? files.removeItem(atPath: data)
            try await run(
                "initdb",
                [
                    "--pgdata", data, "--username", "kongresume", "--encoding", "UTF8", "--locale", "C.UTF-8",
                    // Whoever can reach the socket, in a directory of mode 0700, is trusted.
                    "--auth", "trust", "--no-instructions",
                ])
        }
    }

    /// - Returns: whether it did not run.
    @discardableResult
    private func start(_ willStart: () -> Void = {}) async throws -> Bool {
        let turn = try await FileLock(directory + "/start.lock", .exclusive)
        defer { turn.release() }
        // 3: not running. 0: somebody's crash left it running; its options are those below, so it is as good as new.
        if try await status("pg_ctl", ["status", "--pgdata", data], in: binaries) == 0 { return false }
        willStart()
        let options = "-c listen_addresses='' -c unix_socket_directories='\(sockets)' -c max_connections=200"
        try await run(
            "pg_ctl", ["start", "--pgdata", data, "--wait", "--silent", "--log", log, "--options", options])
        return true
    }

    private func run(_ program: String, _ arguments: [String]) async throws {
        let (status, output) = try await Self.run(command(program, arguments, in: binaries))
        guard status == 0 else {
            let own = (try? String(contentsOfFile: log, encoding: .utf8))?.split(separator: "\n").suffix(3) ?? []
            let said = ([output] + own.map(String.init)).filter { !$0.isEmpty }.joined(separator: "\n")
            throw PostgresError.cluster("\(program) failed with status \(status):\n\(said)")
        }
    }

    private func status(_ program: String, _ arguments: [String], in directory: String) async throws -> Int32 {
        try await Self.run(command(program, arguments, in: directory)).status
    }

    private func command(_ program: String, _ arguments: [String], in directory: String) -> [String] {
        let command = ["\(directory)/\(program)"] + arguments
        return account.map { ["/usr/sbin/runuser", "-u", $0, "--"] + command } ?? command
    }

    private static func run(_ command: [String]) async throws -> (status: Int32, output: String) {
        // Not Foundation's Process: it takes a process for running while anything that it started holds its descriptors.
        let result = try await Subprocess.run(
            .path(FilePath(command[0])), arguments: Arguments(Array(command.dropFirst())),
            environment: .custom(["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]), workingDirectory: "/",
            output: .string(limit: 65536), error: .combinedWithOutput)
        let output = result.standardOutput.trimmingCharacters(in: .whitespacesAndNewlines)
        guard case .exited(let status) = result.terminationStatus else { return (-1, output) }
        return (status, output)
    }
}
