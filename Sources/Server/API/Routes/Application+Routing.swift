package import HTTP
internal import Resume

/// What happens to every request before and after its handler: its route, the caller, the caller's rate, errors.
extension Application {
    /// Answers any request. Never throws: errors become responses here.
    package func respond(to request: Request) async -> Response {
        var admission: RateLimiter.Admission?
        var response: Response
        do {
            response = try await answer(request, &admission)
        } catch {
            response = refusal(of: request, for: error)
        }
        for field in admission?.fields.fields ?? [] { response.headers[field.name] = field.value }
        return response
    }

    private func answer(_ request: Request, _ admission: inout RateLimiter.Admission?) async throws -> Response {
        let route: Route
        do throws(MethodNotAllowed) {
            route = try Route(request)
        } catch {
            guard request.method == "OPTIONS", !error.allowed.isEmpty else { throw error }
            return Response(status: 204, headers: ["Allow": error.allow])
        }
        let types = route.mediaTypes
        guard types.isEmpty || Accept(request).best(of: types) != nil else { throw Problem.notAcceptable(types) }
        switch route.access {
        case .anybody: return try await answer(route, request)
        case .key(let scope):
            var timings = Timings()
            let caller = try await timings.measure(.auth) { try await self.caller(of: request, for: scope) }
            try admit(caller.rateKey, &admission)
            return try await answer(route, request, caller, &timings)
        case .session:
            let user = try await user(of: request)
            try admit("session \(user.id)", &admission)
            return try await answer(route, request, user)
        }
    }

    private func admit(_ key: String, _ admission: inout RateLimiter.Admission?) throws(Problem) {
        let found = rates.admit(key)
        admission = found
        if let found, !found.isAdmitted {
            throw Problem(
                .rateLimited, "This key has made too many requests: wait \(found.retryAfter) s.",
                retryAfter: found.retryAfter)
        }
    }

    private func answer(_ route: Route, _ request: Request) async throws -> Response {
        switch route {
        case .index: try page.index(request)
        case .documentation: try page.reference(request)
        case .contract: try page.contract(request)
        case .health: Self.text("ok\n")
        case .readiness: try await readiness()
        case .metrics: await figures()
        case .templates: templates(request)
        case .preview(let id): try preview(id, request)
        // `Route.access` sends no other here.
        default: throw MethodNotAllowed(allowed: [])
        }
    }

    private func answer(
        _ route: Route, _ request: Request, _ caller: Caller, _ timings: inout Timings
    ) async throws -> Response {
        switch route {
        case .list: try await list(request, caller)
        case .resume(let id): try await resume(id, caller)
        case .pdf(let id): try await pdf(id, request, caller)
        case .deleteResume(let id): try await delete(id, caller)
        case .generate: try await generate(request, caller, &timings)
        case .render: try await render(request, &timings)
        case .verify: try await verify(request, caller)
        case .profile: try await profile(request, caller)
        case .putProfile: try await putProfile(request, caller)
        case .credits: try await credits(caller)
        // `Route.access` sends no other here.
        default: throw MethodNotAllowed(allowed: [])
        }
    }

    private func answer(_ route: Route, _ request: Request, _ user: Accounts.User) async throws -> Response {
        switch route {
        case .keys: try await keys(user)
        case .createKey: try await createKey(request, user)
        case .revokeKey(let id): try await revokeKey(id, user)
        // `Route.access` sends no other here.
        default: throw MethodNotAllowed(allowed: [])
        }
    }

    private func refusal(of request: Request, for error: any Error) -> Response {
        let problem = Problem(error)
        // What the client may not see is what the operator must: errors that nobody foresaw, and those of the parts.
        if problem.code.status >= 500 {
            observe(.unexpected(error: String(reflecting: error), requestID: request.id))
        }
        var response = problem.response(requestID: request.id, instance: request.path)
        if let error = error as? MethodNotAllowed, !error.allowed.isEmpty { response.headers["Allow"] = error.allow }
        return response
    }

    static func text(_ text: String) -> Response {
        Response(
            status: 200, headers: ["Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"], text: text
        )
    }

    static func json(_ value: JSON, status: Int = 200) -> Response {
        Response(
            status: status, headers: ["Content-Type": "application/json", "Cache-Control": "private, no-store"],
            body: value.bytes)
    }
}
