extension JobPosting {
    /// A run of a posting's text that is about one thing.
    package struct Segment: Sendable, Hashable {
        package enum Kind: String, Sendable, CaseIterable {
            /// Title, company, place and terms, before anything is said about them.
            case header
            case company, duties, requirements, preferred, benefits
            /// How to apply, and what happens then.
            case process
            /// What a law or a custom makes every posting say: equal opportunity, privacy, agencies.
            case boilerplate
            /// What says none of these.
            case other
        }

        package let kind: Kind
        /// Its sentences and bullets, without the bullet's sign.
        package var texts: [String]

        package init(_ kind: Kind, texts: [String]) {
            self.kind = kind
            self.texts = texts
        }
    }

    /// Something that is demanded and can be checked.
    package struct Requirement: Sendable, Hashable {
        package enum Kind: String, Sendable, CaseIterable {
            case experience, degree, licence, certificate, language
            case workPermit = "work_permit"
            case drivingLicence = "driving_licence"
        }

        package let kind: Kind
        /// The posting's own words.
        package let text: String
        /// Of experience: the least number of years.
        package var years: Int?
        /// Of a language: its BCP 47 tag.
        package var language: String?
        /// Of a degree: `high_school`, `apprenticeship`, `associate`, `bachelor`, `master` or `doctorate`. Of a language: a
        /// level of the CEFR, such as `B2`, or `native`, `fluent`, `professional`, `conversational`.
        package var level: String?

        package init(_ kind: Kind, text: String) {
            self.kind = kind
            self.text = text
        }
    }
}
