package import Engine

extension Installation {
    /// How this installation runs its engines.
    package func engineConfiguration(_ settings: Settings) -> EngineConfiguration {
        EngineConfiguration(
            texmf: texmf, formats: formats, library: library, idle: settings.engines + 1, busy: settings.engines,
            queue: settings.queue)
    }
}
