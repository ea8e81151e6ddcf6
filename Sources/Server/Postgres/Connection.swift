internal import CPostgres

/// One connection, on a thread of its own: libpq blocks, and allows one thread at a time for each connection.
actor Connection {
    private let executor: ThreadExecutor
    private var handle: Handle?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init() { executor = ThreadExecutor(name: "postgres") }

    deinit { executor.stop() }

    func open(_ address: String) throws(PostgresError) { handle = try Handle(address) }

    func close() { handle = nil }

    /// Runs one statement (PQexecParams).
    func query(_ sql: String, _ parameters: [PostgresValue], binary: Bool) throws(PostgresError) -> PostgresRows {
        guard let handle else { throw .closed }
        return try handle.query(sql, parameters, binary: binary)
    }

    /// Runs several statements without parameters (PQexec): BEGIN, COMMIT, a migration.
    func script(_ sql: String) throws(PostgresError) {
        guard let handle else { throw .closed }
        try handle.script(sql)
    }
}

/// The one owner of a PGconn.
private final class Handle {
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
    }

    deinit { PQfinish(connection) }

    func script(_ sql: String) throws(PostgresError) { _ = try rows(of: PQexec(connection, sql)) }

    func query(_ sql: String, _ parameters: [PostgresValue], binary: Bool) throws(PostgresError) -> PostgresRows {
        // Parameters in one block, each ended by a zero that text needs and binary ignores.
        var block: [UInt8] = []
        var places: [(start: Int, count: Int)?] = []
        for parameter in parameters {
            let bytes: [UInt8]
            switch parameter {
            case .null:
                places.append(nil)
                continue
            case .text(let text): bytes = Array(text.utf8)
            case .integer(let number): bytes = Array(String(number).utf8)
            case .bool(let flag): bytes = [UInt8(ascii: flag ? "t" : "f")]
            case .bytes(let raw): bytes = raw
            }
            if case .bytes = parameter {} else if bytes.contains(0) { throw .nullCharacter }
            places.append((block.count, bytes.count))
            block += bytes
            block.append(0)
        }
        let formats = parameters.map { if case .bytes = $0 { Int32(1) } else { Int32(0) } }
        let lengths = places.map { Int32($0?.count ?? 0) }
        let result = block.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                let values = places.map { place in place.flatMap { characters.baseAddress?.advanced(by: $0.start) } }
                return PQexecParams(
                    connection, sql, Int32(parameters.count), nil, values, lengths, formats, binary ? 1 : 0)
            }
        }
        return try rows(of: result)
    }

    private func rows(of result: OpaquePointer?) throws(PostgresError) -> PostgresRows {
        guard let result else { throw lost() }
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: break
        default:
            guard PQstatus(connection) == CONNECTION_OK else { throw lost() }
            func field(_ code: Character) -> String? {
                PQresultErrorField(result, Int32(code.asciiValue ?? 0)).map { String(cString: $0) }
            }
            // PG_DIAG_SQLSTATE, PG_DIAG_MESSAGE_PRIMARY and PG_DIAG_CONSTRAINT_NAME: macros of characters in C.
            throw .refused(sqlState: field("C") ?? "", message: field("M") ?? "", constraint: field("n"))
        }
        let columns = PQnfields(result)
        let rows = (0..<PQntuples(result)).map { row in
            PostgresRow(
                values: (0..<columns).map { column in
                    guard PQgetisnull(result, row, column) == 0, let value = PQgetvalue(result, row, column) else {
                        return nil
                    }
                    let count = Int(PQgetlength(result, row, column))
                    return [UInt8](UnsafeRawBufferPointer(start: value, count: count))
                })
        }
        let affected = PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
        return PostgresRows(rows: rows, affected: affected)
    }

    private func lost() -> PostgresError { .connectionLost(String(cString: PQerrorMessage(connection))) }
}
