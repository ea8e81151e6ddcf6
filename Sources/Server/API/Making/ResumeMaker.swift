// From a profile and a posting to a PDF that passed inspection. No account, no store: the commands that need no server
// use it as it is, and the server wraps it in a claim and a settlement.

internal import Crypto
internal import Engine
internal import Font
internal import ForkServer
package import Inspect
internal import JobSource
package import Resume
package import Tailoring
package import Template

package struct ResumeMaker: Sendable {
    package let catalog: TemplateCatalog
    private let engines: Engines
    /// What ``ready()`` starts.
    private let warmed: [TeXEngine]
    package let verifier: Verifier
    /// `nil` where none is configured.
    let model: ModelEndpoint?
    package var lexicon: Lexicon { verifier.lexicon }

    /// Starts the inspector. Engines start when they are first needed, or in ``ready()``.
    ///
    /// - Parameters:
    ///   - report: told what takes longer than a moment, such as building a format.
    ///   - observe: told how the language model does.
    package static func start(
        _ installation: Installation, _ settings: Settings, report: @escaping @Sendable (String) -> Void = { _ in },
        observe: @escaping @Sendable (Event) -> Void = { _ in }
    ) async throws -> ResumeMaker {
        let model = try settings.model.map { try ModelEndpoint($0, observe: observe) }
        return ResumeMaker(
            catalog: try installation.templateCatalog(),
            engines: Engines(installation.engineConfiguration(settings), report: report),
            warmed: settings.warmsXeTeX ? [.pdftex, .xetex] : [.pdftex],
            verifier: try Verifier.start(installation, settings),
            model: model)
    }

    /// Waits until the engines that serve most documents, or all if it is set so, and the inspector are warm.
    package func ready() async throws {
        try await engines.warm(warmed, for: catalog.templates.map(\.id))
        try await verifier.ready()
    }

    /// Has every engine typeset a page; what cannot is replaced. Returns what failed.
    package func check() async -> [String] { await engines.check() }

    /// What the pools of children are doing.
    func figures() async -> [(pool: String, figures: ForkPoolFigures)] {
        await engines.figures() + [("pdf-inspector", verifier.inspector.figures())]
    }

    package func stop() async {
        await engines.stop()
        await verifier.stop()
    }

    /// What is asked of a resume besides its content.
    package struct Options: Sendable {
        package var templateID = "template1"
        package var maxPages: Int?
        package var paper = Paper.letter
        /// Whether the language model may write, where there is one.
        package var usesModel = true

        package init() {}
    }

    /// Understands a posting that was pasted.
    package func posting(from text: String) throws -> JobPosting { try JobPosting(pastedText: text, lexicon: lexicon) }

    /// The most relevant true resume for a posting that fits, typeset and inspected.
    ///
    /// - Parameter sent: an earlier resume for the same employer, with which this one stays consistent.
    package func generate(
        _ profile: Profile, for posting: JobPosting, _ options: Options, after sent: SentResume? = nil,
        timings: inout Timings
    ) async throws -> FinishedResume {
        let tailored = try await timings.measure(.tailor) {
            try await tailor(profile, for: posting, withModel: options.usesModel)
        }
        let plan = sent.map(tailored.plan.consistent) ?? tailored.plan
        // Beyond `expendable` a keyword that the profile supports would be lost.
        let parts = FitSearch.parts(plan.droppable.prefix(plan.expendable))
        let fitted = try await fit(parts, options, timings: &timings) { plan.resume(without: $0) }
        let keywords = Keywords(supported: plan.supported, missing: plan.missing)
        var finished = try await finish(
            fitted, options, posting: posting, keywords: keywords,
            dropped: plan.dropped(fitted.dropped).map { ($0.item, $0.reason) },
            timings: &timings)
        finished.agent = tailored.agent
        finished.replaced = tailored.replaced
        finished.notes += tailored.notes
        finished.items = plan.judged(without: fitted.dropped)
        finished.sent = sent
        return finished
    }

    /// A whole profile, typeset and inspected as it is. Nothing is left out: what does not fit is an error.
    package func render(_ profile: Profile, _ options: Options, timings: inout Timings) async throws -> FinishedResume {
        let resume = TailoredResume(everythingIn: profile)
        let fitted = try await fit([], options, timings: &timings) { _ in resume }
        return try await finish(
            fitted, options, posting: nil, keywords: Keywords(supported: [], missing: []), dropped: [],
            timings: &timings)
    }

    // MARK: Stages

    private struct Keywords {
        let supported: [Keyword]
        let missing: [Keyword]
    }

    private struct Fitted {
        let resume: TailoredResume
        let body: TypesetBody
        let engine: String
        let compiled: Compiled
        let dropped: Set<Int>
        let fit: Fit
    }

    private func fit(
        _ parts: [FitSearch.Part], _ options: Options, timings: inout Timings,
        _ resume: (Set<Int>) -> TailoredResume
    ) async throws -> Fitted {
        guard let template = catalog[id: options.templateID] else { throw NoSuchTemplate(id: options.templateID) }
        return try await timings.measure(.typeset) {
            let search = FitSearch(parts: parts, mostPages: options.maxPages)
            let found = try await search.run { setting in
                let candidate = resume(setting.dropped)
                let body = try template.render(candidate, paper: options.paper, density: setting.density)
                let engine = try await engines.engine(body.engine, for: template.id)
                return ((candidate, body, engine.identity), try await engine.compile(body.latex))
            }
            let (best, content) = (found.candidate, found.candidate.content)
            return Fitted(
                resume: content.0, body: content.1, engine: content.2, compiled: best.compiled,
                dropped: best.setting.dropped,
                fit: Fit(
                    compiles: found.compiles, density: best.setting.density, lastPage: best.compiled.fill,
                    isCutShort: found.isCutShort))
        }
    }

    private func finish(
        _ fitted: Fitted, _ options: Options, posting: JobPosting?, keywords: Keywords,
        dropped: [(item: JSONPointer, reason: String)], timings: inout Timings
    ) async throws -> FinishedResume {
        guard let template = catalog[id: options.templateID] else { throw NoSuchTemplate(id: options.templateID) }
        let report = try await timings.measure(.inspect) { () async throws -> Report in
            let facts = try await verifier.inspector.inspect(fitted.compiled.pdf)
            let expectation = Expectation(
                fitted.resume, lines: fitted.body.lines, mostPages: options.maxPages ?? 2,
                supportedKeywords: keywords.supported, missingKeywords: keywords.missing)
            let written = KeywordFinder(keywords.supported, lexicon: lexicon).writtenForms(in: facts.flowingText)
            return verifier.gate.check(facts, against: expectation) { written[$0.canonical] }
        }
        guard report.passes else { throw FailedInspection(report: report) }
        return FinishedResume(
            title: Self.title(of: posting, fitted.resume), templateID: options.templateID,
            engine: fitted.engine, job: posting, pdf: fitted.compiled.pdf,
            sha256: Array(SHA256.hash(data: fitted.compiled.pdf)), pages: fitted.compiled.pages, report: report,
            resume: fitted.resume, dropped: dropped, latex: template.document(fitted.body.latex),
            fit: fitted.fit, notes: fitted.fit.note(pages: fitted.compiled.pages))
    }

    /// `Senior Product Analyst at Linear`, of what the posting says; the person's name where it says neither.
    private static func title(of posting: JobPosting?, _ resume: TailoredResume) -> String {
        switch (posting?.title, posting?.company) {
        case (let title?, let company?): "\(title) at \(company)"
        case (let title?, nil): title
        case (nil, let company?): "Resume for \(company)"
        case (nil, nil): resume.name.text
        }
    }
}

/// The PDF did not pass: it is not given to anybody.
package struct FailedInspection: Error, Sendable {
    package let report: Report
}

/// Lines that the profile does not support: nothing is made of them.
package struct UngroundedLines: Error, Sendable {
    package let count: Int
}

package struct NoSuchTemplate: Error, Sendable {
    package let id: String
}
