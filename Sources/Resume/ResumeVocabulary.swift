/// The words by which a resume is known to be one, in every language that resumes are printed in: the headings of its
/// sections, and how its dates are written. For whoever reads a resume without knowing what was meant.
package struct ResumeVocabulary: Sendable {
    package struct Language: Sendable {
        /// BCP 47, such as `de` or `zh-Hant`.
        package let tag: String
        package let summary: [String]
        package let headings: [TailoredResume.Section.Kind: [String]]
        /// The end of what goes on, such as `Present`.
        package let ongoing: [String]
        /// The names of the months, by number; none where months are written as numbers.
        package let months: [(name: String, number: Int)]

        package init(
            tag: String, summary: [String], headings: [TailoredResume.Section.Kind: [String]], ongoing: [String],
            months: [(name: String, number: Int)]
        ) {
            self.tag = tag
            self.summary = summary
            self.headings = headings
            self.ongoing = ongoing
            self.months = months
        }
    }

    /// What a heading stands over.
    package enum Part: Sendable, Hashable {
        case summary
        case section(TailoredResume.Section.Kind)
    }

    package let languages: [Language]
    /// By the heading without case and spaces at its ends: each meaning and the language that has it.
    private let parts: [String: [(part: Part, language: String)]]

    package init(languages: [Language]) {
        self.languages = languages
        var parts: [String: [(part: Part, language: String)]] = [:]
        for language in languages {
            for heading in language.summary {
                parts[Self.folded(heading), default: []].append((.summary, language.tag))
            }
            for (kind, headings) in language.headings {
                for heading in headings {
                    parts[Self.folded(heading), default: []].append((.section(kind), language.tag))
                }
            }
        }
        self.parts = parts
    }

    /// What a line may stand over, if it is a standard heading.
    package func meanings(of line: String) -> [(part: Part, language: String)] { parts[Self.folded(line)] ?? [] }

    package static func folded(_ text: String) -> String {
        var text = text.lowercased()[...]
        while let last = text.last, last == ":" || last.isWhitespace { text.removeLast() }
        return String(text.drop { $0.isWhitespace })
    }
}
