internal import Resume

/// What the items of a line hold.
struct FactSource {
    /// The texts of the items, one for each string.
    let texts: [String]
    private let vocabulary: Vocabulary
    private let lexicon: Lexicon
    private var words: Set<String> = []
    private var written: Set<Substring> = []
    private var stems: Set<String> = []
    private var groups: Set<Int> = []
    private var pairs: Set<String> = []
    private var signs: Set<String> = []
    private var canonicals: Set<String> = []
    /// Clauses as the stems and groups in them.
    private var clauses: [Clause] = []
    private var numbers: [Number] = []
    /// What stands somewhere without a reservation, or without a negation; and what is negated somewhere.
    private var free: Set<String> = []
    private var affirmed: Set<String> = []
    private var negated: Set<String> = []
    /// Whether something is made less of, and whether something is negated.
    private var (reserves, negates) = (false, false)

    /// A number of the items, and the words right after it, which say what it counts: `27 newly licensed nurses`.
    struct Number {
        let number: FactNumber
        let clause: Int
        let counted: [FactText.Token]
    }

    struct Clause {
        var stems: Set<String> = []
        var groups: Set<Int> = []
    }

    init(_ texts: [String], _ vocabulary: Vocabulary, _ lexicon: Lexicon) {
        self.texts = texts
        self.vocabulary = vocabulary
        self.lexicon = lexicon
        // An item that is named twice, or together with what it lies in, says what it says once.
        var seen: Set<String> = []
        for text in texts where seen.insert(text).inserted { add(text) }
    }

    private mutating func add(_ text: String) {
        let facts = FactText(text, vocabulary)
        let first = clauses.count
        clauses += Array(repeating: Clause(), count: (facts.tokens.last?.clause ?? 0) + 1)
        for (index, token) in facts.tokens.enumerated() {
            let clause = first + token.clause
            if token.kind == .sign { signs.insert(token.folded) }
            if let number = token.number {
                let counted = facts.counted(at: index, vocabulary)
                numbers.append(Number(number: number, clause: clause, counted: counted))
            }
            guard token.kind != .sign else { continue }
            if token.isMarker {
                if vocabulary.negations.contains(token.folded) { negates = true } else { reserves = true }
            }
            words.insert(token.folded)
            written.insert(token.written)
            stems.insert(token.stem)
            pairs.formUnion(Self.pairs(token.folded))
            let own = vocabulary.groups(of: token.stem)
            groups.formUnion(own)
            clauses[clause].stems.insert(token.stem)
            clauses[clause].groups.formUnion(own)
            let meanings = [token.stem] + own.map { "#\($0)" }
            if !token.isLimited { free.formUnion(meanings) }
            if token.isNegated { negated.formUnion(meanings) } else { affirmed.formUnion(meanings) }
        }
        for match in lexicon.matches(in: text) {
            canonicals.insert(match.canonical)
            let inside = facts.tokens.filter { match.range.contains($0.range.lowerBound) }
            let meaning = "=" + match.canonical
            if !inside.contains(where: \.isLimited) { free.insert(meaning) }
            if inside.contains(where: \.isNegated) { negated.insert(meaning) } else { affirmed.insert(meaning) }
        }
    }

    // MARK: Questions

    func holds(term canonical: String) -> Bool { canonicals.contains(canonical) }

    func holds(sign: String) -> Bool { signs.contains(sign) }

    /// Whether an address is in one of the texts as it is.
    func holds(verbatim text: some StringProtocol) -> Bool {
        let text = text.lowercased()
        return texts.contains { $0.lowercased().contains(text) }
    }

    func holds(word token: FactText.Token) -> Bool {
        if token.folded.isUnspaced {
            return words.contains(token.folded) || Self.pairs(token.folded).isSubset(of: pairs)
        }
        if words.contains(token.folded) { return true }
        guard !vocabulary.exact.contains(token.folded) else { return false }
        return stems.contains(token.stem) || !groups.isDisjoint(with: vocabulary.groups(of: token.stem))
    }

