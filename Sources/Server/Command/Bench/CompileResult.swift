import Resume

/// What was measured of one template.
struct CompileResult {
    let template: String
    /// In the order in which the ways were first measured.
    private(set) var ways: [Samples<CompileWay>] = []
    /// Median milliseconds from asking an engine's pool to its outcome: the rest is making the PDF of it, by way.
    var inEngine: [CompileWay: Double] = [:]
    /// Documents a second with four clients, by way; as many documents as the way has samples, or more.
    var perSecond: [CompileWay: Double] = [:]
    /// Milliseconds of the first document of an engine that had just become warm, by way.
    var first: [CompileWay: Double] = [:]
    /// Milliseconds from starting an engine to its first PDF, by way.
    var startToFirst: [CompileWay: Double] = [:]
    /// Bytes of the pool, proportional set size, by way.
    var memory: [CompileWay: Int] = [:]

    init(template: String) { self.template = template }

    mutating func measure(_ way: CompileWay, _ body: () async throws -> Void) async rethrows {
        try await ways[index(of: way)].measure(body)
    }

    mutating func add(_ milliseconds: [Double], to way: CompileWay) { ways[index(of: way)].add(milliseconds) }

    private mutating func index(of way: CompileWay) -> Int {
        if let known = ways.firstIndex(where: { $0.way == way }) { return known }
        ways.append(Samples(way: way))
        return ways.count - 1
    }

    private func median(of way: CompileWay) -> Double { ways.first { $0.way == way }?.median ?? 0 }

    // MARK: For people

    static func table(_ results: [CompileResult]) -> String {
        var lines = [
            "template    way         count  p50 ms  p95 ms  p99 ms  × cold  × dumped  in engine ms  first ms  from start ms  per second"
        ]
        for result in results {
            for way in result.ways {
                func ratio(to other: CompileWay) -> String {
                    way.median > 0 ? (result.median(of: other) / way.median).text : ""
                }
                lines.append(
                    [
                        result.template.padded(10), way.way.rawValue.padded(10), "\(way.count)".padded(-5),
                        way.median.text.padded(-6), way.percentile(0.95).text.padded(-6),
                        way.percentile(0.99).text.padded(-6), ratio(to: .cold).padded(-6),
                        ratio(to: .dumped).padded(-8), (result.inEngine[way.way]?.text ?? "").padded(-12),
                        (result.first[way.way]?.text ?? "").padded(-8),
                        (result.startToFirst[way.way]?.text ?? "").padded(-13),
                        (result.perSecond[way.way]?.text ?? "").padded(-10),
                    ].joined(separator: "  "))
            }
        }
        for result in results {
            let pools = result.memory.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                "\($0.key.rawValue) \($0.value >> 20) MB"
            }
            lines.append("\(result.template): memory of the pools (PSS) \(pools.joined(separator: ", "))")
        }
        return lines.joined(separator: "\n")
    }

    // MARK: For programs

    static func json(_ results: [CompileResult]) -> JSON {
        [
            "templates": .array(results.map(\.json)),
            "pool_pss_bytes": .number(.init(results.flatMap(\.memory.values).reduce(0, +))),
        ]
    }

    private var json: JSON {
        let ways = ways.map { way -> JSON in
            [
                "way": .string(way.way.rawValue), "count": .number(.init(way.count)),
                "p50_ms": JSON(floatLiteral: way.median), "p95_ms": JSON(floatLiteral: way.percentile(0.95)),
                "p99_ms": JSON(floatLiteral: way.percentile(0.99)),
                "in_engine_p50_ms": inEngine[way.way].map { JSON(floatLiteral: $0) } ?? .null,
                "per_second": perSecond[way.way].map { JSON(floatLiteral: $0) } ?? .null,
                "first_ms": first[way.way].map { JSON(floatLiteral: $0) } ?? .null,
                "start_to_first_ms": startToFirst[way.way].map { JSON(floatLiteral: $0) } ?? .null,
                "pool_pss_bytes": memory[way.way].map { .number(.init($0)) } ?? .null,
            ]
        }
        return ["template": .string(template), "ways": .array(ways)]
    }
}

extension Double {
    /// One digit after the point.
    fileprivate var text: String {
        let tenths = Int((self * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension String {
    /// Filled with spaces to `width`: behind, or before if it is negative.
    fileprivate func padded(_ width: Int) -> String {
        let space = String(repeating: " ", count: max(0, abs(width) - count))
        return width < 0 ? space + self : self + space
    }
}
