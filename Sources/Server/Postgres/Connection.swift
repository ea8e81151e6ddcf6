/// One connection, on a thread of its own: libpq blocks, and allows one thread at a time for each connection.
actor Connection {
    private let executor: ThreadExecutor
    private var handle: ConnectionHandle?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init() { executor = ThreadExecutor(name: "postgres") }

    deinit { executor.stop() }

    func open(_ address: String) throws(PostgresError) { handle = try ConnectionHandle(address) }

    func close() { handle = nil }

    /// Opens a transaction.
    func begin(_ context: TransactionContext) throws(PostgresError) {
        let handle = try alive()
        _ = try handle.pipeline(context.opening, last: 0, within: context.patience)
    }

    /// A whole transaction of one statement, in one round trip.
    ///
    /// - Throws: `stale` if the server had hung up before anything was sent; after any other failure the transaction is over.
    func transact(_ statement: Statement, _ context: TransactionContext) throws(PostgresError) -> PostgresRows {
        let handle = try alive()
        let opening = context.opening
        do throws(PostgresError) {
            return try handle.pipeline(
                opening + [statement, Statement("COMMIT")], last: opening.count, within: context.patience)
        } catch {
            // COMMIT was skipped: the transaction is still open, and failed.
            if !error.isConnectionLoss {
                _ = try handle.pipeline([Statement("ROLLBACK")], last: 0, within: context.patience)
            }
            throw error
        }
    }

    func query(_ statement: Statement) throws(PostgresError) -> PostgresRows {
        guard let handle else { throw .closed }
        return try handle.query(statement)
    }

    /// Runs several statements without parameters (PQexec): COMMIT, a migration.
    func script(_ sql: String) throws(PostgresError) {
        guard let handle else { throw .closed }
        try handle.script(sql)
    }

    private func alive() throws(PostgresError) -> ConnectionHandle {
        guard let handle else { throw .closed }
        guard handle.isAlive else { throw .stale }
        return handle
    }
}
