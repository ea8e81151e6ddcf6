internal import ForkServer
internal import HTTP
internal import Inspect

extension Application {
    /// `GET /metrics`
    func figures() async -> Response {
        var text = metrics.exposition()
        if let model = maker.model {
            text.family("kongresume_llm_breaker", .gauge, "1 for the state that the breaker before the model is in.")
            let current = model.breaker.state()
            for state in CircuitBreaker.State.allCases {
                text.sample("kongresume_llm_breaker", [("state", state.rawValue)], state == current ? 1 : 0)
            }
        }
        let pools = await maker.figures() + [("pdf-inspector of strangers' PDFs", verifier.inspector.figures())]
        let gauges: [(String, Exposition.Kind, String, (ForkPoolFigures) -> Int)] = [
            ("kongresume_pool_idle", .gauge, "Children that wait for a job.", \.idle),
            ("kongresume_pool_busy", .gauge, "Children at work.", \.busy),
            ("kongresume_pool_queued", .gauge, "Jobs that wait for a child.", \.queued),
            ("kongresume_pool_served_total", .counter, "Jobs that ended with an outcome.", \.served),
            ("kongresume_pool_killed_total", .counter, "Children ended by the pool or by a limit.", \.killed),
            ("kongresume_pool_starts_total", .counter, "Times the program was started.", \.starts),
            ("kongresume_pool_hung_total", .counter, "Times the program was ended because it did not answer.", \.hung),
            ("kongresume_pool_recycled_total", .counter, "Times the program was replaced while it worked.", \.recycled),
        ]
        for (name, kind, help, value) in gauges {
            text.family(name, kind, help)
            for (pool, figures) in pools { text.sample(name, [("pool", pool)], Double(value(figures))) }
        }
        text.family("kongresume_pool_seconds", .gauge, "From asking to outcome, of the latest thousand jobs.")
        for (pool, figures) in pools {
            text.sample("kongresume_pool_seconds", [("pool", pool), ("quantile", "0.5")], figures.p50 / .seconds(1))
            text.sample("kongresume_pool_seconds", [("pool", pool), ("quantile", "0.95")], figures.p95 / .seconds(1))
        }
        var response = Self.text(text.text)
        response.headers["Content-Type"] = "text/plain; version=0.0.4; charset=utf-8"
        return response
    }
}
