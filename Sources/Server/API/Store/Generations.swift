internal import Foundation
package import Postgres
internal import Synchronization

/// What was made: begun with a claim, ended in one transaction with its debit.
package final class Generations: Sendable {
    private let pool: PostgresPool
    /// The running server, a UUID: its unfinished generations are those to clean up if it dies.
    private let server: String
    /// Those that ended badly while the database could not be told: told at the next sign of life.
    private let untold = Mutex<[(id: String, code: String)]>([])

    package init(_ pool: PostgresPool, server: String) {
        self.pool = pool
        self.server = server
    }

    /// One row of the history, as `GET /v1/resumes` lists it.
    package struct Item: Sendable {
        package let id: String
        package let title: String
        package let templateID: String
        package let sourceType: String
        package let status: String
        /// RFC 3339, UTC, to the second.
        package let createdAt: String
    }

    package struct Begun: Sendable {
        package let id: String
        /// After the claim.
        package let remaining: Int
    }

    /// Claims a credit and begins a generation, both or neither. One statement checks and claims, so that no two
    /// requests can have the same last credit.
    ///
    /// - Returns: `nil` when no credit is left. A test key claims nothing.
    package func begin(_ caller: Caller, templateID: String, sourceType: String) async throws -> Begun? {
        var random = SystemRandomNumberGenerator()
        let now = Date()
        let id = "gen_\(ULID(at: now, using: &random))"
        let charges = caller.mode == .live
        do {
            return try await claim(caller, id: id, at: now, charges: charges, templateID, sourceType)
        } catch PostgresError.commitUnknown(let reason) {
            // If it took place after all, it is undone: the caller is told that nothing was begun.
            await giveUp(id, code: "unavailable")
            throw PostgresError.commitUnknown(reason)
        }
    }

    private func claim(
        _ caller: Caller, id: String, at now: Date, charges: Bool, _ templateID: String, _ sourceType: String
    ) async throws -> Begun? {
        try await pool.withTransaction { transaction in
            let claim = try await transaction.query(
                """
                UPDATE kongresume.credits SET claimed = claimed + $2
                WHERE user_id = $1 AND remaining >= $2 RETURNING remaining
                """, [.text(caller.userID), .integer(charges ? 1 : 0)])
            guard let remaining = try claim.first?.integer(0) else { return nil }
            try await transaction.query(
                """
                INSERT INTO kongresume.generations
                    (id, user_id, server_id, title, template_id, source_type, status, is_charged, created_at)
                VALUES ($1, $2, $3, 'Resume', $4, $5, 'processing', $6, to_timestamp($7::double precision))
                """,
                [
                    .text(id), .text(caller.userID), .text(server), .text(templateID), .text(sourceType),
                    .bool(charges), .text("\(now.timeIntervalSince1970)"),
                ])
            return Begun(id: id, remaining: remaining)
        }
    }

    /// Settles: the record, the PDF and the debit in one transaction.
    ///
    /// - Throws: ``GenerationAbandoned`` if it no longer is in process: somebody took this server for dead.
    package func complete(_ id: String, title: String, record: String, pdf: [UInt8], sha256: [UInt8]) async throws {
        do {
            try await settle(id, title: title, record: record, pdf: pdf, sha256: sha256)
        } catch PostgresError.commitUnknown(let reason) {
            // Only the row itself knows whether the COMMIT took place.
            let status = try await pool.withTransaction { transaction in
                try await transaction.query("SELECT status FROM kongresume.generations WHERE id = $1", [.text(id)])
                    .first?.text(0)
            }
            guard status == "completed" else { throw PostgresError.commitUnknown(reason) }
        }
    }

    private func settle(_ id: String, title: String, record: String, pdf: [UInt8], sha256: [UInt8]) async throws {
        try await pool.withTransaction { transaction in
            let settled = try await transaction.query(
                """
                UPDATE kongresume.generations
                SET status = 'completed', title = $2, record = $3, finished_at = now()
                WHERE id = $1 AND status = 'processing' RETURNING user_id, is_charged
                """, [.text(id), .text(title), .text(record)])
            guard let row = settled.first else { throw GenerationAbandoned(id: id) }
            try await transaction.query(
                "INSERT INTO kongresume.pdfs (generation_id, sha256, bytes) VALUES ($1, $2, $3)",
                [.text(id), .bytes(sha256), .bytes(pdf)])
            guard try row.bool(1) else { return }
            try await transaction.query(
                "UPDATE kongresume.credits SET claimed = claimed - 1, spent = spent + 1 WHERE user_id = $1",
                [.text(try row.text(0))])
        }
    }

    /// Ends a generation without a result and gives its credit back, now or as soon as the database can be reached.
    package func giveUp(_ id: String, code: String) async {
        do {
            try await fail(id, code: code)
        } catch {
            untold.withLock { $0.append((id, code)) }
        }
    }

    private func fail(_ id: String, code: String) async throws {
        try await pool.withTransaction { transaction in
            _ = try await Self.release(transaction, where: "id = $2", [.text(code), .text(id)])
        }
    }

    /// A page of a user's history, newest first, from behind `cursor` (an id) on.
    package func list(of userID: String, limit: Int, after cursor: String?) async throws -> [Item] {
        try await pool.withTransaction { transaction in
            try await transaction.query(
                """
                SELECT \(Self.itemColumns) FROM kongresume.generations
                WHERE user_id = $1 AND ($2::text IS NULL OR id < $2) ORDER BY id DESC LIMIT $3
                """, [.text(userID), .text(cursor), .integer(limit)]
            ).rows.map(Self.item)
        }
    }

    /// One generation and its record; `nil` if the user has none of that id.
    package func get(_ id: String, of userID: String) async throws -> (item: Item, record: String?, errorCode: String?)?
    {
        try await pool.withTransaction { transaction in
            try await transaction.query(
                "SELECT \(Self.itemColumns), record, error_code FROM kongresume.generations WHERE id = $1 AND user_id = $2",
                [.text(id), .text(userID)]
            ).first.map { (try Self.item($0), $0.optionalText(6), $0.optionalText(7)) }
        }
    }

    /// The PDF, byte for byte; `nil` if the user has no completed generation of that id.
    package func pdf(_ id: String, of userID: String) async throws -> [UInt8]? {
        try await pool.withTransaction { transaction in
            try await transaction.query(
                """
                SELECT p.bytes FROM kongresume.pdfs p JOIN kongresume.generations g ON g.id = p.generation_id
                WHERE g.id = $1 AND g.user_id = $2
                """, [.text(id), .text(userID)], binary: true
            ).first?.bytes(0)
        }
    }

    /// Whether the database answers.
    package func ping() async throws {
        try await pool.withTransaction { _ = try await $0.query("SELECT 1") }
    }

    // MARK: Servers that are gone

    /// Says that this server lives, and cleans up after those that have not said so for a while.
    ///
    /// - Parameter isAlone: no other server can be running: every other one is gone, however recent its last sign of life.
    /// - Returns: how many generations were ended and given back.
    @discardableResult
    package func signOfLife(isAlone: Bool = false) async throws -> Int {
        let late = untold.withLock { untold in
            defer { untold = [] }
            return untold
        }
        for (id, code) in late { await giveUp(id, code: code) }
        return try await tellAndCleanUp(isAlone: isAlone)
    }

    private func tellAndCleanUp(isAlone: Bool) async throws -> Int {
        try await pool.withTransaction { transaction in
            try await transaction.query(
                """
                INSERT INTO kongresume.servers (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET seen_at = now()
                """, [.text(server)])
            // Three missed signs, and some: a pause of the machine is no death.
            let gone =
                "server_id <> $2 AND server_id NOT IN (SELECT id FROM kongresume.servers WHERE seen_at > now() - interval '20 seconds' AND NOT $3)"
            let ended = try await Self.release(
                transaction, where: gone, [.text("interrupted"), .text(server), .bool(isAlone)])
            try await transaction.query(
                "DELETE FROM kongresume.servers WHERE id <> $1 AND (seen_at < now() - interval '1 day' OR $2)",
                [.text(server), .bool(isAlone)])
            return ended
        }
    }

    /// Fails what is in process and matches, and gives back what it claimed. `$1` is the error's code.
    private static func release(
        _ transaction: Transaction, where condition: String, _ parameters: [PostgresValue]
    ) async throws -> Int {
        try await transaction.query(
            """
            WITH ended AS (
                UPDATE kongresume.generations SET status = 'failed', error_code = $1, finished_at = now()
                WHERE status = 'processing' AND \(condition) RETURNING user_id, is_charged
            ), released AS (
                UPDATE kongresume.credits c SET claimed = claimed - e.count
                FROM (SELECT user_id, count(*) AS count FROM ended WHERE is_charged GROUP BY user_id) e
                WHERE c.user_id = e.user_id
            )
            SELECT count(*) FROM ended
            """, parameters
        ).first?.integer(0) ?? 0
    }

    private static let itemColumns =
        "id, title, template_id, source_type, status, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"

    private static func item(_ row: PostgresRow) throws(PostgresError) -> Item {
        Item(
            id: try row.text(0), title: try row.text(1), templateID: try row.text(2), sourceType: try row.text(3),
            status: try row.text(4), createdAt: try row.text(5))
    }
}

/// A generation that was taken for interrupted while its server still worked on it. Nothing was charged for it.
package struct GenerationAbandoned: Error, Sendable {
    package let id: String
}
