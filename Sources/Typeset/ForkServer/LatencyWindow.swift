/// How long the latest jobs took.
struct LatencyWindow {
    /// Enough for a 95th percentile of fifty values above it.
    private static let size = 1000

    private var durations: [Duration] = []
    private var next = 0

    mutating func add(_ duration: Duration) {
        if durations.count < Self.size { durations.append(duration) } else { durations[next] = duration }
        next = (next + 1) % Self.size
    }

    /// By the nearest rank; zero when there was no job yet.
    func percentile(_ share: Double) -> Duration {
        guard !durations.isEmpty else { return .zero }
        let rank = Int((share * Double(durations.count)).rounded(.up)) - 1
        return durations.sorted()[min(max(rank, 0), durations.count - 1)]
    }
}
