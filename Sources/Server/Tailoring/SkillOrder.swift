internal import Resume

/// Puts the skills that a posting asks for first, and adds the name that the posting has for them.
struct SkillOrder {
    private let weights: KeywordWeights
    private let lexicon: Lexicon

    init(_ weights: KeywordWeights, lexicon: Lexicon) {
        self.weights = weights
        self.lexicon = lexicon
    }

    /// Groups and terms by the keywords they hold; those without keep the person's order, after the others.
    func ordered(_ entries: [TailoredResume.Entry]) -> [TailoredResume.Entry] {
        let sorted = entries.map { entry in
            var entry = entry
            entry.terms = byWeight(entry.terms) { weights.weight(weights.keywords(in: $0.text)) }
            return entry
        }
        return byWeight(sorted) { entry in
            entry.terms.map { weights.weight(weights.keywords(in: $0.text)) }.reduce(0, +)
        }
    }

    private func byWeight<Element>(_ elements: [Element], _ weight: (Element) -> Double) -> [Element] {
        elements.enumerated().map { (offset: $0, element: $1, weight: weight($1)) }
            .sorted { $0.weight == $1.weight ? $0.offset < $1.offset : $0.weight > $1.weight }
            .map(\.element)
    }

    /// `Kubernetes (k8s)` for a term `k8s` where the posting says Kubernetes, and the same the other way round: each skill
    /// once, and only where no skill has the posting's name already.
    func named(_ entries: [TailoredResume.Entry]) -> [TailoredResume.Entry] {
        let printed = Set(entries.flatMap(\.terms).map { $0.text.lowercased() })
        var names = Dictionary(
            weights.keywords.map { ($0.canonical, $0.term) }, uniquingKeysWith: { first, _ in first })
        names = names.filter { !printed.contains($0.value.lowercased()) }
        return entries.map { entry in
            var entry = entry
            for index in entry.terms.indices {
                let own = entry.terms[index].text
                guard let canonical = lexicon.canonical(of: own), let name = names[canonical],
                    Self.isWorthSaying(name, besides: own)
                else { continue }
                entry.terms[index].text = own == canonical ? "\(own) (\(name))" : "\(name) (\(own))"
                names[canonical] = nil
            }
            return entry
        }
    }

    /// Whether two names are so different that a reader or a machine that looks for one may not find the other. What only
    /// differs in an ending, a hyphen or a word more would read like a stutter.
    private static func isWorthSaying(_ name: String, besides own: String) -> Bool {
        guard name.contains(where: { $0.isUppercase || $0.isNumber }), !own.contains("("), !name.contains("(") else {
            return false
        }
        let letters = { (text: String) in text.lowercased().filter { $0.isLetter || $0.isNumber } }
        guard letters(name) != letters(own), !letters(name).isEmpty else { return false }
        let words = { (text: String) in text.lowercased().split { !($0.isLetter || $0.isNumber) } }
        let (left, right) = (words(name), words(own))
        // `Excel` and the `Excela` of an inflected language.
        if left.count == 1, right.count == 1 { return !name.hasPrefix(own) && !own.hasPrefix(name) }
        return !left.contains { word in right.contains { $0.prefix(3) == word.prefix(3) } }
    }
}
