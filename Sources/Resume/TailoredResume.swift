/// What is typeset: the lines of one resume, in order, each naming the items of the profile that it comes from.
///
/// Tailoring makes it, Template turns it into LaTeX, Inspect looks for its text in the PDF.
package struct TailoredResume: Sendable, Hashable {
    /// BCP 47 tag of the language that headings and dates are printed in.
    package var language: String
    package var name: Line
    /// The professional title under the name.
    package var headline: Line?
    package var contacts: [Contact] = []
    package var summary: Line?
    package var sections: [Section] = []

    package init(language: String, name: Line) {
        self.language = language
        self.name = name
    }
}

extension TailoredResume {
    /// A text and the addresses of the profile items that hold its facts.
    package struct Line: Sendable, Hashable {
        package var text: String
        /// At least one: JSON pointers into the profile, such as `/work/0/highlights/2`.
        package var items: [JSONPointer]

        package init(_ text: String, from items: JSONPointer...) { self.init(text, from: items) }

        package init(_ text: String, from items: [JSONPointer]) {
            self.text = text
            self.items = items
        }
    }

    package struct Contact: Sendable, Hashable {
        package enum Kind: String, Sendable { case email, phone, location, url, profile }

        package var kind: Kind
        package var line: Line
        /// Where a click leads, an absolute `https`, `http`, `mailto` or `tel` URI; `nil` for no link.
        package var uri: String?

        package init(_ kind: Kind, _ line: Line, uri: String? = nil) {
            self.kind = kind
            self.line = line
            self.uri = uri
        }
    }

    package struct Section: Sendable, Hashable {
        package enum Kind: String, Sendable, CaseIterable {
            case experience, projects, education, skills, certificates, languages
            case volunteer, awards, publications, interests, references
        }

        package var kind: Kind
        /// Never empty: a section without entries is left out.
        package var entries: [Entry]

        package init(_ kind: Kind, entries: [Entry]) {
            self.kind = kind
            self.entries = entries
        }
    }

    /// One job, degree, project, group of skills…: what of it exists is printed, in this order.
    package struct Entry: Sendable, Hashable {
        /// The address of the whole item, such as `/work/0`.
        package var item: JSONPointer
        /// The position, degree, project or name of a group of skills.
        package var title: Line?
        /// The employer, school or publisher.
        package var organization: Line?
        package var location: Line?
        package var dates: DateRange?
        /// A score, a level, a fluency.
        package var note: Line?
        package var summary: Line?
        package var bullets: [Line] = []
        /// Short terms printed as one comma-separated list: the keywords of a skill, the courses of a degree.
        package var terms: [Line] = []
        package var uri: String?

        package init(item: JSONPointer) { self.item = item }
    }

    /// When something took place. One date alone is printed as that date; `ongoing` prints "Present" as its end.
    package struct DateRange: Sendable, Hashable {
        package var start: PartialDate?
        package var end: PartialDate?
        package var ongoing: Bool

        package init(start: PartialDate?, end: PartialDate?, ongoing: Bool = false) {
            self.start = start
            self.end = end
            self.ongoing = ongoing
        }
    }
}
