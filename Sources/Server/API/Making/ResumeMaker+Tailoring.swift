// The stage "tailor": which agent writes, and the gate that every line of every agent goes through.

internal import JobSource
internal import Resume
internal import Tailoring

/// What is to be printed, and how it came about.
struct Tailored: Sendable {
    enum Agent: String, Sendable { case offline, llm }

    var plan: TailoringPlan
    let agent: Agent
    /// Lines that an agent wrote and that are not printed.
    let replaced: [GroundedPlan.Replaced]
    let notes: [String]
}

extension ResumeMaker {
    /// The offline agent's plan, reworded by the model where there is one. No line leaves this that the profile does not
    /// hold.
    ///
    /// - Throws: ``ModelError`` where the model failed and nothing may stand in for it.
    func tailor(_ profile: Profile, for posting: JobPosting, withModel: Bool) async throws -> Tailored {
        let grounding = Grounding(profile, lexicon: lexicon)
        let offline: any TailoringAgent = OfflineAgent(lexicon: lexicon)
        let planned = try await offline.plan(for: posting, from: profile)
        let own = grounding.grounded(planned, of: profile)
        var tailored = Tailored(plan: own.plan, agent: .offline, replaced: own.replaced, notes: [])
        if withModel, let model {
            do {
                let rewriting = try await model.rewrite(own.plan, for: posting, lexicon)
                let grounded = grounding.grounded(rewriting.plan, of: profile, instead: own.plan)
                tailored = Tailored(
                    plan: grounded.plan, agent: .llm, replaced: own.replaced + rewriting.refused + grounded.replaced,
                    notes: [])
            } catch {
                guard error.code != .cancelled, model.settings.fallback == .offline else { throw error }
                let note =
                    "The lines are in the profile's own words, because the language model failed. \(error.message)"
                tailored = Tailored(plan: own.plan, agent: .offline, replaced: own.replaced, notes: [note])
            }
        }
        let failures = grounding.failures(in: tailored.plan.everything)
        guard failures.isEmpty else { throw UngroundedLines(count: failures.count) }
        if tailored.plan.everything != planned.everything {
            // Other words, other keywords: what may go, and in which order, is judged by what is going to be printed.
            tailored.plan = TailoringPlan(tailored.plan.everything, for: posting, from: profile, lexicon: lexicon)
        }
        return tailored
    }
}

extension ModelEndpoint {
    fileprivate func rewrite(
        _ plan: TailoringPlan, for posting: JobPosting, _ lexicon: Lexicon
    ) async throws(ModelError) -> LLMAgent.Rewriting {
        let budget = LLMAgent.Budget(inputTokens: settings.inputTokens, outputTokens: settings.outputTokens)
        let agent = LLMAgent(
            over: OfflineAgent(lexicon: lexicon), lexicon: lexicon, model: settings.model, budget: budget
        ) { body throws(ModelError) in try await complete(body) }
        return try await watch { () async throws(ModelError) in try await agent.rewriting(of: plan, for: posting) }
    }
}
