import API
import ArgumentParser
import Engine
import Font
import ForkServer
import Resume
import Template

/// `kongresume bench compile`: the warm engine beside the ways that others use, on the same document, in one run.
struct BenchCompile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile",
        abstract: "Time the warm engine beside cold pdflatex and a dumped format.",
        discussion: """
            The ways take turns, so that a noisy machine is noisy for all of them. Every document is a new one.

            Example: kongresume bench compile --rounds 50
            """)

    @Option(help: "Documents by each of the slow ways; the warm engine gets ten times as many.")
    var rounds = 40

    @Option(help: "Only this template.")
    var template: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        guard rounds > 0 else { throw ValidationError("--rounds must be at least 1") }
        let workplace = try Workplace()
        let ids = workplace.catalog.templates.map(\.id)
        if let template, !ids.contains(template) { throw workplace.noSuchTemplate(template) }
        var results: [TemplateResult] = []
        for id in ids where template == nil || template == id {
            results.append(try await measure(id, in: workplace))
        }
        print(json ? Self.json(results).text : Self.table(results))
    }

    struct TemplateResult {
        let template: String
        let ways: [Samples]
        /// Documents a second, with four clients, by the warm engine.
        let perSecond: Double
        let documents: Int
        /// Bytes of the pool, proportional set size.
        let memory: Int
    }

    private func measure(_ id: String, in workplace: Workplace) async throws -> TemplateResult {
        guard let template = workplace.catalog[id: id] else { throw workplace.noSuchTemplate(id) }
        let configuration = workplace.installation.engineConfiguration(workplace.settings)
        let installation = try TeXInstallation.find()
        let sample = try Profile(
            json: JSON(parsing: readBytes("\(workplace.installation.templates)/\(id)/sample.json")))
        let body = try template.render(TailoredResume(everythingIn: sample), paper: .letter).latex
        func fresh(_ number: Int) -> String { "\(body)\n\\ResumeText{Document number \(number)}" }

        let cold = try ColdLaTeX(texmf: workplace.installation.texmf, installation: installation)
        defer { cold.remove() }
        let format = try await FormatTree(installation, configuration).format(of: id, report: progress)
        let engine = try await Engine.start(id, configuration, report: progress)
        try await engine.ready()
        var (slow, dumped, warm) = (Samples(way: "cold"), Samples(way: "dumped"), Samples(way: "warm"))
        for round in 0..<rounds {
            if round % 10 == 0 { progress("\(id): round \(round) of \(rounds)") }
            try await slow.measure { try await cold.compile(document: template.document(fresh(round))) }
            try await dumped.measure { try await cold.compile(body: fresh(round), format: format) }
            for turn in 0..<10 {
                let body = fresh(round * 10 + turn)
                try await warm.measure { _ = try await engine.compile(body) }
            }
        }
        let documents = rounds * 10
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<4 {
                group.addTask {
                    for turn in stride(from: client, to: documents, by: 4) { _ = try await engine.compile(fresh(turn)) }
                }
            }
            try await group.waitForAll()
        }
        let perSecond = Double(documents) / ((.now - start) / .seconds(1))
        let memory = await engine.figures().process.map(ProcessMemory.proportional(ofTree:)) ?? 0
        await engine.stop()
        return TemplateResult(
            template: id, ways: [slow, dumped, warm], perSecond: perSecond, documents: documents, memory: memory)
    }

    private static func table(_ results: [TemplateResult]) -> String {
        var lines = ["template    way      count  p50 ms  p95 ms  p99 ms  faster than cold"]
        for result in results {
            let cold = result.ways.first?.median ?? 0
            for way in result.ways {
                let ratio = way.median > 0 ? cold / way.median : 0
                lines.append(
                    [
                        result.template.padded(10), way.way.padded(7), "\(way.milliseconds.count)".padded(-5),
                        way.median.text.padded(-6), way.percentile(0.95).text.padded(-6),
                        way.percentile(0.99).text.padded(-6), "\(ratio.text) ×",
                    ].joined(separator: "  "))
            }
            lines.append(
                "\(result.template): \(result.perSecond.text) documents a second with 4 clients "
                    + "(\(result.documents) documents); pool \(result.memory >> 20) MB PSS")
        }
        return lines.joined(separator: "\n")
    }

    private static func json(_ results: [TemplateResult]) -> JSON {
        let templates = results.map { result -> JSON in
            let ways = result.ways.map { way -> JSON in
                [
                    "way": .string(way.way), "count": .number(.init(way.milliseconds.count)),
                    "p50_ms": JSON(floatLiteral: way.median), "p95_ms": JSON(floatLiteral: way.percentile(0.95)),
                    "p99_ms": JSON(floatLiteral: way.percentile(0.99)),
                    "per_second": way.way == "warm" ? JSON(floatLiteral: result.perSecond) : .null,
                ]
            }
            return ["template": .string(result.template), "ways": .array(ways)]
        }
        return [
            "templates": .array(templates),
            "pool_pss_bytes": .number(.init(results.map(\.memory).reduce(0, +))),
        ]
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
