/// Requests to one host over time: a bucket of tokens, filled evenly.
actor Pace {
    private let perSecond: Double
    private let most: Double
    private var tokens: Double
    private var filledAt = ContinuousClock.now

    init(perMinute: Int) {
        perSecond = Double(perMinute) / 60
        // A short burst: a page and its second way, and a retry of each.
        most = max(1, min(10, Double(perMinute)))
        tokens = most
    }

    /// Takes a token ahead of time and says how long to wait for it; `nil`, and nothing taken, if that is after `deadline`.
    func wait(until deadline: ContinuousClock.Instant) -> Duration? {
        let now = ContinuousClock.now
        tokens = min(most, tokens + (now - filledAt) / .seconds(1) * perSecond)
        filledAt = now
        let wait = Duration.seconds(max(0, (1 - tokens) / perSecond))
        guard now + wait < deadline else { return nil }
        tokens -= 1
        return wait
    }
}
