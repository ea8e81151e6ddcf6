internal import Foundation
internal import Synchronization

/// Callers that were looked up a moment ago, so that a busy key is not looked up for each request.
final class KeyCache: Sendable {
    private struct Entry {
        let caller: Caller
        let asked: ContinuousClock.Instant
        /// Seconds since 1970.
        let expiresAt: Double?
    }

    /// A key that another server revoked is good here for this long, and for what a request under way takes: the contract
    /// gives a revocation one second to arrive everywhere.
    private static let lifetime = Duration.milliseconds(500)
    /// A busy server has hundreds of keys in half a second; past this many, somebody is playing.
    private static let capacity = 10_000

    private let entries = Mutex<[[UInt8]: Entry]>([:])

    func caller(_ hash: [UInt8]) -> Caller? {
        entries.withLock { entries in
            guard let entry = entries[hash] else { return nil }
            let isExpired = entry.expiresAt.map { $0 <= Date().timeIntervalSince1970 } ?? false
            guard !isExpired, .now - entry.asked < Self.lifetime else {
                entries[hash] = nil
                return nil
            }
            return entry.caller
        }
    }

    /// - Parameter asked: when the database was asked: an answer that took long is older than it looks.
    func keep(_ caller: Caller, _ hash: [UInt8], asked: ContinuousClock.Instant, expiresAt: Double?) {
        entries.withLock { entries in
            if entries.count >= Self.capacity { entries = [:] }
            entries[hash] = Entry(caller: caller, asked: asked, expiresAt: expiresAt)
        }
    }

    func forget(keyID: String) {
        entries.withLock { $0 = $0.filter { $0.value.caller.keyID != keyID } }
    }

    func forgetEverything() {
        entries.withLock { $0 = [:] }
    }
}
