import API
import ArgumentParser
import Foundation
import Template

/// What every command starts from: settings, installation, templates.
struct Workplace {
    let settings: Settings
    let installation: Installation
    let catalog: TemplateCatalog

    init() throws {
        settings = try Settings(environment: ProcessInfo.processInfo.environment)
        installation = try Installation.find(settings)
        catalog = try installation.templateCatalog()
    }

    func noSuchTemplate(_ id: String) -> ValidationError {
        ValidationError(
            "there is no template \"\(id)\"; there are: \(catalog.templates.map(\.id).joined(separator: ", "))")
    }
}
