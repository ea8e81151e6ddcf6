/// What was understood of a job posting. A part that the posting does not say is `nil`, never guessed.
package struct JobPosting: Sendable, Hashable {
    package enum Source: String, Sendable { case linkedin, text }

    package var title: String?
    package var company: String?
    package var location: String?
    package var source: Source
    /// BCP 47 tag of the language the posting is written in.
    package var language: String
    /// The whole text, cleaned, with `\n` between lines.
    package var description: String
    package var keywords: [Keyword]

    package init(source: Source, language: String, description: String, keywords: [Keyword]) {
        self.source = source
        self.language = language
        self.description = description
        self.keywords = keywords
    }
}

/// A skill, tool, licence or method that a posting names.
package struct Keyword: Sendable, Hashable {
    package enum Importance: String, Sendable, CaseIterable { case required, preferred, mentioned }

    /// As the posting spells it.
    package var term: String
    /// As the lexicon spells it; the term itself where the lexicon does not know it.
    package var canonical: String
    package var importance: Importance

    package init(term: String, canonical: String, importance: Importance) {
        self.term = term
        self.canonical = canonical
        self.importance = importance
    }
}
