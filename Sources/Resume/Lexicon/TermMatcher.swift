/// Finds the longest of many forms at each place of a text: a trie over words and signs.
///
/// The time is linear in the text but for the length of the longest form, whatever the number of forms. A form is written
/// down once; other spellings and numbers of its words are looked up as such when a text has them (``TermWord``).
struct TermMatcher: Sendable {
    struct Match {
        let range: Range<String.Index>
        /// What the form stands for; the matcher does not know what that is.
        let meaning: Int
    }

    /// A form that ends at a node.
    private struct Ending {
        let meaning: Int
        /// The only way to write it, for a form that is a common word otherwise.
        let exact: String?
        /// The next ending of the same node, -1 for none.
        let next: Int
    }

    private var words = WordTable()
    private var edges = TermEdges()
    /// By node the last of its endings, -1 for none; node 0 is the root.
    private var last = [-1]
    private var endings: [Ending] = []
    /// By word, how many forms of several words begin and end with it.
    private var uses: [(begins: Int32, ends: Int32)] = []

    init() {}

    /// A matcher of phrases that nobody has prepared; a phrase's meaning is its index.
    init(phrases: [String]) {
        let forms = phrases.map { TermForm($0, isExact: $0.unicodeScalars.count <= 2) }
        for (meaning, form) in forms.enumerated() { insert(form.parts, exact: form.exact, meaning: meaning) }
        for (meaning, form) in forms.enumerated() {
            if let joined = form.joined { insert(joined, exact: nil, meaning: meaning) }
        }
    }

    /// - Returns: the meaning that the form has already, and that it keeps.
    @discardableResult
    mutating func insert(_ form: [TermForm.Part], exact: String?, meaning: Int) -> Int? {
        guard !form.isEmpty else { return nil }
        var node = 0
        for part in form {
            let word = words.insert(part.word)
            let next = edges.node(after: node, word: word, isGlued: part.isGlued)
            if next > 0 {
                node = next
            } else {
                edges.insert(from: node, word: word, isGlued: part.isGlued, to: last.count)
                node = last.count
                last.append(-1)
            }
        }
        var place = last[node]
        while place >= 0 {
            if endings[place].exact == exact { return endings[place].meaning }
            place = endings[place].next
        }
        endings.append(Ending(meaning: meaning, exact: exact, next: last[node]))
        last[node] = endings.count - 1
        count(form)
        return nil
    }

    private mutating func count(_ form: [TermForm.Part]) {
        while uses.count < words.count { uses.append((0, 0)) }
        guard form.count > 1, let first = form.first, let last = form.last else { return }
        uses[words.number(of: first.word)].begins += 1
        uses[words.number(of: last.word)].ends += 1
    }

    /// How many forms of several words begin and end with a word in lower case, whatever its number; `nil` for a word that
    /// no form has.
    func uses(of word: ArraySlice<UInt8>) -> (begins: Int, ends: Int)? {
        let word = TermWord.respelt(word)
        var sum: (begins: Int, ends: Int)?
        func add(_ number: Int) {
            guard number >= 0, number < uses.count else { return }
            sum = ((sum?.begins ?? 0) + Int(uses[number].begins), (sum?.ends ?? 0) + Int(uses[number].ends))
        }
        add(words.number(of: word))
        TermWord.forEachOtherNumber(word) { stem, ending in
            add(words.number(of: stem, then: ending))
            return true
        }
        return sum
    }

    /// The matches from left to right, none overlapping, at each place the longest.
    func matches(in text: String) -> [Match] {
        let terms = TermText(text)
        let ids = terms.tokens.indices.map { words.number(of: TermWord.respelt(terms.word(at: $0))) }
        var matches: [Match] = []
        var index = 0
        while index < ids.count {
            guard let (end, meaning) = longest(from: index, terms, ids, text) else {
                index += 1
                continue
            }
            let lower = text.utf8.index(text.startIndex, offsetBy: terms.tokens[index].start)
            let upper = text.utf8.index(text.startIndex, offsetBy: terms.tokens[end].end)
            matches.append(Match(range: lower..<upper, meaning: meaning))
            index = end + 1
        }
        return matches
    }

