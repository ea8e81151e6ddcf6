internal import Crypto

/// An API key: `kr_live_` or `kr_test_`, 32 base62 characters, and 6 more that are their CRC-32, so that a key that was
/// mistyped or cut short is refused without a look into the database.
package struct DeveloperKey: Sendable, Hashable {
    package enum Mode: String, Sendable { case live, test }

    package let mode: Mode
    /// The whole key. Shown to its owner once, never stored or logged.
    package let secret: String

    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    /// Makes a new key from the system's random numbers.
    package init(_ mode: Mode) {
        let random = (0..<32).map { _ in Self.alphabet[Int.random(in: 0..<62)] }
        let body = "kr_\(mode.rawValue)_" + String(decoding: random, as: UTF8.self)
        self.mode = mode
        secret = body + Self.checksum(of: body)
    }

    /// Reads a key; `nil` if it is not in the form of one.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 46, let mode = [Mode.live, .test].first(where: { text.hasPrefix("kr_\($0.rawValue)_") }),
            bytes[8...].allSatisfy(Self.alphabet.contains),
            Self.checksum(of: String(decoding: bytes[..<40], as: UTF8.self))
                == String(decoding: bytes[40...], as: UTF8.self)
        else { return nil }
        self.mode = mode
        secret = text
    }

    /// What is stored in its place.
    var sha256: [UInt8] { Array(SHA256.hash(data: Array(secret.utf8))) }

    /// For a person to recognise it by: `kr_live_…AbC1`.
    package var hint: String { "kr_\(mode.rawValue)_…\(secret.suffix(4))" }

    /// CRC-32 (ISO 3309) in base62, six digits.
    private static func checksum(of text: String) -> String {
        var crc = UInt32.max
        for byte in text.utf8 {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        var rest = Int(~crc)
        var digits: [UInt8] = []
        for _ in 0..<6 {
            digits.append(alphabet[rest % 62])
            rest /= 62
        }
        return String(decoding: digits.reversed(), as: UTF8.self)
    }
}
