// Users, their keys, their profiles and their credits. What a request asks runs as that request's user; what an operator
// asks runs as the service.

internal import Foundation
package import Postgres

package struct Accounts: Sendable {
    let pool: PostgresPool
    let keyCache = KeyCache()

    package init(_ pool: PostgresPool) { self.pool = pool }

    package struct User: Sendable {
        package let id: String
        package let email: String
        /// Credits.
        package let remaining: Int
        package let planID: String
        package let isApproved: Bool
    }

    /// Adds a user. `id` may be that of a Supabase user; otherwise one is made.
    ///
    /// - Throws: ``AccountError``: `emailTaken`, `malformedID` or `noSuchPlan`.
    package func addUser(
        email: String, id: String? = nil, plan: String = "prepaid", isApproved: Bool = true
    ) async throws -> User {
        if let id, !id.isUUID { throw AccountError.malformedID(id) }
        do {
            return try await pool.withTransaction(Authority.service.context) { transaction in
                let added = try await transaction.query(
                    """
                    INSERT INTO kongresume.users (id, email, approved_at)
                    VALUES (coalesce($1::uuid, gen_random_uuid()), $2, CASE WHEN $3 THEN now() END) RETURNING id
                    """, [.text(id), .text(email), .bool(isApproved)])
                guard let userID = try added.first?.text(0) else { throw PostgresError.unexpectedValue(column: 0) }
                try await transaction.query("INSERT INTO kongresume.credits (user_id) VALUES ($1)", [.text(userID)])
                let remaining = try await transaction.query(
                    "SELECT kongresume.assign_plan($1, $2)", [.text(userID), .text(plan)])
                return User(
                    id: userID, email: email, remaining: try remaining.first?.integer(0) ?? 0, planID: plan,
                    isApproved: isApproved)
            }
        } catch PostgresError.refused(sqlState: "23505", message: _, constraint: _) {
            throw AccountError.emailTaken(email)
        } catch PostgresError.refused(sqlState: "23503", message: _, constraint: _) {
            throw AccountError.noSuchPlan(plan)
        }
    }

    /// Every user, oldest first.
    package func users() async throws -> [User] {
        try await users(where: "true", [])
    }

    /// The id of a user given by e-mail or id.
    package func userID(of emailOrID: String) async throws -> String {
        let found = try await users(where: "u.email = $1 OR u.id::text = lower($1)", [.text(emailOrID)])
        guard let user = found.first else { throw AccountError.noSuchUser(emailOrID) }
        return user.id
    }

    /// The user that a session of Supabase's speaks for.
    ///
    /// - Parameter supabaseID: the token's subject, whose signature was checked.
    /// - Throws: ``AccountError/notApproved`` for one who was not added here, or not approved.
    package func approvedUser(_ supabaseID: String) async throws -> User {
        guard supabaseID.isUUID else { throw AccountError.notApproved }
        let found = try await users(where: "u.id = $1", [.text(supabaseID)])
        guard let user = found.first, user.isApproved else { throw AccountError.notApproved }
        return user
    }

    /// Lets a user in, or no more: keys of a user who is not approved open nothing.
    package func setApproved(_ isApproved: Bool, _ userID: String) async throws {
        let changed = try await pool.run(
            as: .service,
            "UPDATE kongresume.users SET approved_at = CASE WHEN $2 THEN coalesce(approved_at, now()) END WHERE id = $1",
            [.text(userID), .bool(isApproved)])
        keyCache.forgetEverything()
        guard changed.affected > 0 else { throw AccountError.noSuchUser(userID) }
    }

    private func users(where condition: String, _ parameters: [PostgresValue]) async throws -> [User] {
        try await pool.run(
            as: .service,
            """
            SELECT u.id, u.email, c.remaining, c.plan_id, u.approved_at IS NOT NULL
            FROM kongresume.users u CROSS JOIN LATERAL kongresume.current_credits(u.id) c
            WHERE \(condition) ORDER BY u.created_at, u.id
            """, parameters
        ).rows.map { row in
            User(
                id: try row.text(0), email: try row.text(1), remaining: try row.integer(2), planID: try row.text(3),
                isApproved: try row.bool(4))
        }
    }
}
