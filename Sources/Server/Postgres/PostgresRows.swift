/// The rows that a statement returned.
package struct PostgresRows: Sendable {
    package let rows: [PostgresRow]
    /// Rows inserted, updated or deleted; 0 for other statements.
    package let affected: Int

    package var first: PostgresRow? { rows.first }

    init(_ cells: PostgresCells, affected: Int) {
        rows = (0..<cells.rows).map { PostgresRow(cells: cells, start: $0 * cells.columns) }
        self.affected = affected
    }

    static let none = PostgresRows(PostgresCells(rows: 0, columns: 0), affected: 0)
}

/// The values of a result, one behind the other: a page of history has two hundred, and none is worth an array of its own.
struct PostgresCells: Sendable {
    let rows: Int
    let columns: Int
    private(set) var bytes: [UInt8] = []
    /// Where each value is; `nil` for NULL.
    private(set) var places: [Range<Int>?] = []

    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        places.reserveCapacity(rows * columns)
    }

    mutating func append(_ value: UnsafeRawBufferPointer?) {
        guard let value else {
            places.append(nil)
            return
        }
        places.append(bytes.count..<(bytes.count + value.count))
        bytes.append(contentsOf: value)
    }
}

/// One row; columns are counted from 0.
package struct PostgresRow: Sendable {
    let cells: PostgresCells
    /// Of its first column.
    let start: Int

    package func isNull(_ column: Int) -> Bool { slice(column) == nil }

    package func optionalText(_ column: Int) -> String? {
        slice(column).map { String(decoding: $0, as: UTF8.self) }
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
        guard let slice = slice(column) else { throw .unexpectedValue(column: column) }
        return Array(slice)
    }

    private func slice(_ column: Int) -> ArraySlice<UInt8>? {
        guard (0..<cells.columns).contains(column), let place = cells.places[start + column] else { return nil }
        return cells.bytes[place]
    }
}
