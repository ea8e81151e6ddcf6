import API
import Foundation
import HTTP
import Postgres
import Testing

/// One key, one execution, one debit, one answer.
@Suite struct IdempotencyTests {
    @Test(arguments: Store.Way.allCases)
    func `of a hundred identical requests one is begun, and the rest are told so, then get its answer`(
        way: Store.Way
    ) async throws {
        try await withStore(way) { store in
            let caller = try await store.caller(credits: 5)
            let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<100 {
                    let server = number % 2 == 0 ? store.first : store.second
                    group.addTask {
                        do {
                            guard case .begun(let begun) = try await server.begin(caller, key: "k") else {
                                return "other"
                            }
                            return begun.id
                        } catch IdempotencyConflict.inFlight {
                            return "in flight"
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter { $0 == "in flight" }.count == 99)
            let id = try #require(outcomes.first { $0.hasPrefix("gen_") })
            #expect(try await store.accounts.credits(of: caller.userID).remaining == 4)

            let headers: Headers = ["X-Generation-Id": id, "ETag": "\"ä\"", "Content-Type": "application/pdf"]
            try await store.first.complete(id, of: caller, .make(pdf: [9, 0, 9], headers: headers))
            for _ in 0..<3 {
                let answer = try #require(try await replay(store.second, caller))
                #expect(answer.headers == headers && answer.status == 200 && answer.body == [9, 0, 9])
                let response = answer.replay
                #expect(response.headers["Idempotent-Replayed"] == "true")
                #expect(response.body == [9, 0, 9])
            }
            let balance = try await store.accounts.credits(of: caller.userID)
            #expect((balance.remaining, balance.claimed, balance.spent) == (4, 0, 1))
            try await store.expectCleanAudit()
        }
    }

    @Test func `another body is a mismatch, while the first is in flight and after`() async throws {
        try await withStore { store in
            let caller = try await store.caller(credits: 5)
            let begun = try await store.first.begun(caller, key: "k")
            await #expect(throws: IdempotencyConflict.mismatch) {
                try await store.first.begin(caller, key: "k", body: #"{"a":1}"#)
            }
            try await store.first.complete(begun.id, of: caller, .make())
            await #expect(throws: IdempotencyConflict.mismatch) {
                try await store.first.begin(caller, key: "k", body: #"{"a":1}"#)
            }
        }
    }

    @Test func `the same document in another spelling is the same request`() async throws {
        let spellings = [
            #"{"job_description":"é 1","max_pages":1}"#, #" { "max_pages" : 1.0, "job_description" : "\u00e9 1" }"#,
            "{\n\t\"max_pages\":10e-1,\"job_description\":\"\\u00E9\\u00201\"}",
        ]
        let fingerprints = try spellings.map {
            try IdempotentRequest(route: "POST /", key: "k", body: Array($0.utf8)).fingerprint
        }
        #expect(Set(fingerprints).count == 1)
        // The one that docs/idempotency.md shows.
        #expect(
            fingerprints[0].map { String(format: "%02x", $0) }.joined()
                == "ef5d5d5acb929c7a59f2f6a334434a291f683621e0aa8e76fa9481b64117153f")
        let other = try IdempotentRequest(route: "POST /", key: "k", body: Array(#"{"max_pages":2}"#.utf8))
        #expect(other.fingerprint != fingerprints[0])
    }

    @Test func `a key is one for its account and its route`() async throws {
        try await withStore { store in
            let ada = try await store.caller("ada@example.com", credits: 1)
            let eve = try await store.caller("eve@example.com", credits: 1)
            _ = try await store.first.begun(ada, key: "k")
            _ = try await store.first.begun(eve, key: "k")
            let elsewhere = try IdempotentRequest(route: "POST /v1/resumes/render", key: "k", body: Array("{}".utf8))
            let idempotency = Idempotency(store.pool, server: UUID().uuidString)
            #expect(try await idempotency.claim(elsewhere, of: ada) == nil)
        }
    }

    @Test func `a failure frees the key, and so does a lack of credit`() async throws {
        try await withStore { store in
            let caller = try await store.caller(credits: 0)
            for _ in 0..<2 {
                guard case .noCredits(0, let resetsAt) = try await store.first.begin(caller, key: "k") else {
                    Issue.record("a credit from nowhere")
                    return
                }
                #expect(resetsAt.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
            }
            _ = try await store.accounts.grant(1, to: caller.userID)
            let begun = try await store.first.begun(caller, key: "k")
            await store.first.giveUp(begun.id, of: caller, code: "compile_failed")
            let again = try await store.first.begun(caller, key: "k")
            try await store.first.complete(again.id, of: caller, .make())
            // Nothing is left, and the answer is still given.
            #expect(try await store.accounts.credits(of: caller.userID).remaining == 0)
            #expect(try await replay(store.first, caller) != nil)
            try await store.expectCleanAudit()
        }
    }

    @Test func `after its time a key is free, but not while its request is worked on`() async throws {
        try await withStore { store in
            let caller = try await store.caller(credits: 5)
            let begun = try await store.first.begun(caller, key: "k")
            let age = "UPDATE kongresume.idempotency SET expires_at = expires_at - interval '24 hours'"
            let kept = try await store.sql(
                "SELECT expires_at - now() BETWEEN interval '23 hours 59 minutes' AND interval '24 hours' FROM kongresume.idempotency"
            )
            #expect(try kept.first?.bool(0) == true)
            try await store.sql(age)
            try await store.first.signOfLife()
            await #expect(throws: IdempotencyConflict.inFlight) { try await store.first.begin(caller, key: "k") }
            try await store.first.complete(begun.id, of: caller, .make())
            let second = try await store.first.begun(caller, key: "k")
            #expect(second.id != begun.id)
            try await store.first.complete(second.id, of: caller, .make())
            // And a sign of life clears away what nobody asks for.
            try await store.sql(age)
            try await store.first.signOfLife()
            #expect(try await store.sql("SELECT FROM kongresume.idempotency").rows.isEmpty)
            try await store.expectCleanAudit()
        }
    }

    @Test func `what was deleted is not made and charged again by its key`() async throws {
        try await withStore { store in
            let caller = try await store.caller(credits: 5)
            let begun = try await store.first.begun(caller, key: "k")
            try await store.first.complete(begun.id, of: caller, .make())
            #expect(try await store.first.delete(begun.id, of: caller.userID))
            await #expect(throws: IdempotencyConflict.forgotten) { try await store.first.begin(caller, key: "k") }
            let left = try await store.sql("SELECT headers IS NULL AND body IS NULL FROM kongresume.idempotency").first
            #expect(try left?.bool(0) == true)
            #expect(try await store.accounts.credits(of: caller.userID).spent == 1)
            try await store.expectCleanAudit()
        }
    }

    @Test(arguments: Store.Way.allCases)
    func `a request that makes no generation is answered once too`(way: Store.Way) async throws {
        try await withStore(way) { store in
            let caller = try await store.caller(credits: 0)
            let server = UUID().uuidString.lowercased()
            let idempotency = Idempotency(store.pool, server: server)
            let request = try IdempotentRequest(route: "POST /v1/resumes/render", key: "k", body: Array("{}".utf8))
            let answer = KeptAnswer(status: 200, headers: ["ETag": "\"1\""], body: [0, 1, 2, 255])
            #expect(try await idempotency.claim(request, of: caller) == nil)
            await #expect(throws: IdempotencyConflict.inFlight) { try await idempotency.claim(request, of: caller) }
            try await idempotency.release(request, of: caller)
            #expect(try await idempotency.claim(request, of: caller) == nil)
            try await idempotency.settle(request, of: caller, answer)
            #expect(try await idempotency.claim(request, of: caller) == answer)
            // An answer that was given is not taken back.
            try await idempotency.release(request, of: caller)
            #expect(try await idempotency.claim(request, of: caller) == answer)
        }
    }

    @Test func `a key that a server left behind is free once that server is taken for gone`() async throws {
        try await withStore { store in
            let caller = try await store.caller(credits: 0)
            let request = try IdempotentRequest(route: "POST /v1/resumes/render", key: "k", body: Array("{}".utf8))
            let gone = Idempotency(store.pool, server: UUID().uuidString.lowercased())
            #expect(try await gone.claim(request, of: caller) == nil)
            try await store.first.signOfLife()
            #expect(try await gone.claim(request, of: caller) == nil)
        }
    }

    private func replay(_ server: Generations, _ caller: Caller) async throws -> KeptAnswer? {
        guard case .replay(let answer) = try await server.begin(caller, key: "k") else { return nil }
        return answer
    }
}
