import API
import ArgumentParser
import Engine
import Template

/// `kongresume formats`: the dumped preambles that engines start from.
struct Formats: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build or list the formats of the templates.",
        discussion: "Example: kongresume formats build",
        subcommands: [Build.self, List.self], defaultSubcommand: List.self)

    struct Build: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Build every format that is missing or stale.", discussion: "Example: kongresume formats build")

        func run() async throws {
            let workplace = try Workplace()
            let installation = try TeXInstallation.find()
            for template in workplace.catalog.templates {
                let format = try await Format.prepare(
                    template.id, in: installation, workplace.installation.engineConfiguration(workplace.settings),
                    report: progress)
                print(format.path)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the formats in the cache.", discussion: "Example: kongresume formats list")

        func run() async throws {
            let workplace = try Workplace()
            let configuration = workplace.installation.engineConfiguration(workplace.settings)
            let current = try Format.names(
                of: workplace.catalog.templates.map(\.id), in: TeXInstallation.find(), configuration)
            for name in Format.list(configuration) { print(current.contains(name) ? name : "\(name) (stale)") }
        }
    }
}
