// Resume is the ground floor: the values that travel through the house (a person's profile, a job posting, the tailored
// resume made of both) and the borders they cross, which are strict JSON and clean text. It does no input or output,
// links no C and no Foundation, and knows nothing of the rooms above.

/// A person's career as JSON Resume 1.0.0 describes it, plus the few fields that tailoring needs and the standard
/// lacks.
///
/// Every text is already clean (see ``TextHygiene``): NFC, single spaces, no control or invisible characters. An array
/// may hold empty texts and entries: they keep the indices those of the document, and have nothing to print.
/// Source: https://jsonresume.org/schema (1.0.0).
package struct Profile: Sendable, Hashable {
    package var basics: Basics
    package var work: [Work] = []
    package var volunteer: [Volunteer] = []
    package var education: [Education] = []
    package var awards: [Award] = []
    package var certificates: [Certificate] = []
    package var publications: [Publication] = []
    package var skills: [Skill] = []
    package var languages: [SpokenLanguage] = []
    package var interests: [Interest] = []
    package var references: [Reference] = []
    package var projects: [Project] = []

    /// Extension: the field of work in a few words, such as `intensive care nursing`.
    package var niche: String?
    /// Extension: what the person wants readers to know, in their own words. Never printed as it is.
    package var description: String?
    /// Extension: other summaries than ``Basics/summary``, such as one for each kind of job that the person looks for.
    /// Tailoring prints the one that fits a posting best.
    package var summaries: [String] = []
    /// Extension: the language the resume is written in, as a BCP 47 tag such as `de` or `pt-BR`. In a
    /// document that does not say it, what its letters tell.
    package var language: String = "en"

    package init(basics: Basics) { self.basics = basics }
}

extension Profile {
    package struct Basics: Sendable, Hashable {
        package var name: String
        package var label: String?
        package var email: String?
        package var phone: String?
        package var url: String?
        package var summary: String?
        package var location: Location?
        package var profiles: [NetworkProfile] = []

        package init(name: String) { self.name = name }
    }

    package struct Location: Sendable, Hashable {
        package var address: String?
        package var postalCode: String?
        package var city: String?
        package var countryCode: String?
        package var region: String?

        package init() {}
    }

    package struct NetworkProfile: Sendable, Hashable {
        package var network: String?
        package var username: String?
        package var url: String?

        package init() {}
    }

    package struct Work: Sendable, Hashable {
        package var name: String?
        package var position: String?
        package var location: String?
        package var description: String?
        package var url: String?
        package var startDate: PartialDate?
        /// `nil` means the work goes on.
        package var endDate: PartialDate?
        package var summary: String?
        package var highlights: [String] = []

        package init() {}
    }

    package struct Volunteer: Sendable, Hashable {
        package var organization: String?
        package var position: String?
        package var url: String?
        package var startDate: PartialDate?
        package var endDate: PartialDate?
        package var summary: String?
        package var highlights: [String] = []

        package init() {}
    }

    package struct Education: Sendable, Hashable {
        package var institution: String?
        package var url: String?
        package var area: String?
        package var studyType: String?
        package var startDate: PartialDate?
        package var endDate: PartialDate?
        package var score: String?
        package var courses: [String] = []

        package init() {}
    }

    package struct Award: Sendable, Hashable {
        package var title: String?
        package var date: PartialDate?
        package var awarder: String?
        package var summary: String?

        package init() {}
    }

    package struct Certificate: Sendable, Hashable {
        package var name: String?
        package var date: PartialDate?
        package var url: String?
        package var issuer: String?

        package init() {}
    }

    package struct Publication: Sendable, Hashable {
        package var name: String?
        package var publisher: String?
        package var releaseDate: PartialDate?
        package var url: String?
        package var summary: String?

        package init() {}
    }

    package struct Skill: Sendable, Hashable {
        package var name: String?
        package var level: String?
        package var keywords: [String] = []

        package init() {}
    }

    package struct SpokenLanguage: Sendable, Hashable {
        package var language: String?
        package var fluency: String?

        package init() {}
    }

    package struct Interest: Sendable, Hashable {
        package var name: String?
        package var keywords: [String] = []

        package init() {}
    }

    package struct Reference: Sendable, Hashable {
        package var name: String?
        package var reference: String?

        package init() {}
    }

    package struct Project: Sendable, Hashable {
        package var name: String?
        package var description: String?
        package var highlights: [String] = []
        package var keywords: [String] = []
        package var startDate: PartialDate?
        package var endDate: PartialDate?
        package var url: String?
        package var roles: [String] = []
        package var entity: String?
        package var type: String?

        package init() {}
    }
}
