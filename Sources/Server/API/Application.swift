// The server's inside: the pipeline of a generation and the routes. It knows HTTP as values (Request, Response), the
// database as Accounts and Generations, and typesetting as ResumeMaker; Service puts it behind a listener.

internal import Foundation
internal import HTTP
internal import Inspect
internal import JobSource
internal import Postgres
internal import Resume
internal import Tailoring
internal import Template

package struct Application: Sendable {
    let accounts: Accounts
    let generations: Generations
    let cursors: Cursors
    let maker: ResumeMaker
    /// `nil` where sessions are not configured.
    let sessions: Sessions?
    let rates: RateLimiter
    let metrics: Metrics
    let page: ContractPages
    let verificationPage: VerificationPage
    let previews: Previews
    /// Of PDFs that come from outside.
    let verifier: Verifier
    let jobs: JobReader
    /// How clients reach the server, without a slash at the end.
    let publicURL: String
    let observe: @Sendable (Event) -> Void

    /// The whole of a generation: caller, claim, profile, job, tailoring, typesetting, inspection, settlement, response.
    func generate(_ request: Request, _ caller: Caller, _ timings: inout Timings) async throws -> Response {
        let order = try GenerationOrder(request, templates: maker.catalog)
        let repeatable = try IdempotentRequest(request)
        let begun: Generations.Begun
        switch try await claim(caller, order, repeatable, &timings) {
        case .begun(let generation): begun = generation
        case .replay(let answer): return answer.replay
        case .noCredits(let remaining, let resetsAt):
            throw Problem(.noCredits, "This account has no credit left until \(resetsAt).")
                .with("remaining", .number(.init(remaining))).with("resets_at", .string(resetsAt))
        }
        do {
            let profile = try await timings.measure(.profile) { try await readProfile(of: caller) }
            let job = try await timings.measure(.job) {
                try await jobs.read(address: order.linkedInURL, text: order.jobDescription)
            }
            let sent = try await timings.measure(.profile) { try await readHistory(of: caller, for: job.posting) }
            var options = order.options
            // A test key costs nothing, so that it may cost nothing.
            options.usesModel = caller.mode == .live
            var finished = try await maker.generate(
                profile, for: job.posting, options, after: sent, timings: &timings)
            finished.notes = job.notes + finished.notes
            var response = answer(finished, to: order, begun, timings)
            try await settle(begun, of: caller, finished, response, order.format, &timings)
            observe(
                .generated(
                    id: begun.id, requestID: request.id, pages: finished.pages, compiles: finished.fit.compiles,
                    serverTiming: timings.serverTiming))
            response.headers["Server-Timing"] = timings.serverTiming
            return response
        } catch {
            let problem = Problem(error)
            // What was wrong with the request itself leaves no trace in the history.
            await generations.giveUp(
                begun.id, of: caller, code: problem.code.rawValue, keepsRecord: problem.code.status >= 500)
            observe(.generationFailed(id: begun.id, requestID: request.id, code: problem.code.rawValue))
            throw error
        }
    }

    // MARK: The stages around the making

    private func claim(
        _ caller: Caller, _ order: GenerationOrder, _ repeatable: IdempotentRequest?, _ timings: inout Timings
    ) async throws -> Generations.Beginning {
        try await timings.measure(.store) {
            try await generations.begin(
                caller, templateID: order.templateID, sourceType: order.sourceType, for: repeatable)
        }
    }

    private func readProfile(of caller: Caller) async throws -> Profile {
        guard let stored = try await accounts.profile(of: caller.userID) else {
            throw Problem(.invalidBody, "This account has no profile yet: `kongresume profile import` brings one in.")
        }
        return try Profile(json: JSON(parsing: stored.document))
    }

    /// What the posting's employer was sent before; `nil` where that is nothing, or where the posting names nobody.
    private func readHistory(of caller: Caller, for posting: JobPosting) async throws -> SentResume? {
        guard let company = posting.company else { return nil }
        return try await generations.newest(of: caller.userID, for: company).flatMap(SentResume.init)
    }

    /// Record, PDF, debit and the answer for whoever asks again, all or nothing. Afterwards the answer may only be sent.
    private func settle(
        _ begun: Generations.Begun, of caller: Caller, _ finished: FinishedResume, _ response: Response,
        _ format: ResponseFormat, _ timings: inout Timings
    ) async throws {
        let kept = KeptAnswer(
            status: response.status, headers: response.headers, body: format == .pdf ? nil : response.body)
        let result = Generations.Result(
            title: finished.title, record: finished.json(id: begun.id, timings: timings).text, pdf: finished.pdf,
            sha256: finished.sha256, answer: kept)
        try await timings.measure(.store) { try await generations.complete(begun.id, of: caller, result) }
    }

    /// Everything of the answer but `Server-Timing`, which is about one request and not about what it made.
    private func answer(
        _ finished: FinishedResume, to order: GenerationOrder, _ begun: Generations.Begun, _ timings: Timings
    ) -> Response {
        var headers: Headers = [
            "X-Generation-Id": begun.id,
            "X-Page-Count": "\(finished.pages)",
            "X-Credits-Remaining": "\(begun.remaining)",
            "ETag": "\"\(hexadecimal(finished.sha256))\"",
            "Cache-Control": "private, no-store",
        ]
        if let coverage = finished.report.coverage {
            headers["X-Keyword-Coverage"] = "\((coverage * 100).rounded() / 100)"
        }
        for note in finished.notes { headers.append(note, to: "X-Note") }
        switch order.format {
        case .pdf:
            headers["Content-Type"] = "application/pdf"
            headers["Content-Disposition"] = FileName(finished.job?.title, finished.job?.company).contentDisposition
            return Response(status: 200, headers: headers, body: finished.pdf)
        case .json:
            headers["Content-Type"] = "application/json"
            let item = Generations.Item(
                id: begun.id, title: finished.title, templateID: order.templateID, sourceType: order.sourceType,
                status: "completed", createdAt: begun.createdAt)
            let stored = Generations.Stored(
                item: item, record: finished.json(id: begun.id, timings: timings).text, errorCode: nil)
            return Response(status: 200, headers: headers, body: (try? document(of: stored).bytes) ?? [])
        }
    }
}

extension GenerationOrder {
    var options: ResumeMaker.Options {
        var options = ResumeMaker.Options()
        options.templateID = templateID
        options.maxPages = maxPages
        options.paper = paper
        return options
    }
}
