/// Whose request it is, and what it may do.
package struct Caller: Sendable, Hashable {
    /// A UUID.
    package let userID: String
    package let keyID: String
    package let mode: DeveloperKey.Mode
    package let scopes: Set<Scope>
    /// Whether the account was let in; if not, its keys open nothing.
    package let isApproved: Bool

    package enum Scope: String, Sendable, CaseIterable { case read, write }
}
