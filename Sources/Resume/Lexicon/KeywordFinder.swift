/// Finds given keywords in many texts: what ``Lexicon/occurs(_:in:)`` says, for all of them in one pass.
package struct KeywordFinder: Sendable {
    private let lexicon: Lexicon
    private let known: Set<String>
    private let unknown: [String]
    private let phrases: TermMatcher

    package init(_ keywords: [Keyword], lexicon: Lexicon) {
        self.lexicon = lexicon
        let canonicals = keywords.map(\.canonical)
        known = Set(canonicals.filter { lexicon.term(named: $0) != nil })
        unknown = canonicals.filter { lexicon.term(named: $0) == nil }
        phrases = TermMatcher(phrases: unknown)
    }

    /// The keywords that a text uses: by the canonical name the form that comes first.
    package func writtenForms(in text: String) -> [String: String] {
        var forms: [String: String] = [:]
        for match in lexicon.matches(in: text) where known.contains(match.canonical) && forms[match.canonical] == nil {
            forms[match.canonical] = match.written
        }
        guard !unknown.isEmpty else { return forms }
        for match in phrases.matches(in: text) where forms[unknown[match.meaning]] == nil {
            forms[unknown[match.meaning]] = String(text[match.range])
        }
        return forms
    }

    /// The canonical names of the keywords that a text uses.
    package func keywords(in text: String) -> Set<String> {
        var found = Set(lexicon.matches(in: text).map(\.canonical)).intersection(known)
        if !unknown.isEmpty {
            for match in phrases.matches(in: text) { found.insert(unknown[match.meaning]) }
        }
        return found
    }
}
