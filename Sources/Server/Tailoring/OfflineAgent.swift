package import Resume

/// Tailors by rule: the same input gives the same plan, and every line is the profile's own.
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
        let relevance = Relevance(resume, posting, weights)
        let order = DropOrder(resume, relevance, weights)
        let printed = resume.printedLines.flatMap { relevance.keywords(in: $0) }
        let held = Set(printed)
        return TailoringPlan(
            everything: resume,
            droppable: order.order(permanent: Self.permanent(resume, relevance)),
            supported: posting.keywords.filter { held.contains($0.canonical) },
            missing: posting.keywords.filter { !held.contains($0.canonical) })
    }

    /// How many lines that are always printed hold each keyword: the headline, and the headings of roles and degrees.
    /// The name of a group of skills goes with the last of them, so that it does not count.
    private static func permanent(_ resume: TailoredResume, _ relevance: Relevance) -> [String: Int] {
        let entries = resume.sections.filter { $0.kind == .experience || $0.kind == .education }.flatMap(\.entries)
        let lines =
            [resume.headline].compactMap { $0 }
            + entries.flatMap { [$0.title, $0.organization, $0.location, $0.note].compactMap { $0 } }
        return lines.flatMap { relevance.keywords(in: $0) }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}
