import API
import Foundation
import Postgres
import Resume
import Testing

/// What belongs to a user is there for nobody else: by what the store offers, and by what the database itself lets pass.
@Suite struct TenancyTests {
    @Test(arguments: Store.Way.allCases)
    func `every operation with another user's id finds nothing and changes nothing`(way: Store.Way) async throws {
        try await withStore(way) { store in
            let ada = try await store.caller("ada@example.com", credits: 5)
            let eve = try await store.caller("eve@example.com", credits: 5)
            let done = try await store.first.begun(ada, key: "done")
            try await store.first.complete(done.id, of: ada, .make())
            let running = try await store.first.begun(ada, key: "running")
            let key = try #require(try await store.accounts.keys(of: ada.userID).first)
            let before = try await snapshot(store)

            let operations: [(String, () async throws -> Bool)] = [
                ("get", { try await store.first.get(done.id, of: eve.userID) == nil }),
                ("get one in process", { try await store.first.get(running.id, of: eve.userID) == nil }),
                ("pdf", { try await store.first.pdf(done.id, of: eve.userID) == nil }),
                ("list", { try await store.first.list(of: eve.userID, limit: 100, after: nil) == [] }),
                (
                    "list from there on",
                    { try await store.first.list(of: eve.userID, limit: 100, after: running.id) == [] }
                ),
                ("delete", { try await !store.first.delete(done.id, of: eve.userID) }),
                ("delete one in process", { try await !store.first.delete(running.id, of: eve.userID) }),
                ("revoke", { try await !store.accounts.revokeKey(key.id, of: eve.userID) }),
                ("keys", { try await store.accounts.keys(of: eve.userID).allSatisfy { $0.id != key.id } }),
                ("profile", { try await store.accounts.profile(of: eve.userID) == nil }),
                ("ledger", { try await store.accounts.creditEntries(of: eve.userID, limit: 100).count == 1 }),
                (
                    "give up",
                    {
                        await store.first.giveUp(running.id, of: eve, code: "internal", keepsRecord: false)
                        return true
                    }
                ),
                (
                    "complete",
                    {
                        do {
                            try await store.first.complete(running.id, of: eve, .make())
                            return false
                        } catch is GenerationAbandoned {
                            return true
                        }
                    }
                ),
            ]
            for (name, findsNothing) in operations {
                let isNothing = try await findsNothing()
                #expect(isNothing, "\(name)")
                #expect(try await snapshot(store) == before, "\(name)")
            }
            // Her own request with the same key is her own.
            _ = try await store.first.begun(eve, key: "done")
            try await store.expectCleanAudit()
        }
    }

    @Test func `the database itself shows and changes no row of another user`() async throws {
        try await withStore(.owner) { store in
            let ada = try await store.caller("ada@example.com", credits: 5)
            let eve = try await store.accounts.addUser(email: "eve@example.com")
            try await store.accounts.putProfile(["basics": ["name": "Ada"]], of: ada.userID)
            let done = try await store.first.begun(ada, key: "k")
            try await store.first.complete(done.id, of: ada, .make())
            let tenant = TransactionContext(role: "kongresume_request", settings: ["kongresume.user_id": eve.id])
            let nobody = TransactionContext(role: "kongresume_request", settings: ["kongresume.user_id": ""])
            let owner = TransactionContext()
            let service = TransactionContext(role: "kongresume_service")

            for table in Self.tenantTables {
                let column = table == "users" ? "id" : "user_id"
                func count(_ context: TransactionContext) async throws -> Int? {
                    try await store.pool.run(
                        Statement(
                            "SELECT count(*) FROM kongresume.\(table) WHERE \(column) = $1", [.text(ada.userID)]),
                        context
                    ).first?.integer(0)
                }
                #expect(try await count(service) ?? 0 > 0, "\(table)")
                #expect(try await count(tenant) == 0, "\(table)")
                #expect(try await count(nobody) == 0, "\(table)")
                // Whoever owns the tables sees nothing before taking a role.
                #expect(try await count(owner) == 0, "\(table)")
            }
            // Not even a function that is given the other's id.
            let before = try await snapshot(store)
            for call in [
                "kongresume.forget_generation('\(done.id)', '\(ada.userID)')",
                "kongresume.release_generation('\(done.id)', 'internal', false)",
                "kongresume.lock_credits('\(ada.userID)')", "kongresume.begin_month('\(ada.userID)')",
                "kongresume.begin_generation('gen_X', '\(ada.userID)', gen_random_uuid(), 't', 'job_description', true, NULL, NULL, NULL)",
                "kongresume.begin_generation('gen_X', '\(ada.userID)', gen_random_uuid(), 't', 'job_description', false, NULL, NULL, NULL)",
            ] {
                _ = try? await store.pool.run(Statement("SELECT \(call)"), tenant)
                #expect(try await snapshot(store) == before, "\(call)")
            }
            // And what reaches for every account is not a request's to call.
            for call in [
                "kongresume.audit_credits()", "kongresume.grant_credits('\(eve.id)', 5, NULL)",
                "kongresume.assign_plan('\(eve.id)', 'prepaid')",
                "kongresume.give_sign_of_life(gen_random_uuid(), true)",
            ] {
                let error = await #expect(throws: PostgresError.self) {
                    try await store.pool.run(Statement("SELECT \(call)"), tenant)
                }
                guard case .refused("42501", _, _) = error else {
                    Issue.record("\(call): \(String(describing: error))")
                    continue
                }
            }
        }
    }

    @Test func `every table has row level security, forced, and a policy`() async throws {
        try await withStore { store in
            let tables = try await store.sql(
                """
                SELECT relname, relrowsecurity AND relforcerowsecurity,
                    (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant')
                FROM pg_class c WHERE relnamespace = 'kongresume'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1
                """
            ).rows
            #expect(tables.count >= 12)
            for row in tables {
                let table = try row.text(0)
                #expect(try row.bool(1), "\(table)")
            }
            let withTenants = try tables.filter { try $0.integer(2) == 1 }.map { try $0.text(0) }
            #expect(withTenants.sorted() == Self.tenantTables.sorted())
            // Every table that says whose a row is keeps to it.
            let owned = try await store.sql(
                """
                SELECT DISTINCT table_name FROM information_schema.columns
                WHERE table_schema = 'kongresume' AND column_name = 'user_id' ORDER BY 1
                """
            ).rows.map { try $0.text(0) }
            #expect(owned.sorted() == Self.tenantTables.filter { $0 != "users" }.sorted())
        }
    }

    @Test func `nothing of a transaction is left in a session that a pooler lends on`() async throws {
        try await withStore(.pooler) { store in
            let caller = try await store.caller(credits: 1)
            _ = try await store.first.begun(caller)
            for _ in 0..<20 {
                let row = try await store.pool.run(
                    Statement(
                        """
                        SELECT current_user, coalesce(current_setting('kongresume.user_id', true), ''),
                            (SELECT count(*) FROM kongresume.generations)
                        """)
                ).first
                #expect(try row?.text(0) == "app")
                #expect(try row?.text(1) == "")
                #expect(try row?.integer(2) == 0)
            }
        }
    }

    private static let tenantTables = [
        "users", "api_keys", "profiles", "credits", "credit_entries", "generations", "pdfs", "idempotency",
    ]

    /// All there is of what users own, as text.
    private func snapshot(_ store: Store) async throws -> [String] {
        var texts: [String] = []
        for table in Self.tenantTables {
            texts += try await store.sql("SELECT t::text FROM kongresume.\(table) t ORDER BY 1").rows.map {
                try $0.text(0)
            }
        }
        return texts
    }
}