    /// Whether a word such as `assisted` or `without` is here, or another of its kind.
    func holds(marker token: FactText.Token) -> Bool {
        words.contains(token.folded) || (vocabulary.negations.contains(token.folded) ? negates : reserves)
    }

    /// Whether all words stand in one clause, so that no term is put together of words that have nothing to do with each
    /// other.
    func holdTogether(_ tokens: [FactText.Token]) -> Bool {
        let needed = tokens.filter { $0.kind != .sign }.map(\.stem)
        return !needed.isEmpty && clauses.contains { $0.stems.isSuperset(of: needed) }
    }

    private func meanings(of token: FactText.Token) -> [String] {
        [token.stem] + vocabulary.groups(of: token.stem).map { "#\($0)" }
    }

    /// Whether a reservation of the items is missing in the line.
    func dropsLimit(_ token: FactText.Token) -> Bool { !token.isLimited && free.isDisjoint(with: meanings(of: token)) }

    func dropsLimit(term canonical: String, _ tokens: [FactText.Token]) -> Bool {
        !tokens.contains(where: \.isLimited) && !free.contains("=" + canonical)
    }

    func turnsRound(_ token: FactText.Token) -> Bool {
        (token.isNegated ? negated : affirmed).isDisjoint(with: meanings(of: token))
    }

    func turnsRound(term canonical: String, _ tokens: [FactText.Token]) -> Bool {
        !(tokens.contains(where: \.isNegated) ? negated : affirmed).contains("=" + canonical)
    }

    /// Where the items say this number of the same things; indices in the order of the items.
    ///
    /// - Parameters:
    ///   - counted: the word right after the number, if it says something.
    ///   - around: the other words of the clause that say something.
    func places(
        of number: FactNumber, counting counted: FactText.Token?, among around: [FactText.Token]
    ) -> [Int] {
        let others = around.filter { $0.kind == .word }
        return numbers.indices.filter { index in
            let found = numbers[index]
            guard number.isSaid(by: found.number) else { return false }
            let clause = clauses[found.clause]
            // A year, and a number that is all there is.
            let isAlone = clause.stems.count <= 1
            if number.unit == .none, (1900...2100).contains(number.value), isAlone || counted == nil { return true }
            guard number.unit != .percent else {
                return others.isEmpty || isAlone || others.contains { says(clause, $0) }
            }
            if found.counted.isEmpty {
                if let counted { return says(clause, counted) }
                return others.isEmpty || isAlone || others.contains { says(clause, $0) }
            }
            // `27 nurses`, and `nurses: 27`.
            let wanted = counted.map { [$0] } ?? others
            return wanted.contains { word in found.counted.contains { isSame($0, word) } }
        }
    }

    /// Whether of two numbers the first may stand before the second: `from 2.1 to 0.6` is not `from 0.6 to 2.1`.
    func mayFollow(_ first: [Int], _ second: [Int]) -> Bool {
        first.contains { one in
            second.contains { other in numbers[one].clause != numbers[other].clause || one <= other }
        }
    }

    private func isSame(_ one: FactText.Token, _ other: FactText.Token) -> Bool {
        one.stem == other.stem
            || !vocabulary.groups(of: one.stem).isDisjoint(with: vocabulary.groups(of: other.stem))
    }

    private func says(_ clause: Clause, _ token: FactText.Token) -> Bool {
        clause.stems.contains(token.stem) || !clause.groups.isDisjoint(with: vocabulary.groups(of: token.stem))
    }

    /// In a script without spaces a word is the pairs of its characters.
    private static func pairs(_ word: String) -> Set<String> {
        guard word.isUnspaced else { return [] }
        let characters = Array(word)
        guard characters.count > 1 else { return [word] }
        return Set(characters.indices.dropLast().map { String(characters[$0...($0 + 1)]) }).union(
            characters.map { String($0) })
    }
}

extension String {
    /// Whether it is of a script that is written without spaces: Thai, Lao, Myanmar, Khmer, kana and Han.
    fileprivate var isUnspaced: Bool {
        guard let value = unicodeScalars.first?.value, value >= 0xE00 else { return false }
        switch value {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            return true
        default: return false
        }
    }
}
