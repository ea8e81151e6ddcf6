import API
import Foundation
import HTTP
import Postgres
import Testing

/// Claims, settlements and what a crash leaves, on a real PostgreSQL: directly, as one who owns the tables, and through a
/// transaction pooler.
@Suite struct GenerationsTests {
    @Test(arguments: Store.Way.allCases)
    func `of fifty requests for the last credit exactly one gets it`(way: Store.Way) async throws {
        try await withStore(way) { store in
            let caller = try await store.caller(credits: 1)
            let begun = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<50 {
                    group.addTask { if case .begun = try await store.first.begin(caller) { true } else { false } }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(begun == 1)
            let balance = try await store.accounts.credits(of: caller.userID)
            #expect((balance.remaining, balance.claimed, balance.spent) == (0, 1, 0))
            try await store.expectCleanAudit()
        }
    }

    @Test(arguments: Store.Way.allCases)
    func `a claim is spent by a settlement and given back by a failure, once`(way: Store.Way) async throws {
        try await withStore(way) { store in
            let caller = try await store.caller(credits: 2)
            let done = try await store.first.begun(caller)
            let failed = try await store.first.begun(caller)
            #expect(failed.remaining == 0)
            for _ in 0..<2 { try await store.first.complete(done.id, of: caller, .make()) }
            for _ in 0..<2 { await store.first.giveUp(failed.id, of: caller, code: "compile_failed") }
            await store.first.giveUp(done.id, of: caller, code: "compile_failed")
            let balance = try await store.accounts.credits(of: caller.userID)
            #expect((balance.granted, balance.remaining, balance.claimed, balance.spent) == (2, 1, 0, 1))
            let pdf = try await store.first.pdf(done.id, of: caller.userID)
            #expect(pdf?.bytes == [1, 0, 2])
            let statuses = try await store.first.list(of: caller.userID, limit: 10, after: nil).map(\.status)
            #expect(statuses.sorted() == ["completed", "failed"])
            try await store.expectCleanAudit()
        }
    }

    @Test func `the newest resume for an employer is found, of one's own`() async throws {
        try await withStore { store in
            let (caller, other) = (
                try await store.caller(credits: 9), try await store.caller("eve@example.com", credits: 9)
            )
            let titles =
                ["Analyst at Larch", "Clerk at Larch", "Clerk at Elm"].map { (caller, $0) } + [(other, "A at Oak")]
            for (caller, title) in titles {
                let begun = try await store.first.begun(caller)
                try await store.first.complete(begun.id, of: caller, .make(title: title))
            }
            _ = try await store.first.begun(caller)
            for (company, title) in [
                ("Larch", "Clerk at Larch"), ("Elm", "Clerk at Elm"), ("Oak", nil), ("arch", nil), ("L_rch", nil),
            ] as [(String, String?)] {
                #expect(try await store.first.newest(of: caller.userID, for: company)?.item.title == title)
            }
        }
    }

    @Test func `a test key claims nothing`() async throws {
        try await withStore { store in
            let caller = try await store.caller(credits: 0, mode: .test)
            let begun = try await store.first.begun(caller)
            #expect(try await store.accounts.credits(of: caller.userID).claimed == 0)
            try await store.first.complete(begun.id, of: caller, .make())
            #expect(try await store.accounts.creditEntries(of: caller.userID, limit: 10) == [])
            try await store.expectCleanAudit()
        }
    }

    @Test(arguments: Store.Way.allCases)
    func `what a server that is gone left behind is ended, and what a living one does is not`(
        way: Store.Way
    ) async throws {
        try await withStore(way) { store in
            let caller = try await store.caller(credits: 5)
            try await store.first.signOfLife()
            let begun = try await store.first.begun(caller, key: "k")
            // The first server has just given a sign of life.
            #expect(try await store.second.signOfLife() == 0)
            // Alone on its cluster, the second knows that the first is gone.
            #expect(try await store.second.signOfLife(isAlone: true) == 1)
            #expect(try await store.accounts.credits(of: caller.userID).remaining == 5)
            // A settlement that comes late changes nothing.
            await #expect(throws: GenerationAbandoned.self) {
                try await store.first.complete(begun.id, of: caller, .make())
            }
            let balance = try await store.accounts.credits(of: caller.userID)
            #expect((balance.remaining, balance.claimed, balance.spent) == (5, 0, 0))
            #expect(try await store.first.get(begun.id, of: caller.userID)?.errorCode == "interrupted")
            // And the key is free: the retry runs.
            _ = try await store.second.begun(caller, key: "k")
            try await store.expectCleanAudit()
        }
    }

    @Test func `a server that has not been heard of for a while is taken for gone`() async throws {
        try await withStore { store in
            let caller = try await store.caller(credits: 1)
            try await store.first.signOfLife()
            _ = try await store.first.begun(caller)
            try await store.sql("UPDATE kongresume.servers SET seen_at = seen_at - interval '19 seconds'")
            #expect(try await store.second.signOfLife() == 0)
            try await store.sql("UPDATE kongresume.servers SET seen_at = now() - interval '21 seconds'")
            #expect(try await store.second.signOfLife() == 1)
            try await store.expectCleanAudit()
        }
    }

    @Test func `a request that could not be worked on leaves nothing in the history`() async throws {
        try await withStore { store in
            let caller = try await store.caller(credits: 1)
            let begun = try await store.first.begun(caller)
            await store.first.giveUp(begun.id, of: caller, code: "job_source_unreadable", keepsRecord: false)
            #expect(try await store.first.list(of: caller.userID, limit: 10, after: nil) == [])
            #expect(try await store.accounts.credits(of: caller.userID).remaining == 1)
            try await store.expectCleanAudit()
        }
    }

    @Test func `what is deleted is gone with its PDF, and its debit stays`() async throws {
        try await withStore { store in
            let caller = try await store.caller(credits: 3)
            let begun = try await store.first.begun(caller)
            try await store.first.complete(begun.id, of: caller, .make())
            #expect(try await store.first.delete(begun.id, of: caller.userID))
            #expect(try await !store.first.delete(begun.id, of: caller.userID))
            #expect(try await store.first.get(begun.id, of: caller.userID) == nil)
            #expect(try await store.first.pdf(begun.id, of: caller.userID) == nil)
            let rows = try await store.sql("SELECT count(*) FROM kongresume.pdfs").first
            #expect(try rows?.integer(0) == 0)
            #expect(try await store.accounts.credits(of: caller.userID).spent == 1)
            try await store.expectCleanAudit()
        }
    }

    @Test func `what is deleted while it is made is given back, and never completed`() async throws {
        try await withStore { store in
            let caller = try await store.caller(credits: 3)
            let begun = try await store.first.begun(caller)
            #expect(try await store.first.delete(begun.id, of: caller.userID))
            await #expect(throws: GenerationAbandoned.self) {
                try await store.first.complete(begun.id, of: caller, .make())
            }
            await store.first.giveUp(begun.id, of: caller, code: "internal")
            #expect(try await store.accounts.credits(of: caller.userID).remaining == 3)
            try await store.expectCleanAudit()
        }
    }

    @Test(arguments: ["", "gen_", "gen_0000000000000000000000000\0", "gen_ÅÅÅÅÅÅÅÅÅÅÅÅÅ", "' OR true --"])
    func `what is no id is not found`(id: String) async throws {
        try await withStore { store in
            let user = try await store.accounts.addUser(email: "ada@example.com")
            #expect(try await store.first.get(id, of: user.id) == nil)
            #expect(try await store.first.pdf(id, of: user.id) == nil)
            #expect(try await !store.first.delete(id, of: user.id))
        }
    }
}
