import API
import Foundation
import Postgres
import Testing

/// The connection is lost while COMMIT is under way: whether it took place, only the database knows.
@Suite struct LostCommitTests {
    @Test(arguments: CuttingProxy.Cut.allCases)
    func `a claim whose COMMIT has no answer is begun once`(cut: CuttingProxy.Cut) async throws {
        try await withProxy { store, generations, proxy in
            let caller = try await store.caller(credits: 5)
            proxy.cut(cut)
            let begun = try await generations.begun(caller, key: "k")
            #expect(proxy.cuts == 1)
            #expect(begun.remaining == 4)
            try await generations.complete(begun.id, of: caller, .make())
            let balance = try await store.accounts.credits(of: caller.userID)
            #expect((balance.remaining, balance.claimed, balance.spent) == (4, 0, 1))
            try await store.expectCleanAudit()
        }
    }

    @Test(arguments: CuttingProxy.Cut.allCases)
    func `a settlement whose COMMIT has no answer is made once`(cut: CuttingProxy.Cut) async throws {
        try await withProxy { store, generations, proxy in
            let caller = try await store.caller(credits: 5)
            let begun = try await generations.begun(caller, key: "k")
            proxy.cut(cut)
            try await generations.complete(begun.id, of: caller, .make())
            #expect(proxy.cuts == 1)
            guard case .replay = try await generations.begin(caller, key: "k") else {
                Issue.record("it runs again")
                return
            }
            let balance = try await store.accounts.credits(of: caller.userID)
            #expect((balance.remaining, balance.claimed, balance.spent) == (4, 0, 1))
            try await store.expectCleanAudit()
        }
    }

    @Test func `what cannot be given up for want of a connection is given up soon after`() async throws {
        try await withProxy { store, generations, proxy in
            let caller = try await store.caller(credits: 5)
            let begun = try await generations.begun(caller)
            proxy.cut(.before, count: 2)
            await generations.giveUp(begun.id, of: caller, code: "compile_failed")
            #expect(proxy.cuts == 2)
            while try await store.accounts.credits(of: caller.userID).claimed > 0 { await Task.yield() }
            try await store.expectCleanAudit()
        }
    }

    /// A server whose way to the database leads through a proxy; `store` has a way of its own.
    private func withProxy(_ body: (Store, Generations, CuttingProxy) async throws -> Void) async throws {
        try await withStore { store in
            let sockets = try await store.sql("SELECT current_setting('unix_socket_directories')").first?.text(0)
            let proxy = try CuttingProxy(to: try #require(sockets) + "/.s.PGSQL.5432")
            defer { proxy.stop() }
            let pool = PostgresPool("host='\(proxy.directory)' user=kongresume dbname=postgres", limit: 2)
            let result: Result<Void, any Error>
            do {
                try await body(store, Generations(pool, server: UUID().uuidString.lowercased()), proxy)
                result = .success(())
            } catch {
                result = .failure(error)
            }
            await pool.close()
            try result.get()
        }
    }
}
