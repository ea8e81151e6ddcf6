package import HTTP
internal import Resume

extension Problem {
    /// The one place where an error becomes HTTP.
    package func response(requestID: String, instance: String? = nil) -> Response {
        var members: [JSON.Member] = [
            JSON.Member("type", .string("urn:kongresume:problem:\(code.rawValue)")),
            JSON.Member("title", .string(code.title)),
            JSON.Member("status", .number(.init(code.status))),
            JSON.Member("detail", .string(detail)),
        ]
        if let instance { members.append(JSON.Member("instance", .string(instance))) }
        members += [
            JSON.Member("code", .string(code.rawValue)),
            JSON.Member("request_id", .string(requestID)),
            JSON.Member("retryable", .bool(code.isRetryable)),
            JSON.Member(
                "errors",
                .array(
                    faults.map { fault in
                        ["pointer": .string(fault.pointer.description), "message": .string(fault.message)]
                    })),
        ]
        members += extra.map { JSON.Member($0.name, $0.value) }
        var headers: Headers = ["Content-Type": "application/problem+json", "Cache-Control": "no-store"]
        if code == .missingKey || code == .invalidKey { headers["WWW-Authenticate"] = challenge }
        for field in fields.fields { headers[field.name] = field.value }
        if let seconds = retryAfter { headers["Retry-After"] = "\(seconds)" }
        return Response(status: code.status, headers: headers, body: JSON.object(members).bytes)
    }

    /// Without a key nothing is said of an error (RFC 6750, 3.1).
    private var challenge: String {
        "Bearer realm=\"kongresume\"" + (code == .invalidKey ? ", error=\"invalid_token\"" : "")
    }
}
