internal import Engine
internal import Font
internal import Template

/// The warm engines of an installation: for each template one of either kind, started when it is first needed.
actor Engines {
    private let configuration: EngineConfiguration
    private let report: @Sendable (String) -> Void
    private var started: [Key: Task<Engine, any Error>] = [:]

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

    /// Starts the engines of every template, and waits until those that serve most documents are warm.
    func warm(_ templates: [String]) async throws {
        for template in templates { try await engine(.pdftex, for: template).ready() }
    }

    func stop() async {
        let tasks = started.values
        started = [:]
        for task in tasks { await (try? task.value)?.stop() }
    }
}