    /// The meaning of the form that the whole text is.
    func whole(_ text: String) -> Int? {
        let terms = TermText(text)
        guard !terms.tokens.isEmpty else { return nil }
        let ids = terms.tokens.indices.map { words.number(of: TermWord.respelt(terms.word(at: $0))) }
        guard let (end, meaning) = longest(from: 0, terms, ids, text), end == ids.count - 1 else { return nil }
        return meaning
    }

    private func longest(from start: Int, _ terms: TermText, _ ids: [Int], _ text: String) -> (end: Int, meaning: Int)?
    {
        var node = 0
        var best: (Int, Int)?
        for index in start..<ids.count {
            if index > start, terms.tokens[index].joint == .gap { break }
            let isGlued = index > start && TermForm.isGlued(index, in: terms)
            let next = edges.node(after: node, word: ids[index], isGlued: isGlued)
            if let meaning = ending(at: next, start...index, terms, text)
                ?? otherNumber(after: node, isGlued, start...index, terms, text)
                ?? versioned(after: node, isGlued, start...index, terms, text)
            {
                best = (index, meaning)
            }
            guard next > 0 else { break }
            node = next
        }
        return best
    }

    private func ending(at node: Int, _ range: ClosedRange<Int>, _ terms: TermText, _ text: String) -> Int? {
        guard node > 0, last[node] >= 0, terms.isWhole(range, in: text) else { return nil }
        return meaning(at: node, of: terms.written(range, in: text))
    }

    /// `pipelines` where a form ends in `pipeline`, and the other way round.
    private func otherNumber(
        after node: Int, _ isGlued: Bool, _ range: ClosedRange<Int>, _ terms: TermText, _ text: String
    ) -> Int? {
        guard terms.tokens[range.upperBound].isWord else { return nil }
        var found: Int?
        TermWord.forEachOtherNumber(TermWord.respelt(terms.word(at: range.upperBound))) { stem, ending in
            let next = edges.node(after: node, word: words.number(of: stem, then: ending), isGlued: isGlued)
            if next > 0, let meaning = loose(at: next), terms.isWhole(range, in: text) { found = meaning }
            return found == nil
        }
        return found
    }

    /// `HTML5`, `Python3`: a version that is written without a space.
    private func versioned(
        after node: Int, _ isGlued: Bool, _ range: ClosedRange<Int>, _ terms: TermText, _ text: String
    ) -> Int? {
        let token = terms.tokens[range.upperBound]
        guard token.isWord, let name = Self.nameBeforeVersion(terms.word(at: range.upperBound)) else { return nil }
        let next = edges.node(after: node, word: words.number(of: name), isGlued: isGlued)
        guard next > 0, last[next] >= 0, terms.isWhole(range, in: text) else { return nil }
        let written = terms.written(range, in: text)
        return meaning(at: next, of: written.dropLast(token.folded.count - name.count))
    }

    /// The letters of a word of at least three letters and then a number.
    private static func nameBeforeVersion(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        guard let last = word.last, isDigit(last), let end = word.lastIndex(where: { !isDigit($0) }) else { return nil }
        let name = word[...end]
        return name.count >= 3 ? name : nil
    }

    /// What a form means that ends at a node and may be written in any way.
    private func loose(at node: Int) -> Int? {
        var place = last[node]
        while place >= 0 {
            if endings[place].exact == nil { return endings[place].meaning }
            place = endings[place].next
        }
        return nil
    }

    /// What a form means as it is written: an exact form first, then any, then one in capitals.
    private func meaning(at node: Int, of written: Substring) -> Int? {
        var place = last[node]
        var inCapitals: Int?
        while place >= 0 {
            let ending = endings[place]
            if let exact = ending.exact {
                if written == exact { return ending.meaning }
                if exact.utf8.count > 2, written == exact.uppercased() { inCapitals = ending.meaning }
            }
            place = ending.next
        }
        return loose(at: node) ?? inCapitals
    }
}
