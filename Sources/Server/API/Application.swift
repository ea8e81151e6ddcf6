// The server's inside: the pipeline of a generation and the routes. It knows HTTP as values (Request, Response), the
// database as Accounts and Generations, and typesetting as ResumeMaker; Service puts it behind a listener.

internal import Foundation
package import HTTP
internal import Inspect
internal import JobSource
internal import Postgres
internal import Resume
internal import Template

package struct Application: Sendable {
    let accounts: Accounts
    let generations: Generations
    let maker: ResumeMaker
    let jobs: JobReader
    /// How clients reach the server, without a slash at the end.
    let publicURL: String
    let observe: @Sendable (Event) -> Void

    /// Answers any request. Never throws: errors become responses here.
    package func respond(to request: Request) async -> Response {
        do {
            switch try Route(request) {
            case .health: return Response(status: 200, headers: ["Content-Type": "text/plain"], text: "ok\n")
            case .readiness: return try await readiness()
            case .list: return try await list(request)
            case .generate: return try await generate(request)
            case .resume(let id): return try await resume(id, request)
            case .pdf(let id): return try await pdf(id, request)
            }
        } catch {
            return response(for: error, to: request)
        }
    }

    /// The whole of a generation: caller, claim, profile, job, tailoring, typesetting, inspection, settlement, response.
    private func generate(_ request: Request) async throws -> Response {
        var timings = Timings()
        let caller = try await timings.measure(.auth) { try await accounts.caller(of: request, for: .write) }
        let order = try GenerationOrder(request, templates: maker.catalog)
        let profile = try await timings.measure(.profile) { try await readProfile(of: caller) }
        let job = try await timings.measure(.job) {
            try await jobs.read(address: order.linkedInURL, text: order.jobDescription)
        }
        guard let begun = try await claim(caller, order, &timings) else {
            let balance = try await accounts.credits(of: caller.userID)
            throw Problem(.noCredits, "This account has no credit left.")
                .with("remaining", .number(.init(balance.remaining))).with("resets_at", .null)
        }
        var finished: FinishedResume
        do {
            finished = try await maker.generate(profile, for: job.posting, order.options, timings: &timings)
            finished.notes = job.notes
            try await settle(begun.id, finished, timings: &timings)
        } catch {
            let problem = Problem(error)
            await generations.giveUp(begun.id, code: problem.code.rawValue)
            observe(.generationFailed(id: begun.id, requestID: request.id, code: problem.code.rawValue))
            throw error
        }
        observe(
            .generated(
                id: begun.id, requestID: request.id, pages: finished.pages, compiles: finished.compiles,
                serverTiming: timings.serverTiming))
        return Self.answer(finished, id: begun.id, remaining: begun.remaining, order.format, timings)
    }

    // MARK: The stages around the making

    private func readProfile(of caller: Caller) async throws -> Profile {
        guard let document = try await accounts.profile(of: caller.userID) else {
            throw Problem(.invalidBody, "This account has no profile yet: `kongresume profile import` brings one in.")
        }
        return try Profile(json: JSON(parsing: document))
    }

    private func claim(_ caller: Caller, _ order: GenerationOrder, _ timings: inout Timings) async throws
        -> Generations.Begun?
    {
        try await timings.measure(.store) {
            try await generations.begin(caller, templateID: order.templateID, sourceType: order.sourceType)
        }
    }

    private func settle(_ id: String, _ finished: FinishedResume, timings: inout Timings) async throws {
        let record = finished.json(id: id, timings: timings).text
        try await timings.measure(.store) {
            try await generations.complete(
                id, title: finished.title, record: record, pdf: finished.pdf, sha256: finished.sha256)
        }
    }

    private static func answer(
        _ finished: FinishedResume, id: String, remaining: Int, _ format: GenerationOrder.Format, _ timings: Timings
    ) -> Response {
        var headers: Headers = [
            "X-Generation-Id": id,
            "X-Page-Count": "\(finished.pages)",
            "X-Credits-Remaining": "\(remaining)",
            "Server-Timing": timings.serverTiming,
            "ETag": "\"\(hexadecimal(finished.sha256))\"",
            "Cache-Control": "private, no-store",
        ]
        if let coverage = finished.report.coverage {
            headers["X-Keyword-Coverage"] = "\((coverage * 100).rounded() / 100)"
        }
        for note in finished.notes { headers.append(note, to: "X-Note") }
        switch format {
        case .pdf:
            headers["Content-Type"] = "application/pdf"
            headers["Content-Disposition"] = FileName(finished.job?.title, finished.job?.company).contentDisposition
            return Response(status: 200, headers: headers, body: finished.pdf)
        case .json:
            headers["Content-Type"] = "application/json"
            return Response(status: 200, headers: headers, body: finished.json(id: id, timings: timings).bytes)
        }
    }

    private func response(for error: any Error, to request: Request) -> Response {
        let problem = Problem(error)
        // What the client may not see is what the operator must: errors that nobody foresaw, and those of the parts.
        if problem.code.status >= 500 {
            observe(.unexpected(error: String(reflecting: error), requestID: request.id))
        }
        var response = problem.response(requestID: request.id, instance: request.path)
        if let error = error as? MethodNotAllowed, !error.allowed.isEmpty { response.headers["Allow"] = error.allow }
        return response
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
