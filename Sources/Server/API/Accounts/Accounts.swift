package import Postgres
package import Resume

/// Users, their keys, their profiles and their credits.
package struct Accounts: Sendable {
    private let pool: PostgresPool

    package init(_ pool: PostgresPool) { self.pool = pool }

    // MARK: Users

    package struct User: Sendable {
        package let id: String
        package let email: String
        package let remaining: Int
    }

    /// Adds a user. `id` may be that of a Supabase user; otherwise one is made.
    /// - Throws: ``AccountError/emailTaken`` or ``AccountError/malformedID``.
    package func addUser(email: String, id: String? = nil) async throws -> User {
        do {
            return try await pool.withTransaction { transaction in
                let added = try await transaction.query(
                    "INSERT INTO kongresume.users (id, email) VALUES (coalesce($1::uuid, gen_random_uuid()), $2) RETURNING id",
                    [.text(id), .text(email)])
                guard let userID = try added.first?.text(0) else { throw PostgresError.unexpectedValue(column: 0) }
                try await transaction.query("INSERT INTO kongresume.credits (user_id) VALUES ($1)", [.text(userID)])
                return User(id: userID, email: email, remaining: 0)
            }
        } catch PostgresError.refused(sqlState: "23505", message: _, constraint: _) {
            throw AccountError.emailTaken(email)
        } catch PostgresError.refused(sqlState: "22P02", message: _, constraint: _) {
            throw AccountError.malformedID(id ?? "")
        }
    }

    package func users() async throws -> [User] {
        try await pool.withTransaction { transaction in
            try await transaction.query(
                "SELECT u.id, u.email, c.remaining FROM kongresume.users u JOIN kongresume.credits c ON c.user_id = u.id ORDER BY u.created_at"
            ).rows.map { User(id: try $0.text(0), email: try $0.text(1), remaining: try $0.integer(2)) }
        }
    }

    /// The id of a user given by e-mail or id.
    package func userID(of emailOrID: String) async throws -> String {
        try await pool.withTransaction { transaction in
            let found = try await transaction.query(
                "SELECT id FROM kongresume.users WHERE email = $1 OR id::text = lower($1)", [.text(emailOrID)])
            guard let id = try found.first?.text(0) else { throw AccountError.noSuchUser(emailOrID) }
            return id
        }
    }

    // MARK: Keys

    package struct Key: Sendable {
        package let id: String
        package let name: String
        package let hint: String
        package let createdAt: String
        package let isRevoked: Bool
    }

    /// Makes a key. It is returned here and nowhere else.
    package func createKey(
        for userID: String, name: String, mode: DeveloperKey.Mode = .live, scopes: Set<Caller.Scope> = [.read, .write]
    ) async throws -> DeveloperKey {
        let key = DeveloperKey(mode)
        try await pool.withTransaction { transaction in
            _ = try await transaction.query(
                """
                INSERT INTO kongresume.api_keys (user_id, sha256, name, hint, mode, scopes)
                VALUES ($1, $2, $3, $4, $5, string_to_array($6, ','))
                """,
                [
                    .text(userID), .bytes(key.sha256), .text(name), .text(key.hint), .text(mode.rawValue),
                    .text(scopes.map(\.rawValue).sorted().joined(separator: ",")),
                ])
        }
        return key
    }

    package func keys(of userID: String) async throws -> [Key] {
        try await pool.withTransaction { transaction in
            try await transaction.query(
                """
                SELECT id, name, hint, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), revoked_at IS NOT NULL
                FROM kongresume.api_keys WHERE user_id = $1 ORDER BY created_at
                """, [.text(userID)]
            ).rows.map { row in
                Key(
                    id: try row.text(0), name: try row.text(1), hint: try row.text(2), createdAt: try row.text(3),
                    isRevoked: try row.bool(4))
            }
        }
    }

    /// Revokes a key. `false` if there was none of that id that was still good.
    package func revokeKey(_ id: String) async throws -> Bool {
        try await pool.withTransaction { transaction in
            try await transaction.query(
                "UPDATE kongresume.api_keys SET revoked_at = now() WHERE id::text = lower($1) AND revoked_at IS NULL",
                [.text(id)]
            ).affected > 0
        }
    }

    /// Who holds this key; `nil` if it is unknown, revoked or expired.
    ///
    /// It is found by its SHA-256, of which an attacker cannot choose a prefix: the look-up needs no constant time.
    package func caller(holding key: DeveloperKey) async throws -> Caller? {
        try await pool.withTransaction { transaction in
            let found = try await transaction.query(
                """
                UPDATE kongresume.api_keys SET last_used_at = now()
                WHERE sha256 = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
                RETURNING user_id, id, array_to_string(scopes, ',')
                """, [.bytes(key.sha256)])
            return try found.first.map { row in
                Caller(
                    userID: try row.text(0), keyID: try row.text(1), mode: key.mode,
                    scopes: Set(try row.text(2).split(separator: ",").compactMap { Caller.Scope(rawValue: String($0)) })
                )
            }
        }
    }

    // MARK: Profile and credits

    /// Keeps a profile's document, as the person wrote it.
    package func putProfile(_ document: JSON, of userID: String) async throws {
        try await pool.withTransaction { transaction in
            _ = try await transaction.query(
                """
                INSERT INTO kongresume.profiles (user_id, document) VALUES ($1, $2)
                ON CONFLICT (user_id) DO UPDATE SET document = excluded.document, updated_at = now()
                """, [.text(userID), .text(document.text)])
        }
    }

    /// The profile's document; `nil` if there is none yet.
    package func profile(of userID: String) async throws -> String? {
        try await pool.withTransaction { transaction in
            try await transaction.query("SELECT document FROM kongresume.profiles WHERE user_id = $1", [.text(userID)])
                .first?.text(0)
        }
    }

    /// Grants credits on top of what is there. Returns what remains.
    package func grant(_ count: Int, to userID: String) async throws -> Int {
        try await pool.withTransaction { transaction in
            let granted = try await transaction.query(
                "UPDATE kongresume.credits SET granted = granted + $2 WHERE user_id = $1 RETURNING remaining",
                [.text(userID), .integer(count)])
            guard let row = granted.first else { throw AccountError.noSuchUser(userID) }
            return try row.integer(0)
        }
    }

    package func credits(of userID: String) async throws -> CreditBalance {
        try await pool.withTransaction { transaction in
            let found = try await transaction.query(
                "SELECT granted, claimed, spent, remaining FROM kongresume.credits WHERE user_id = $1", [.text(userID)])
            guard let row = found.first else { throw AccountError.noSuchUser(userID) }
            return CreditBalance(
                granted: try row.integer(0), claimed: try row.integer(1), spent: try row.integer(2),
                remaining: try row.integer(3))
        }
    }
}

/// `granted = remaining + claimed + spent`.
package struct CreditBalance: Sendable, Hashable {
    package let granted: Int
    package let claimed: Int
    package let spent: Int
    package let remaining: Int
}

package enum AccountError: Error, Sendable, Hashable, CustomStringConvertible {
    case emailTaken(String)
    case malformedID(String)
    case noSuchUser(String)

    package var description: String {
        switch self {
        case .emailTaken(let email): "there already is a user with the e-mail \(email), or with that id"
        case .malformedID(let id): "\"\(id)\" is not a UUID"
        case .noSuchUser(let user): "there is no user \(user): `kongresume user list` shows them"
        }
    }
}
