internal import HTTP
internal import Resume
internal import Template

/// What a made resume comes back as.
package enum ResponseFormat: String, Sendable {
    case pdf, json

    var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .json: "application/json"
        }
    }

    /// As `response_format` says, else as `Accept` prefers.
    ///
    /// - Throws: `Problem` with `not_acceptable` where the two exclude each other.
    init(_ chosen: ResponseFormat?, for request: Request) throws(Problem) {
        let accept = Accept(request)
        if let chosen {
            guard accept.allows(chosen.mediaType) else { throw Problem.notAcceptable([chosen.mediaType]) }
            self = chosen
        } else {
            self = accept.best(of: [Self.pdf.mediaType, Self.json.mediaType]) == Self.json.mediaType ? .json : .pdf
        }
    }
}

extension Problem {
    static func notAcceptable(_ types: [String]) -> Problem {
        Problem(.notAcceptable, "This can be answered as \(types.joined(separator: " or ")); Accept allows neither.")
    }
}

extension TemplateCatalog {
    /// - Throws: `Problem` with `invalid_template` where there is no such template.
    func require(_ id: String) throws(Problem) {
        guard self[id: id] == nil else { return }
        let ids = templates.map(\.id).joined(separator: ", ")
        throw Problem(
            .invalidTemplate, "There is no template of that id; there are: \(ids).",
            faults: [.init(pointer: .root.member("template_id"), message: "This is none of \(ids).")])
    }
}
