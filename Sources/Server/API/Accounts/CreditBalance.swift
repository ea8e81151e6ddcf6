/// `granted = remaining + claimed + spent`, at every moment.
package struct CreditBalance: Sendable, Hashable {
    /// All that was ever granted, less what expired.
    package let granted: Int
    /// Held by generations in process.
    package let claimed: Int
    package let spent: Int
    package let remaining: Int
    package let planID: String
    /// What this month began with.
    package let allowance: Int
    /// The part of ``remaining`` that expires at ``resetsAt``.
    package let allowanceLeft: Int
    /// When the next month begins: RFC 3339, UTC.
    package let resetsAt: String
}
