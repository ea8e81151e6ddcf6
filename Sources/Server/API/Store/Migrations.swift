internal import Foundation
internal import Postgres

/// The SQL files of this program, in order.
enum Migrations {
    static func load() throws -> [Migration] {
        guard let directory = Bundle.module.url(forResource: "Migrations", withExtension: nil) else {
            throw PostgresError.migration("the program's SQL files are missing")
        }
        return try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted().compactMap { file in
            guard file.hasSuffix(".sql"), let version = Int(file.prefix(4)) else { return nil }
            let sql = try String(contentsOf: directory.appending(path: file), encoding: .utf8)
            return Migration(version: version, name: String(file.dropLast(4)), sql: sql)
        }
    }
}
