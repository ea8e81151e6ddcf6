internal import HTTP
internal import Resume

extension Application {
    /// `GET /v1/profile`: the document as it was put, with its revision as ETag.
    func profile(_ request: Request, _ caller: Caller) async throws -> Response {
        guard let stored = try await accounts.profile(of: caller.userID) else {
            throw Problem(.notFound, "This account has no profile yet: put one here.")
        }
        return try ConditionalAnswer(
            tag: Self.tag(stored.revision), headers: Self.profileHeaders, body: Array(stored.document.utf8)
        ).response(to: request)
    }

    /// `PUT /v1/profile`: takes the place of the profile that the client has seen, or is the first one.
    ///
    /// Without a condition it only makes the first: to replace what somebody else may have changed in the meantime takes
    /// an `If-Match` (RFC 6585, 3), be it `*`.
    func putProfile(_ request: Request, _ caller: Caller) async throws -> Response {
        if request.headers["Content-Range"] != nil {
            throw Problem(.badRequest, "A profile is put whole: leave Content-Range out (RFC 9110, 14.5).")
        }
        let condition = Self.condition(of: request)
        let document = try JSONBody.read(request)
        _ = try Profile(json: document)
        guard let revision = try await accounts.putProfile(document, of: caller.userID, if: condition ?? .absent) else {
            throw condition == nil
                ? Problem(
                    .preconditionRequired,
                    "There is a profile already: send its ETag in If-Match, or `If-Match: *` to replace whatever there is."
                )
                : Problem(
                    .preconditionFailed, "The profile is not what the request expects: get it, and its ETag, anew.")
        }
        var headers = Self.profileHeaders
        headers["ETag"] = Self.tag(revision).description
        return Response(status: revision == 1 ? 201 : 200, headers: headers, body: document.bytes)
    }

    private static let profileHeaders: Headers = [
        "Content-Type": "application/json", "Cache-Control": "private, no-cache",
    ]

    private static func tag(_ revision: Int) -> EntityTag { EntityTag(value: "profile-\(revision)") }

    /// `nil` where the client set none. `If-Match` counts first (RFC 9110, 13.2.2).
    private static func condition(of request: Request) -> Accounts.ProfileCondition? {
        if let required = EntityTagList("If-Match", of: request) {
            guard !required.isAny else { return .present }
            return .revision(
                Set(
                    required.strongValues.compactMap { tag in
                        tag.hasPrefix("profile-") ? Int(tag.dropFirst("profile-".count)) : nil
                    }))
        }
        // Other tags could only say which revision it must not be, of which no client has a use.
        if let excluded = EntityTagList("If-None-Match", of: request), excluded.isAny { return .absent }
        return nil
    }
}
