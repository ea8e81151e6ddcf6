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
        /// The profile does not have it.
        package let missing: [Keyword]

        /// The denominator of ``Report/coverage``.
        package var total: Int { present.count + supportedButAbsent.count + missing.count }
    }
}

/// One question to a PDF and its answer.
package struct Check: Sendable, Hashable {
    package enum Status: String, Sendable { case pass, warn, fail }

    package let id: Identifier
    package let status: Status
    /// What was looked at and what was found, in a sentence or two.
    package let detail: String
    /// How much of its weight it brings to the score.
    package let points: Int

    /// Without `points` a check brings all of its weight when it passes, half on a warning, nothing when it fails.
    init(_ id: Identifier, _ status: Status, _ detail: String, points: Int? = nil) {
        self.id = id
        self.status = status
        self.detail = detail
        let earned =
            switch status {
            case .pass: id.weight
            case .warn: id.weight / 2
            case .fail: 0
            }
        self.points = points ?? earned
    }
}

extension Check {
    /// In the order in which they are asked and shown.
    package enum Identifier: String, Sendable, CaseIterable {
        case pageCount = "page-count"
        case fontsEmbedded = "fonts-embedded"
        case noType3 = "no-type3"
        case cleanCharacters = "clean-characters"
        case textComplete = "text-complete"
        case noOtherText = "no-other-text"
        case textOrder = "text-order"
        case contactAtTop = "contact-at-top"
        case readingOrder = "reading-order"
        case keywordsSupported = "keywords-supported"

        /// Points of the score. They add up to 100: 60 for what a machine reads, of which most for every word being
        /// there; 20 for what the page is made of; 20 for the posting's keywords, because a perfect page that does not
        /// answer the posting is still only readable.
        package var weight: Int {
            switch self {
            case .pageCount: 10
            case .fontsEmbedded: 5
            case .noType3: 5
            case .cleanCharacters: 10
            case .textComplete: 15
            case .noOtherText: 5
            case .textOrder: 10
            case .contactAtTop: 10
            case .readingOrder: 10
            case .keywordsSupported: 20
            }
        }
    }
}
