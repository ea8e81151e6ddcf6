internal import Engine
internal import Font
internal import ForkServer
internal import Template

/// The warm engines of an installation: for each template one of either kind, started when it is first needed.
actor Engines {
    private let configuration: EngineConfiguration
    private let report: @Sendable (String) -> Void
    private var started: [Key: Task<Engine, any Error>] = [:]
    /// Why an engine failed its latest check.
    private var failing: [Key: any Error] = [:]

    private struct Key: Hashable {
        let template: String
        let engine: TeXEngine
    }

    init(_ configuration: EngineConfiguration, report: @escaping @Sendable (String) -> Void) {
        self.configuration = configuration
        self.report = report
    }

    /// The engine for a template. Jobs may be given to it before it is warm.
    func engine(_ engine: TeXEngine, for template: String) async throws -> Engine {
        let key = Key(template: template, engine: engine)
        let task =
            started[key]
            ?? Task { [configuration, report] in
                try await Engine.start(template, configuration, by: engine, report: report)
            }
        started[key] = task
        do {
            return try await task.value
        } catch {
            // What was missing may have been installed when the next one asks.
            started[key] = nil
            throw error
        }
    }

    /// Starts engines, of each kind one for each template, all at once, and waits until they are warm.
    ///
    /// - Throws: why one of them cannot be, or why an engine failed its latest check.
    func warm(_ kinds: [TeXEngine], for templates: [String]) async throws {
        var engines: [Engine] = []
        for kind in kinds {
            for template in templates { engines.append(try await engine(kind, for: template)) }
        }
        for engine in engines { try await engine.ready() }
        if let failure = failing.values.first { throw failure }
    }

    /// Has every engine typeset a page. One that cannot is replaced.
    ///
    /// - Returns: what to tell an operator, such as `pdftex of template1: …`.
    func check() async -> [String] {
        var failures: [String] = []
        for (key, task) in started {
            guard let engine = try? await task.value else { continue }
            do {
                try await engine.check()
                failing[key] = nil
            } catch {
                failing[key] = error
                failures.append("\(key.engine.rawValue) of \(key.template): \(error)")
            }
        }
        return failures
    }

    /// What each engine's pool is doing, by the engine's and the template's name.
    func figures() async -> [(pool: String, figures: ForkPoolFigures)] {
        var found: [(pool: String, figures: ForkPoolFigures)] = []
        for (key, task) in started {
            guard let engine = try? await task.value else { continue }
            found.append(("\(key.engine.rawValue) \(key.template)", await engine.figures()))
        }
        return found.sorted { $0.pool < $1.pool }
    }

    func stop() async {
        let tasks = started.values
        started = [:]
        for task in tasks { await (try? task.value)?.stop() }
    }
}
