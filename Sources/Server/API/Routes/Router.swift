internal import HTTP

/// Which request is for which route. Closed: what is not here is a 404, or a 405 that names what is allowed.
enum Route: Hashable {
    case health, readiness
    case list, generate
    case verify
    case resume(String), pdf(String)

    /// - Throws: `Problem` with `not_found` or `method_not_allowed`.
    init(_ request: Request) throws(MethodNotAllowed) {
        // HEAD is GET without its body: the listener leaves it out.
        let method = request.method == "HEAD" ? "GET" : request.method
        let routes: [String: Route]
        switch request.segments {
        case ["healthz"]: routes = ["GET": .health]
        case ["readyz"]: routes = ["GET": .readiness]
        case ["v1", "resumes"]: routes = ["GET": .list]
        case ["v1", "resumes", "generate"]: routes = ["POST": .generate]
        case ["v1", "ats", "verify"]: routes = ["POST": .verify]
        case let parts where parts.count == 3 && parts.starts(with: ["v1", "resumes"]):
            routes = ["GET": .resume(parts[2])]
        case let parts where parts.count == 4 && parts.starts(with: ["v1", "resumes"]) && parts[3] == "pdf":
            routes = ["GET": .pdf(parts[2])]
        default: routes = [:]
        }
        guard let route = routes[method] else { throw MethodNotAllowed(allowed: routes.keys.sorted()) }
        self = route
    }
}

/// No route for this method; `allowed` is empty if there is none for the path at all.
struct MethodNotAllowed: Error {
    let allowed: [String]

    /// As the `Allow` header has it (RFC 9110, 10.2.1).
    var allow: String { allowed.flatMap { $0 == "GET" ? ["GET", "HEAD"] : [$0] }.joined(separator: ", ") }
}
