package import Engine
package import Template

extension Installation {
    /// How this installation runs its engines.
    package func engineConfiguration(_ settings: Settings) -> EngineConfiguration {
        EngineConfiguration(
            texmf: texmf, formats: formats, library: library, idle: settings.engines + 1, busy: settings.engines,
            queue: settings.queue)
    }

    /// The templates, which print by the fonts that this machine has.
    package func templateCatalog() throws -> TemplateCatalog {
        let tex = try TeXInstallation.find()
        return try TemplateCatalog.load(from: templates, texmf: texmf, find: tex.findFont)
    }
}
