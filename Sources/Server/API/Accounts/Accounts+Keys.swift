package import Foundation
internal import Postgres

extension Accounts {
    /// What is known of a key; the key itself is not.
    package struct Key: Sendable, Hashable {
        package let id: String
        package let name: String
        /// For a person to recognise it by: `kr_live_…AbC1`.
        package let hint: String
        package let mode: DeveloperKey.Mode
        package let scopes: Set<Caller.Scope>
        /// RFC 3339, UTC, as are all that follow.
        package let createdAt: String
        package let expiresAt: String?
        package let revokedAt: String?
        /// To the minute.
        package let lastUsedAt: String?
        package let isExpired: Bool

        package var isRevoked: Bool { revokedAt != nil }
    }

    /// Valid keys that an account may have.
    package static let mostKeys = 100

    /// Makes a key. Its secret is returned here and nowhere else.
    ///
    /// - Throws: ``AccountError/tooManyKeys(limit:)``.
    package func createKey(
        for userID: String, name: String, mode: DeveloperKey.Mode = .live,
        scopes: Set<Caller.Scope> = [.read, .write], expiresAt: Date? = nil
    ) async throws -> (secret: DeveloperKey, key: Key) {
        let secret = DeveloperKey(mode)
        let created = try await pool.run(
            as: .tenant(userID),
            """
            INSERT INTO kongresume.api_keys (user_id, sha256, name, hint, mode, scopes, expires_at)
            SELECT $1, $2, $3, $4, $5, string_to_array($6, ','), to_timestamp($7::double precision)
            WHERE \(Self.mostKeys) > (
                SELECT count(*) FROM kongresume.api_keys
                WHERE user_id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now()))
            RETURNING \(Self.keyColumns)
            """,
            [
                .text(userID), .bytes(secret.sha256), .text(name), .text(secret.hint), .text(mode.rawValue),
                .text(scopes.map(\.rawValue).sorted().joined(separator: ",")),
                .text(expiresAt.map { "\($0.timeIntervalSince1970)" }),
            ])
        guard let row = created.first else { throw AccountError.tooManyKeys(limit: Self.mostKeys) }
        return (secret, try Self.key(row))
    }

    /// A user's keys, oldest first.
    package func keys(of userID: String) async throws -> [Key] {
        try await pool.run(
            as: .tenant(userID),
            "SELECT \(Self.keyColumns) FROM kongresume.api_keys WHERE user_id = $1 ORDER BY created_at, id",
            [.text(userID)], readsOnly: true
        ).rows.map(Self.key)
    }

    /// Revokes a user's key: at once here, within a second on other servers.
    ///
    /// - Returns: `false` if the user has no key of that id. A key that was revoked before stays revoked since then.
    package func revokeKey(_ id: String, of userID: String) async throws -> Bool {
        try await revoke(id, as: .tenant(userID), "coalesce(revoked_at, now()) WHERE id = $1")
    }

    /// The operator's way, whoever has the key. `false` if there is none of that id, or it was revoked before.
    package func revokeKey(_ id: String) async throws -> Bool {
        try await revoke(id, as: .service, "now() WHERE id = $1 AND revoked_at IS NULL")
    }

    private func revoke(_ id: String, as authority: Authority, _ time: String) async throws -> Bool {
        guard id.isUUID else { return false }
        defer { keyCache.forget(keyID: id.lowercased()) }
        return try await pool.run(
            as: authority, "UPDATE kongresume.api_keys SET revoked_at = \(time)", [.text(id)]
        ).affected > 0
    }

    /// Who holds this key; `nil` if it is unknown, revoked or expired.
    ///
    /// It is found by its SHA-256, of which an attacker cannot choose a prefix: the look-up needs no constant time.
    package func caller(holding key: DeveloperKey) async throws -> Caller? {
        let hash = key.sha256
        if let known = keyCache.caller(hash) { return known }
        let asked = ContinuousClock.now
        let found = try await pool.run(
            as: .stranger, "SELECT user_id, key_id, scopes, expires_at, is_approved FROM kongresume.find_key($1)",
            [.bytes(hash)], readsOnly: true)
        guard let row = found.first else { return nil }
        let caller = Caller(
            userID: try row.text(0), keyID: try row.text(1), mode: key.mode,
            scopes: Self.scopes(try row.text(2)), isApproved: try row.bool(4))
        keyCache.keep(caller, hash, asked: asked, expiresAt: row.optionalText(3).flatMap(Double.init))
        return caller
    }

    private static func scopes(_ list: String) -> Set<Caller.Scope> {
        Set(list.split(separator: ",").compactMap { Caller.Scope(rawValue: String($0)) })
    }

    private static let keyColumns =
        """
        id, name, hint, mode, array_to_string(scopes, ','), \(utc("created_at")), \(utc("expires_at")), \
        \(utc("revoked_at")), \(utc("last_used_at")), coalesce(expires_at <= now(), false)
        """

    private static func key(_ row: PostgresRow) throws(PostgresError) -> Key {
        guard let mode = DeveloperKey.Mode(rawValue: try row.text(3)) else { throw .unexpectedValue(column: 3) }
        return Key(
            id: try row.text(0), name: try row.text(1), hint: try row.text(2), mode: mode,
            scopes: scopes(try row.text(4)), createdAt: try row.text(5), expiresAt: row.optionalText(6),
            revokedAt: row.optionalText(7), lastUsedAt: row.optionalText(8), isExpired: try row.bool(9))
    }
}

/// A time as the contract writes it (RFC 3339, UTC, to the second), in SQL.
func utc(_ column: String) -> String { "to_char(\(column) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')" }
