/// What can go wrong between this process and PostgreSQL.
package enum PostgresError: Error, Sendable, Hashable {
    /// No connection could be opened; the text is libpq's.
    case cannotConnect(String)
    /// The connection was lost; what was not committed is undone.
    case connectionLost(String)
    /// The server had hung up while the connection was idle: nothing was sent on it.
    case stale
    /// The server process does not answer, although it gives a statement less time than it was given: the connection is
    /// of no use any more.
    case noAnswer
    /// The connection was lost while COMMIT was under way: it may have taken place (libpq tells no more).
    case commitUnknown(String)
    /// The server refused a statement (PostgreSQL, appendix A).
    case refused(sqlState: String, message: String, constraint: String?)
    /// Text with U+0000, which PostgreSQL cannot hold.
    case nullCharacter
    /// A parameter of 2 GB or more.
    case tooLarge
    /// Every connection stayed busy for as long as a caller may wait.
    case exhausted
    case closed
    /// A value is not of the type that was asked for.
    case unexpectedValue(column: Int)
    /// The migrations in the database are not those of this program.
    case migration(String)
    /// The private cluster cannot be set up or started.
    case cluster(String)

    package var isConnectionLoss: Bool {
        switch self {
        case .cannotConnect, .connectionLost, .stale, .noAnswer, .commitUnknown: true
        default: false
        }
    }
}
