/// Jobs that wait for a child, in the order in which they came.
struct JobQueue {
    private var waiting: [(job: Job, deadline: ContinuousClock.Instant)] = []

    var count: Int { waiting.count }
    var first: Job? { waiting.first?.job }
    var nearestDeadline: ContinuousClock.Instant? { waiting.lazy.map(\.deadline).min() }

    mutating func append(_ job: Job, within patience: Duration) { waiting.append((job, .now + patience)) }

    /// A job that was taken and lost comes before all others.
    mutating func putBack(_ job: Job, within patience: Duration) { waiting.insert((job, .now + patience), at: 0) }

    mutating func removeFirst() { waiting.removeFirst() }

    mutating func remove(_ number: UInt64) -> Job? {
        guard let index = waiting.firstIndex(where: { $0.job.number == number }) else { return nil }
        return waiting.remove(at: index).job
    }

    mutating func removeOverdue(at now: ContinuousClock.Instant) -> [Job] {
        let overdue = waiting.filter { $0.deadline <= now }.map(\.job)
        if !overdue.isEmpty { waiting.removeAll { $0.deadline <= now } }
        return overdue
    }

    mutating func removeAll() -> [Job] {
        defer { waiting = [] }
        return waiting.map(\.job)
    }
}
