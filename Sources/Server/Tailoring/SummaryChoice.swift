internal import Resume

/// What stands over a resume: that of the person's own summaries which fits the posting best, or where there is none one
/// sentence that is made of facts of the profile and nothing else.
struct SummaryChoice {
    private let relevance: Relevance
    private let weights: KeywordWeights

    init(_ relevance: Relevance, _ weights: KeywordWeights) {
        self.relevance = relevance
        self.weights = weights
    }

    func summary(of resume: TailoredResume, _ profile: Profile) -> TailoredResume.Line? {
        let others = profile.summaries.enumerated().filter { !$1.isEmpty }.map { place, text in
            TailoredResume.Line(text, from: JSONPointer.root.member("summaries").element(place))
        }
        let own = [resume.summary].compactMap { $0 } + others
        let values = own.map { relevance.score($0, base: 0).value }
        guard let most = values.max(), let best = values.firstIndex(of: most) else { return assembled(resume) }
        return own[best]
    }

    /// `Electrical Engineer at Larch Ltd (since 2019), with experience in EPLAN, PLC programming and AutoCAD.` Plain words
    /// only beside the person's own: no language has to bend them, and the gate knows them. Nothing where the newest role
    /// has no position and employer, or so long ones that they fill a line, or fewer than two skills are asked for.
    private func assembled(_ resume: TailoredResume) -> TailoredResume.Line? {
        let language = resume.language.lowercased().split { $0 == "-" || $0 == "_" }.first.map(String.init) ?? ""
        guard let words = Self.words[language], let role = presentRole(of: resume),
            let position = role.title, let employer = role.organization, let dates = role.dates,
            let start = dates.start, position.text.count + employer.text.count <= 90
        else { return nil }
        let skills = skills(of: resume)
        guard skills.count >= 2, let last = skills.last else { return nil }
        let list = skills.dropLast().map(\.text).joined(separator: ", ") + " \(words.and) " + last.text
        let period: String
        var items = position.items + employer.items + [role.item.member("startDate")]
        if dates.ongoing {
            period = "\(words.since) \(start.year)"
        } else if let end = dates.end {
            period = start.year == end.year ? "\(end.year)" : "\(start.year)–\(end.year)"
            items.append(role.item.member("endDate"))
        } else {
            return nil
        }
        let text = [
            ("{position}", position.text), ("{employer}", employer.text), ("{period}", period), ("{skills}", list),
        ].reduce(words.sentence) { $0.replacing($1.0, with: $1.1) }
        return TailoredResume.Line(text, from: items + skills.flatMap(\.items))
    }

    /// The newest role; of several that go on, the one with the most that is asked for.
    private func presentRole(of resume: TailoredResume) -> TailoredResume.Entry? {
        let roles = resume.sections.filter { $0.kind == .experience }.flatMap(\.entries)
        let present = roles.prefix { $0.dates?.ongoing == true }
        let weighed = present.map { role in
            weights.weight(Set(role.printedLines.flatMap { relevance.keywords(in: $0) }).sorted())
        }
        guard let most = weighed.max(), let index = weighed.firstIndex(of: most) else { return roles.first }
        return present[index]
    }

    /// The listed skills that the posting asks for, the most important first, at most three.
    private func skills(of resume: TailoredResume) -> [TailoredResume.Line] {
        let spellings = Dictionary(
            weights.keywords.map { ($0.canonical, $0.term) }, uniquingKeysWith: { first, _ in first })
        var taken: Set<String> = []
        var found: [(place: Int, line: TailoredResume.Line, value: Double)] = []
        let terms = resume.sections.filter { $0.kind == .skills }.flatMap(\.entries).flatMap(\.terms)
        for (place, term) in terms.enumerated() {
            let keywords = relevance.keywords(in: term).filter { !taken.contains($0) }
            // With the posting's name behind it, a term is too heavy for a sentence.
            guard let first = keywords.first, !term.text.contains("("), term.text.count <= 40 else { continue }
            taken.formUnion(keywords)
            var line = term
            // A common noun has a capital at the head of a list but not in a sentence; the posting tells which it is.
            if let spelling = spellings[first], spelling == spelling.lowercased(), spelling == term.text.lowercased() {
                line.text = spelling
            }
            found.append((place, line, weights.weight(keywords)))
        }
        return found.sorted { ($1.value, $0.place) < ($0.value, $1.place) }.prefix(3).map(\.line)
    }

    private struct Words {
        let sentence: String
        let since: String
        let and: String
    }

    private static let words: [String: Words] = [
        "en": Words(
            sentence: "{position} at {employer} ({period}), with experience in {skills}.", since: "since", and: "and"),
        "de": Words(sentence: "{position} bei {employer} ({period}), erfahren in {skills}.", since: "seit", and: "und"),
        "fr": Words(
            sentence: "{position} chez {employer} ({period}), avec une expérience en {skills}.", since: "depuis",
            and: "et"),
        "es": Words(
            sentence: "{position} en {employer} ({period}), con experiencia en {skills}.", since: "desde", and: "y"),
        "pt": Words(
            sentence: "{position}, {employer} ({period}), com experiência em {skills}.", since: "desde", and: "e"),
        "pl": Words(sentence: "{position}, {employer} ({period}); doświadczenie: {skills}.", since: "od", and: "i"),
    ]
}
