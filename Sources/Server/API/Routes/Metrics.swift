internal import HTTP
internal import Synchronization

/// Counts what happens, for Prometheus. It knows events and nothing else: no user, no key, no text.
package final class Metrics: Sendable {
    private struct Answered: Hashable {
        let route: String
        let method: String
        let status: Int
    }

    private struct Histogram {
        var counts = [Int](repeating: 0, count: Metrics.bounds.count + 1)
        var sum = 0.0
    }

    private struct State {
        var answered: [Answered: Int] = [:]
        var durations: [String: Histogram] = [:]
        var refused: [Int: Int] = [:]
        var abandoned = 0
        var connections = 0
        var generated = 0
        var compiles = 0
        var failed: [String: Int] = [:]
        var unexpected = 0
        var released = 0
        var modelRequests = 0
        var modelOutcomes: [String: Int] = [:]
    }

    /// Seconds. Lists take one millisecond, a resume some tens, a slow client seconds.
    private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    /// Every other method is counted as one, so that nobody can make series at will.
    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]

    private let state = Mutex(State())

    package init() {}

    package func record(_ event: Event) {
        switch event {
        case .http(let event): record(event)
        case .generated(_, _, _, let compiles, _):
            state.withLock { state in
                state.generated += 1
                state.compiles += compiles
            }
        case .generationFailed(_, _, let code): state.withLock { $0.failed[code, default: 0] += 1 }
        case .unexpected: state.withLock { $0.unexpected += 1 }
        case .interruptedGenerationsReleased(let count): state.withLock { $0.released += count }
        case .modelAsked: state.withLock { $0.modelRequests += 1 }
        case .modelEnded(let outcome): state.withLock { $0.modelOutcomes[outcome, default: 0] += 1 }
        case .listening, .migrated, .preparing, .engineReplaced, .confinementLacking, .stopping, .stopped: break
        }
    }

    private func record(_ event: HTTP.Event) {
        switch event {
        case .requestFinished(let finished):
            let route = Route.pattern(of: finished.path)
            let method = Self.methods.contains(finished.method) ? finished.method : "other"
            let seconds = finished.duration / .seconds(1)
            let place = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
            state.withLock { state in
                state.answered[Answered(route: route, method: method, status: finished.status), default: 0] += 1
                state.durations[route, default: Histogram()].counts[place] += 1
                state.durations[route, default: Histogram()].sum += seconds
            }
        case .refused(let refusal, _): state.withLock { $0.refused[refusal.status, default: 0] += 1 }
        case .refusedByLibrary(let status): state.withLock { $0.refused[status, default: 0] += 1 }
        case .requestAbandoned: state.withLock { $0.abandoned += 1 }
        case .connectionOpened(let open), .connectionClosed(let open): state.withLock { $0.connections = open }
        case .headerDropped: break
        }
    }

    /// Everything that was counted, in Prometheus's text format 0.0.4.
    func exposition() -> Exposition {
        let state = state.withLock { $0 }
        var text = Exposition()
        text.family("kongresume_http_requests_total", .counter, "Requests answered by a handler.")
        for (key, count) in state.answered.sorted(by: { "\($0.key)" < "\($1.key)" }) {
            text.sample(
                "kongresume_http_requests_total",
                [("route", key.route), ("method", key.method), ("status", "\(key.status)")], Double(count))
        }
        text.family(
            "kongresume_http_request_duration_seconds", .histogram,
            "From the complete header to the answer's last byte.")
        for (route, histogram) in state.durations.sorted(by: { $0.key < $1.key }) {
            text.histogram(
                "kongresume_http_request_duration_seconds", [("route", route)], bounds: Self.bounds,
                counts: histogram.counts, sum: histogram.sum)
        }
        text.family("kongresume_http_refusals_total", .counter, "Requests refused before any handler.")
        for (status, count) in state.refused.sorted(by: { $0.key < $1.key }) {
            text.sample("kongresume_http_refusals_total", [("status", "\(status)")], Double(count))
        }
        text.single("kongresume_http_requests_abandoned_total", .counter, "Clients that left early.", state.abandoned)
        text.single("kongresume_http_connections", .gauge, "Open connections.", state.connections)
        text.single("kongresume_generations_total", .counter, "Resumes generated.", state.generated)
        text.single("kongresume_generation_compiles_total", .counter, "Documents typeset for them.", state.compiles)
        text.family("kongresume_generation_failures_total", .counter, "Generations that failed, by the problem's code.")
        for (code, count) in state.failed.sorted(by: { $0.key < $1.key }) {
            text.sample("kongresume_generation_failures_total", [("code", code)], Double(count))
        }
        text.single("kongresume_generations_released_total", .counter, "Interrupted, and given back.", state.released)
        text.single("kongresume_llm_requests_total", .counter, "Requests to the language model.", state.modelRequests)
        text.family("kongresume_llm_rewritings_total", .counter, "Rewritings by the language model, by how they ended.")
        for (outcome, count) in state.modelOutcomes.sorted(by: { $0.key < $1.key }) {
            text.sample("kongresume_llm_rewritings_total", [("outcome", outcome)], Double(count))
        }
        text.single("kongresume_errors_total", .counter, "Errors that the log explains.", state.unexpected)
        return text
    }
}

extension Route {
    /// The path's pattern, whatever the method; `other` for a path that is none of ours.
    static func pattern(of path: String) -> String {
        let segments = path == "/" ? [] : path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        return routes(at: segments.map(String.init)).values.first?.pattern ?? "other"
    }
}
