import Glibc
import Postgres
import Testing

@Suite struct PostgresPoolTests {
    @Test func `values of every kind come back as they went`() async throws {
        try await withCluster { _, pool in
            let bytes = (0...255).map { UInt8($0) }
            try await pool.withTransaction { transaction in
                let row = try await transaction.query(
                    "SELECT $1::text, $2::bigint, $3::bool, $4::text",
                    [.text("Nguyễn 'quoted' \\ \n"), .integer(.min), .bool(true), .null]
                ).first
                #expect(try row?.text(0) == "Nguyễn 'quoted' \\ \n")
                #expect(try row?.integer(1) == .min)
                #expect(try row?.bool(2) == true)
                #expect(row?.isNull(3) == true)
                let binary = try await transaction.query("SELECT $1::bytea", [.bytes(bytes)], binary: true)
                #expect(try binary.first?.bytes(0) == bytes)
            }
        }
    }

    @Test func `a transaction that throws is undone, and the connection is good for the next`() async throws {
        try await withCluster { _, pool in
            try await pool.withTransaction { try await $0.script("CREATE TABLE t (n integer)") }
            await #expect(throws: PostgresError.self) {
                try await pool.withTransaction { transaction in
                    try await transaction.query("INSERT INTO t VALUES (1)")
                    _ = try await transaction.query("SELECT 1/0")
                }
            }
            let count = try await pool.withTransaction {
                try await $0.query("SELECT count(*) FROM t").first?.integer(0)
            }
            #expect(count == 0)
        }
    }

    @Test func `an error of the server names its state and its constraint`() async throws {
        try await withCluster { _, pool in
            let error = await #expect(throws: PostgresError.self) {
                try await pool.withTransaction { transaction in
                    try await transaction.script("CREATE TABLE t (n integer CONSTRAINT small CHECK (n < 5))")
                    _ = try await transaction.query("INSERT INTO t VALUES ($1)", [.integer(7)])
                }
            }
            guard case .refused("23514", _, "small") = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func `a statement that nobody answers is given up, and the next one has another connection`() async throws {
        try await withCluster { _, pool in
            let context = TransactionContext(statementTimeout: .seconds(1))
            let own = Statement("SELECT pg_backend_pid()")
            let first = try #require(try await pool.run(own, context).first?.integer(0))
            #expect(kill(pid_t(first), SIGSTOP) == 0)
            defer { kill(pid_t(first), SIGCONT) }
            await #expect(throws: PostgresError.connectionLost("\(PostgresError.noAnswer)")) {
                try await pool.run(own, context, readsOnly: true)
            }
            #expect(try await pool.run(own, context).first?.integer(0) != first)
        }
    }

    @Test func `text with a null character never reaches the server`() async throws {
        try await withCluster { _, pool in
            await #expect(throws: PostgresError.nullCharacter) {
                try await pool.withTransaction { _ = try await $0.query("SELECT $1::text", [.text("a\0b")]) }
            }
        }
    }

    @Test func `a connection that is cut in a transaction is an error, and is replaced`() async throws {
        try await withCluster { _, pool in
            await #expect(throws: PostgresError.self) {
                try await pool.withTransaction { transaction in
                    let own = try await transaction.query("SELECT pg_backend_pid()").first?.integer(0) ?? 0
                    try await pool.withTransaction {
                        _ = try await $0.query("SELECT pg_terminate_backend($1)", [.integer(own)])
                    }
                    _ = try await transaction.query("SELECT 1")
                }
            }
            for _ in 0..<8 { try await pool.withTransaction { _ = try await $0.query("SELECT 1") } }
        }
    }

    @Test func `connections that were cut while idle are replaced unnoticed`() async throws {
        try await withCluster { _, pool in
            try await pool.withTransaction { _ = try await $0.query("SELECT 1") }
            let other = PostgresPool(try #require(await address(of: pool)), limit: 1)
            try await other.withTransaction {
                _ = try await $0.query(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
                )
            }
            await other.close()
            try await pool.withTransaction { _ = try await $0.query("SELECT 1") }
        }
    }

    @Test func `who waits too long for a connection is told so, and the rest go on`() async throws {
        try await withCluster { cluster, _ in
            let pool = PostgresPool(cluster.address, limit: 1, patience: .milliseconds(100))
            _ = try await pool.withTransaction { _ in
                await #expect(throws: PostgresError.exhausted) {
                    try await pool.withTransaction { _ = try await $0.query("SELECT 1") }
                }
            }
            try await pool.withTransaction { _ = try await $0.query("SELECT 1") }
            await pool.close()
        }
    }

    @Test func `fifty tasks share four connections`() async throws {
        try await withCluster { _, pool in
            try await pool.withTransaction {
                try await $0.script("CREATE TABLE t (n integer); INSERT INTO t VALUES (0)")
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        try await pool.withTransaction { _ = try await $0.query("UPDATE t SET n = n + 1") }
                    }
                }
                try await group.waitForAll()
            }
            let sum = try await pool.withTransaction { try await $0.query("SELECT n FROM t").first?.integer(0) }
            #expect(sum == 50)
        }
    }

    /// The socket directory of the cluster that a pool is connected to.
    private func address(of pool: PostgresPool) async throws -> String? {
        try await pool.withTransaction { transaction in
            try await transaction.query("SELECT current_setting('unix_socket_directories')").first
                .map { "host='\(try $0.text(0))' user=kongresume dbname=postgres" }
        }
    }
}
