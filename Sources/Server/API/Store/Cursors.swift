internal import Crypto
internal import Foundation
package import Postgres

/// Makes and reads the cursors of paged lists: where the next page begins, sealed, so that nobody can make one or use
/// another account's.
///
/// A cursor is base64url of the last id of the page before and an HMAC-SHA256 (RFC 2104) of list, account and id. The secret
/// is the database's: a cursor made by one server is good on another, and after a restart.
package struct Cursors: Sendable {
    private let secret: SymmetricKey

    /// Reads the secret, or makes it where there is none.
    package init(_ pool: PostgresPool) async throws {
        let fresh = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
        // Whoever comes second updates nothing and gets the first one's.
        let row = try await pool.run(
            as: .service,
            """
            INSERT INTO kongresume.secrets AS s (name, value) VALUES ('cursors', $1)
            ON CONFLICT (name) DO UPDATE SET value = s.value RETURNING value
            """, [.bytes(fresh)], binary: true
        ).first
        guard let row else { throw PostgresError.unexpectedValue(column: 0) }
        secret = SymmetricKey(data: try row.bytes(0))
    }

    /// - Parameters:
    ///   - id: the last of the page before.
    ///   - list: which list it is, such as `resumes`.
    package func seal(_ id: String, in list: String, of userID: String) -> String {
        let seal = HMAC<SHA256>.authenticationCode(for: Self.message(id, list, userID), using: secret)
        let base64 = Data(id.utf8 + Array(seal)).base64EncodedData()
        return String(decoding: base64.lazy.filter { $0 != UInt8(ascii: "=") }.map(Self.urlSafe), as: UTF8.self)
    }

    /// RFC 4648, section 5.
    private static func urlSafe(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "+"): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        default: byte
        }
    }

    /// The id in a cursor; `nil` unless it was made for this list and this account.
    package func open(_ cursor: String, in list: String, of userID: String) -> String? {
        guard cursor.utf8.count <= 512, !cursor.utf8.contains(where: { "+/=".utf8.contains($0) }) else { return nil }
        let base64 = cursor.replacing("-", with: "+").replacing("_", with: "/")
        let padded = base64 + String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        guard let bytes = Data(base64Encoded: padded), bytes.count > SHA256.byteCount else { return nil }
        let id = String(decoding: bytes.dropLast(SHA256.byteCount), as: UTF8.self)
        let isGood = HMAC<SHA256>.isValidAuthenticationCode(
            bytes.suffix(SHA256.byteCount), authenticating: Self.message(id, list, userID), using: secret)
        // Base64 has several spellings of the same bytes; only the one that was given out is good.
        return isGood && seal(id, in: list, of: userID) == cursor ? id : nil
    }

    /// Zeros between the parts, which none of them holds, keep one from running into the next.
    private static func message(_ id: String, _ list: String, _ userID: String) -> [UInt8] {
        Array("\(list)\0\(userID)\0\(id)".utf8)
    }
}
