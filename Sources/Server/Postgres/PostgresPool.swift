// PostgreSQL for tasks: a bounded pool of connections, each with its own thread, lent to one transaction at a time.
//
// Nothing outlives a transaction: no session setting, no prepared statement, no lock, so that the pool works the same
// through a transaction pooler (PgBouncer, Supavisor).

internal import Synchronization

package final class PostgresPool: Sendable {
    private struct State {
        var idle: [Connection] = []
        var open = 0
        var waiting: [(number: Int, continuation: CheckedContinuation<Loan, any Error>)] = []
        var nextNumber = 0
        var isClosed = false
    }

    /// What a waiting caller gets: a connection that came back, or the right to open one.
    private enum Loan {
        case connection(Connection)
        case place
    }

    private let state = Mutex(State())
    private let address: String
    private let limit: Int
    private let patience: Duration

    /// - Parameters:
    ///   - address: a connection string or URI (libpq, section 34.1.1).
    ///   - limit: connections at most.
    ///   - patience: how long a caller waits for a connection.
    package init(_ address: String, limit: Int = 8, patience: Duration = .seconds(5)) {
        self.address = Self.withTimeouts(address)
        self.limit = limit
        self.patience = patience
    }

    /// Runs `body` in one transaction: committed when it returns, undone when it throws.
    ///
    /// - Parameter settings: `set_config` for the transaction alone.
    /// - Throws: `PostgresError`, or what `body` throws.
    package func withTransaction<Result: Sendable>(
        settings: [String: String] = [:], _ body: @Sendable (Transaction) async throws -> Result
    ) async throws -> Result {
        let connection = try await begin()
        let transaction = Transaction(connection)
        do {
            for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
                _ = try await transaction.query("SELECT set_config($1, $2, true)", [.text(name), .text(value)])
            }
            let result = try await body(transaction)
            do throws(PostgresError) {
                try await connection.script("COMMIT")
            } catch {
                throw error.isConnectionLoss ? PostgresError.commitUnknown("\(error)") : error
            }
            giveBack(connection)
            return result
        } catch {
            if (error as? PostgresError)?.isConnectionLoss == true {
                discard()
            } else if (try? await connection.script("ROLLBACK")) == nil {
                discard()
            } else {
                giveBack(connection)
            }
            throw error
        }
    }

    /// Closes what is idle, and the rest as it comes back.
    package func close() async {
        let (idle, waiting) = state.withLock { state in
            defer { (state.idle, state.waiting) = ([], []) }
            state.isClosed = true
            return (state.idle, state.waiting)
        }
        waiting.forEach { $0.continuation.resume(throwing: PostgresError.closed) }
        for connection in idle { await connection.close() }
    }

    /// A connection in a transaction. One that died while it was idle is replaced: nothing was done on it yet.
    private func begin() async throws -> Connection {
        while true {
            let (connection, isFresh) = try await borrow()
            do throws(PostgresError) {
                try await connection.script(
                    "BEGIN; SET LOCAL statement_timeout = '15s'; SET LOCAL idle_in_transaction_session_timeout = '60s'")
                return connection
            } catch {
                discard()
                if isFresh || !error.isConnectionLoss { throw error }
            }
        }
    }

    private func borrow() async throws -> (Connection, isFresh: Bool) {
        switch try await loan() {
        case .connection(let connection): return (connection, false)
        case .place:
            let connection = Connection()
            do throws(PostgresError) {
                try await connection.open(address)
                return (connection, true)
            } catch {
                discard()
                throw error
            }
        }
    }

    private func loan() async throws -> Loan {
        let number = state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
        let alarm = Task { [patience] in
            try await Task.sleep(for: patience)
            expire(number)
        }
        defer { alarm.cancel() }
        return try await withCheckedThrowingContinuation { continuation in
            let answer: Result<Loan, any Error>? = state.withLock { state in
                if state.isClosed { return .failure(PostgresError.closed) }
                if let connection = state.idle.popLast() { return .success(.connection(connection)) }
                if state.open < limit {
                    state.open += 1
                    return .success(.place)
                }
                state.waiting.append((number, continuation))
                return nil
            }
            if let answer { continuation.resume(with: answer) }
        }
    }

    private func expire(_ number: Int) {
        let waiter = state.withLock { state in
            state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
        }
        waiter?.continuation.resume(throwing: PostgresError.exhausted)
    }

    private func giveBack(_ connection: Connection) {
        let waiter = state.withLock { state in
            if state.isClosed {
                state.open -= 1
                return nil as CheckedContinuation<Loan, any Error>?
            }
            guard !state.waiting.isEmpty else {
                state.idle.append(connection)
                return nil
            }
            return state.waiting.removeFirst().continuation
        }
        waiter?.resume(returning: .connection(connection))
    }

    /// A connection is gone: its place goes to whoever waits.
    private func discard() {
        let waiter = state.withLock { state in
            guard !state.isClosed, !state.waiting.isEmpty else {
                state.open -= 1
                return nil as CheckedContinuation<Loan, any Error>?
            }
            return state.waiting.removeFirst().continuation
        }
        waiter?.resume(returning: .place)
    }

    /// Timeouts that a lost network cannot outlive, unless the address sets its own.
    private static func withTimeouts(_ address: String) -> String {
        let defaults = [("connect_timeout", "5"), ("tcp_user_timeout", "15000"), ("application_name", "kongresume")]
            .filter { !address.contains($0.0) }
        guard address.hasPrefix("postgres") else {
            return ([address] + defaults.map { "\($0.0)=\($0.1)" }).joined(separator: " ")
        }
        let query = defaults.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        return query.isEmpty ? address : address + (address.contains("?") ? "&" : "?") + query
    }
}

/// A transaction under way. Valid until the closure that got it returns.
package struct Transaction: Sendable {
    private let connection: Connection

    init(_ connection: Connection) { self.connection = connection }

    /// Runs one statement with parameters `$1`, `$2`, ….
    ///
    /// - Parameter binary: have all columns come in PostgreSQL's binary form: for `bytea`, which is then its bytes.
    @discardableResult
    package func query(
        _ sql: String, _ parameters: [PostgresValue] = [], binary: Bool = false
    ) async throws(PostgresError) -> PostgresRows {
        try await connection.query(sql, parameters, binary: binary)
    }

    /// Runs several statements that have no parameters.
    package func script(_ sql: String) async throws(PostgresError) { try await connection.script(sql) }
}
