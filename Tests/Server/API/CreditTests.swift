import API
import Foundation
import Postgres
import Randomness
import Testing

/// Plans, months, grants and the ledger.
@Suite struct CreditTests {
    @Test(arguments: Store.Way.allCases)
    func `an allowance is spent before what was granted, and comes anew each month`(way: Store.Way) async throws {
        try await withStore(way) { store in
            let caller = try await account(store, allowance: 2, grants: 3)
            try await expect(store, caller, granted: 5, remaining: 5, spent: 0, left: 2)
            for _ in 0..<3 { try await spend(store, caller) }
            // Two of the allowance, one of what was granted.
            try await expect(store, caller, granted: 5, remaining: 2, spent: 3, left: 0)
            try await pass(store, days: 32)
            try await expect(store, caller, granted: 7, remaining: 4, spent: 3, left: 2)
            // What is not spent in its month expires; what was granted stays.
            try await pass(store, days: 32)
            try await expect(store, caller, granted: 7, remaining: 4, spent: 3, left: 2)
            // Months that nobody looked at bring nothing.
            try await pass(store, days: 300)
            try await expect(store, caller, granted: 7, remaining: 4, spent: 3, left: 2)
            let kinds = try await store.accounts.creditEntries(of: caller.userID, limit: 100).map(\.kind).reversed()
            #expect(
                Array(kinds) == ["allowance", "grant"] + Array(repeating: ["claim", "spend"], count: 3).joined() + [
                    "allowance", "expire", "allowance", "expire", "allowance",
                ])
        }
    }

    @Test func `a claim of a month that ended is spent if it is settled, and expires if it is given back`() async throws
    {
        try await withStore { store in
            let caller = try await account(store, allowance: 2, grants: 1)
            let settled = try await store.first.begun(caller)
            let released = try await store.first.begun(caller)
            let granted = try await store.first.begun(caller)
            try await pass(store, days: 32)
            try await store.first.complete(settled.id, of: caller, .make())
            await store.first.giveUp(released.id, of: caller, code: "internal")
            try await expect(store, caller, granted: 4, remaining: 2, spent: 1, left: 2, claimed: 1)
            // That of a grant comes back, whenever.
            await store.first.giveUp(granted.id, of: caller, code: "internal")
            try await expect(store, caller, granted: 4, remaining: 3, spent: 1, left: 2)
        }
    }

    @Test func `a claim given back within its month is of the allowance again`() async throws {
        try await withStore { store in
            let caller = try await account(store, allowance: 1, grants: 1)
            let begun = try await store.first.begun(caller)
            try await expect(store, caller, granted: 2, remaining: 1, spent: 0, left: 0, claimed: 1)
            await store.first.giveUp(begun.id, of: caller, code: "internal")
            try await expect(store, caller, granted: 2, remaining: 2, spent: 0, left: 1)
        }
    }

    @Test(arguments: Store.Way.allCases)
    func `however many look at the turn of a month, it turns once`(way: Store.Way) async throws {
        try await withStore(way) { store in
            let caller = try await account(store, allowance: 30, grants: 0)
            for _ in 0..<30 { try await spend(store, caller) }
            try await pass(store, days: 32)
            let begun = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        if number % 3 == 0 { return try await store.accounts.credits(of: caller.userID).spent - 30 }
                        if case .begun = try await store.first.begin(caller) { return 1 } else { return 0 }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(begun == 30)
            let allowances = try await store.accounts.creditEntries(of: caller.userID, limit: 1000).filter {
                $0.kind == "allowance"
            }
            #expect(allowances.map(\.amount) == [30, 30])
            try await expect(store, caller, granted: 60, remaining: 0, spent: 30, left: 0, claimed: 30)
        }
    }

    @Test func `another plan begins a month of its own, and a plan's new allowance comes with the next`() async throws {
        try await withStore { store in
            let caller = try await account(store, allowance: 5, grants: 1)
            try await spend(store, caller)
            try await pass(store, days: 10)
            let before = try await store.accounts.credits(of: caller.userID)
            try await store.accounts.putPlan(.init(id: "big", allowance: 50))
            #expect(try await store.accounts.assignPlan("big", to: caller.userID) == 51)
            try await expect(store, caller, granted: 52, remaining: 51, spent: 1, left: 50)
            let after = try await store.accounts.credits(of: caller.userID)
            #expect(after.planID == "big" && after.allowance == 50 && after.resetsAt > before.resetsAt)
            // The same plan again is no reason for a month to begin.
            try await spend(store, caller)
            #expect(try await store.accounts.assignPlan("big", to: caller.userID) == 50)
            try await store.accounts.putPlan(.init(id: "big", allowance: 7))
            try await expect(store, caller, granted: 52, remaining: 50, spent: 2, left: 49)
            try await pass(store, days: 32)
            try await expect(store, caller, granted: 10, remaining: 8, spent: 2, left: 7)
            await #expect(throws: AccountError.noSuchPlan("gold")) {
                try await store.accounts.assignPlan("gold", to: caller.userID)
            }
            let nobody = UUID().uuidString.lowercased()
            await #expect(throws: AccountError.noSuchUser(nobody)) {
                try await store.accounts.assignPlan("big", to: nobody)
            }
            await #expect(throws: AccountError.noSuchUser(nobody)) { try await store.accounts.grant(1, to: nobody) }
            await #expect(throws: AccountError.noSuchUser(nobody)) { try await store.accounts.credits(of: nobody) }
        }
    }

    @Test func `a month begins on the anchor's day, on the last of months that lack it, and never drifts`() async throws
    {
        try await withStore { store in
            let cases = [
                ("2026-01-31T10:00:00Z", "2026-02-15T00:00:00Z", "2026-01-31T10:00:00Z", "2026-02-28T10:00:00Z"),
                ("2026-01-31T10:00:00Z", "2026-02-28T10:00:00Z", "2026-02-28T10:00:00Z", "2026-03-31T10:00:00Z"),
                ("2026-01-31T10:00:00Z", "2026-04-30T09:59:59Z", "2026-03-31T10:00:00Z", "2026-04-30T10:00:00Z"),
                ("2026-01-31T10:00:00Z", "2028-02-29T12:00:00Z", "2028-02-29T10:00:00Z", "2028-03-31T10:00:00Z"),
                ("2024-02-29T00:00:00Z", "2025-02-28T00:00:00Z", "2025-02-28T00:00:00Z", "2025-03-29T00:00:00Z"),
                ("2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z", "2026-12-31T23:59:59Z", "2027-01-31T23:59:59Z"),
            ]
            for (anchor, moment, starts, ends) in cases {
                let row = try await store.sql(
                    "SELECT starts_at = $3::timestamptz AND ends_at = $4::timestamptz FROM kongresume.month_of($1, $2)",
                    [.text(anchor), .text(moment), .text(starts), .text(ends)]
                ).first
                #expect(try row?.bool(0) == true, "\(anchor) \(moment)")
            }
        }
    }

    @Test func `a month is found as a calendar finds it, whatever the anchor and the moment`() async throws {
        try await withStore { store in
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = .gmt
            var random = SeededGenerator(seed: 20_260_131)
            // 2000 to 2100, to the second.
            func moment() -> Date {
                Date(timeIntervalSince1970: Double(Int.random(in: 946_684_800...4_102_444_800, using: &random)))
            }
            var anchors: [Date] = []
            var moments: [Date] = []
            for _ in 0..<3000 {
                var anchor = moment()
                if Bool.random(using: &random) {
                    // Ends of months are where it is hard.
                    let month = calendar.dateInterval(of: .month, for: anchor)?.end ?? anchor
                    anchor = month.addingTimeInterval(-Double(Int.random(in: 1...260_000, using: &random)))
                }
                anchors.append(anchor)
                moments.append(max(anchor, moment()))
            }
            func list(_ dates: [Date]) -> PostgresValue {
                .text("{" + dates.map { "\(Int($0.timeIntervalSince1970))" }.joined(separator: ",") + "}")
            }
            // Not the setting of the session, but UTC, is what counts.
            let rows = try await store.sql(
                """
                SELECT extract(epoch FROM m.starts_at)::bigint, extract(epoch FROM m.ends_at)::bigint
                FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS t (anchor, moment, n),
                    LATERAL kongresume.month_of(to_timestamp(t.anchor), to_timestamp(t.moment)) m ORDER BY n
                """, [list(anchors), list(moments)]
            ).rows
            #expect(rows.count == anchors.count)
            for (index, row) in rows.enumerated() {
                let (anchor, moment) = (anchors[index], moments[index])
                // Counted up from the anchor, month by month.
                var count = 0
                func month(_ count: Int) -> Date { calendar.date(byAdding: .month, value: count, to: anchor) ?? anchor }
                while month(count + 1) <= moment { count += 1 }
                let expected = [month(count), month(count + 1)].map { Int($0.timeIntervalSince1970) }
                #expect(try [row.integer(0), row.integer(1)] == expected, "\(anchor) \(moment)")
            }
        }
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `the figures agree after every step of a long and random life`(seed: UInt64) async throws {
        try await withStore { store in
            var random = SeededGenerator(seed: seed)
            var open: [(id: String, caller: Caller)] = []
            for (name, allowance) in [("small", 1), ("middle", 4)] {
                try await store.accounts.putPlan(.init(id: name, allowance: allowance))
            }
            let callers = [
                try await store.caller("ada@example.com", credits: 2),
                try await store.caller("eve@example.com", credits: 0),
                try await store.caller("tess@example.com", credits: 0, mode: .test),
            ]
            for step in 0..<120 {
                let caller = callers[Int.random(in: 0..<3, using: &random)]
                switch Int.random(in: 0..<9, using: &random) {
                case 0...3:
                    if case .begun(let begun) = try await store.first.begin(caller) { open.append((begun.id, caller)) }
                case 4 where !open.isEmpty:
                    let one = open.remove(at: Int.random(in: open.indices, using: &random))
                    try await store.first.complete(one.id, of: one.caller, .make())
                case 5 where !open.isEmpty:
                    let one = open.remove(at: Int.random(in: open.indices, using: &random))
                    await store.first.giveUp(
                        one.id, of: one.caller, code: "x", keepsRecord: Bool.random(using: &random))
                case 6:
                    let history = try await store.first.list(of: caller.userID, limit: 100, after: nil)
                    guard let one = history.randomElement(using: &random) else { continue }
                    #expect(try await store.first.delete(one.id, of: caller.userID))
                    open.removeAll { $0.id == one.id }
                case 7:
                    try await pass(store, days: Int.random(in: 1...45, using: &random))
                    _ = try await store.accounts.credits(of: caller.userID)
                default:
                    if Bool.random(using: &random) {
                        _ = try await store.accounts.grant(1, to: caller.userID)
                    } else {
                        let plan = ["prepaid", "small", "middle"][Int.random(in: 0..<3, using: &random)]
                        _ = try await store.accounts.assignPlan(plan, to: caller.userID)
                    }
                }
                #expect(try await store.accounts.auditCredits() == [], "seed \(seed), step \(step)")
            }
        }
    }

    @Test func `the figures agree at every moment, whatever goes on at once`() async throws {
        try await withStore { store in
            try await store.accounts.putPlan(.init(id: "monthly", allowance: 30))
            let callers = [
                try await store.caller("ada@example.com", credits: 20),
                try await store.caller("eve@example.com", credits: 20),
            ]
            for caller in callers { _ = try await store.accounts.assignPlan("monthly", to: caller.userID) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<6 {
                    group.addTask {
                        var random = SeededGenerator(seed: UInt64(worker))
                        let server = worker % 2 == 0 ? store.first : store.second
                        for _ in 0..<25 {
                            let caller = callers[Int.random(in: 0..<2, using: &random)]
                            guard case .begun(let begun) = try await server.begin(caller) else { continue }
                            switch Int.random(in: 0..<4, using: &random) {
                            case 0: await server.giveUp(begun.id, of: caller, code: "x")
                            case 1: _ = try await server.delete(begun.id, of: caller.userID)
                            default: try await server.complete(begun.id, of: caller, .make())
                            }
                        }
                    }
                }
                group.addTask {
                    for _ in 0..<40 {
                        let faults = try await store.accounts.auditCredits()
                        #expect(faults == [])
                    }
                }
                try await group.waitForAll()
            }
            try await store.expectCleanAudit()
            for caller in callers {
                #expect(try await store.accounts.credits(of: caller.userID).claimed == 0)
            }
        }
    }

    @Test(arguments: [
        ("UPDATE kongresume.credits SET granted = granted + 1", "granted 4, by the ledger 3"),
        ("UPDATE kongresume.credits SET spent = spent + 1", "spent 2, by the ledger 1"),
        ("UPDATE kongresume.credits SET claimed = 0", "claimed 0, generations in process 1"),
        ("DELETE FROM kongresume.credit_entries WHERE kind = 'spend'", "1 completed generations without a debit"),
        (
            "UPDATE kongresume.generations SET status = 'failed' WHERE status = 'completed'",
            "1 debits for generations that did not complete"
        ),
        ("DELETE FROM kongresume.generations WHERE status = 'processing'", "claimed 1, generations in process 0"),
        (
            "UPDATE kongresume.credit_entries SET generation_id = 'gen_X' WHERE kind = 'spend'",
            "1 credits given back or spent that were never claimed"
        ),
        ("DELETE FROM kongresume.credits", "there is no balance"),
    ])
    func `the audit finds what does not agree`(tampering: String, fault: String) async throws {
        try await withStore { store in
            let caller = try await store.caller(credits: 3)
            try await spend(store, caller)
            _ = try await store.first.begun(caller)
            try await store.expectCleanAudit()
            try await store.sql(tampering)
            let faults = try await store.accounts.auditCredits()
            #expect(faults.map(\.fault).contains(fault))
            #expect(faults.allSatisfy { $0.userID == caller.userID && $0.email == "ada@example.com" })
        }
    }

    // MARK: Steps

    private func account(_ store: Store, allowance: Int, grants: Int) async throws -> Caller {
        try await store.accounts.putPlan(.init(id: "monthly", allowance: allowance))
        let caller = try await store.caller(credits: 0)
        _ = try await store.accounts.assignPlan("monthly", to: caller.userID)
        if grants > 0 { _ = try await store.accounts.grant(grants, to: caller.userID) }
        return caller
    }

    private func spend(_ store: Store, _ caller: Caller) async throws {
        let begun = try await store.first.begun(caller)
        try await store.first.complete(begun.id, of: caller, .make())
    }

    /// Lets time pass for the accounts, by moving what happened into the past.
    private func pass(_ store: Store, days: Int) async throws {
        let age = "- make_interval(days => \(days))"
        try await store.sql(
            "UPDATE kongresume.credits SET anchor = anchor \(age), month_starts_at = month_starts_at \(age), resets_at = resets_at \(age)"
        )
        try await store.sql("UPDATE kongresume.generations SET claimed_month = claimed_month \(age)")
    }

    private func expect(
        _ store: Store, _ caller: Caller, granted: Int, remaining: Int, spent: Int, left: Int, claimed: Int = 0,
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let balance = try await store.accounts.credits(of: caller.userID)
        let found = [balance.granted, balance.remaining, balance.spent, balance.allowanceLeft, balance.claimed]
        #expect(found == [granted, remaining, spent, left, claimed], sourceLocation: location)
        #expect(balance.granted == balance.remaining + balance.claimed + balance.spent, sourceLocation: location)
        try await store.expectCleanAudit(location)
    }
}
