/// Whose request it is, and what it may do.
package struct Caller: Sendable, Hashable {
    /// A UUID.
    package let userID: String
    package let keyID: String
    package let mode: DeveloperKey.Mode
    package let scopes: Set<Scope>

    package enum Scope: String, Sendable { case read, write }
}
