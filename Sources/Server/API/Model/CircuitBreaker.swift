internal import Synchronization

/// Leaves a service alone that has failed too often: opens after some failures in a row, and after a while lets one
/// request through to see.
final class CircuitBreaker: Sendable {
    enum State: String, Sendable, CaseIterable {
        case closed
        case halfOpen = "half_open"
        case open
    }

    private struct Record {
        var failures = 0
        /// `nil` while it is closed.
        var opensAgain: ContinuousClock.Instant?
        var isProbing = false
    }

    private let limit: Int
    private let pause: Duration
    private let record = Mutex(Record())

    /// - Parameters:
    ///   - limit: failures in a row until it opens: more than one request's bad luck, fewer than make people wait.
    ///   - pause: until the next try.
    init(limit: Int = 5, pause: Duration = .seconds(30)) {
        self.limit = limit
        self.pause = pause
    }

    /// Whether a request may be made now. Whoever is let through must tell how it ended.
    func allows(at now: ContinuousClock.Instant = .now) -> Bool {
        record.withLock { record in
            guard let opensAgain = record.opensAgain else { return true }
            guard now >= opensAgain, !record.isProbing else { return false }
            record.isProbing = true
            return true
        }
    }

    func succeeded() { record.withLock { $0 = Record() } }

    func failed(at now: ContinuousClock.Instant = .now) {
        record.withLock { record in
            record.failures += 1
            if record.isProbing || record.failures >= limit { record.opensAgain = now + pause }
            record.isProbing = false
        }
    }

    /// Nobody waited for the end: it says nothing about the service.
    func abandoned() { record.withLock { $0.isProbing = false } }

    func state(at now: ContinuousClock.Instant = .now) -> State {
        record.withLock { record in
            guard let opensAgain = record.opensAgain else { return .closed }
            return now >= opensAgain || record.isProbing ? .halfOpen : .open
        }
    }
}
