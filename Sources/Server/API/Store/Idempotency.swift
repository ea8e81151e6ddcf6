internal import Crypto
internal import Foundation
package import HTTP
package import Postgres
internal import Resume

/// A request that may be sent again: its key, what the key is for, and the request's fingerprint.
package struct IdempotentRequest: Sendable, Hashable {
    /// The method and path, such as `POST /v1/resumes/generate`: the same key on another route is another key.
    package let route: String
    /// 1 to 255 visible ASCII characters.
    package let key: String
    /// SHA-256 of the body's canonical JSON (docs/idempotency.md).
    package let fingerprint: [UInt8]
}

extension IdempotentRequest {
    /// Reads the `Idempotency-Key` of a request whose body was found to be JSON; `nil` if it has none.
    ///
    /// - Throws: `Problem` with `bad_request` for a key that is none, or more than one.
    package init?(_ request: Request) throws {
        let keys = request.headers.values(of: "Idempotency-Key")
        guard let key = keys.first else { return nil }
        guard keys.count == 1, (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            throw Problem(.badRequest, "Idempotency-Key must be one field of 1 to 255 visible ASCII characters.")
        }
        let route = "\(request.method) /\(request.segments.joined(separator: "/"))"
        try self.init(route: route, key: key, body: request.body)
    }

    /// - Parameter body: JSON.
    package init(route: String, key: String, body: [UInt8]) throws {
        self.route = route
        self.key = key
        fingerprint = Array(SHA256.hash(data: try JSON(parsing: body).canonicalBytes))
    }
}

/// An answer that is given again, byte for byte.
package struct KeptAnswer: Sendable, Hashable {
    package let status: Int
    package let headers: Headers
    /// `nil`: the generation's PDF, which is stored already.
    package let body: [UInt8]?

    package init(status: Int, headers: Headers, body: [UInt8]?) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The answer to a repeated request.
    package var replay: Response {
        var headers = headers
        headers["Idempotent-Replayed"] = "true"
        return Response(status: status, headers: headers, body: body ?? [])
    }

    /// As it is stored: an array of pairs, in order.
    var headersText: String {
        JSON.array(headers.fields.map { [.string($0.name), .string($0.value)] }).text
    }

    init(status: String, headers text: String, body: [UInt8]) throws {
        var headers = Headers()
        for pair in try JSON(parsing: text).array ?? [] {
            guard let name = pair[element: 0]?.string, let value = pair[element: 1]?.string else { continue }
            headers.append(value, to: name)
        }
        guard let status = Int(status) else { throw PostgresError.unexpectedValue(column: 0) }
        self.init(status: status, headers: headers, body: body)
    }
}

/// What became of the request that had the key first.
package enum IdempotencyConflict: Error, Sendable, Hashable {
    /// It is being worked on.
    case inFlight
    /// It was another request.
    case mismatch
    /// What it made was deleted.
    case forgotten
}

/// Idempotency for requests that make no generation. Those that do claim their key with it: ``Generations/begin``.
package struct Idempotency: Sendable {
    private let pool: PostgresPool
    /// The running server, a UUID: its unfinished requests are those to clean up if it dies.
    private let server: String

    package init(_ pool: PostgresPool, server: String) {
        self.pool = pool
        self.server = server
    }

    /// Claims the key of a request.
    ///
    /// - Returns: `nil` once it is claimed: the caller works, and then calls ``settle`` or ``release``. Otherwise the answer
    ///   that was given before.
    /// - Throws: ``IdempotencyConflict``.
    package func claim(_ request: IdempotentRequest, of caller: Caller) async throws -> KeptAnswer? {
        let row = try await pool.run(
            as: .tenant(caller.userID),
            "SELECT outcome, answer_status, answer_headers, answer_body FROM kongresume.claim_key($1, $2, $3, $4, $5, NULL)",
            [
                .text(caller.userID), .text(request.route), .text(request.key), .bytes(request.fingerprint),
                .text(server),
            ], binary: true
        ).first
        guard let row else { throw PostgresError.unexpectedValue(column: 0) }
        return try Self.answer(try row.text(0), row, at: 1)
    }

    /// Keeps the answer.
    package func settle(_ request: IdempotentRequest, of caller: Caller, _ answer: KeptAnswer) async throws {
        try await pool.run(
            as: .tenant(caller.userID), "SELECT kongresume.settle_key($1, $2, $3, $4, $5, $6, $7)",
            [
                .text(caller.userID), .text(request.route), .text(request.key), .text(server),
                .integer(answer.status), .text(answer.headersText), .bytes(answer.body ?? []),
            ])
    }

    /// Frees the key: there is no answer that the next such request should get.
    package func release(_ request: IdempotentRequest, of caller: Caller) async throws {
        try await pool.run(
            as: .tenant(caller.userID),
            """
            DELETE FROM kongresume.idempotency
            WHERE user_id = $1 AND route = $2 AND key = $3 AND server_id = $4 AND status IS NULL
            """, [.text(caller.userID), .text(request.route), .text(request.key), .text(server)])
    }

    /// Reads an outcome of `claim_key`, of binary columns. `nil`: the key is claimed now, or there was none.
    static func answer(_ outcome: String, _ row: PostgresRow, at column: Int) throws -> KeptAnswer? {
        switch outcome {
        case "replay":
            return try KeptAnswer(
                status: try row.text(column), headers: try row.text(column + 1), body: try row.bytes(column + 2))
        case "in_flight": throw IdempotencyConflict.inFlight
        case "mismatch": throw IdempotencyConflict.mismatch
        case "forgotten": throw IdempotencyConflict.forgotten
        default: return nil
        }
    }
}
