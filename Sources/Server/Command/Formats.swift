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
            let tree = try FormatTree(
                TeXInstallation.find(), workplace.installation.engineConfiguration(workplace.settings))
            for template in workplace.catalog.templates {
                print(try await tree.format(of: template.id, report: progress).path)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the formats in the cache.", discussion: "Example: kongresume formats list")

        func run() async throws {
            let workplace = try Workplace()
            let configuration = workplace.installation.engineConfiguration(workplace.settings)
            let current = try FormatTree(TeXInstallation.find(), configuration).fingerprint
            for (fingerprint, template) in FormatTree.list(configuration) {
                print("\(template)  \(fingerprint)\(fingerprint == current ? "" : "  (stale)")")
            }
        }
    }
}
