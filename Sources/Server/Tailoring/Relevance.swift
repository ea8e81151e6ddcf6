internal import Resume

/// What is worth printing for a posting: a score for a line, and what speaks for it.
struct Relevance {
    struct Score {
        var value: Double
        /// Canonical names of the posting's keywords in the line.
        var keywords: [String] = []
        /// Words of the posting's that are none of its keywords.
        var shared: [String] = []
        var others: [String] = []

        /// The same for two lines that go together.
        mutating func take(_ part: Score) {
            value += part.value
            keywords += part.keywords.filter { !keywords.contains($0) }
            shared += part.shared.filter { !shared.contains($0) }
            others += part.others.filter { !others.contains($0) }
        }
    }

    private let weights: KeywordWeights
    private let similarity: Similarity
    private let emphasis: Emphasis
    private let leads: Bool
    private let isFirstJob: Bool
    /// In how many lines each keyword stands: what only one line shows is worth more there.
    private let frequency: [String: Int]
    private let found: [String: [String]]
    private let newest: PartialDate?

    init(_ resume: TailoredResume, _ posting: JobPosting, _ profile: Profile, _ weights: KeywordWeights) {
        self.weights = weights
        let lines = resume.printedLines.map(\.text)
        let found = Dictionary(lines.map { ($0, weights.keywords(in: $0)) }, uniquingKeysWith: { first, _ in first })
        self.found = found
        frequency = lines.reduce(into: [:]) { table, line in
            for keyword in found[line] ?? [] { table[keyword, default: 0] += 1 }
        }
        similarity = Similarity(posting, among: lines, language: resume.language)
        emphasis = Emphasis(profile)
        leads = Leadership.isAsked(of: posting)
        isFirstJob = posting.seniority == .intern || posting.seniority == .junior
        newest = resume.sections.flatMap(\.entries).compactMap { $0.dates?.end ?? $0.dates?.start }.max()
    }

    /// Canonical names of the posting's keywords in a line.
    func keywords(in line: TailoredResume.Line) -> [String] { found[line.text] ?? weights.keywords(in: line.text) }

    /// - Parameter base: what a line of its kind is worth when nothing speaks for it.
    /// - Parameter isShort: whether the line is one term of a list, which costs no room worth saving by leaving a keyword
    ///   to the lines that have it too.
    func score(_ line: TailoredResume.Line, base: Double, isShort: Bool = false) -> Score {
        let keywords = keywords(in: line)
        var score = Score(value: base, keywords: keywords)
        for keyword in keywords {
            let share = isShort ? 1 : Double(max(frequency[keyword] ?? 1, 1)).squareRoot()
            score.value += weights.weight(keyword) / share
        }
        let match = similarity.match(line.text)
        // A term that is no keyword may still share a word; a list of such terms is not what anybody looks for.
        score.value += (isShort ? 0.5 : 2.5) * match.value
        if match.value > 0.25, keywords.isEmpty { score.shared = match.shared }
        guard !isShort else { return score }
        if line.text.hasQuantity {
            score.value += 0.6
            score.others.append("a result in figures")
        }
        if leads, Leadership.isShown(in: line.text) {
            score.value += 0.8
            score.others.append("leading people, which the role is about")
        }
        if emphasis.isShared(by: line.text) {
            score.value += 0.4
            score.others.append("what the person describes as their field")
        }
        return score
    }

    /// What speaks for a line, in a few words each.
    func reasons(_ score: Score) -> [String] {
        let words = score.shared.isEmpty ? [] : ["shares with the posting: \(score.shared.joined(separator: ", "))"]
        return weights.reasons(weights.inOrder(score.keywords)) + words + score.others
    }

    /// What education, projects and volunteering gain where a posting is for a beginner.
    var beginnersBonus: Double { isFirstJob ? 0.8 : 0 }

    /// 1 for what goes on or ended last, 0 for what ended twelve years before or at no known time. Counted from the
    /// profile's own newest date, so that the same input is the same tomorrow.
    func recency(of dates: TailoredResume.DateRange?) -> Double {
        guard let dates else { return 0 }
        if dates.ongoing { return 1 }
        guard let newest, let end = dates.end ?? dates.start else { return 0 }
        let months = (newest.year - end.year) * 12 + (newest.month ?? 6) - (end.month ?? 6)
        return max(0, 1 - Double(max(months, 0)) / 144)
    }
}

/// What the person says of themselves besides the resume, `niche` and `description`: never printed, but it tells which of
/// two lines they would rather keep.
private struct Emphasis {
    private let stems: Stems
    private let words: Set<String>

    init(_ profile: Profile) {
        stems = Stems(profile.language)
        words = Set([profile.niche, profile.description].compactMap { $0 }.flatMap(stems.stems))
    }

    func isShared(by text: String) -> Bool {
        !words.isEmpty && Set(stems.stems(of: text)).intersection(words).count >= 2
    }
}

extension String {
    /// Whether there is a number that measures something: a per cent, a sum of money, a count above one digit.
    var hasQuantity: Bool {
        if contains(where: { "%$€£‰".contains($0) }) { return contains { $0.isNumber } }
        return split { !($0.isNumber || ".,".contains($0)) }.contains { number in
            let digits = number.filter(\.isNumber)
            // Four digits without a mark are a year more often than a count.
            return digits.count >= 2 && !(digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20")))
        }
    }
}

extension TailoredResume {
    /// All lines of the text of a resume, in order; contacts are not among them.
    var printedLines: [Line] {
        [headline, summary].compactMap { $0 } + sections.flatMap(\.entries).flatMap(\.printedLines)
    }
}

extension TailoredResume.Entry {
    var printedLines: [TailoredResume.Line] {
        [title, organization, location, note, summary].compactMap { $0 } + bullets + terms
    }
}
