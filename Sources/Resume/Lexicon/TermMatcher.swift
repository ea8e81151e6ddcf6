/// Finds the longest of many forms at each place of a text: a trie over words and signs.
///
/// The time is linear in the text but for the length of the longest form, whatever the number of forms.
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
    }

    private var words: [String: Int] = [:]
    private var edges: [Edge: Int] = [:]
    /// By node; node 0 is the root.
    private var endings: [[Ending]] = [[]]

    private struct Edge: Hashable {
        let node: Int
        let word: Int
        /// Whether it must stand right after the one before, such as the `+` of `C++`.
        let isGlued: Bool
    }

    init() {}

    /// A matcher of phrases that nobody has prepared; a phrase's meaning is its index.
    init(phrases: [String]) {
        for (meaning, phrase) in phrases.enumerated() {
            let form = TermForm(phrase, isExact: phrase.unicodeScalars.count <= 2)
            for variant in [form.tokens] + form.variants { insert(variant, exact: form.exact, meaning: meaning) }
        }
    }

    /// - Returns: the meaning that the form has already, and that it keeps.
    @discardableResult
    mutating func insert(_ form: [TermForm.Part], exact: String?, meaning: Int) -> Int? {
        guard !form.isEmpty else { return nil }
        var node = 0
        for part in form {
            let word = words[part.folded] ?? words.count
            words[part.folded] = word
            let edge = Edge(node: node, word: word, isGlued: part.isGlued)
            if let next = edges[edge] {
                node = next
            } else {
                edges[edge] = endings.count
                node = endings.count
                endings.append([])
            }
        }
        if let taken = endings[node].first(where: { $0.exact == exact }) { return taken.meaning }
        endings[node].append(Ending(meaning: meaning, exact: exact))
        return nil
    }

    /// The matches from left to right, none overlapping, at each place the longest.
    func matches(in text: String) -> [Match] {
        let terms = TermText(text)
        let ids = terms.tokens.map { words[$0.folded] ?? -1 }
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
        let ids = terms.tokens.map { words[$0.folded] ?? -1 }
        guard let (end, meaning) = longest(from: 0, terms, ids, text), end == ids.count - 1 else { return nil }
        return meaning
    }

    private func longest(from start: Int, _ terms: TermText, _ ids: [Int], _ text: String) -> (end: Int, meaning: Int)?
    {
        var node = 0
        var best: (Int, Int)?
        for index in start..<ids.count {
            let token = terms.tokens[index]
            if index > start, token.joint == .gap { break }
            let isGlued = index > start && TermForm.isGlued(token, after: terms.tokens[index - 1])
            if let next = edges[Edge(node: node, word: ids[index], isGlued: isGlued)] {
                node = next
                if !endings[node].isEmpty, terms.isWhole(start...index, in: text),
                    let meaning = meaning(at: node, of: terms.written(start...index, in: text))
                {
                    best = (index, meaning)
                }
                continue
            }
            // `HTML5`, `Python3`: a version that is written without a space.
            if let name = token.nameBeforeVersion, let word = words[name],
                let next = edges[Edge(node: node, word: word, isGlued: isGlued)], !endings[next].isEmpty,
                terms.isWhole(start...index, in: text)
            {
                let written = terms.written(start...index, in: text).dropLast(token.folded.utf8.count - name.utf8.count)
                if let meaning = meaning(at: next, of: written) { best = (index, meaning) }
            }
            break
        }
        return best
    }

    /// What a form means as it is written: an exact form first, then one in capitals, then any.
    private func meaning(at node: Int, of written: Substring) -> Int? {
        let endings = endings[node]
        if endings.count == 1, endings[0].exact == nil { return endings[0].meaning }
        let inCapitals = endings.first { ending in
            guard let exact = ending.exact, exact.utf8.count > 2 else { return false }
            return written == exact.uppercased()
        }
        return
            (endings.first { $0.exact.map { written == $0 } ?? false } ?? endings.first { $0.exact == nil }
            ?? inCapitals)?.meaning
    }
}

extension TermText.Token {
    /// The letters of a word of at least three letters and then a number.
    fileprivate var nameBeforeVersion: String? {
        guard isWord, let last = folded.utf8.last, (48...57).contains(last) else { return nil }
        let name = folded.utf8.reversed().drop { (48...57).contains($0) }
        guard name.count >= 3 else { return nil }
        return String(folded.prefix(folded.count - (folded.utf8.count - name.count)))
    }
}
