/// The names of skills, tools, licences and methods over many fields of work, and where a text uses them.
///
/// A lexicon is made from plain text that anyone can extend (see ``init(parsing:)``). It finds the longest term at each
/// place, whole terms only: `C` is not in `C++`, `Java` not in `JavaScript`, `R` not in `R&D`. Plurals, hyphens and the
/// two spellings `-ise` and `-ize` make no difference; a name that is also a common word counts only as it is written.
package struct Lexicon: Sendable {
    package struct Term: Sendable, Hashable {
        package let canonical: String
        /// The field of work, named after the file that the term stands in, such as `nursing`.
        package let field: String
        /// The aliases as the file has them.
        let list: Substring

        /// Other ways to write the same.
        package var aliases: [String] {
            list.split(separator: ",").map { alias in
                let start = alias.drop { $0.isWhitespace }
                let end = start.lastIndex { !$0.isWhitespace }
                let text = end.map { start[...$0] } ?? ""
                return String(text.first == "=" ? text.dropFirst() : text)
            }
        }
    }

    /// A term that a text uses.
    package struct Match: Sendable, Hashable {
        package let range: Range<String.Index>
        package let term: Term
        /// The form as the text has it.
        package let written: String

        package var canonical: String { term.canonical }
    }

    /// In the order of the files.
    package let terms: [Term]
    private let matcher: TermMatcher
    private var names = WordTable()
    /// By the number of a canonical name its term.
    private var named: [Int] = []

    init(terms: [Term], matcher: TermMatcher) {
        self.terms = terms
        self.matcher = matcher
        for (index, term) in terms.enumerated() {
            let number = names.insert(Array(term.canonical.utf8)[...])
            if number == named.count { named.append(index) }
        }
    }

    /// The terms of a text, in order, none overlapping.
    package func matches(in text: String) -> [Match] {
        matcher.matches(in: text).compactMap { match in
            guard terms.indices.contains(match.meaning) else { return nil }
            return Match(range: match.range, term: terms[match.meaning], written: String(text[match.range]))
        }
    }

    /// The term with exactly this canonical name.
    package func term(named canonical: String) -> Term? {
        let number = names.number(of: Array(canonical.utf8)[...])
        return number < 0 ? nil : terms[named[number]]
    }

    /// The canonical name of what the whole text is a form of, such as `Kubernetes` for `k8s`.
    package func canonical(of text: String) -> String? {
        guard let match = matcher.whole(text), terms.indices.contains(match) else { return nil }
        return terms[match].canonical
    }

    /// How many terms of several words begin and end with a word, in lower case and UTF-8; `nil` for a word of no term.
    package func uses(of word: ArraySlice<UInt8>) -> (begins: Int, ends: Int)? { matcher.uses(of: word) }

    /// Whether a text uses a term under any of its names. A term that the lexicon does not know counts where the text
    /// has its words, as whole words.
    package func occurs(_ term: String, in text: String) -> Bool {
        guard let canonical = self.term(named: term) == nil ? canonical(of: term) : term else {
            return !TermMatcher(phrases: [term]).matches(in: text).isEmpty
        }
        return matches(in: text).contains { $0.canonical == canonical }
    }
}
