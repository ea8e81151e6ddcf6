import Postgres
import Testing

/// A transaction of one statement, sent and answered in one piece.
@Suite struct RoundTripTests {
    @Test func `role and settings hold for the statement and end with it`() async throws {
        try await withCluster { cluster, _ in
            let pool = PostgresPool(cluster.address, limit: 1)
            try await pool.run(Statement("CREATE ROLE reader"))
            let context = TransactionContext(role: "reader", settings: ["project.user": "it's \\ \"me\""])
            let question = Statement("SELECT current_user, current_setting('project.user', true)")
            let within = try await pool.run(question, context).first
            #expect(try within?.text(0) == "reader")
            #expect(try within?.text(1) == "it's \\ \"me\"")
            let after = try await pool.run(question).first
            #expect(try after?.text(0) == "kongresume")
            #expect(after?.optionalText(1)?.isEmpty ?? true)
            await pool.close()
        }
    }

    @Test func `a statement that fails undoes what it did, and the connection is good for the next`() async throws {
        try await withCluster { cluster, _ in
            let pool = PostgresPool(cluster.address, limit: 1)
            try await pool.run(Statement("CREATE TABLE t (n integer)"))
            for sql in ["INSERT INTO t SELECT 1 / (2 - n) FROM generate_series(1, 2) n", "SELEC"] {
                let error = await #expect(throws: PostgresError.self) { try await pool.run(Statement(sql)) }
                guard case .refused = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
                #expect(try await pool.run(Statement("SELECT count(*) FROM t")).first?.integer(0) == 0)
            }
            await #expect(throws: PostgresError.self) {
                try await pool.run(Statement("SELECT 1"), TransactionContext(role: "nobody"))
            }
            await #expect(throws: PostgresError.nullCharacter) {
                try await pool.run(Statement("SELECT $1::text", [.text("\0")]))
            }
            #expect(try await pool.run(Statement("SELECT 7")).first?.integer(0) == 7)
            await pool.close()
        }
    }

    @Test func `megabytes go there and back`() async throws {
        try await withCluster { _, pool in
            let bytes = (0..<12_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let row = try await pool.run(Statement("SELECT $1::bytea, $2::text", [.bytes(bytes), .null], binary: true))
            #expect(try row.first?.bytes(0) == bytes)
            #expect(row.first?.isNull(1) == true)
        }
    }

    @Test func `a statement that takes too long is ended by the server`() async throws {
        try await withCluster { _, pool in
            let error = await #expect(throws: PostgresError.self) {
                try await pool.run(
                    Statement("SELECT pg_sleep(600)"), TransactionContext(statementTimeout: .seconds(1)))
            }
            guard case .refused("57014", _, _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func `a connection lost under way is an open question, unless nothing was to be changed`() async throws {
        try await withCluster { _, pool in
            let suicide = Statement("SELECT pg_terminate_backend(pg_backend_pid())")
            for _ in 0..<2 {
                let error = await #expect(throws: PostgresError.self) { try await pool.run(suicide) }
                guard case .commitUnknown = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
            let error = await #expect(throws: PostgresError.self) { try await pool.run(suicide, readsOnly: true) }
            guard case .connectionLost = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            for _ in 0..<8 { try await pool.run(Statement("SELECT 1")) }
        }
    }
}
