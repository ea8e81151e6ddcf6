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

/// The rows that a statement returned.
package struct PostgresRows: Sendable {
    package let rows: [PostgresRow]
    /// Rows inserted, updated or deleted; 0 for other statements.
    package let affected: Int

    package var first: PostgresRow? { rows.first }
}

/// One row; columns are counted from 0.
package struct PostgresRow: Sendable {
    let values: [[UInt8]?]

    package func isNull(_ column: Int) -> Bool { !values.indices.contains(column) || values[column] == nil }

    package func optionalText(_ column: Int) -> String? {
        guard values.indices.contains(column), let bytes = values[column] else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    package func text(_ column: Int) throws(PostgresError) -> String {
        guard let text = optionalText(column) else { throw .unexpectedValue(column: column) }
        return text
    }

    package func integer(_ column: Int) throws(PostgresError) -> Int {
        guard let integer = optionalText(column).flatMap({ Int($0) }) else { throw .unexpectedValue(column: column) }
        return integer
    }

    package func bool(_ column: Int) throws(PostgresError) -> Bool {
        switch optionalText(column) {
        case "t": true
        case "f": false
        default: throw .unexpectedValue(column: column)
        }
    }

    /// The bytes as they came: of a `bytea`, if the statement was asked for binary results.
    package func bytes(_ column: Int) throws(PostgresError) -> [UInt8] {
        guard values.indices.contains(column), let bytes = values[column] else {
            throw .unexpectedValue(column: column)
        }
        return bytes
    }
}
