package import Resume

/// The verdict on a PDF: what was looked at, what was found, and what it comes to.
package struct Report: Sendable, Hashable {
    package let pages: Int
    /// 0 to 100: the sum of the points of ``checks``.
    package let score: Int
    /// What the score would be if every check passed. It is below 100 where the posting asks for what the profile lacks.
    package let reachableScore: Int
    package let checks: [Check]
    package let keywords: Keywords
    /// What a machine makes of the PDF.
    package let resume: ReadResume
    /// What of it differs from what was meant; `nil` where that is not known.
    package let roundTrip: RoundTrip?

    init(
        pages: Int, checks: [Check], keywords: Keywords, lost: Int, resume: ReadResume, roundTrip: RoundTrip?
    ) {
        self.pages = pages
        self.checks = checks
        self.keywords = keywords
        self.resume = resume
        self.roundTrip = roundTrip
        score = checks.reduce(0) { $0 + $1.points }
        reachableScore = Check.Identifier.allCases.reduce(0) { $0 + $1.weight } - lost
    }

    /// Whether no check failed.
    package var passes: Bool { !checks.contains { $0.status == .fail } }

    /// The share, 0 to 1, of the posting's keywords that the PDF holds; `nil` without a posting.
    package var coverage: Double? {
        keywords.total == 0 ? nil : Double(keywords.present.count) / Double(keywords.total)
    }

    package struct Keywords: Sendable, Hashable {
        package let present: [Keyword]
        /// The profile has it, the PDF does not: a failure of ours.
        package let supportedButAbsent: [Keyword]
        /// The profile does not have it, or nothing is known of a profile.
        package let missing: [Keyword]
        /// By the canonical name: how the PDF has it, where it is present.
        package let written: [String: String]

        package init(
            present: [Keyword] = [], supportedButAbsent: [Keyword] = [], missing: [Keyword] = [],
            written: [String: String] = [:]
        ) {
            self.present = present
            self.supportedButAbsent = supportedButAbsent
            self.missing = missing
            self.written = written
        }

        /// The denominator of ``Report/coverage``.
        package var total: Int { present.count + supportedButAbsent.count + missing.count }
    }
}
