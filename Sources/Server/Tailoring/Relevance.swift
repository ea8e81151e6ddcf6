internal import Resume

/// What is worth printing for a posting: a score for a line, and what speaks for it.
struct Relevance {
    struct Score {
        var value: Double
        var reasons: [String] = []
        /// Canonical names of the posting's keywords in the line.
        var keywords: [String] = []
    }

    private let weights: KeywordWeights
    private let similarity: Similarity
    /// In how many lines each keyword stands: what only one line shows is worth more there.
    private let frequency: [String: Int]
    private let found: [String: [String]]
    private let newest: PartialDate?

    init(_ resume: TailoredResume, _ posting: JobPosting, _ weights: KeywordWeights) {
        self.weights = weights
        let lines = resume.printedLines.map(\.text)
        let found = Dictionary(lines.map { ($0, weights.keywords(in: $0)) }, uniquingKeysWith: { first, _ in first })
        self.found = found
        frequency = lines.reduce(into: [:]) { table, line in
            for keyword in found[line] ?? [] { table[keyword, default: 0] += 1 }
        }
        similarity = Similarity(posting, among: lines)
        newest = resume.sections.flatMap(\.entries).compactMap { $0.dates?.end ?? $0.dates?.start }.max()
    }

    /// Canonical names of the posting's keywords in a line.
    func keywords(in line: TailoredResume.Line) -> [String] { found[line.text] ?? weights.keywords(in: line.text) }

    /// - Parameter base: what a line of its kind is worth when nothing speaks for it.
    /// - Parameter isShort: whether the line is one term of a list, which costs no room worth saving by leaving a keyword
    ///   to the lines that have it too.
    func score(_ line: TailoredResume.Line, base: Double, isShort: Bool = false) -> Score {
        let keywords = keywords(in: line)
        var score = Score(value: base, reasons: weights.reasons(keywords), keywords: keywords)
        for keyword in keywords {
            let share = isShort ? 1 : Double(max(frequency[keyword] ?? 1, 1)).squareRoot()
            score.value += weights.weight(keyword) / share
        }
        score.value += 2 * similarity.similarity(of: line.text)
        if line.text.hasQuantity {
            score.value += 0.6
            score.reasons.append("a result in figures")
        }
        return score
    }

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

extension String {
    /// Whether there is a number that measures something: a per cent, a sum of money, a count above one digit.
    fileprivate var hasQuantity: Bool {
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
