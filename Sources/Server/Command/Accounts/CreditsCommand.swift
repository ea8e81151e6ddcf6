import API
import ArgumentParser

/// `kongresume credits`
struct Credits: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Grant, show and audit credits, and keep plans.",
        discussion: "Example: kongresume credits grant ada@example.com 100",
        subcommands: [Grant.self, Show.self, Ledger.self, Audit.self, PlanCommand.self])

    struct Grant: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Grant credits that do not expire, and print what remains.",
            discussion: "Example: kongresume credits grant ada@example.com 100")

        @Argument(help: "The user, by e-mail or id.")
        var user: String

        @Argument(help: "How many.")
        var count: Int

        @Option(help: "A note for the ledger, such as an invoice's number.")
        var note: String?

        func validate() throws {
            guard (1...1_000_000_000).contains(count) else {
                throw ValidationError("the count must be from 1 to 1000000000")
            }
        }

        func run() async throws {
            try await withAccounts { accounts in
                print(try await accounts.grant(count, to: try await accounts.userID(of: user), note: note))
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a user's credits.", discussion: "Example: kongresume credits show ada@example.com --plan")

        @Argument(help: "The user, by e-mail or id.")
        var user: String

        @Flag(help: "Show the plan too, and when its allowance is reset.")
        var plan = false

        func run() async throws {
            try await withAccounts { accounts in
                let balance = try await accounts.credits(of: try await accounts.userID(of: user))
                print(
                    "granted \(balance.granted), remaining \(balance.remaining), claimed \(balance.claimed), spent \(balance.spent)"
                )
                guard plan else { return }
                print(
                    "plan \(balance.planID), allowance \(balance.allowance), left of it \(balance.allowanceLeft), resets at \(balance.resetsAt)"
                )
            }
        }
    }

    struct Ledger: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what happened to a user's credits, newest first.",
            discussion: "Example: kongresume credits ledger ada@example.com --limit 50")

        @Argument(help: "The user, by e-mail or id.")
        var user: String

        @Option(help: "How many entries at most.")
        var limit = 100

        func validate() throws {
            guard (1...1_000_000).contains(limit) else { throw ValidationError("--limit must be from 1 to 1000000") }
        }

        func run() async throws {
            try await withAccounts { accounts in
                let entries = try await accounts.creditEntries(of: try await accounts.userID(of: user), limit: limit)
                for entry in entries {
                    let what = [entry.generationID, entry.note].compactMap { $0 }.map { "  " + $0 }.joined()
                    print("\(entry.createdAt)  \(entry.kind)  \(entry.amount)\(what)")
                }
            }
        }
    }

    struct Audit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check that every account's figures agree, and exit with 1 if one's do not.",
            discussion: """
                For each account: granted = remaining + claimed + spent; each figure is what the ledger adds up to; claimed is \
                the number of generations in process; every completed generation has one debit and no other has one. May run \
                at any time, beside any number of servers.

                Example: kongresume credits audit
                """)

        func run() async throws {
            try await withAccounts { accounts in
                let faults = try await accounts.auditCredits()
                guard faults.isEmpty else {
                    for fault in faults { print("\(fault.userID)  \(fault.email)  \(fault.fault)") }
                    throw Failure("the figures of \(Set(faults.map(\.userID)).count) account(s) do not agree")
                }
                progress("The figures of every account agree.")
            }
        }
    }
}

/// `kongresume credits plan`
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Keep plans, and put users on them.",
        discussion: "Example: kongresume credits plan put starter 50", subcommands: [List.self, Put.self, Assign.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List plans with their monthly allowance.", discussion: "Example: kongresume credits plan list")

        func run() async throws {
            try await withAccounts { accounts in
                for plan in try await accounts.plans() { print("\(plan.id)  \(plan.allowance)") }
            }
        }
    }

    struct Put: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a plan, or change its allowance from the next month of each of its users on.",
            discussion: "Example: kongresume credits plan put starter 50")

        @Argument(help: "The plan: lower-case letters, digits, - and _.")
        var plan: String

        @Argument(help: "Credits each month.")
        var allowance: Int

        func validate() throws {
            guard plan.wholeMatch(of: /[a-z0-9][a-z0-9_\-]{0,39}/) != nil else {
                throw ValidationError("\(plan) is not a plan's name: use up to 40 of a-z, 0-9, - and _")
            }
            guard (0...1_000_000_000).contains(allowance) else {
                throw ValidationError("the allowance must be from 0 to 1000000000")
            }
        }

        func run() async throws {
            try await withAccounts { try await $0.putPlan(Accounts.Plan(id: plan, allowance: allowance)) }
        }
    }

    struct Assign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a user on a plan, and print what remains. The user's month begins now.",
            discussion: "Example: kongresume credits plan assign ada@example.com starter")

        @Argument(help: "The user, by e-mail or id.")
        var user: String

        @Argument(help: "The plan.")
        var plan: String

        func run() async throws {
            try await withAccounts { accounts in
                print(try await accounts.assignPlan(plan, to: try await accounts.userID(of: user)))
            }
        }
    }
}
