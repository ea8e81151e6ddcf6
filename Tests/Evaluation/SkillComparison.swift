import Resume

/// The skills that were found in a posting beside those that one or two people found.
///
/// Where two annotated a posting, what both name is to be found, and what either names is right to find: what only one of
/// them takes for a skill is wrong in nobody's eyes, and missed in nobody's.
struct SkillComparison {
    let gold: Gold
    let posting: JobPosting
    let lexicon: Lexicon

    /// A name's form and its meaning: equal in one of them is the same skill.
    struct Name {
        let plain: String
        let canonical: String?
        let importance: Keyword.Importance

        init(_ keyword: Keyword) {
            plain = SkillComparison.plain(keyword.term)
            canonical = keyword.isKnown ? keyword.canonical : nil
            importance = keyword.importance
        }

        init(_ skill: (skill: String, importance: Keyword.Importance), _ lexicon: Lexicon) {
            plain = SkillComparison.plain(skill.skill)
            canonical = lexicon.canonical(of: skill.skill)
            importance = skill.importance
        }

        func isSame(_ other: Name) -> Bool {
            plain == other.plain || canonical != nil && canonical == other.canonical
        }
    }

    private let first: [Name]
    private let second: [Name]?
    /// What is right to find.
    let named: [Name]
    /// What is to be found.
    let wanted: [Name]

    init(gold: Gold, posting: JobPosting, lexicon: Lexicon) {
        (self.gold, self.posting, self.lexicon) = (gold, posting, lexicon)
        let first = gold.skills.map { Name($0, lexicon) }
        let second = gold.second.map { $0.map { Name($0, lexicon) } }
        (self.first, self.second) = (first, second)
        named = first + (second ?? [])
        wanted = second.map { second in first.filter { skill in second.contains { skill.isSame($0) } } } ?? first
    }

    func count(_ scores: inout Scores) {
        let found = posting.keywords.map(Name.init)
        scores.add("hard skills", score(found, right: named, wanted: wanted))
        for importance in Keyword.Importance.allCases {
            let isSo = { (name: Name) in name.importance == importance }
            let agreed =
                second.map { second in
                    first.filter { skill in second.contains { skill.isSame($0) && isSo($0) } }
                } ?? first
            scores.add(
                "– \(importance)",
                score(found.filter(isSo), right: named.filter(isSo), wanted: agreed.filter(isSo)))
        }
        let isKnown = posting.keywords.map(\.isKnown)
        for (label, known) in [("– of the lexicon", true), ("– beyond the lexicon", false)] {
            let part = zip(found, isKnown).filter { $1 == known }.map(\.0)
            scores.add(label, score(part, right: named, wanted: wanted))
        }
        let candidates = posting.candidates.map(Name.init)
        scores.add("candidates", score(candidates, right: named, wanted: wanted))
        if let second {
            scores.add("against the first annotation", score(found, right: first, wanted: first))
            scores.add("against the second annotation", score(found, right: second, wanted: second))
            scores.add("the second annotation against the first", score(second, right: first, wanted: first))
        }
        note(found, named, wanted, &scores)
    }

    private func score(_ found: [Name], right: [Name], wanted: [Name]) -> Score {
        Score(
            right: found.count { name in right.contains { name.isSame($0) } }, found: found.count,
            hit: wanted.count { name in found.contains { name.isSame($0) } }, wanted: wanted.count)
    }

    private func note(_ found: [Name], _ named: [Name], _ wanted: [Name], _ scores: inout Scores) {
        for (keyword, name) in zip(posting.keywords, found) {
            let sign = named.contains { name.isSame($0) } ? "=" : "+"
            scores.notes.append("\(sign) skill \(Self.description(keyword))")
        }
        let candidates = posting.candidates.map(Name.init)
        for name in wanted where !found.contains(where: { name.isSame($0) }) {
            let isCandidate = candidates.contains { name.isSame($0) }
            let skill = (gold.skills + (gold.second ?? [])).first { Name($0, lexicon).plain == name.plain }?.skill ?? ""
            scores.notes.append(
                "- skill \(skill) [\(name.importance)]\(isCandidate ? " candidate" : "")"
                    + (name.canonical == nil ? "" : " in lexicon"))
        }
        for (keyword, name) in zip(posting.candidates, candidates) {
            let sign = named.contains { name.isSame($0) } ? "=" : "+"
            scores.notes.append("\(sign) candidate \(Self.description(keyword))")
        }
    }

    private static func description(_ keyword: Keyword) -> String {
        "\(keyword.isKnown ? "" : "(new) ")\(keyword.term) [\(keyword.canonical), \(keyword.importance)]"
    }

    /// Equal but for case, hyphens and plurals.
    static func plain(_ name: String) -> String {
        name.lowercased().split { !($0.isLetter || $0.isNumber || "+#.".contains($0)) }.map { word in
            let single = word.hasSuffix("ies") ? word.dropLast(3) + "y" : word.hasSuffix("s") ? word.dropLast() : word
            return String(word.count > 3 ? single : word)
        }.joined()
    }
}
