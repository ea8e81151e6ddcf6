import API
import ArgumentParser
import Resume

/// `kongresume profile`
struct ProfileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "Import a user's profile.",
        discussion: "Example: kongresume profile import ada@example.com resume.json", subcommands: [Import.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a JSON Resume file and keep it as the user's profile.",
            discussion: "Example: kongresume profile import ada@example.com resume.json")

        @Argument(help: "The user, by e-mail or id.")
        var user: String

        @Argument(help: "A JSON Resume file, or - for standard input.")
        var file: String

        func run() async throws {
            let document: JSON
            do {
                document = try JSON(parsing: readBytes(file))
                _ = try Profile(json: document)
            } catch let error as JSONError {
                throw Failure("\(file) is not JSON: \(error)")
            } catch let error as ProfileError {
                throw Failure("\(file) is not a usable profile:\n\(error)")
            }
            try await withAccounts { accounts in
                try await accounts.putProfile(document, of: try await accounts.userID(of: user))
            }
        }
    }
}
