internal import Resume

/// How much of what the posting says an item of the profile says too, beyond the keywords: Okapi BM25 over the profile's
/// own items (Robertson and Zaragoza, 2009), with the posting as the query.
struct Similarity {
    struct Match {
        /// 0 to 1, of the item that matches best.
        let value: Double
        /// The words that weigh most, as the item has them, at most three.
        let shared: [String]
    }

    /// The posting's stems, by where they stand in it.
    private let query: [String: Double]
    private let stems: Stems
    /// In how many items a stem stands.
    private let frequency: [String: Int]
    private let count: Int
    private let averageLength: Double
    private let best: Double

    /// How soon a repetition counts no more, and how much a long item is held back: the values that are usual.
    private static let (k1, b) = (1.2, 0.75)
    /// Less than this is no match, however much better than the others: a rare word or two.
    private static let leastBest = 6.0

    init(_ posting: JobPosting, among items: [String], language: String) {
        query = Self.query(posting)
        stems = Stems(language)
        let documents = items.map(stems.stems)
        frequency = documents.reduce(into: [:]) { table, document in
            for stem in Set(document) { table[stem, default: 0] += 1 }
        }
        count = documents.count
        averageLength = Double(documents.reduce(0) { $0 + $1.count }) / Double(max(documents.count, 1))
        var best = Self.leastBest
        let unscaled = (query, frequency, count, averageLength)
        for document in documents { best = max(best, Self.score(document, unscaled).total) }
        self.best = best
    }

    func match(_ text: String) -> Match {
        let words = stems.words(of: text)
        let (total, parts) = Self.score(words.map(\.stem), (query, frequency, count, averageLength))
        let heaviest = parts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
        return Match(
            value: min(total / best, 1),
            shared: heaviest.compactMap { part in words.first { $0.stem == part.key }?.word })
    }

    private typealias Collection = (query: [String: Double], frequency: [String: Int], count: Int, average: Double)

    private static func score(_ document: [String], _ all: Collection) -> (total: Double, parts: [String: Double]) {
        let terms = document.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        let length = Double(document.count) / max(all.average, 1)
        var parts: [String: Double] = [:]
        for (term, repetitions) in terms {
            guard let wanted = all.query[term] else { continue }
            let holders = Double(all.frequency[term] ?? 0)
            let rarity = logarithm(1 + (Double(all.count) - holders + 0.5) / (holders + 0.5))
            let often = Double(repetitions)
            parts[term] = wanted * rarity * often * (k1 + 1) / (often + k1 * (1 - b + b * length))
        }
        // Summed in a fixed order, so that the same input gives the same last digit.
        return (parts.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }, parts)
    }

    /// What a person is asked for and would do counts in full, what the company tells of itself hardly, benefits and the
    /// small print not at all.
    private static func query(_ posting: JobPosting) -> [String: Double] {
        let stems = Stems(posting.language)
        var query: [String: Double] = [:]
        func add(_ text: String, _ weight: Double) {
            for stem in stems.stems(of: text) { query[stem] = max(query[stem] ?? 0, weight) }
        }
        if let title = posting.title { add(title, 1.2) }
        for segment in posting.segments {
            let weight: Double? =
                switch segment.kind {
                case .requirements: 1
                case .preferred, .duties, .header: 0.8
                case .other: 0.5
                case .company: 0.3
                case .benefits, .process, .boilerplate: nil
                }
            if let weight { for text in segment.texts { add(text, weight) } }
        }
        if posting.segments.isEmpty { add(posting.description, 0.8) }
        return query
    }

    /// The natural logarithm for what is above 1, by x = m·2^e and the series of artanh: this floor has no C library.
    private static func logarithm(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return 0 }
        let (mantissa, exponent) = (x.significand, Double(x.exponent))
        let ratio = (mantissa - 1) / (mantissa + 1)
        let square = ratio * ratio
        var (term, sum) = (ratio, 0.0)
        for odd in stride(from: 1.0, through: 31, by: 2) {
            sum += term / odd
            term *= square
        }
        return 2 * sum + exponent * 0.693147180559945309
    }
}
