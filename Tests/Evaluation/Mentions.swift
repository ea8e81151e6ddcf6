import JobSource
import Resume

/// What `fit_skills.py` learns from: the phrases of a posting, and whether people took them for skills.
enum Mentions {
    static func line(_ gold: Gold, lexicon: Lexicon) throws -> JSON {
        let comparison = SkillComparison(
            gold: gold, posting: try JobPosting(pastedText: gold.text, lexicon: lexicon), lexicon: lexicon)
        let mentions = try ObservedMention.all(ofPastedText: gold.text, lexicon: lexicon).map { mention -> JSON in
            let keyword = Keyword(
                term: mention.term, canonical: mention.canonical, importance: mention.importance,
                isKnown: mention.isKnown)
            let name = SkillComparison.Name(keyword)
            let hits = comparison.wanted.indices.filter { comparison.wanted[$0].isSame(name) }
            return [
                "term": .string(mention.term), "known": .bool(mention.isKnown),
                "canonical": .string(mention.canonical), "importance": .string(mention.importance.rawValue),
                "right": .bool(comparison.named.contains { $0.isSame(name) }),
                "hits": .array(hits.map { .number(.init($0)) }),
                "start": .number(.init(mention.place.lowerBound)), "end": .number(.init(mention.place.upperBound)),
                "features": .array(mention.features.map { .string($0) }),
            ]
        }
        return [
            "name": .string(gold.name), "wanted": .number(.init(comparison.wanted.count)),
            "mentions": .array(mentions),
        ]
    }
}
