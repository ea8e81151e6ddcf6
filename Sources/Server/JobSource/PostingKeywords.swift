internal import Resume

/// The keywords of a posting, with how much it wants each: terms of the lexicon, and what the posting's own words make one.
struct PostingKeywords {
    private struct Finding {
        let keyword: Keyword
        let place: String.Index
    }

    private let segments: PostingSegments
    private let lexicon: Lexicon
    private let matches: [Lexicon.Match]
    private let language: String
    /// Words of the company's name, which are no skills.
    private let names: Set<String>
    /// A text that says nowhere what it wants is taken as a whole.
    private let isAll: Bool

    /// A longer sentence is none.
    private static let longest = 600
    /// How many phrases are looked at: more than any posting has, so that a megabyte costs no more.
    private static let most = 8000
    /// From here on a phrase is a skill rather than a candidate, and a candidate rather than nothing.
    private static let (sure, thinkable): (Float, Float) = (SkillWeights.sure, 0.15)

    /// - Parameter matches: the lexicon's terms in the text of the segments.
    init(_ segments: PostingSegments, _ matches: [Lexicon.Match], lexicon: Lexicon, company: String?, language: String)
    {
        self.segments = segments
        self.lexicon = lexicon
        self.matches = matches
        self.language = language
        names = Set((company ?? "").split { !($0.isLetter || $0.isNumber) }.map { $0.lowercased() })
        isAll = !segments.hasDemands
    }

    /// One for each canonical term, in the posting's own spelling, the most important first, then as they come; and the
    /// phrases that may be more.
    func keywords() -> (keywords: [Keyword], candidates: [Keyword]) {
        var (found, guessed): ([Finding], [Finding]) = ([], [])
        for (mention, importance) in mentions() {
            let finding = finding(mention, importance)
            if mention.likelihood >= Self.sure { found.append(finding) } else { guessed.append(finding) }
        }
        let keywords = Self.merged(found)
        let known = Set(keywords.map { $0.canonical.lowercased() })
        return (keywords, Self.merged(guessed).filter { !known.contains($0.canonical.lowercased()) })
    }

    /// Everything that may be a skill, with how much it is wanted.
    ///
    /// - Parameter isChosen: whether of mentions that overlap only the likeliest is given.
    func mentions(isChosen: Bool = true) -> [(SkillMention, Keyword.Importance)] {
        var mentions: [(SkillMention, Keyword.Importance)] = []
        var next = 0
        var left = Self.most
        for unit in segments.units where !unit.isHeading {
            while next < matches.count, matches[next].range.upperBound <= unit.range.lowerBound { next += 1 }
            var inside: [Lexicon.Match] = []
            while next < matches.count, matches[next].range.lowerBound < unit.range.upperBound {
                inside.append(matches[next])
                next += 1
            }
            let importance = PostingImportance(unit, in: segments.text, isAll: isAll)
            guard let last = importance.spans.last, left > 0 else { continue }
            let all = self.mentions(of: unit, inside, &left)
            for mention in isChosen ? Self.chosen(all) : all {
                let span = importance.spans.first { $0.range.contains(mention.range.lowerBound) } ?? last
                mentions.append((mention, span.importance))
            }
        }
        return mentions
    }

    /// The last word of the longer name that a term begins: `SAP PP`, `Sage 200`, `Cyber Essentials Plus`.
    private func end(of term: ClosedRange<Int>, in sentence: SkillSentence) -> Int {
        guard sentence.words[term.lowerBound].shape != .lower else { return term.upperBound }
        var end = term.upperBound
        for next in sentence.words.indices.dropFirst(end + 1).prefix(2) {
            let word = sentence.words[next]
            let isName = word.isName || word.shape == .number || word.shape == .capital && language != "de"
            guard word.joint == .space, isName, sentence.known[next] < 0, word.lower.utf8.count < 12,
                word.traits.isEmpty || word.shape == .capital && Self.grades.contains(word.lower)
            else { break }
            end = next
        }
        return end + 1 < sentence.words.count && sentence.words[end + 1].joint == .space && sentence.known[end + 1] >= 0
            ? term.upperBound : end
    }

    /// With a capital the last word of a product's or a certificate's name.
    private static let grades: Set<String> = [
        "plus", "pro", "associate", "professional", "expert", "advanced", "foundation", "practitioner", "specialist",
        "enterprise", "online", "cloud", "premium",
    ]

