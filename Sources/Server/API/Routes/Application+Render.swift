internal import HTTP
internal import Resume
internal import Template

/// What `POST /v1/resumes/render` was asked for.
struct RenderOrder {
    let profile: Profile
    let format: ResponseFormat
    let options: ResumeMaker.Options

    private static let fields = ["resume", "template_id", "response_format", "max_pages", "paper"]

    /// Reads a body. Everything that is wrong with it is said at once.
    init(_ request: Request, templates: TemplateCatalog) throws(Problem) {
        var reader = MemberReader(try JSONBody.members(request))
        let document = reader.json("resume")
        var options = ResumeMaker.Options()
        options.templateID = reader.string("template_id", most: 100) ?? "template1"
        options.maxPages = reader.integer("max_pages", 1...2)
        options.paper = reader.choice("paper", Paper.allCases) ?? .letter
        let chosen = reader.choice("response_format", [ResponseFormat.pdf, .json])
        reader.refuseUnknown(Self.fields)
        if document == nil { reader.note("resume", "This is missing: a JSON Resume document, an object.") }
        var profile: Profile?
        if let document {
            do throws(ProfileError) {
                profile = try Profile(json: document)
            } catch {
                for fault in error.faults {
                    reader.note(at: JSONPointer.root.member("resume").appending(fault.pointer), fault.message)
                }
            }
        }
        try reader.finish()
        guard let profile else { throw Problem(.invalidBody, "The body has no resume.") }
        format = try ResponseFormat(chosen, for: request)
        try templates.require(options.templateID)
        self.profile = profile
        self.options = options
    }
}

extension Application {
    /// `POST /v1/resumes/render`: a JSON Resume document as it is. The same body gives the same bytes, so that a retry
    /// needs no `Idempotency-Key`; one that is sent must be well-formed all the same.
    func render(_ request: Request, _ timings: inout Timings) async throws -> Response {
        let order = try RenderOrder(request, templates: maker.catalog)
        _ = try IdempotentRequest(request)
        let finished: FinishedResume
        do {
            finished = try await maker.render(order.profile, order.options, timings: &timings)
        } catch let error as TemplateError {
            // The document is not the whole body here.
            throw Problem(error).inside(JSONPointer.root.member("resume"))
        }
        var headers: Headers = [
            "Content-Type": order.format.mediaType,
            "X-Page-Count": "\(finished.pages)",
            "ETag": EntityTag(value: hexadecimal(finished.sha256)).description,
            "Cache-Control": "private, no-store",
            "Server-Timing": timings.serverTiming,
        ]
        switch order.format {
        case .pdf:
            headers["Content-Disposition"] = FileName(finished.resume.name.text).contentDisposition
            return Response(status: 200, headers: headers, body: finished.pdf)
        case .json:
            // The tag is the PDF's.
            headers["ETag"] = nil
            return Response(status: 200, headers: headers, body: finished.json(id: nil, timings: timings).bytes)
        }
    }
}
