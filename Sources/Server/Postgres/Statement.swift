/// One SQL statement with its parameters `$1`, `$2`, ….
package struct Statement: Sendable {
    package let sql: String
    package let parameters: [PostgresValue]
    /// Whether all columns come in PostgreSQL's binary form: for `bytea`, which is then its bytes. Text stays text.
    package let isBinary: Bool

    package init(_ sql: String, _ parameters: [PostgresValue] = [], binary: Bool = false) {
        self.sql = sql
        self.parameters = parameters
        isBinary = binary
    }
}

/// What holds for one transaction and ends with it, so that it holds through a transaction pooler too.
package struct TransactionContext: Sendable, Hashable {
    /// The role that is taken; `nil`: whoever the connection belongs to.
    package let role: String?
    /// Settings of the project's own, such as `kongresume.user_id`.
    package let settings: [String: String]
    package let statementTimeout: Duration

    package init(role: String? = nil, settings: [String: String] = [:], statementTimeout: Duration = .seconds(15)) {
        self.role = role
        self.settings = settings
        self.statementTimeout = statementTimeout
    }

    /// How long an answer is waited for: statements that take too long are ended by the server before, if it is there.
    var patience: Duration { statementTimeout * 4 / 3 }

    /// What opens the transaction. `set_config` with `true` is SET LOCAL, as one statement and with parameters; the role
    /// comes last, because it may not be allowed to do the rest.
    var opening: [Statement] {
        var names = ["statement_timeout", "idle_in_transaction_session_timeout"]
        var values = ["\(statementTimeout.components.seconds)s", "60s"]
        for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
            names.append(name)
            values.append(value)
        }
        if let role {
            names.append("role")
            values.append(role)
        }
        let calls = names.indices.map { "set_config($\(2 * $0 + 1), $\(2 * $0 + 2), true)" }
        let parameters = zip(names, values).flatMap { [PostgresValue.text($0), .text($1)] }
        return [Statement("BEGIN"), Statement("SELECT " + calls.joined(separator: ", "), parameters)]
    }
}
