internal import CPostgres
internal import Glibc

/// The one owner of a PGconn.
final class ConnectionHandle {
    private let connection: OpaquePointer

    init(_ address: String) throws(PostgresError) {
        guard let connection = PQconnectdb(address) else { throw .cannotConnect("out of memory") }
        guard PQstatus(connection) == CONNECTION_OK else {
            let message = String(cString: PQerrorMessage(connection))
            PQfinish(connection)
            throw .cannotConnect(message)
        }
        self.connection = connection
        // Notices go to the server's own log; libpq would write them to standard error.
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        // So that sending to a server that does not read can be given up, and so can hanging up on it.
        PQsetnonblocking(connection, 1)
    }

    deinit { PQfinish(connection) }

    /// Whether the server has not hung up so far. Reads what has come, and does not ask.
    var isAlive: Bool { PQconsumeInput(connection) == 1 && PQstatus(connection) == CONNECTION_OK }

    func script(_ sql: String) throws(PostgresError) { _ = try rows(of: PQexec(connection, sql)) }

    func query(_ statement: Statement) throws(PostgresError) -> PostgresRows {
        let values = try ParameterBlock(statement.parameters)
        return try rows(
            of: values.withPointers { pointers in
                PQexecParams(
                    connection, statement.sql, values.count, nil, pointers, values.lengths, values.formats,
                    statement.isBinary ? 1 : 0)
            })
    }

    /// Sends statements together and reads their results together: one round trip (libpq, section 34.5). After one that
    /// fails the rest is skipped.
    ///
    /// - Parameter last: which one's rows are wanted.
    /// - Throws: `noAnswer` when the answers are not there in time.
    func pipeline(
        _ statements: [Statement], last: Int, within patience: Duration
    ) throws(PostgresError) -> PostgresRows {
        let deadline = ContinuousClock.now + patience
        let blocks = try statements.map { statement throws(PostgresError) in try ParameterBlock(statement.parameters) }
        guard PQenterPipelineMode(connection) == 1 else { throw lost() }
        var failure: PostgresError?
        for (statement, values) in zip(statements, blocks) where failure == nil {
            let sent = values.withPointers { pointers in
                PQsendQueryParams(
                    connection, statement.sql, values.count, nil, pointers, values.lengths, values.formats,
                    statement.isBinary ? 1 : 0)
            }
            if sent != 1 { failure = lost() }
        }
        guard failure == nil, PQpipelineSync(connection) == 1 else { throw failure ?? lost() }
        var answer = PostgresRows.none
        for index in statements.indices {
            // Each statement has one result and a null pointer that ends it.
            while let result = try result(until: deadline) {
                let status = PQresultStatus(result)
                guard failure == nil, status != PGRES_PIPELINE_ABORTED else {
                    PQclear(result)
                    guard PQstatus(connection) == CONNECTION_OK else { throw lost() }
                    continue
                }
                // Its farewell came in place of the first answer: it was gone before it read any of this.
                if index == 0, isFarewell(result) {
                    PQclear(result)
                    throw .stale
                }
                do throws(PostgresError) {
                    let rows = try rows(of: result)
                    if index == last { answer = rows }
                } catch {
                    if error.isConnectionLoss { throw error }
                    failure = error
                }
            }
            guard PQstatus(connection) == CONNECTION_OK else { throw lost() }
        }
        // The result of the synchronisation itself.
        guard let end = try result(until: deadline) else { throw lost() }
        PQclear(end)
        guard PQexitPipelineMode(connection) == 1 else { throw lost() }
        if let failure { throw failure }
        return answer
    }

    /// What PQgetResult has, once it has it (libpq, section 34.4).
    private func result(until deadline: ContinuousClock.Instant) throws(PostgresError) -> OpaquePointer? {
        while PQisBusy(connection) == 1 {
            let unsent = PQflush(connection)
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { throw .noAnswer }
            var polled = pollfd(
                fd: PQsocket(connection), events: Int16(unsent == 1 ? POLLIN | POLLOUT : POLLIN), revents: 0)
            poll(&polled, 1, Int32(clamping: Int64(left / .milliseconds(1)) + 1))
            // Where that fails, PQgetResult says why, and does not wait.
            if PQconsumeInput(connection) == 0 { break }
        }
        return PQgetResult(connection)
    }

    /// Reads a result and frees it.
    private func rows(of result: OpaquePointer?) throws(PostgresError) -> PostgresRows {
        guard let result else { throw lost() }
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: break
        default:
            guard PQstatus(connection) == CONNECTION_OK, !isFarewell(result) else { throw lost() }
            // PG_DIAG_SQLSTATE, PG_DIAG_MESSAGE_PRIMARY and PG_DIAG_CONSTRAINT_NAME: macros of characters in C.
            throw .refused(
                sqlState: field("C", of: result) ?? "", message: field("M", of: result) ?? "",
                constraint: field("n", of: result))
        }
        let (rows, columns) = (PQntuples(result), PQnfields(result))
        var cells = PostgresCells(rows: Int(rows), columns: Int(columns))
        for row in 0..<rows {
            for column in 0..<columns {
                guard PQgetisnull(result, row, column) == 0, let value = PQgetvalue(result, row, column) else {
                    cells.append(nil)
                    continue
                }
                cells.append(UnsafeRawBufferPointer(start: value, count: Int(PQgetlength(result, row, column))))
            }
        }
        return PostgresRows(cells, affected: PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0)
    }

    /// Whether the server says that it hangs up: PG_DIAG_SEVERITY_NONLOCALIZED of an error after which there is no more.
    private func isFarewell(_ result: OpaquePointer) -> Bool { ["FATAL", "PANIC"].contains(field("V", of: result)) }

    private func field(_ code: Character, of result: OpaquePointer) -> String? {
        PQresultErrorField(result, Int32(code.asciiValue ?? 0)).map { String(cString: $0) }
    }

    private func lost() -> PostgresError { .connectionLost(String(cString: PQerrorMessage(connection))) }
}
