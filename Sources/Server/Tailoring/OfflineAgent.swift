package import Resume

/// Tailors by rule: the same input gives the same plan, and every line is the profile's own, or made of its facts alone.
package struct OfflineAgent: TailoringAgent {
    private let lexicon: Lexicon

    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    package func plan(for posting: JobPosting, from profile: Profile) -> TailoringPlan {
        var resume = TailoredResume(everythingIn: profile)
        let weights = KeywordWeights(posting, lexicon: lexicon)
        let skills = SkillOrder(weights, lexicon: lexicon)
        for index in resume.sections.indices where resume.sections[index].kind == .skills {
            resume.sections[index].entries = skills.named(skills.ordered(resume.sections[index].entries))
        }
        let relevance = Relevance(resume, posting, profile, weights)
        resume.sections = EntryOrder(relevance, weights).ordered(resume.sections)
        resume.summary = SummaryChoice(relevance, weights).summary(of: resume, profile)
        return TailoringPlan(resume, for: posting, relevance, weights)
    }
}
