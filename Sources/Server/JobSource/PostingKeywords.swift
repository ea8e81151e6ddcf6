internal import Resume

/// The keywords of a posting, with how much it wants each.
struct PostingKeywords {
    private struct Finding {
        let keyword: Keyword
        let place: String.Index
    }

    private let segments: PostingSegments
    private let lexicon: Lexicon
    /// Words of the company's name, which are no skills.
    private let names: Set<String>

    init(_ segments: PostingSegments, lexicon: Lexicon, company: String?) {
        self.segments = segments
        self.lexicon = lexicon
        names = Set((company ?? "").split(separator: " ").map { $0.lowercased() })
    }

    /// One for each canonical term, in the posting's own spelling, the most important first, then as they come.
    func keywords() -> [Keyword] {
        var found: [Finding] = []
        var unit = 0
        let units = segments.units
        let importances = units.map(importance)
        let matches = lexicon.matches(in: segments.text)
        for match in matches {
            while unit < units.count, units[unit].range.upperBound <= match.range.lowerBound { unit += 1 }
            guard unit < units.count, units[unit].range.lowerBound <= match.range.lowerBound else { continue }
            guard let importance = importances[unit] else { continue }
            let term = match.written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            found.append(
                Finding(
                    keyword: Keyword(term: term, canonical: match.canonical, importance: importance),
                    place: match.range.lowerBound))
        }
        found += unknown(besides: matches.map(\.range), importances)
        return Self.merged(found)
    }

    private static func merged(_ found: [Finding]) -> [Keyword] {
        var best: [String: Finding] = [:]
        for finding in found {
            let canonical = finding.keyword.canonical
            guard let other = best[canonical] else {
                best[canonical] = finding
                continue
            }
            if finding.keyword.importance.rank < other.keyword.importance.rank { best[canonical] = finding }
        }
        return best.values.sorted {
            ($0.keyword.importance.rank, $0.place) < ($1.keyword.importance.rank, $1.place)
        }.map(\.keyword)
    }

    // MARK: - Importance

    /// `nil` where the text is not about the work: what a company gives, how to apply.
    private func importance(of unit: PostingSegments.Unit) -> Keyword.Importance? {
        let text = CueTable.folded(segments.text[unit.range]) + [UInt8(ascii: " ")]
        switch unit.kind {
        case .benefits, .process: return nil
        case .preferred: return .preferred
        case _ where Self.unneeded.occurs(in: text): return .mentioned
        case _ where Self.preferring.occurs(in: text): return .preferred
        case .requirements: return .required
        case _ where Self.requiring.occurs(in: text): return .required
        case .duties, .company, .other: return .mentioned
        }
    }

    private static let unneeded = CueTable([
        "not required", "not necessary", "not needed", "nicht erforderlich", "pas nécessaire", "no es necesari",
        "não é necessári",
        "nie jest wymagan",
    ])
    private static let preferring = CueTable([
        "nice to have", "nice-to-have", "preferred", "preferably", "a plus", "desirable", "ideally", "bonus",
        "advantage", "beneficial", "good to have", "would be great", "helpful", "is welcome", "are welcome",
        "von vorteil", "wünschenswert", "idealerweise", "gerne auch", "ein plus",
        "un plus", "souhaité", "apprécié", "un atout", "idéalement",
        "deseable", "valorará", "valorable", "se valora", "preferentemente", "preferible",
        "desejável", "diferencial", "valorizado", "preferencialmente",
        "mile widzian", "atutem", "plusem",
    ])
    private static let requiring = CueTable([
        "must ", "must-have", "required", "requires", "mandatory", "essential", "you need", "minimum of",
        "at least",
        "zwingend", "erforderlich", "voraussetzung", "setzen wir voraus", "unabdingbar", "vorausgesetzt",
        "exigé", "requis", "indispensable", "obligatoire", "impératif",
        "imprescindible", "requerid", "obligatori", "se requiere", "necesari",
        "obrigatóri", "indispensável", "exigid", "necessári",
        "wymagan", "konieczn", "niezbędn", "wymóg",
    ])

    // MARK: - What the lexicon does not know

    /// Abbreviations and names with inner capitals of the lines that say what is wanted: in a requirement these are
    /// skills, tools and licences more often than not.
    private func unknown(besides known: [Range<String.Index>], _ importances: [Keyword.Importance?]) -> [Finding] {
        var found: [Finding] = []
        var index = 0
        for (unit, importance) in zip(segments.units, importances)
        where unit.kind == .requirements || unit.kind == .preferred {
            guard !unit.isHeading, let importance else { continue }
            let text = segments.text[unit.range]
            // Whole sentences in capitals say nothing about single words.
            guard text.contains(where: \.isLowercase) || text.count(where: \.isWhitespace) < 4 else { continue }
            for word in text.split(whereSeparator: { !($0.isLetter || $0.isNumber) }) where looksLikeName(word) {
                while index < known.count, known[index].upperBound <= word.startIndex { index += 1 }
                if index < known.count, known[index].lowerBound < word.endIndex { continue }
                let isPart = isJoined(word, in: segments.text)
                if isPart || lexicon.canonical(of: String(word)) != nil { continue }
                found.append(
                    Finding(
                        keyword: Keyword(term: String(word), canonical: String(word), importance: importance),
                        place: word.startIndex))
            }
        }
        return found
    }

    private func looksLikeName(_ word: Substring) -> Bool {
        // Two capitals at least, which most words do not have.
        let capitals = word.unicodeScalars.count {
            ("A"..."Z").contains($0) || $0.value > 0x7F && $0.properties.isUppercase
        }
        guard capitals >= 2, (3...20).contains(word.count), word.first?.isUppercase == true,
            !Self.common.contains(word.uppercased()), !names.contains(word.lowercased())
        else { return false }
        let letters = word.count(where: \.isLetter)
        return capitals < letters || letters >= 3 && word.count <= 6
    }

    /// Whether a word is a part of an address, a number or a longer name.
    private func isJoined(_ word: Substring, in text: String) -> Bool {
        let signs = "@/.&_-+#'’"
        let before = word.startIndex > text.startIndex ? text[text.index(before: word.startIndex)] : " "
        guard !signs.contains(before) else { return true }
        guard word.endIndex < text.endIndex, signs.contains(text[word.endIndex]) else { return false }
        let next = text.index(after: word.endIndex)
        return next < text.endIndex && !text[next].isWhitespace
    }

    /// Capitals that name no skill.
    private static let common: Set<String> = [
        "USA", "EEO", "EOE", "PTO", "CEO", "CTO", "CFO", "COO", "AND", "NOT", "THE", "FOR", "YOU", "OUR", "ALL", "GMBH",
        "LLC", "INC", "LTD", "USD", "EUR", "GBP", "PLN", "BRL", "CET", "EST", "PST", "GMT", "UTC", "FTE", "FAQ",
        "LGBTQ",
        "LINKEDIN", "MUST", "PLUS", "WITH", "BSC", "MSC", "PHD", "MBA", "GED", "BTS", "DUT", "CDI", "CDD", "CLT", "NYC",
        "SOME", "WILL", "HAVE", "CEFR", "ASAP", "ETC", "TBD", "CET", "BAC", "DACH", "EMEA", "APAC", "LATAM",
    ]
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
