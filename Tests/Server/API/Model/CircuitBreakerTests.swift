import Testing

@testable import API

struct CircuitBreakerTests {
    private let start = ContinuousClock.now

    @Test func `it opens after failures in a row, lets one through after a while, and closes when that succeeds`() {
        let breaker = CircuitBreaker(limit: 3, pause: .seconds(30))
        for _ in 0..<2 { breaker.failed(at: start) }
        breaker.succeeded()
        for _ in 0..<2 { breaker.failed(at: start) }
        #expect(breaker.allows(at: start) && breaker.state(at: start) == .closed)
        breaker.failed(at: start)
        #expect(!breaker.allows(at: start + .seconds(29)) && breaker.state(at: start) == .open)
        let later = start + .seconds(31)
        #expect(breaker.state(at: later) == .halfOpen)
        #expect(breaker.allows(at: later) && !breaker.allows(at: later))
        breaker.succeeded()
        #expect(breaker.allows(at: later) && breaker.state(at: later) == .closed)
    }

    @Test func `a probe that fails keeps it open, and one that nobody waits for leaves room for another`() {
        let breaker = CircuitBreaker(limit: 1, pause: .seconds(30))
        breaker.failed(at: start)
        let later = start + .seconds(31)
        #expect(breaker.allows(at: later))
        breaker.failed(at: later)
        #expect(!breaker.allows(at: later + .seconds(29)))
        #expect(breaker.allows(at: later + .seconds(31)))
        breaker.abandoned()
        #expect(breaker.allows(at: later + .seconds(31)))
    }
}
