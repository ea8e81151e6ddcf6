import API
import ArgumentParser
import Foundation
import Resume

/// Runs something on the accounts, with the database opened before and closed after. While a server runs on the same
/// private cluster, that cluster is left running.
private func withAccounts(_ body: (Accounts) async throws -> Void) async throws {
    let settings = try Settings(environment: ProcessInfo.processInfo.environment)
    let database = try await Database.open(settings, Installation.find(settings)) { event in
        if case .preparing(let what) = event { progress(what) }
    }
    let result: Result<Void, any Error>
    do { result = .success(try await body(Accounts(database.pool))) } catch { result = .failure(error) }
    await database.close()
    try result.get()
}

/// `kongresume user`
struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Add or list users.", discussion: "Example: kongresume user add ada@example.com",
        subcommands: [Add.self, List.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a user and print the id.", discussion: "Example: kongresume user add ada@example.com")

        @Argument(help: "The e-mail address.")
        var email: String

        @Option(help: "The id, a UUID, such as that of a Supabase user.")
        var id: String?

        func validate() throws {
            guard EmailAddress(email) != nil else { throw ValidationError("\(email) is not an e-mail address") }
        }

        func run() async throws {
            try await withAccounts { print(try await $0.addUser(email: email, id: id).id) }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List users with their remaining credits.", discussion: "Example: kongresume user list")

        func run() async throws {
            try await withAccounts { accounts in
                for user in try await accounts.users() { print("\(user.id)  \(user.remaining)  \(user.email)") }
            }
        }
    }
}

/// `kongresume key`
struct Key: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Create, list or revoke API keys.", discussion: "Example: kongresume key create ada@example.com",
        subcommands: [Create.self, List.self, Revoke.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a key and print it, this once.",
            discussion: "Example: kongresume key create ada@example.com --name laptop")

        @Argument(help: "The user, by e-mail or id.")
        var user: String

        @Option(help: "What the key is for.")
        var name = "default"

        @Flag(help: "A test key: makes real PDFs and costs nothing.")
        var test = false

        @Flag(help: "A key that may only read.")
        var readOnly = false

        func run() async throws {
            try await withAccounts { accounts in
                let key = try await accounts.createKey(
                    for: try await accounts.userID(of: user), name: name, mode: test ? .test : .live,
                    scopes: readOnly ? [.read] : [.read, .write])
                print(key.secret)
                progress("Keep it: it is not stored and cannot be shown again.")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List a user's keys.", discussion: "Example: kongresume key list ada@example.com")

        @Argument(help: "The user, by e-mail or id.")
        var user: String

        func run() async throws {
            try await withAccounts { accounts in
                for key in try await accounts.keys(of: try await accounts.userID(of: user)) {
                    print("\(key.id)  \(key.createdAt)  \(key.hint)  \(key.name)\(key.isRevoked ? "  (revoked)" : "")")
                }
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Revoke a key.", discussion: "Example: kongresume key revoke 5f0c…-the-id-from-key-list")

        @Argument(help: "The key's id.")
        var id: String

        func run() async throws {
            try await withAccounts { accounts in
                guard try await accounts.revokeKey(id) else {
                    throw Failure("there is no valid key of the id \(id): `kongresume key list USER` shows them")
                }
            }
        }
    }
}

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

/// `kongresume credits`
struct Credits: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Grant or show credits.", discussion: "Example: kongresume credits grant ada@example.com 100",
        subcommands: [Grant.self, Show.self])

    struct Grant: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Grant credits and print what remains.",
            discussion: "Example: kongresume credits grant ada@example.com 100")

        @Argument(help: "The user, by e-mail or id.")
        var user: String

        @Argument(help: "How many.")
        var count: Int

        func validate() throws {
            guard (1...1_000_000_000).contains(count) else { throw ValidationError("the count must be at least 1") }
        }

        func run() async throws {
            try await withAccounts { accounts in
                print(try await accounts.grant(count, to: try await accounts.userID(of: user)))
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a user's credits.", discussion: "Example: kongresume credits show ada@example.com")

        @Argument(help: "The user, by e-mail or id.")
        var user: String

        func run() async throws {
            try await withAccounts { accounts in
                let balance = try await accounts.credits(of: try await accounts.userID(of: user))
                print(
                    "granted \(balance.granted), remaining \(balance.remaining), claimed \(balance.claimed), spent \(balance.spent)"
                )
            }
        }
    }
}
