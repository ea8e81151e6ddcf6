/// Durations of one way of doing something.
struct Samples {
    let way: String
    private(set) var milliseconds: [Double] = []

    init(way: String) { self.way = way }

    /// Times `body` once.
    mutating func measure(_ body: () async throws -> Void) async rethrows {
        let start = ContinuousClock.now
        try await body()
        milliseconds.append((.now - start) / .milliseconds(1))
    }

    /// The value below which `share` of the samples lie, by the nearest rank; 0 without samples.
    func percentile(_ share: Double) -> Double {
        let sorted = milliseconds.sorted()
        guard !sorted.isEmpty else { return 0 }
        let rank = Int((share * Double(sorted.count)).rounded(.up)) - 1
        return sorted[min(max(rank, 0), sorted.count - 1)]
    }

    var median: Double { percentile(0.5) }
}
