internal import Postgres

extension Accounts {
    /// A plan: how many credits its accounts may spend each month.
    package struct Plan: Sendable, Hashable {
        package let id: String
        package let allowance: Int

        package init(id: String, allowance: Int) {
            self.id = id
            self.allowance = allowance
        }
    }

    /// Something that happened to an account's credits.
    package struct CreditEntry: Sendable, Hashable {
        /// RFC 3339, UTC.
        package let createdAt: String
        /// `grant`, `allowance`, `expire`, `claim`, `release` or `spend`.
        package let kind: String
        package let amount: Int
        package let generationID: String?
        package let note: String?
    }

    /// An account whose figures do not agree, and how.
    package struct CreditFault: Sendable, Hashable {
        package let userID: String
        package let email: String
        package let fault: String
    }

    /// What an account has. Begins its next month if that is due.
    ///
    /// - Throws: ``AccountError/noSuchUser(_:)``.
    package func credits(of userID: String) async throws -> CreditBalance {
        let found = try await pool.run(
            as: .tenant(userID),
            """
            SELECT granted, claimed, spent, remaining, plan_id, allowance, allowance_left, \(utc("resets_at"))
            FROM kongresume.current_credits($1)
            """, [.text(userID)], readsOnly: true)
        guard let row = found.first else { throw AccountError.noSuchUser(userID) }
        return CreditBalance(
            granted: try row.integer(0), claimed: try row.integer(1), spent: try row.integer(2),
            remaining: try row.integer(3), planID: try row.text(4), allowance: try row.integer(5),
            allowanceLeft: try row.integer(6), resetsAt: try row.text(7))
    }

    /// Grants credits on top of the allowance; these do not expire. Returns what remains.
    ///
    /// - Throws: ``AccountError/noSuchUser(_:)``.
    package func grant(_ count: Int, to userID: String, note: String? = nil) async throws -> Int {
        let granted = try await pool.run(
            as: .service, "SELECT kongresume.grant_credits($1, $2, $3)",
            [.text(userID), .integer(count), .text(note)])
        guard let row = granted.first, !row.isNull(0) else { throw AccountError.noSuchUser(userID) }
        return try row.integer(0)
    }

    /// What happened to an account's credits, newest first.
    package func creditEntries(of userID: String, limit: Int) async throws -> [CreditEntry] {
        try await pool.run(
            as: .tenant(userID),
            """
            SELECT \(utc("created_at")), kind, amount, generation_id, note
            FROM kongresume.credit_entries WHERE user_id = $1 ORDER BY id DESC LIMIT $2
            """, [.text(userID), .integer(limit)], readsOnly: true
        ).rows.map { row in
            CreditEntry(
                createdAt: try row.text(0), kind: try row.text(1), amount: try row.integer(2),
                generationID: row.optionalText(3), note: row.optionalText(4))
        }
    }

    // MARK: Plans

    package func plans() async throws -> [Plan] {
        try await pool.run(as: .service, "SELECT id, allowance FROM kongresume.plans ORDER BY allowance, id").rows
            .map { Plan(id: try $0.text(0), allowance: try $0.integer(1)) }
    }

    /// Makes a plan, or changes its allowance: from the next month of each of its accounts on.
    package func putPlan(_ plan: Plan) async throws {
        try await pool.run(
            as: .service,
            """
            INSERT INTO kongresume.plans (id, allowance) VALUES ($1, $2)
            ON CONFLICT (id) DO UPDATE SET allowance = excluded.allowance
            """, [.text(plan.id), .integer(plan.allowance)])
    }

    /// Puts an account on a plan. Its month, with the plan's allowance, begins now. Returns what remains.
    ///
    /// - Throws: ``AccountError``: `noSuchUser` or `noSuchPlan`.
    package func assignPlan(_ plan: String, to userID: String) async throws -> Int {
        do {
            let assigned = try await pool.run(
                as: .service, "SELECT kongresume.assign_plan($1, $2)", [.text(userID), .text(plan)])
            guard let row = assigned.first, !row.isNull(0) else { throw AccountError.noSuchUser(userID) }
            return try row.integer(0)
        } catch PostgresError.refused(sqlState: "23503", message: _, constraint: _) {
            throw AccountError.noSuchPlan(plan)
        }
    }

    /// Every account whose figures do not agree: with each other, with the ledger, or with what is in process.
    package func auditCredits() async throws -> [CreditFault] {
        // It reads every row of the ledger, and there may be millions.
        try await pool.run(
            as: .service, "SELECT user_id, email, fault FROM kongresume.audit_credits()", readsOnly: true,
            timeout: .seconds(3600)
        ).rows.map { CreditFault(userID: try $0.text(0), email: try $0.text(1), fault: try $0.text(2)) }
    }
}
