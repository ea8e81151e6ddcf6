import Foundation
import Postgres
import Testing

@Suite struct PrivateClusterTests {
    @Test func `data outlives a stop, and a stop leaves no process`() async throws {
        try await withFolder { folder in
            let first = try await PrivateCluster.start(in: folder)
            try await run("CREATE TABLE t AS SELECT 42 AS n", on: first)
            try await first.stop()
            #expect(!isRunning(folder))
            let second = try await PrivateCluster.start(in: folder)
            try await run("SELECT n FROM t", on: second)
            try await second.stop()
        }
    }

    @Test func `a cluster whose postmaster was killed starts again`() async throws {
        try await withFolder { folder in
            let first = try await PrivateCluster.start(in: folder)
            try await run("CREATE TABLE t AS SELECT 42 AS n", on: first)
            let file = try String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8)
            let postmaster = try #require(file.split(separator: "\n").first.flatMap { Int32($0) })
            kill(postmaster, SIGKILL)
            while kill(postmaster, 0) == 0 { try await Task.sleep(for: .milliseconds(20)) }
            let second = try await PrivateCluster.start(in: folder)
            try await run("SELECT n FROM t", on: second)
            try await second.stop()
        }
    }

    @Test func `the last of several users stops the cluster`() async throws {
        try await withFolder { folder in
            let server = try await PrivateCluster.start(in: folder)
            let command = try await PrivateCluster.start(in: folder)
            try await command.stop()
            try await run("SELECT 1", on: server)
            try await server.stop()
            #expect(!isRunning(folder))
        }
    }

    @Test func `a long path does not keep it from listening`() async throws {
        try await withFolder { folder in
            let deep = folder + "/" + String(repeating: "a-long-name/", count: 9) + "data"
            let cluster = try await PrivateCluster.start(in: deep)
            try await run("SELECT 1", on: cluster)
            try await cluster.stop()
        }
    }

    private func run(_ sql: String, on cluster: PrivateCluster) async throws {
        let pool = PostgresPool(cluster.address, limit: 1)
        _ = try await pool.withTransaction { try await $0.query(sql) }
        await pool.close()
    }

    private func isRunning(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: folder + "/data/postmaster.pid")
    }
}
