internal import HTTP
internal import Resume
package import Template

/// What `POST /v1/resumes/generate` was asked for.
package struct GenerationOrder: Sendable {
    package var jobDescription: String?
    package var linkedInURL: String?
    package var templateID: String
    package var format: ResponseFormat
    /// 1 or 2; `nil` for what the career needs, at most 2.
    package var maxPages: Int?
    package var paper: Paper

    /// The contract's name of where the job came from.
    var sourceType: String { linkedInURL == nil ? "job_description" : "linkedin_job_url" }
}

extension GenerationOrder {
    private static let fields = [
        "linkedin_job_url", "job_description", "template_id", "response_format", "max_pages", "paper",
    ]

    /// Reads a body. Everything that is wrong with it is said at once.
    init(_ request: Request, templates: TemplateCatalog) throws(Problem) {
        var reader = MemberReader(try JSONBody.members(request))
        jobDescription = reader.text("job_description", most: 100_000)
        linkedInURL = reader.text("linkedin_job_url", most: 2048)
        templateID = reader.string("template_id", most: 100) ?? "template1"
        let chosen = reader.choice("response_format", [ResponseFormat.pdf, .json])
        maxPages = reader.integer("max_pages", 1...2)
        paper = reader.choice("paper", Paper.allCases) ?? .letter
        reader.refuseUnknown(Self.fields)
        try reader.finish()
        format = try ResponseFormat(chosen, for: request)
        guard jobDescription != nil || linkedInURL != nil else {
            throw Problem(.missingJob, "Send job_description (the posting's text), linkedin_job_url, or both.")
        }
        try templates.require(templateID)
    }
}
