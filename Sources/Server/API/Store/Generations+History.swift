internal import Postgres

extension Generations {
    /// One row of the history, as `GET /v1/resumes` lists it.
    package struct Item: Sendable, Hashable {
        package let id: String
        package let title: String
        package let templateID: String
        package let sourceType: String
        package let status: String
        /// RFC 3339, UTC, to the second.
        package let createdAt: String
    }

    /// One generation and its record.
    package struct Stored: Sendable, Hashable {
        package let item: Item
        /// JSON; `nil` until it is completed.
        package let record: String?
        /// Why it failed, a problem's code.
        package let errorCode: String?
    }

    /// A stored PDF.
    package struct StoredPDF: Sendable, Hashable {
        /// Of the generation, such as `Senior Product Analyst at Linear`.
        package let title: String
        package let sha256: [UInt8]
        package let bytes: [UInt8]
    }

    /// A page of a user's history, newest first, from behind `id` on.
    package func list(of userID: String, limit: Int, after id: String?) async throws -> [Item] {
        // Two statements, so that each has a plan of its own: the first page's needs no comparison.
        let sql = "SELECT \(Self.itemColumns) FROM kongresume.generations WHERE user_id = $1"
        let order = "ORDER BY id DESC LIMIT $2"
        let parameters: [PostgresValue] = [.text(userID), .integer(limit)]
        let rows =
            if let id {
                try await pool.run(
                    as: .tenant(userID), "\(sql) AND id < $3 \(order)", parameters + [.text(id)], readsOnly: true)
            } else {
                try await pool.run(as: .tenant(userID), "\(sql) \(order)", parameters, readsOnly: true)
            }
        return try rows.rows.map(Self.item)
    }

    /// One generation; `nil` if the user has none of that id.
    package func get(_ id: String, of userID: String) async throws -> Stored? {
        guard Self.isID(id) else { return nil }
        return try await pool.run(
            as: .tenant(userID),
            "SELECT \(Self.itemColumns), record, error_code FROM kongresume.generations WHERE id = $1 AND user_id = $2",
            [.text(id), .text(userID)], readsOnly: true
        ).first.map { Stored(item: try Self.item($0), record: $0.optionalText(6), errorCode: $0.optionalText(7)) }
    }

    /// The newest completed generation for an employer, among the user's last ones; `nil` if there is none.
    package func newest(of userID: String, for company: String) async throws -> Stored? {
        // A posting's text is clean, but a company beyond any title's length is none.
        guard company.utf8.count <= 500, !company.unicodeScalars.contains("\0") else { return nil }
        return try await pool.run(
            as: .tenant(userID),
            """
            SELECT \(Self.itemColumns), record, error_code FROM (
                SELECT * FROM kongresume.generations WHERE user_id = $1 ORDER BY id DESC LIMIT \(Self.remembered)
            ) AS last
            WHERE status = 'completed' AND (right(title, length($2)) = $2 OR title = $3)
            ORDER BY id DESC LIMIT 1
            """, [.text(userID), .text(" at \(company)"), .text("Resume for \(company)")], readsOnly: true
        ).first.map { Stored(item: try Self.item($0), record: $0.optionalText(6), errorCode: $0.optionalText(7)) }
    }

    /// How far back it matters what was sent.
    private static let remembered = 50

    /// The PDF, byte for byte; `nil` if the user has no completed generation of that id.
    package func pdf(_ id: String, of userID: String) async throws -> StoredPDF? {
        guard Self.isID(id) else { return nil }
        return try await pool.run(
            as: .tenant(userID),
            """
            SELECT g.title, p.sha256, p.bytes
            FROM kongresume.pdfs p JOIN kongresume.generations g ON g.id = p.generation_id
            WHERE p.generation_id = $1 AND p.user_id = $2
            """, [.text(id), .text(userID)], binary: true, readsOnly: true
        ).first.map { StoredPDF(title: try $0.text(0), sha256: try $0.bytes(1), bytes: try $0.bytes(2)) }
    }

    /// Forgets a generation: record, PDF, and the answer a repeated request would get. One in process is ended and given
    /// back. What it cost stays in the ledger.
    ///
    /// - Returns: `false` if the user has none of that id.
    package func delete(_ id: String, of userID: String) async throws -> Bool {
        guard Self.isID(id) else { return false }
        return try await pool.run(
            as: .tenant(userID), "SELECT kongresume.forget_generation($1, $2)", [.text(id), .text(userID)]
        ).first?.bool(0) ?? false
    }

    /// Whether it is in the form of an id. What is not, such as text with U+0000, never reaches the database.
    private static func isID(_ text: String) -> Bool {
        text.hasPrefix("gen_") && text.utf8.count == 30
            && text.utf8.dropFirst(4).allSatisfy(ULID.alphabet.contains)
    }

    private static let itemColumns =
        "id, title, template_id, source_type, status, \(utc("created_at"))"

    private static func item(_ row: PostgresRow) throws(PostgresError) -> Item {
        Item(
            id: try row.text(0), title: try row.text(1), templateID: try row.text(2), sourceType: try row.text(3),
            status: try row.text(4), createdAt: try row.text(5))
    }
}
