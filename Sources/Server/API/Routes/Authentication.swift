internal import HTTP

/// Who sends a request, by its `Authorization: Bearer` (RFC 6750): an API key, or a session of the console.
extension Application {
    private enum Credential {
        case key(DeveloperKey)
        case session(String)
    }

    /// The caller of a route for keys. A session may read what a key may: a console shows it to its user.
    func caller(of request: Request, for scope: Caller.Scope) async throws -> Caller {
        switch try credential(of: request) {
        case .key(let key):
            guard let caller = try await accounts.caller(holding: key) else {
                throw Problem(.invalidKey, "This API key is unknown, revoked or expired.")
            }
            guard caller.isApproved else { throw AccountError.notApproved }
            guard caller.scopes.contains(scope) else {
                throw Problem.insufficientScope(scope, "This API key may not \(scope.rawValue).")
            }
            return caller
        case .session(let token):
            let user = try await user(of: token)
            guard scope == .read else {
                throw Problem.insufficientScope(scope, "A session may read and manage keys: for this, send an API key.")
            }
            return Caller(userID: user.id, keyID: "", mode: .live, scopes: [.read], isApproved: user.isApproved)
        }
    }

    /// The user of a route for sessions.
    func user(of request: Request) async throws -> Accounts.User {
        switch try credential(of: request) {
        case .key:
            throw Problem(.insufficientScope, "Keys are managed by a session of the console, not by an API key.")
        case .session(let token): return try await user(of: token)
        }
    }

    private func credential(of request: Request) throws(Problem) -> Credential {
        guard let field = request.headers["Authorization"] else {
            throw Problem(.missingKey, "Send your API key as `Authorization: Bearer kr_live_…`.")
        }
        let parts = field.split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bearer" else {
            throw Problem(.invalidKey, "Authorization must be `Bearer`, a space, and your API key.")
        }
        if let key = DeveloperKey(String(parts[1])) { return .key(key) }
        guard sessions != nil, !parts[1].hasPrefix("kr_") else {
            throw Problem(.invalidKey, "This is not an API key of this server: it may be mistyped or cut short.")
        }
        return .session(String(parts[1]))
    }

    private func user(of token: String) async throws -> Accounts.User {
        guard let sessions else { throw Problem(.invalidKey, "This server takes no sessions.") }
        return try await accounts.approvedUser(sessions.subject(of: token))
    }
}

extension Problem {
    static func insufficientScope(_ scope: Caller.Scope, _ detail: String) -> Problem {
        Problem(.insufficientScope, detail)
            .withField(
                "WWW-Authenticate",
                "Bearer realm=\"kongresume\", error=\"insufficient_scope\", scope=\"\(scope.rawValue)\"")
    }
}
