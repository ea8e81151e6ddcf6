/// What is known of a route before its handler runs.
extension Route {
    /// Who may come.
    enum Access: Hashable {
        case anybody
        /// A key with this scope; for `read` also a session.
        case key(Caller.Scope)
        /// A session, not a key: a key that leaked must not make others, or outlive its revocation in one it made.
        case session
    }

    var access: Access {
        switch self {
        case .index, .documentation, .contract, .health, .readiness, .metrics, .templates, .preview: .anybody
        case .list, .resume, .pdf, .profile, .credits, .verify: .key(.read)
        case .generate, .render, .deleteResume, .putProfile: .key(.write)
        case .keys, .createKey, .revokeKey: .session
        }
    }

    /// The media types that a successful answer may have, the preferred one first; none for an answer without a body.
    var mediaTypes: [String] {
        switch self {
        case .index, .documentation: ["text/html"]
        case .health, .readiness, .metrics: ["text/plain"]
        case .preview: ["image/png"]
        case .pdf: ["application/pdf"]
        case .generate, .render: ["application/pdf", "application/json"]
        case .verify: ["application/json", "text/html"]
        case .deleteResume, .revokeKey: []
        case .contract, .templates, .list, .resume, .profile, .putProfile, .credits, .keys, .createKey:
            ["application/json"]
        }
    }

    /// The path with its parameters named, for counting.
    var pattern: String {
        switch self {
        case .index: "/"
        case .documentation: "/docs"
        case .contract: "/openapi.json"
        case .health: "/healthz"
        case .readiness: "/readyz"
        case .metrics: "/metrics"
        case .templates: "/v1/templates"
        case .preview: "/v1/templates/{id}/preview"
        case .list: "/v1/resumes"
        case .generate: "/v1/resumes/generate"
        case .render: "/v1/resumes/render"
        case .verify: "/v1/ats/verify"
        case .resume, .deleteResume: "/v1/resumes/{id}"
        case .pdf: "/v1/resumes/{id}/pdf"
        case .profile, .putProfile: "/v1/profile"
        case .credits: "/v1/credits"
        case .keys, .createKey: "/v1/keys"
        case .revokeKey: "/v1/keys/{id}"
        }
    }
}
