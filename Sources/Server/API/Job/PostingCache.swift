package import JobSource
package import Postgres
internal import Resume

/// Postings that were fetched within a day, in PostgreSQL: for every server on the same database.
package struct PostingCache: Sendable {
    private let pool: PostgresPool

    package init(_ pool: PostgresPool) { self.pool = pool }

    package func posting(_ id: String) async throws -> PublishedPosting? {
        let document = try await pool.run(
            as: .service,
            "SELECT document FROM kongresume.postings WHERE id = $1 AND fetched_at > now() - interval '1 day'",
            [.text(id)], readsOnly: true
        ).first?.text(0)
        return try document.flatMap { PublishedPosting(json: try JSON(parsing: Array($0.utf8))) }
    }

    /// Keeps a posting, and lets go of what is too old.
    package func keep(_ posting: PublishedPosting, as id: String) async throws {
        let document = posting.json.text
        _ = try await pool.run(
            as: .service,
            """
            WITH old AS (DELETE FROM kongresume.postings WHERE fetched_at <= now() - interval '1 day' AND id <> $1)
            INSERT INTO kongresume.postings (id, document) VALUES ($1, $2)
            ON CONFLICT (id) DO UPDATE SET document = excluded.document, fetched_at = now()
            """, [.text(id), .text(document)])
    }
}
