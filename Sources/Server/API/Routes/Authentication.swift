internal import HTTP

extension Accounts {
    /// The caller of a request, by its `Authorization: Bearer` (RFC 6750).
    func caller(of request: Request, for scope: Caller.Scope) async throws -> Caller {
        guard let field = request.headers["Authorization"] else {
            throw Problem(.missingKey, "Send your API key as `Authorization: Bearer kr_live_…`.")
        }
        let parts = field.split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bearer", let key = DeveloperKey(String(parts[1])) else {
            throw Problem(.invalidKey, "This is not an API key of this server: it may be mistyped or cut short.")
        }
        guard let caller = try await caller(holding: key) else {
            throw Problem(.invalidKey, "This API key is unknown, revoked or expired.")
        }
        guard caller.isApproved else { throw Problem(AccountError.notApproved) }
        guard caller.scopes.contains(scope) else {
            throw Problem(.insufficientScope, "This API key may not \(scope.rawValue).")
        }
        return caller
    }
}
