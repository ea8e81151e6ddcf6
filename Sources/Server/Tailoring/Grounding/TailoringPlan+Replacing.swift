package import Resume

extension TailoringPlan {
    /// The same choice and order with other words. A keyword that is in none of them any more is no longer supported.
    package func replacing(_ resume: TailoredResume, _ lexicon: Lexicon) -> TailoringPlan {
        let finder = KeywordFinder(supported, lexicon: lexicon)
        let held = resume.printedLines.reduce(into: Set<String>()) { $0.formUnion(finder.keywords(in: $1.text)) }
        return TailoringPlan(
            everything: resume, droppable: droppable,
            supported: supported.filter { held.contains($0.canonical) },
            missing: missing + supported.filter { !held.contains($0.canonical) })
    }
}
