package import Resume

extension TailoringPlan {
    /// The same choice and order with other words. A keyword that is in none of them any more is no longer supported.
    /// Which item is the last to hold a keyword may be another now: ``init(_:for:from:lexicon:)`` judges anew.
    package func replacing(_ resume: TailoredResume, _ lexicon: Lexicon) -> TailoringPlan {
        let finder = KeywordFinder(supported, lexicon: lexicon)
        let held = resume.printedLines.reduce(into: Set<String>()) { $0.formUnion(finder.keywords(in: $1.text)) }
        return TailoringPlan(
            self, everything: resume,
            supported: supported.filter { held.contains($0.canonical) },
            missing: missing + supported.filter { !held.contains($0.canonical) })
    }
}
