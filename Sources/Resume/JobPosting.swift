/// What was understood of a job posting. A part that the posting does not say is `nil`, never guessed.
package struct JobPosting: Sendable, Hashable {
    package enum Source: String, Sendable { case linkedin, text }

    package enum EmploymentType: String, Sendable, CaseIterable {
        case fullTime = "full_time"
        case partTime = "part_time"
        case contract, temporary, internship
    }

    package enum Seniority: String, Sendable, CaseIterable {
        case intern, junior, mid, senior, lead, manager, director, executive
    }

    package var title: String?
    package var company: String?
    package var location: String?
    package var employmentType: EmploymentType?
    package var seniority: Seniority?
    package var source: Source
    /// The number under which the source keeps the posting.
    package var postingID: String?
    /// BCP 47 tag of the language the posting is written in.
    package var language: String
    /// The whole text, cleaned, with `\n` between lines.
    package var description: String
    /// The text by what it is about, in its order, without its headings.
    package var segments: [Segment] = []
    package var keywords: [Keyword]
    /// Phrases of the lines that say what is wanted, of which it is not sure that they name a skill: worth less than a
    /// keyword, and none is one.
    package var candidates: [Keyword] = []
    /// What can be checked: years, degrees, licences, certificates, languages, permits.
    package var requirements: [Requirement] = []

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
    /// Whether the lexicon knows the term; otherwise the posting's own words make it one.
    package var isKnown: Bool

    package init(term: String, canonical: String, importance: Importance, isKnown: Bool = true) {
        self.term = term
        self.canonical = canonical
        self.importance = importance
        self.isKnown = isKnown
    }
}
