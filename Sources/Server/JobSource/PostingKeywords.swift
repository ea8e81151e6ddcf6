/// The keywords of a posting, with how much it wants each: terms of the lexicon, and what the posting's own words make one.
internal import Foundation
internal import Resume

let DEBUG = ProcessInfo.processInfo.environment["UDEBUG"] != nil
struct PostingKeywords {
    private struct Finding {
        let keyword: Keyword
        let place: String.Index
    }

    private let segments: PostingSegments
    private let lexicon: Lexicon
    private let matches: [Lexicon.Match]
    private let company: String?
    private let language: String

    /// - Parameter matches: the lexicon's terms in the text of the segments.
    init(_ segments: PostingSegments, _ matches: [Lexicon.Match], lexicon: Lexicon, company: String?, language: String)
    {
        self.segments = segments
        self.lexicon = lexicon
        self.matches = matches
        self.company = company
        self.language = language
    }

    /// One for each canonical term, in the posting's own spelling, the most important first, then as they come; and the
    /// phrases that may be more.
    func keywords() -> (keywords: [Keyword], candidates: [Keyword]) {
        var phrases = SkillPhrases(lexicon: lexicon, company: company)
        var (found, guessed): ([Finding], [Finding]) = ([], [])
        var next = 0
        // A text that says nowhere what it wants is taken as a whole.
        let isAll = !segments.hasDemands
        for unit in segments.units where !unit.isHeading {
            let importance = PostingImportance(unit, in: segments.text, isAll: isAll)
            while next < matches.count, matches[next].range.upperBound <= unit.range.lowerBound { next += 1 }
            var inside: [Lexicon.Match] = []
            while next < matches.count, matches[next].range.lowerBound < unit.range.upperBound {
                inside.append(matches[next])
                next += 1
            }
            guard let last = importance.spans.last else { continue }
            let subjects = FieldsOfStudy(unit, in: segments.text)
            let asksYears = unit.kind == .requirements || unit.kind == .preferred
            let careers =
                asksYears && ExperienceDemand.mayOccur(in: unit.folded)
                ? ExperienceDemand.demands(in: segments.text[unit.range]).map(\.range) : []
            let names = ProperNames.names(in: segments.text[unit.range], capitalizesNouns: language == "de")
            for match in inside where !subjects.contains(match.range) {
                let span = importance.spans.first { $0.range.contains(match.range.lowerBound) } ?? last
                let finding = finding(match, written: Self.whole(match, names, inside), span.importance)
                if SkillWords.notNames.contains(match.written.lowercased()) { continue }
                let isCareer = careers.contains { $0.overlaps(match.range) }
                if !isAll, isCommonWord(match, span.importance, isCareer: isCareer) {
                    guessed.append(finding)
                } else {
                    found.append(finding)
                }
            }
            guard unit.kind != .header, unit.kind != .company else { continue }
            for phrase in phrases.phrases(of: unit, in: segments.text, besides: inside, subjects, names) {
                let span = importance.spans.first { $0.range.contains(phrase.range.lowerBound) } ?? last
                let written = Self.oneLine(segments.text[phrase.range])
                let keyword = Keyword(
                    term: written,
                    canonical: written,
                    importance: span.importance, isKnown: false)
                let finding = Finding(keyword: keyword, place: phrase.range.lowerBound)
                if phrase.isSure { found.append(finding) } else { guessed.append(finding) }
            }
        }
        let keywords = Self.merged(found)
        let known = Set(keywords.map { $0.canonical.lowercased() })
        return (keywords, Self.merged(guessed).filter { !known.contains($0.canonical.lowercased()) })
    }

    /// The longer name that a term is a part of: `Cyber Essentials Plus`, `SAP PP`, if it holds no other term.
    private static func whole(
        _ match: Lexicon.Match, _ names: [ProperNames.Name], _ all: [Lexicon.Match]
    ) -> Range<String.Index> {
        guard match.term.field != "languages",
            let name = names.first(where: { $0.range.overlaps(match.range) && $0.count <= 4 }),
            name.range.lowerBound <= match.range.lowerBound, name.range.upperBound >= match.range.upperBound,
            name.range.lowerBound == match.range.lowerBound,
            !all.contains(where: { $0.range != match.range && $0.range.overlaps(name.range) })
        else { return match.range }
        return name.range
    }

    /// Whether a term is more likely just a word here: what the work is about is told in the words of the trade, and not each
    /// is a skill; where years are asked for, what was done in them is a career; a whole field of work is too wide for one.
    private func isCommonWord(_ match: Lexicon.Match, _ importance: Keyword.Importance, isCareer: Bool) -> Bool {
        guard match.term.field != "languages" else { return false }
        let isPlain = !match.written.contains { $0.isUppercase || $0.isNumber }
        // `Five years in retail management` asks for the years.
        if isPlain, importance == .mentioned || isCareer { return true }
        return SkillWords.fields.contains(match.canonical.lowercased())
            || SkillWords.fields.contains(match.written.lowercased())
    }

    private func finding(_ match: Lexicon.Match, written: Range<String.Index>, _ importance: Keyword.Importance)
        -> Finding
    {
        Finding(
            keyword: Keyword(
                term: Self.oneLine(segments.text[written]), canonical: match.canonical, importance: importance),
            place: match.range.lowerBound)
    }

    private static func oneLine(_ text: Substring) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
