internal import Resume

/// How much of what a text says the posting says too, beyond the keywords: common words count less than rare ones.
struct Similarity {
    private let words: Set<String>
    /// In how many lines of the profile a word stands.
    private let frequency: [String: Int]
    private let count: Int

    init(_ posting: JobPosting, among lines: [String]) {
        words = Set(Self.words(posting.description))
        frequency = lines.reduce(into: [:]) { table, line in
            for word in Set(Self.words(line)) { table[word, default: 0] += 1 }
        }
        count = lines.count
    }

    /// 0 to 1, by the inverse document frequency of the shared words; long texts gain nothing by length.
    func similarity(of text: String) -> Double {
        let own = Set(Self.words(text)).sorted()
        guard !own.isEmpty else { return 0 }
        var (shared, all) = (0.0, 4.0)
        for word in own {
            let weight = Double(count + 1) / Double((frequency[word] ?? 0) + 1)
            let value = weight.squareRoot()
            all += value
            if words.contains(word) { shared += value }
        }
        return shared / all
    }

    /// The first letters of every longer word, so that endings make no difference.
    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter }.filter { $0.count >= 4 }.map { String($0.lowercased().prefix(6)) }
    }
}
