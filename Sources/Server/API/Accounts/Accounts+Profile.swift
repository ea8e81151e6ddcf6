internal import Postgres
package import Resume

extension Accounts {
    /// A profile's document as the person wrote it, and which revision it is: 1, 2, ….
    package struct StoredProfile: Sendable, Hashable {
        package let document: String
        package let revision: Int
        /// RFC 3339, UTC.
        package let updatedAt: String
    }

    /// What must hold of the stored profile for another to take its place (RFC 9110, 13.1).
    package enum ProfileCondition: Sendable, Hashable {
        case none
        /// `If-None-Match: *`
        case absent
        /// `If-Match: *`
        case present
        /// `If-Match`, of any of these.
        case revision(Set<Int>)
    }

    /// The profile; `nil` if there is none yet.
    package func profile(of userID: String) async throws -> StoredProfile? {
        try await pool.run(
            as: .tenant(userID),
            "SELECT document, revision, \(utc("updated_at")) FROM kongresume.profiles WHERE user_id = $1",
            [.text(userID)], readsOnly: true
        ).first.map { row in
            StoredProfile(document: try row.text(0), revision: try row.integer(1), updatedAt: try row.text(2))
        }
    }

    /// Keeps a profile's document, if the condition holds at that moment.
    ///
    /// - Returns: its revision; `nil` if the condition does not hold, and nothing was changed.
    @discardableResult
    package func putProfile(
        _ document: JSON, of userID: String, if condition: ProfileCondition = .none
    ) async throws -> Int? {
        let change = "UPDATE kongresume.profiles SET document = $2, revision = revision + 1, updated_at = now()"
        let insert = "INSERT INTO kongresume.profiles (user_id, document) VALUES ($1, $2) ON CONFLICT (user_id)"
        var parameters: [PostgresValue] = [.text(userID), .text(document.text)]
        let sql: String
        switch condition {
        case .none:
            sql =
                "\(insert) DO UPDATE SET document = $2, revision = profiles.revision + 1, updated_at = now() RETURNING revision"
        case .absent: sql = "\(insert) DO NOTHING RETURNING revision"
        case .present: sql = "\(change) WHERE user_id = $1 RETURNING revision"
        case .revision(let revisions):
            sql =
                "\(change) WHERE user_id = $1 AND revision = ANY(string_to_array($3, ',')::bigint[]) RETURNING revision"
            parameters.append(.text(revisions.map(String.init).joined(separator: ",")))
        }
        return try await pool.run(as: .tenant(userID), sql, parameters).first?.integer(0)
    }
}
