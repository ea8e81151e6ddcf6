/// A parameter of a statement.
package enum PostgresValue: Sendable, Hashable {
    case null
    /// Sent as text: PostgreSQL reads it as the type that the statement expects, such as uuid, jsonb or timestamptz.
    case text(String)
    case integer(Int)
    case bool(Bool)
    /// Sent in binary, as it is.
    case bytes([UInt8])

    package static func text(_ optional: String?) -> PostgresValue { optional.map { .text($0) } ?? .null }
}
