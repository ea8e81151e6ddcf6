/// What an operator or a client asked for and cannot have.
package enum AccountError: Error, Sendable, Hashable, CustomStringConvertible {
    case emailTaken(String)
    case malformedID(String)
    case noSuchUser(String)
    case noSuchPlan(String)
    /// The user is unknown here, or not let in.
    case notApproved
    /// The account has as many valid keys as one may have.
    case tooManyKeys(limit: Int)

    package var description: String {
        switch self {
        case .emailTaken(let email): "there already is a user with the e-mail \(email), or with that id"
        case .malformedID(let id): "\"\(id)\" is not a UUID"
        case .noSuchUser(let user): "there is no user \(user): `kongresume user list` shows them"
        case .noSuchPlan(let plan): "there is no plan \(plan): `kongresume credits plan list` shows them"
        case .notApproved: "this account is not approved"
        case .tooManyKeys(let limit): "an account may have \(limit) valid keys: revoke one first"
        }
    }
}
