internal import Foundation
internal import HTTP
internal import Resume

/// What `POST /v1/keys` was asked for.
struct KeyOrder {
    let name: String
    let mode: DeveloperKey.Mode
    let scopes: Set<Caller.Scope>
    let expiresAt: Date?

    private static let fields = ["name", "mode", "scopes", "expires_at"]

    init(_ request: Request, now: Date = Date()) throws(Problem) {
        var reader = MemberReader(try JSONBody.members(request))
        let name = reader.string("name", most: 100)
        if name == nil {
            reader.note("name", "This is missing: say what the key is for, so that it can be told apart.")
        }
        do throws(TextHygiene.Refusal) {
            self.name = try TextHygiene.clean(name ?? "")
        } catch {
            self.name = ""
            reader.note("name", "\(error)")
        }
        if name != nil, self.name.isEmpty { reader.note("name", "This has no visible character.") }
        mode = reader.choice("mode", [.live, .test]) ?? .live
        scopes = reader.choices("scopes", Caller.Scope.allCases) ?? Set(Caller.Scope.allCases)
        let expiry = reader.string("expires_at", most: 40)
        expiresAt = expiry.flatMap(Self.time)
        if expiry != nil {
            if let expiresAt {
                let limit = now.addingTimeInterval(100 * 365 * 86_400)
                if expiresAt <= now || expiresAt > limit {
                    reader.note("expires_at", "This must be a time in the future, within a hundred years.")
                }
            } else {
                reader.note("expires_at", "This must be a time such as 2027-01-31T00:00:00Z (RFC 3339).")
            }
        }
        reader.refuseUnknown(Self.fields)
        try reader.finish()
    }
}

extension KeyOrder {
    /// RFC 3339, with fractions of a second or without.
    fileprivate static func time(_ text: String) -> Date? {
        (try? Date(text, strategy: .iso8601))
            ?? (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
    }
}

/// Keys over HTTP. They are managed by a session of the console, never by a key.
extension Application {
    /// `GET /v1/keys`
    func keys(_ user: Accounts.User) async throws -> Response {
        let keys = try await accounts.keys(of: user.id)
        return Self.json(["items": .array(keys.map { .object(Self.members(of: $0)) })])
    }

    /// `POST /v1/keys`: the one answer that ever holds the key.
    func createKey(_ request: Request, _ user: Accounts.User) async throws -> Response {
        let order = try KeyOrder(request)
        let (secret, key) = try await accounts.createKey(
            for: user.id, name: order.name, mode: order.mode, scopes: order.scopes, expiresAt: order.expiresAt)
        return Self.json(
            .object(Self.members(of: key) + [JSON.Member("key", .string(secret.secret))]), status: 201)
    }

    /// `DELETE /v1/keys/{id}`: revokes it. A key that was revoked before stays so.
    func revokeKey(_ id: String, _ user: Accounts.User) async throws -> Response {
        guard try await accounts.revokeKey(id, of: user.id) else {
            throw Problem(.notFound, "There is no key of that id.")
        }
        return Response(status: 204, headers: ["Cache-Control": "no-store"])
    }

    private static func members(of key: Accounts.Key) -> [JSON.Member] {
        func time(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
        let status = key.isRevoked ? "revoked" : key.isExpired ? "expired" : "valid"
        return [
            JSON.Member("id", .string(key.id)),
            JSON.Member("name", .string(key.name)),
            JSON.Member("hint", .string(key.hint)),
            JSON.Member("mode", .string(key.mode.rawValue)),
            JSON.Member("scopes", .array(key.scopes.map(\.rawValue).sorted().map { .string($0) })),
            JSON.Member("status", .string(status)),
            JSON.Member("created_at", .string(key.createdAt)),
            JSON.Member("expires_at", time(key.expiresAt)),
            JSON.Member("revoked_at", time(key.revokedAt)),
            JSON.Member("last_used_at", time(key.lastUsedAt)),
        ]
    }
}
