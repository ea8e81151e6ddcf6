// PostgreSQL for tasks: a bounded pool of connections, each with its own thread, lent to one transaction at a time.
//
// Nothing outlives a transaction: no session setting, no prepared statement, no lock, so that the pool works the same
// through a transaction pooler (PgBouncer, Supavisor).

internal import Synchronization

package final class PostgresPool: Sendable {
    private struct State {
        var idle: [Connection] = []
        var open = 0
        var waiting: [Waiter] = []
        var nextNumber = 0
        var isClosed = false
    }

    private struct Waiter {
        let number: Int
        let continuation: CheckedContinuation<Loan, any Error>
        /// Ends its patience.
        let alarm: Task<Void, any Error>
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
    private let revive: (@Sendable () async throws -> Bool)?

    /// - Parameters:
    ///   - address: a connection string or URI (libpq, section 34.1.1).
    ///   - limit: connections at most.
    ///   - patience: how long a caller waits for a connection.
    ///   - revive: called when no connection can be opened; does what can be done about it, and tells whether to try again.
    package init(
        _ address: String, limit: Int = 8, patience: Duration = .seconds(5),
        revive: (@Sendable () async throws -> Bool)? = nil
    ) {
        self.address = Self.withTimeouts(address)
        self.limit = limit
        self.patience = patience
        self.revive = revive
    }

    /// Runs one statement in a transaction of its own: opening, statement and COMMIT travel together.
    ///
    /// - Parameter readsOnly: that it may be sent again when the connection is lost.
    /// - Throws: `PostgresError`; `commitUnknown` if the connection was lost and it does not only read.
    @discardableResult
    package func run(
        _ statement: Statement, _ context: TransactionContext = TransactionContext(), readsOnly: Bool = false
    ) async throws -> PostgresRows {
        while true {
            let (connection, isFresh) = try await borrow()
            do throws(PostgresError) {
                let rows = try await connection.transact(statement, context)
                giveBack(connection)
                return rows
            } catch {
                guard error.isConnectionLoss else {
                    giveBack(connection)
                    throw error
                }
                await discard(after: error)
                if !isFresh, error == .stale || readsOnly && error != .noAnswer { continue }
                throw readsOnly || error == .stale
                    ? PostgresError.connectionLost("\(error)") : .commitUnknown("\(error)")
            }
        }
    }

    /// Runs `body` in one transaction: committed when it returns, undone when it throws.
    ///
    /// - Throws: `PostgresError`, or what `body` throws.
    package func withTransaction<Result: Sendable>(
        _ context: TransactionContext = TransactionContext(), _ body: @Sendable (Transaction) async throws -> Result
    ) async throws -> Result {
        let connection = try await begin(context)
        let transaction = Transaction(connection)
        do {
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
            } else {
                await abandon(connection)
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
        for waiter in waiting {
            waiter.alarm.cancel()
            waiter.continuation.resume(throwing: PostgresError.closed)
        }
        for connection in idle { await connection.close() }
    }

    /// A connection in a transaction. One that died while it was idle is replaced: nothing was done on it yet.
    private func begin(_ context: TransactionContext) async throws -> Connection {
        while true {
            let (connection, isFresh) = try await borrow()
            do throws(PostgresError) {
                try await connection.begin(context)
                return connection
            } catch {
                guard error.isConnectionLoss else {
                    await abandon(connection)
                    throw error
                }
                await discard(after: error)
                if isFresh || error == .noAnswer { throw error }
            }
        }
    }

    private func borrow() async throws -> (Connection, isFresh: Bool) {
        switch try await loan() {
        case .connection(let connection): return (connection, false)
        case .place:
            do {
                return (try await connect(), true)
            } catch {
                discard()
                throw error
            }
        }
    }

    private func connect() async throws -> Connection {
        let connection = Connection()
        do throws(PostgresError) {
            try await connection.open(address)
        } catch {
            guard try await revive?() ?? false else { throw error }
            try await connection.open(address)
        }
        return connection
    }

    private func loan() async throws -> Loan {
        let atOnce = state.withLock { state in Self.loan(&state, limit) }
        if let atOnce { return try atOnce.get() }
        return try await withCheckedThrowingContinuation { continuation in
            let answer: Result<Loan, any Error>? = state.withLock { state in
                if let answer = Self.loan(&state, limit) { return answer }
                state.nextNumber += 1
                let number = state.nextNumber
                let alarm = Task { [patience] in
                    try await Task.sleep(for: patience)
                    expire(number)
                }
                state.waiting.append(Waiter(number: number, continuation: continuation, alarm: alarm))
                return nil
            }
            if let answer { continuation.resume(with: answer) }
        }
    }

    /// What can be had without waiting; `nil`: nothing.
    private static func loan(_ state: inout State, _ limit: Int) -> Result<Loan, any Error>? {
        if state.isClosed { return .failure(PostgresError.closed) }
        if let connection = state.idle.popLast() { return .success(.connection(connection)) }
        guard state.open < limit else { return nil }
        state.open += 1
        return .success(.place)
    }

    private func expire(_ number: Int) {
        let waiter = state.withLock { state in
            state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
        }
        waiter?.continuation.resume(throwing: PostgresError.exhausted)
    }

    private func giveBack(_ connection: Connection) {
        let waiter: Waiter? = state.withLock { state in
            if state.isClosed {
                state.open -= 1
                return nil
            }
            guard !state.waiting.isEmpty else {
                state.idle.append(connection)
                return nil
            }
            return state.waiting.removeFirst()
        }
        waiter?.alarm.cancel()
        waiter?.continuation.resume(returning: .connection(connection))
    }

    /// Undoes what a failed transaction left open, and keeps the connection if that works.
    private func abandon(_ connection: Connection) async {
        if (try? await connection.script("ROLLBACK")) == nil { discard() } else { giveBack(connection) }
    }

    /// A connection is gone. Where it was because nobody answered, those that are idle have no better prospects, and a new
    /// one finds out sooner.
    private func discard(after error: PostgresError) async {
        discard()
        guard error == .noAnswer else { return }
        let idle = state.withLock { state in
            defer { state.idle = [] }
            state.open -= state.idle.count
            return state.idle
        }
        for connection in idle { await connection.close() }
    }

    /// A connection is gone: its place goes to whoever waits.
    private func discard() {
        let waiter: Waiter? = state.withLock { state in
            guard !state.isClosed, !state.waiting.isEmpty else {
                state.open -= 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        waiter?.alarm.cancel()
        waiter?.continuation.resume(returning: .place)
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
        try await connection.query(Statement(sql, parameters, binary: binary))
    }

    /// Runs several statements that have no parameters.
    package func script(_ sql: String) async throws(PostgresError) { try await connection.script(sql) }
}
