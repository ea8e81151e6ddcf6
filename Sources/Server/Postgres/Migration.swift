/// A numbered change of the schema.
package struct Migration: Sendable, Hashable {
    /// Counted from 1, without gaps.
    package let version: Int
    /// Such as `0001-accounts`.
    package let name: String
    package let sql: String

    package init(version: Int, name: String, sql: String) {
        self.version = version
        self.name = name
        self.sql = sql
    }
}

extension PostgresPool {
    /// Brings the schema `kongresume` up to the last of `migrations`, in one transaction and under a lock, so that any
    /// number of servers may start at once. Works through a transaction pooler.
    ///
    /// - Returns: the names of those that were applied now.
    /// - Throws: `PostgresError.migration` if an applied migration was changed or is unknown here.
    package func migrate(_ migrations: [Migration]) async throws -> [String] {
        try await withTransaction { transaction in
            // Any number will do, as long as every server uses the same.
            try await transaction.query("SELECT pg_advisory_xact_lock(7236590412)")
            try await transaction.script(
                """
                CREATE SCHEMA IF NOT EXISTS kongresume;
                CREATE TABLE IF NOT EXISTS kongresume.migrations (
                    version integer PRIMARY KEY,
                    name text NOT NULL,
                    sql_md5 text NOT NULL,
                    applied_at timestamptz NOT NULL DEFAULT now()
                )
                """)
            let applied = try await transaction.query(
                "SELECT version, name, sql_md5 FROM kongresume.migrations ORDER BY version")
            var done = 0
            for row in applied.rows {
                let version = try row.integer(0)
                guard let known = migrations.first(where: { $0.version == version }) else {
                    throw PostgresError.migration(
                        "the database has migration \(try row.text(1)), which this version does not know: it is newer")
                }
                let sum = try await transaction.query("SELECT md5($1)", [.text(known.sql)])
                guard try sum.first?.text(0) == row.text(2) else {
                    throw PostgresError.migration("migration \(known.name) was changed after it was applied")
                }
                done = version
            }
            var names: [String] = []
            for migration in migrations.sorted(by: { $0.version < $1.version }) where migration.version > done {
                try await transaction.script("SET LOCAL statement_timeout = 0;\n" + migration.sql)
                try await transaction.query(
                    "INSERT INTO kongresume.migrations (version, name, sql_md5) VALUES ($1, $2, md5($3))",
                    [.integer(migration.version), .text(migration.name), .text(migration.sql)])
                names.append(migration.name)
            }
            return names
        }
    }
}
