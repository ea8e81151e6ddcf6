internal import Resume

/// What the keywords of a posting are worth, and which of them a text holds.
struct KeywordWeights {
    let keywords: [Keyword]
    private let finder: KeywordFinder
    private let weights: [String: Double]
    private let importance: [String: Keyword.Importance]
    private let places: [String: Int]

    init(_ posting: JobPosting, lexicon: Lexicon) {
        keywords = posting.keywords
        finder = KeywordFinder(posting.keywords, lexicon: lexicon)
        importance = Dictionary(
            posting.keywords.map { ($0.canonical, $0.importance) }, uniquingKeysWith: { first, _ in first })
        places = Dictionary(
            posting.keywords.enumerated().map { ($1.canonical, $0) }, uniquingKeysWith: { first, _ in first })
        weights = importance.mapValues { importance in
            switch importance {
            case .required: 3
            case .preferred: 2
            case .mentioned: 1
            }
        }
    }

    /// Canonical names, in the order of the posting.
    func keywords(in text: String) -> [String] {
        inOrder(Array(finder.keywords(in: text)))
    }

    /// Canonical names as the posting has them one after the other.
    func inOrder(_ canonicals: [String]) -> [String] {
        canonicals.count < 2 ? canonicals : canonicals.sorted { (places[$0] ?? 0, $0) < (places[$1] ?? 0, $1) }
    }

    func weight(_ canonical: String) -> Double { weights[canonical] ?? 0 }

    func weight(_ canonicals: [String]) -> Double { canonicals.reduce(0) { $0 + weight($1) } }

    /// `required: Kubernetes, Go; preferred: Rust`.
    func reasons(_ canonicals: [String]) -> [String] {
        Keyword.Importance.allCases.compactMap { importance in
            let names = canonicals.filter { self.importance[$0] == importance }
            return names.isEmpty ? nil : "\(importance.rawValue): \(names.joined(separator: ", "))"
        }
    }
}
