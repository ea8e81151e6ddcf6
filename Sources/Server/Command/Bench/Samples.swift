/// Durations of one way of doing something, in milliseconds.
struct Samples<Way> {
    let way: Way
    private var sorted: [Double] = []

    init(way: Way) { self.way = way }

    var count: Int { sorted.count }

    /// Times `body` once.
    mutating func measure(_ body: () async throws -> Void) async rethrows {
        let start = ContinuousClock.now
        try await body()
        add([(.now - start) / .milliseconds(1)])
    }

    mutating func add(_ milliseconds: [Double]) {
        sorted += milliseconds
        sorted.sort()
    }

    /// The value below which `share` of the samples lie, by the nearest rank; 0 without samples.
    func percentile(_ share: Double) -> Double {
        guard !sorted.isEmpty else { return 0 }
        let rank = Int((share * Double(sorted.count)).rounded(.up)) - 1
        return sorted[min(max(rank, 0), sorted.count - 1)]
    }

    var median: Double { percentile(0.5) }
}
