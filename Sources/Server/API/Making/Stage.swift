/// The stages of a generation, in order; their names are those of `Server-Timing`.
package enum Stage: String, Sendable, CaseIterable {
    case auth, profile, job, tailor, typeset, inspect, store
}

/// How long each stage took.
package struct Timings: Sendable {
    private var durations: [Stage: Duration] = [:]

    package init() {}

    /// Adds what `body` takes to a stage.
    package mutating func measure<Result>(
        _ stage: Stage, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
    ) async throws -> Result {
        let start = ContinuousClock.now
        defer { durations[stage, default: .zero] += .now - start }
        return try await body()
    }

    package mutating func add(_ duration: Duration, to stage: Stage) { durations[stage, default: .zero] += duration }

    /// The stages that took place, with their milliseconds, to the microsecond.
    package var milliseconds: [(stage: Stage, value: Double)] {
        Stage.allCases.compactMap { stage in
            durations[stage].map { (stage, ($0 / .microseconds(1)).rounded() / 1000) }
        }
    }

    /// `auth;dur=0.412, profile;dur=1.020, …` (Server Timing, W3C).
    package var serverTiming: String {
        milliseconds.map { "\($0.stage.rawValue);dur=\($0.value)" }.joined(separator: ", ")
    }
}
