package import Resume

/// Has a language model reword the lines of another agent's plan. What is printed and in which order stays that agent's
/// choice, and whether a line may be printed is the gate's.
package struct LLMAgent: TailoringAgent {
    package typealias Replaced = GroundedPlan.Replaced

    /// A plan with other words, and the model's lines that were not taken.
    package struct Rewriting: Sendable {
        package let plan: TailoringPlan
        package let refused: [Replaced]
    }

    private let base: any TailoringAgent
    private let lexicon: Lexicon
    private let model: String
    private let budget: Budget
    private let send: @Sendable (JSON) async throws(ModelError) -> [UInt8]

    package struct Budget: Sendable, Hashable {
        package let inputTokens: Int
        package let outputTokens: Int

        package init(inputTokens: Int = 12_000, outputTokens: Int = 4_000) {
            self.inputTokens = inputTokens
            self.outputTokens = outputTokens
        }
    }

    /// - Parameters:
    ///   - model: the name that the endpoint knows it by.
    ///   - send: asks `/chat/completions` and gives the body of a 200.
    package init(
        over base: any TailoringAgent, lexicon: Lexicon, model: String, budget: Budget = Budget(),
        send: @escaping @Sendable (JSON) async throws(ModelError) -> [UInt8]
    ) {
        self.base = base
        self.lexicon = lexicon
        self.model = model
        self.budget = budget
        self.send = send
    }

    package func plan(for posting: JobPosting, from profile: Profile) async throws -> TailoringPlan {
        try await rewriting(of: base.plan(for: posting, from: profile), for: posting).plan
    }

    /// - Throws: ``ModelError`` where nothing usable was answered.
    package func rewriting(of plan: TailoringPlan, for posting: JobPosting) async throws(ModelError) -> Rewriting {
        let request = RewritingRequest(plan, posting, budget)
        guard !request.lines.isEmpty else { return Rewriting(plan: plan, refused: []) }
        let answer = try RewritingAnswer(try await send(request.body(model: model)))
        return apply(answer, to: plan, request)
    }

    private func apply(_ answer: RewritingAnswer, to plan: TailoringPlan, _ request: RewritingRequest) -> Rewriting {
        let finder = KeywordFinder(plan.supported, lexicon: lexicon)
        let counts = answer.lines.reduce(into: [String: Int]()) { $0[$1.address, default: 0] += 1 }
        var taken: [String: TailoredResume.Line] = [:]
        var refused: [Replaced] = []
        for line in answer.lines {
            switch judge(line, request, isOnly: counts[line.address] == 1, finder) {
            case .success(let new): taken[line.address] = new
            case .failure(let reason):
                let items = request.lines[line.address]?.items ?? []
                refused.append(Replaced(line: Self.quotable(line.text), items: items, reasons: [reason.text]))
            }
        }
        return Rewriting(plan: plan.replacing(plan.everything.with(taken), lexicon), refused: refused)
    }

    private struct Reason: Error { let text: String }

    private func judge(
        _ line: RewritingAnswer.Line, _ request: RewritingRequest, isOnly: Bool, _ finder: KeywordFinder
    ) -> Result<TailoredResume.Line, Reason> {
        guard let own = request.lines[line.address] else {
            return .failure(Reason(text: "the model named a line that is not there"))
        }
        guard isOnly else { return .failure(Reason(text: "the model wrote this line twice")) }
        guard let text = try? TextHygiene.clean(line.text), !text.isEmpty else {
            return .failure(Reason(text: "the model wrote nothing that can be printed"))
        }
        guard text.utf8.count <= max(300, 2 * own.text.utf8.count) else {
            return .failure(Reason(text: "the model wrote far more than the line has"))
        }
        var items = own.items
        for name in line.items where name != line.address || request.items[name] != nil {
            guard let item = request.items[name] else {
                return .failure(Reason(text: "the model named an item that is not there"))
            }
            if !items.contains(item) { items.append(item) }
        }
        let lost = finder.keywords(in: own.text).subtracting(finder.keywords(in: text)).sorted()
        guard lost.isEmpty else { return .failure(Reason(text: "it loses \(lost.joined(separator: ", "))")) }
        return .success(TailoredResume.Line(text, from: items))
    }

    /// What the model wrote, fit for a report.
    private static func quotable(_ text: String) -> String {
        let clean = (try? TextHygiene.clean(text)) ?? ""
        return clean.count > 600 ? clean.prefix(600) + "…" : clean
    }
}

extension TailoredResume {
    /// The same with other lines at these addresses.
    fileprivate func with(_ lines: [String: Line]) -> TailoredResume {
        var resume = self
        resume.summary = summary.map { lines[RewritingRequest.summary] ?? $0 }
        for section in sections.indices where [.experience, .projects, .volunteer].contains(sections[section].kind) {
            for entry in sections[section].entries.indices {
                let own = sections[section].entries[entry]
                resume.sections[section].entries[entry].summary = own.summary.map { lines[$0.item.description] ?? $0 }
                resume.sections[section].entries[entry].bullets = own.bullets.map { lines[$0.item.description] ?? $0 }
            }
        }
        return resume
    }
}
