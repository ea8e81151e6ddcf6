internal import HTTP
internal import Inspect
internal import Resume

extension Application {
    /// `POST /v1/ats/verify`: a PDF of anybody's, or one of the caller's generations, and what a machine makes of it.
    func verify(_ request: Request, _ caller: Caller) async throws -> Response {
        let order = try VerificationOrder(request)
        var headers: Headers = ["Cache-Control": "private, no-store", "Vary": "Accept"]
        var posting: JobPosting?
        if order.linkedInURL != nil || order.jobDescription != nil {
            let job = try await jobs.read(address: order.linkedInURL, text: order.jobDescription)
            for note in job.notes { headers.append(note, to: "X-Note") }
            posting = job.posting
        }
        let pdf: [UInt8]
        switch order.document {
        case .file(let file): pdf = file
        case .generation(let id):
            guard let found = try await generations.get(id, of: caller.userID),
                let stored = try await generations.pdf(id, of: caller.userID)
            else { throw Problem(.notFound, "There is no resume of that id.") }
            pdf = stored.bytes
            if posting == nil { posting = try found.record.flatMap { JobPosting(record: try JSON(parsing: $0)) } }
        }
        let report = try await verifier.verify(pdf, for: posting, from: order.profile)
        guard Accept(request).best(of: ["application/json", "text/html"]) == "text/html" else {
            headers["Content-Type"] = "application/json"
            return Response(status: 200, headers: headers, body: report.json.bytes)
        }
        return verificationPage.response(report, posting: posting, headers: headers)
    }
}

extension JobPosting {
    /// What a generation's record keeps of its posting.
    init?(record: JSON) {
        guard let job = record[member: "job"], let list = job[member: "keywords"]?.array else { return nil }
        let keywords = list.compactMap { json -> Keyword? in
            guard let term = json[member: "term"]?.string, let canonical = json[member: "canonical"]?.string,
                let importance = json[member: "importance"]?.string.flatMap(Keyword.Importance.init)
            else { return nil }
            return Keyword(term: term, canonical: canonical, importance: importance)
        }
        self.init(
            source: .text, language: job[member: "language"]?.string ?? "en", description: "", keywords: keywords)
        title = job[member: "title"]?.string
        company = job[member: "company"]?.string
    }
}
