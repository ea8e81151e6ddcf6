import API
import ArgumentParser
import Engine
import Font
import ForkServer
import Resume
import Template

/// `kongresume bench compile`: the warm engines beside the ways that others use, on the same document, in one run.
struct BenchCompile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile",
        abstract: "Time the warm engines beside cold pdflatex, a dumped format and Typst.",
        discussion: """
            The ways take turns, so that a noisy machine is noisy for all of them. Every document is a new one, with other
            text in each paragraph. Typst takes part if a Python can import it (pip install typst).

            Example: kongresume bench compile --template template1 --rounds 50
            """)

    @Option(help: "Documents by each of the slow ways; the warm ones get ten times as many.")
    var rounds = 40

    @Option(help: "Only this template.")
    var template: String?

    @Option(help: "Only this way, for a profiler: cold, dumped, warm, warm_xetex or typst. May be repeated.")
    var way: [CompileWay] = []

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard rounds > 0 else { throw ValidationError("--rounds must be at least 1") }
    }

    func run() async throws {
        let workplace = try Workplace()
        if let template, workplace.catalog[id: template] == nil { throw workplace.noSuchTemplate(template) }
        let installation = try TeXInstallation.find()
        let typst = await TypstPeer.find(below: workplace.installation.share, installation)
        if typst == nil { progress("typst: no Python here can import it, so it is not measured") }
        var results: [CompileResult] = []
        for candidate in workplace.catalog.templates where template == nil || template == candidate.id {
            let measurement = try CompileMeasurement(
                candidate, workplace, installation, typst, ways: way.isEmpty ? CompileWay.allCases : way)
            results.append(try await measurement.run(rounds: rounds))
        }
        print(json ? CompileResult.json(results).text : CompileResult.table(results))
    }
}

/// A way to make a PDF of a resume.
enum CompileWay: String, CaseIterable, ExpressibleByArgument {
    /// A process for each document, which reads the class.
    case cold
    /// The same from a dumped format.
    case dumped
    case warm
    case xetex = "warm_xetex"
    case typst
}

/// One template's turn.
private struct CompileMeasurement {
    private let template: ResumeTemplate
    private let resume: TailoredResume
    private let workplace: Workplace
    private let installation: TeXInstallation
    private let typst: TypstPeer?
    private let ways: [CompileWay]
    private let configuration: EngineConfiguration

    init(
        _ template: ResumeTemplate, _ workplace: Workplace, _ installation: TeXInstallation, _ typst: TypstPeer?,
        ways: [CompileWay]
    ) throws {
        self.ways = ways
        let path = "\(workplace.installation.templates)/\(template.id)/sample.json"
        resume = TailoredResume(everythingIn: try Profile(json: JSON(parsing: readBytes(path))))
        configuration = workplace.installation.engineConfiguration(workplace.settings)
        (self.template, self.workplace, self.installation, self.typst) = (template, workplace, installation, typst)
    }

    /// A new document: its number is in the name, the summary and every bullet.
    private func body(_ number: Int) throws -> String {
        var copy = resume
        copy.name.text += " \(number)"
        copy.summary?.text += " \(number)"
        for section in copy.sections.indices {
            for entry in copy.sections[section].entries.indices {
                for bullet in copy.sections[section].entries[entry].bullets.indices {
                    copy.sections[section].entries[entry].bullets[bullet].text += " \(number)"
                }
            }
        }
        return try template.render(copy, paper: .letter).latex
    }

    func run(rounds: Int) async throws -> CompileResult {
        let cold = try ColdLaTeX(texmf: workplace.installation.texmf, installation: installation)
        defer { cold.remove() }
        let format = try await FormatTree(installation, configuration).format(of: template.id, report: progress)
        var result = CompileResult(template: template.id)
        var engines: [(way: CompileWay, engine: Engine, each: Int)] = []
        if ways.contains(.warm) { engines.append((.warm, try await start(.pdftex, .warm, &result), 10)) }
        if ways.contains(.xetex) { engines.append((.xetex, try await start(.xetex, .xetex, &result), 5)) }
        var number = 0
        func next() throws -> String {
            number += 1
            return try body(number)
        }
        for round in 0..<rounds {
            if round % 10 == 0 { progress("\(template.id): round \(round) of \(rounds)") }
            if ways.contains(.cold) {
                let document = template.document(try next())
                try await result.measure(.cold) { try await cold.compile(document: document) }
            }
            if ways.contains(.dumped) {
                let body = try next()
                try await result.measure(.dumped) { try await cold.compile(body: body, format: format) }
            }
            for (way, engine, each) in engines {
                for _ in 0..<each {
                    let body = try next()
                    try await result.measure(way) { _ = try await engine.compile(body) }
                }
            }
            if let typst, ways.contains(.typst), round % 10 == 0 {
                let documents = (0..<100).map { TypstPeer.document(resume, number: number + $0) }
                number += 100
                result.add(try await typst.measure(documents), to: .typst)
            }
        }
        for (way, engine, _) in engines {
            result.inEngine[way] = await engine.figures().p50 / .milliseconds(1)
            let bodies = try (0..<(rounds * 10)).map { _ in try next() }
            result.perSecond[way] = try await sustained(engine, bodies)
            result.memory[way] = await engine.figures().process.map(ProcessMemory.proportional(ofTree:)) ?? 0
            await engine.stop()
        }
        return result
    }

    /// Starts an engine whose format is built, and times from there to its first PDF, and the first when it is warm.
    private func start(_ kind: TeXEngine, _ way: CompileWay, _ result: inout CompileResult) async throws -> Engine {
        let start = ContinuousClock.now
        let engine = try await Engine.start(template.id, configuration, by: kind, report: progress)
        try await engine.ready()
        let warm = ContinuousClock.now
        _ = try await engine.compile(try body(0))
        result.first[way] = (.now - warm) / .milliseconds(1)
        result.startToFirst[way] = (.now - start) / .milliseconds(1)
        return engine
    }

    /// Documents a second with four clients that each send the next as soon as they have the last.
    private func sustained(_ engine: Engine, _ bodies: [String]) async throws -> Double {
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<4 {
                group.addTask {
                    for turn in stride(from: client, to: bodies.count, by: 4) {
                        _ = try await engine.compile(bodies[turn])
                    }
                }
            }
            try await group.waitForAll()
        }
        return Double(bodies.count) / ((.now - start) / .seconds(1))
    }
}
