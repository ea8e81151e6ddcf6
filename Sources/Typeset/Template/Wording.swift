internal import Resume

/// The words that a resume prints besides the person's own: headings and dates, in the resume's language.
struct Wording: Sendable {
    let headings: [TailoredResume.Section.Kind: String]
    let summary: String
    let present: String
    let months: Months

    /// How a month of a year is written.
    enum Months: Sendable {
        /// The twelve names, for `Jun 2020`.
        case names([String])
        /// `06/2020`.
        case numbers(separator: String)
        /// `{year}`, `{month}` and `{MM}`, which is the month in two digits, in a text such as `{year}年{month}月`;
        /// then how a year is written whose month is not known.
        case pattern(String, year: String = "{year}")
    }

    /// - Parameter headings: in the order of `Section.Kind`.
    init(_ summary: String, _ present: String, _ months: Months, _ headings: [String]) {
        self.summary = summary
        self.present = present
        self.months = months
        self.headings = Dictionary(uniqueKeysWithValues: zip(TailoredResume.Section.Kind.allCases, headings))
    }

    /// The wording of a BCP 47 tag's primary language, and for Chinese also of its script; English for a language that
    /// is not here.
    static func of(_ language: String) -> Wording {
        let subtags = language.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
        guard let primary = subtags.first else { return english }
        if primary == "zh", isTraditional(subtags) { return traditionalChinese }
        return all[primary] ?? english
    }

    /// Whether Chinese of these subtags is written in traditional characters: a script decides before a region does.
    private static func isTraditional(_ subtags: [String]) -> Bool {
        if subtags.contains("hant") { return true }
        return !subtags.contains("hans") && subtags.contains { ["tw", "hk", "mo"].contains($0) }
    }

    /// In capitals where the script has them, alone on their line: what parsers look for.
    func heading(_ kind: TailoredResume.Section.Kind) -> String { headings[kind] ?? kind.rawValue.uppercased() }

    /// `Jun 2020 – Present`; one date alone is printed as that date; `nil` when no date is known.
    func dates(_ range: TailoredResume.DateRange?) -> String? {
        guard let range else { return nil }
        let start = range.start.map(date)
        let end = range.ongoing ? present : range.end.map(date)
        switch (start, end) {
        case (let start?, let end?): return start == end ? start : "\(start) – \(end)"
        case (let date?, nil), (nil, let date?): return date
        case (nil, nil): return nil
        }
    }

    private func date(_ date: PartialDate) -> String {
        let year = "\(date.year)"
        guard let month = date.month else {
            if case .pattern(_, let pattern) = months { return pattern.replacing("{year}", with: year) }
            return year
        }
        let twoDigits = "\(month < 10 ? "0" : "")\(month)"
        switch months {
        case .names(let names): return "\(names[month - 1]) \(year)"
        case .numbers(let separator): return "\(twoDigits)\(separator)\(year)"
        case .pattern(let pattern, _):
            return pattern.replacing("{year}", with: year).replacing("{month}", with: "\(month)")
                .replacing("{MM}", with: twoDigits)
        }
    }
}
