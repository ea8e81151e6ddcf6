internal import Foundation

/// A name that sorts by the time it was made (https://github.com/ulid/spec): 48 bits of milliseconds, 80 random bits.
struct ULID: CustomStringConvertible {
    let description: String

    static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    init(at date: Date = Date(), using random: inout some RandomNumberGenerator) {
        let milliseconds = UInt64(max(0, date.timeIntervalSince1970 * 1000))
        let time = (0..<10).reversed().map { Self.alphabet[Int(milliseconds >> (5 * UInt64($0)) & 31)] }
        let noise = (0..<16).map { _ in Self.alphabet[Int.random(in: 0..<32, using: &random)] }
        description = String(decoding: time + noise, as: UTF8.self)
    }
}
