internal import HTTP

/// Which request is for which route. Closed: what is not here is a 404, or a 405 that names what is allowed.
enum Route: Hashable {
    case index, documentation, contract
    case health, readiness, metrics
    case templates, preview(String)
    case list, generate, render
    case resume(String), deleteResume(String), pdf(String)
    case profile, putProfile
    case credits
    case keys, createKey, revokeKey(String)
    case verify

    /// - Throws: ``MethodNotAllowed``.
    init(_ request: Request) throws(MethodNotAllowed) {
        // HEAD is GET without its body: the listener leaves it out.
        let method = request.method == "HEAD" ? "GET" : request.method
        let routes = Self.routes(at: request.segments)
        guard let route = routes[method] else { throw MethodNotAllowed(allowed: routes.keys.sorted()) }
        self = route
    }

    /// The routes of a path, by method.
    static func routes(at segments: [String]) -> [String: Route] {
        switch segments.count {
        case 0: return ["GET": .index]
        case 1: return top[segments[0]].map { ["GET": $0] } ?? [:]
        default: break
        }
        // An empty part, as behind a slash at the end, is no id.
        guard segments[0] == "v1", !segments.contains("") else { return [:] }
        switch (segments.count, segments[1]) {
        case (2, "resumes"): return ["GET": .list]
        case (3, "resumes"):
            switch segments[2] {
            case "generate": return ["POST": .generate]
            case "render": return ["POST": .render]
            case let id: return ["GET": .resume(id), "DELETE": .deleteResume(id)]
            }
        case (4, "resumes"): return segments[3] == "pdf" ? ["GET": .pdf(segments[2])] : [:]
        case (3, "ats"): return segments[2] == "verify" ? ["POST": .verify] : [:]
        case (2, "templates"): return ["GET": .templates]
        case (4, "templates"): return segments[3] == "preview" ? ["GET": .preview(segments[2])] : [:]
        case (2, "profile"): return ["GET": .profile, "PUT": .putProfile]
        case (2, "credits"): return ["GET": .credits]
        case (2, "keys"): return ["GET": .keys, "POST": .createKey]
        case (3, "keys"): return ["DELETE": .revokeKey(segments[2])]
        default: return [:]
        }
    }

    private static let top: [String: Route] = [
        "docs": .documentation, "openapi.json": .contract, "healthz": .health, "readyz": .readiness,
        "metrics": .metrics,
    ]
}

/// No route for this method; `allowed` is empty if there is none for the path at all.
struct MethodNotAllowed: Error {
    let allowed: [String]

    /// As the `Allow` header has it (RFC 9110, 10.2.1).
    var allow: String {
        (allowed.flatMap { $0 == "GET" ? ["GET", "HEAD"] : [$0] } + ["OPTIONS"]).joined(separator: ", ")
    }
}
