import API
import ArgumentParser
import Resume

/// `kongresume user`
struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Add, list, approve or suspend users.", discussion: "Example: kongresume user add ada@example.com",
        subcommands: [Add.self, List.self, Approve.self, Suspend.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a user and print the id.",
            discussion: "Example: kongresume user add ada@example.com --plan starter")

        @Argument(help: "The e-mail address.")
        var email: String

        @Option(help: "The id, a UUID, such as that of a Supabase user.")
        var id: String?

        @Option(help: "The plan, one of `kongresume credits plan list`.")
        var plan = "prepaid"

        @Flag(help: "Do not let the user in before `kongresume user approve`.")
        var pending = false

        func validate() throws {
            guard EmailAddress(email) != nil else { throw ValidationError("\(email) is not an e-mail address") }
        }

        func run() async throws {
            try await withAccounts { accounts in
                print(try await accounts.addUser(email: email, id: id, plan: plan, isApproved: !pending).id)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List users with their remaining credits.", discussion: "Example: kongresume user list")

        func run() async throws {
            try await withAccounts { accounts in
                for user in try await accounts.users() {
                    let note = user.isApproved ? "" : "  (not approved)"
                    print("\(user.id)  \(user.remaining)  \(user.planID)  \(user.email)\(note)")
                }
            }
        }
    }

    struct Approve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let a user in.", discussion: "Example: kongresume user approve ada@example.com")

        @Argument(help: "The user, by e-mail or id.")
        var user: String

        func run() async throws {
            try await withAccounts { try await $0.setApproved(true, try await $0.userID(of: user)) }
        }
    }

    struct Suspend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let a user in no more: the keys stay and open nothing.",
            discussion: "Example: kongresume user suspend ada@example.com")

        @Argument(help: "The user, by e-mail or id.")
        var user: String

        func run() async throws {
            try await withAccounts { try await $0.setApproved(false, try await $0.userID(of: user)) }
        }
    }
}
