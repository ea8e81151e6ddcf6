import API
import ArgumentParser
import Foundation

/// `kongresume key`
struct Key: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Create, list or revoke API keys.", discussion: "Example: kongresume key create ada@example.com",
        subcommands: [Create.self, List.self, Revoke.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a key and print it, this once.",
            discussion: """
                Example: kongresume key create ada@example.com --name laptop --scope read --expires 90d
                """)

        @Argument(help: "The user, by e-mail or id.")
        var user: String

        @Option(help: "What the key is for.")
        var name = "default"

        @Flag(help: "A test key: makes real PDFs and costs nothing.")
        var test = false

        @Option(help: "What the key may do, read or write; may be given twice. Default: both.")
        var scope: [Caller.Scope] = []

        @Option(help: "When it ends: 2027-01-31, 2027-01-31T09:30:00Z, or in 12h or 90d. Default: never.")
        var expires: Expiry?

        func validate() throws {
            guard (1...100).contains(name.count), !name.contains(where: \.isNewline) else {
                throw ValidationError("--name must be one line of 1 to 100 characters")
            }
        }

        func run() async throws {
            try await withAccounts { accounts in
                let key = try await accounts.createKey(
                    for: try await accounts.userID(of: user), name: name, mode: test ? .test : .live,
                    scopes: scope.isEmpty ? [.read, .write] : Set(scope), expiresAt: expires?.date)
                print(key.secret.secret)
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
                    let scopes = key.scopes.map(\.rawValue).sorted().joined(separator: ",")
                    let used = key.lastUsedAt.map { "used \($0)" } ?? "never used"
                    let end =
                        key.isRevoked
                        ? "  (revoked)" : key.isExpired ? "  (expired)" : key.expiresAt.map { "  until \($0)" }
                    print("\(key.id)  \(key.createdAt)  \(key.hint)  \(scopes)  \(used)  \(key.name)\(end ?? "")")
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

extension Caller.Scope: ExpressibleByArgument {}

/// A moment in the future, as a person writes it.
struct Expiry: ExpressibleByArgument {
    let date: Date

    init?(argument: String) {
        let units = ["h": 3600.0, "d": 86400.0]
        if let unit = argument.last.flatMap({ units[String($0)] }), let count = Int(argument.dropLast()),
            (1...100_000).contains(count)
        {
            date = Date(timeIntervalSinceNow: Double(count) * unit)
            return
        }
        // A day means until it begins, in UTC.
        let text = argument.contains("T") ? argument : argument + "T00:00:00Z"
        guard let date = try? Date(text, strategy: .iso8601), date > Date() else { return nil }
        self.date = date
    }
}
