internal import Foundation
package import Postgres
internal import Synchronization

/// What was made: begun with a claim, ended in one transaction with its debit. Every change is one statement, one function of
/// the database (Migrations/0005-idempotency.sql), and so one round trip.
package final class Generations: Sendable {
    let pool: PostgresPool
    /// The running server, a UUID: its unfinished generations are those to clean up if it dies.
    private let server: String
    /// Those that ended badly while the database could not be told: told soon after, and at each sign of life.
    private let untold = Mutex<[Ending]>([])

    package init(_ pool: PostgresPool, server: String) {
        self.pool = pool
        self.server = server
    }

    package struct Begun: Sendable {
        package let id: String
        /// After the claim.
        package let remaining: Int
        /// RFC 3339, UTC, to the second.
        package let createdAt: String
    }

    /// What a request to begin comes to.
    package enum Beginning: Sendable {
        case begun(Begun)
        /// Nothing was begun: no credit is left until then (RFC 3339, UTC).
        case noCredits(remaining: Int, resetsAt: String)
        /// Nothing was begun: this is the answer to the same request from before.
        case replay(KeptAnswer)
    }

    /// What is made, and for whom.
    private struct Ending: Sendable {
        let id: String
        let userID: String
        let code: String
        let keeps: Bool
    }

    /// Claims the request's idempotency key and a credit and begins a generation: all of it, or nothing. A test key claims
    /// no credit.
    ///
    /// - Throws: ``IdempotencyConflict``, `PostgresError`.
    package func begin(
        _ caller: Caller, templateID: String, sourceType: String, for request: IdempotentRequest? = nil
    ) async throws -> Beginning {
        var random = SystemRandomNumberGenerator()
        let id = "gen_\(ULID(at: Date(), using: &random))"
        let parameters: [PostgresValue] = [
            .text(id), .text(caller.userID), .text(server), .text(templateID), .text(sourceType),
            .bool(caller.mode == .live), .text(request?.route), .text(request?.key),
            request.map { .bytes($0.fingerprint) } ?? .null,
        ]
        let row: PostgresRow?
        do {
            row = try await again {
                try await self.pool.run(
                    as: .tenant(caller.userID),
                    """
                    SELECT outcome, remaining, resets_at, begun_at, answer_status, answer_headers, answer_body
                    FROM kongresume.begin_generation($1, $2, $3, $4, $5, $6, $7, $8, $9)
                    """, parameters, binary: true
                ).first
            }
        } catch PostgresError.commitUnknown(let reason) {
            // If it took place after all, it is undone: the caller is told that nothing was begun.
            await giveUp(id, of: caller, code: "unavailable", keepsRecord: false)
            throw PostgresError.commitUnknown(reason)
        }
        guard let row else { throw PostgresError.unexpectedValue(column: 0) }
        switch try row.text(0) {
        case "begun":
            return .begun(Begun(id: id, remaining: try row.integer(1), createdAt: try row.text(3)))
        case "no_credits": return .noCredits(remaining: try row.integer(1), resetsAt: try row.text(2))
        case let outcome:
            guard let answer = try Idempotency.answer(outcome, row, at: 4) else {
                throw PostgresError.unexpectedValue(column: 0)
            }
            return .replay(answer)
        }
    }

    /// What a finished generation leaves.
    package struct Result: Sendable {
        package let title: String
        /// JSON.
        package let record: String
        package let pdf: [UInt8]
        package let sha256: [UInt8]
        /// What a repeated request gets.
        package let answer: KeptAnswer

        package init(title: String, record: String, pdf: [UInt8], sha256: [UInt8], answer: KeptAnswer) {
            self.title = title
            self.record = record
            self.pdf = pdf
            self.sha256 = sha256
            self.answer = answer
        }
    }

    /// Settles: the record, the PDF, the idempotency key's answer and the debit in one transaction.
    ///
    /// - Throws: ``GenerationAbandoned`` if it no longer is in process: it was deleted, or somebody took this server for
    ///   dead.
    package func complete(_ id: String, of caller: Caller, _ result: Result) async throws {
        let status = try await again {
            try await self.pool.run(
                as: .tenant(caller.userID), "SELECT kongresume.settle_generation($1, $2, $3, $4, $5, $6, $7, $8)",
                [
                    .text(id), .text(result.title), .text(result.record), .bytes(result.pdf), .bytes(result.sha256),
                    .integer(result.answer.status), .text(result.answer.headersText),
                    result.answer.body.map { .bytes($0) } ?? .null,
                ]
            ).first?.optionalText(0)
        }
        guard status == "completed" else { throw GenerationAbandoned(id: id) }
    }

    /// Ends a generation without a result and frees its credit and its idempotency key, now or as soon as the database can
    /// be reached.
    ///
    /// - Parameter keepsRecord: whether it stays in the history as failed. A request that was found to be wrong before any
    ///   work leaves nothing.
    package func giveUp(_ id: String, of caller: Caller, code: String, keepsRecord: Bool = true) async {
        await giveUp(Ending(id: id, userID: caller.userID, code: code, keeps: keepsRecord))
    }

    private func giveUp(_ ending: Ending) async {
        if await tell(ending) { return }
        let isFirst = untold.withLock { untold in
            untold.append(ending)
            return untold.count == 1
        }
        if isFirst { Task { await tellSoon() } }
    }

    /// After pauses that double, until it is the next sign of life's turn.
    private func tellSoon() async {
        for attempt in 0..<6 {
            try? await Task.sleep(for: .milliseconds(100 << attempt))
            await tellLate()
            if untold.withLock({ $0.isEmpty }) { return }
        }
    }

    private func tellLate() async {
        let late = untold.withLock { untold in
            defer { untold = [] }
            return untold
        }
        for ending in late where await !tell(ending) { untold.withLock { $0.append(ending) } }
    }

    /// - Returns: whether the database was told.
    private func tell(_ ending: Ending) async -> Bool {
        do {
            try await again {
                _ = try await self.pool.run(
                    as: .tenant(ending.userID), "SELECT kongresume.release_generation($1, $2, $3)",
                    [.text(ending.id), .text(ending.code), .bool(ending.keeps)])
            }
            return true
        } catch {
            return false
        }
    }

    /// Says that this server lives, and cleans up after those that have not said so for a while.
    ///
    /// - Parameter isAlone: no other server can be running: every other one is gone, however recent its last sign of life.
    /// - Returns: how many generations were ended and given back.
    @discardableResult
    package func signOfLife(isAlone: Bool = false) async throws -> Int {
        let ended =
            try await pool.run(
                as: .service, "SELECT kongresume.give_sign_of_life($1, $2)", [.text(server), .bool(isAlone)]
            ).first?.integer(0) ?? 0
        await tellLate()
        return ended
    }

    /// Whether the database answers.
    package func ping() async throws {
        try await pool.run(as: .stranger, "SELECT 1", readsOnly: true, timeout: .seconds(2))
    }

    /// Whether a COMMIT took place whose answer was lost, only the database knows. These functions say what is the case
    /// when they are called again, so they are, once.
    private func again<Value>(_ call: () async throws -> Value) async throws -> Value {
        do {
            return try await call()
        } catch PostgresError.commitUnknown {
            return try await call()
        }
    }
}

/// A generation that was ended while its server still worked on it. Nothing was charged for it.
package struct GenerationAbandoned: Error, Sendable {
    package let id: String
}