    private func mentions(of unit: PostingSegments.Unit, _ matches: [Lexicon.Match], _ left: inout Int)
        -> [SkillMention]
    {
        let isLong = unit.folded.count > Self.longest
        if isLong, matches.isEmpty { return [] }
        let sentence = SkillSentence(unit, in: segments.text, matches, language: language)
        let score = SkillScore(sentence, lexicon: lexicon)
        let subjects = FieldsOfStudy(unit, in: segments.text)
        let asksYears = unit.kind == .requirements || unit.kind == .preferred
        let careers =
            asksYears && ExperienceDemand.mayOccur(in: unit.folded)
            ? ExperienceDemand.demands(in: segments.text[unit.range]).map(\.range) : []
        var mentions: [SkillMention] = []
        for (index, match) in matches.enumerated() where !subjects.contains(match.range) {
            guard let first = sentence.known.firstIndex(of: index), let last = sentence.known.lastIndex(of: index),
                !sentence.words[last].traits.contains(.isNoSkill) || last > first
            else { continue }
            left -= 1
            var mention = score.mention(
                first..<(last + 1), match, isCareer: careers.contains { $0.overlaps(match.range) })
            let end = match.term.field == "languages" ? last : end(of: first...last, in: sentence)
            if end > last { mention.range = match.range.lowerBound..<sentence.words[end].range.upperBound }
            mentions.append(mention)
        }
        guard !isLong, unit.kind != .header, unit.kind != .company, !isShouted(sentence) else { return mentions }
        for range in SkillPhrases(sentence).ranges where isNominal(sentence.words[range]) {
            left -= 1
            let phrase = score.mention(range, nil, isCareer: false)
            if !subjects.contains(phrase.range) { mentions.append(phrase) }
        }
        return mentions
    }

    /// Of mentions that overlap the likeliest, in the order of the text.
    private static func chosen(_ mentions: [SkillMention]) -> [SkillMention] {
        var chosen: [SkillMention] = []
        for mention in mentions.sorted(by: { $0.likelihood > $1.likelihood }) where mention.likelihood > thinkable {
            if !chosen.contains(where: { $0.range.overlaps(mention.range) }) { chosen.append(mention) }
        }
        return chosen.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// A sentence in capitals says nothing about single words.
    private func isShouted(_ sentence: SkillSentence) -> Bool {
        sentence.words.contains { $0.shape == .capitals && $0.lower.utf8.count > 6 }
            && !sentence.words.contains { $0.shape == .lower || $0.shape == .capital }
    }

    private func isNominal(_ words: ArraySlice<SentenceWord>) -> Bool {
        guard let first = words.first, let last = words.last else { return false }
        if words.contains(where: { names.contains($0.lower) || $0.lower.contains("@") }) { return false }
        if words.count == 1, first.lower.utf8.count < 2 || first.shape == .number { return false }
        return !last.traits.contains(.breaks) || last.isName
    }

    private func finding(_ mention: SkillMention, _ importance: Keyword.Importance) -> Finding {
        // A clean text has no white space but single spaces and line breaks.
        let written = segments.text[mention.range]
        let term =
            written.utf8.contains(UInt8(ascii: "\n"))
            ? written.split(whereSeparator: \.isWhitespace).joined(separator: " ") : String(written)
        return Finding(
            keyword: Keyword(
                term: term, canonical: mention.match?.canonical ?? term, importance: importance,
                isKnown: mention.match != nil),
            place: mention.range.lowerBound)
    }

    private static func merged(_ found: [Finding]) -> [Keyword] {
        var best: [String: Finding] = [:]
        for finding in found {
            let name = finding.keyword.isKnown ? finding.keyword.canonical : finding.keyword.canonical.lowercased()
            if let other = best[name], other.keyword.importance.rank <= finding.keyword.importance.rank { continue }
            best[name] = finding
        }
        return best.values.sorted {
            ($0.keyword.importance.rank, $0.place) < ($1.keyword.importance.rank, $1.place)
        }.map(\.keyword)
    }
}

extension Keyword.Importance {
    /// 0 for what is wanted most.
    fileprivate var rank: Int {
        switch self {
        case .required: 0
        case .preferred: 1
        case .mentioned: 2
        }
    }
}
