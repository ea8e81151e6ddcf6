internal import Postgres

/// Whose rows a transaction sees. Every statement of the store names one; migrations alone run as the tables' owner.
enum Authority: Sendable {
    /// A request of a known user: that user's rows (row level security).
    case tenant(String)
    /// A request of somebody who is yet to be known by a key: no row, only `find_key`.
    case stranger
    /// The server itself and the operator's commands: every row.
    case service

    var context: TransactionContext { context(.seconds(15)) }

    func context(_ timeout: Duration) -> TransactionContext {
        let (role, userID) =
            switch self {
            case .tenant(let userID): ("kongresume_request", userID)
            case .stranger: ("kongresume_request", "")
            case .service: ("kongresume_service", "")
            }
        return TransactionContext(role: role, settings: ["kongresume.user_id": userID], statementTimeout: timeout)
    }
}

extension PostgresPool {
    /// One statement in a transaction of its own, in one round trip.
    @discardableResult
    func run(
        as authority: Authority, _ sql: String, _ parameters: [PostgresValue] = [], binary: Bool = false,
        readsOnly: Bool = false, timeout: Duration = .seconds(15)
    ) async throws -> PostgresRows {
        try await run(Statement(sql, parameters, binary: binary), authority.context(timeout), readsOnly: readsOnly)
    }
}

extension String {
    /// Whether PostgreSQL would read this as a uuid, in the form that it writes.
    var isUUID: Bool {
        let groups = split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && groups.joined().utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
            }
    }
}
