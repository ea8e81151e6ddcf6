/// Why no posting was understood.
package struct JobSourceError: Error, Sendable {
    package enum Code: String, Sendable, CaseIterable {
        /// Fewer than ``JobSourceError/leastCharacters`` characters say something.
        case tooShort = "too_short"
        /// The address is none of a posting on LinkedIn.
        case noPostingAddress = "no_posting_address"
        /// The posting is no longer there.
        case removed
        /// The posting takes no applications any more.
        case closed
        /// The page asks to sign in.
        case signInWall = "sign_in_wall"
        /// The page asks whether a person is looking.
        case captcha
        /// The source takes no more requests for now, or may be sent none.
        case rateLimited = "rate_limited"
        /// A list of postings, not one.
        case searchPage = "search_page"
        /// A page that is no posting.
        case otherPage = "other_page"
        /// The source did not answer, or not in time.
        case unreachable
        /// The lexicon that comes with the program is missing or broken: a fault of the installation.
        case lexiconUnreadable = "lexicon_unreadable"
    }

    /// What is shorter is a title or a greeting, but no posting that a resume could be tailored to.
    package static let leastCharacters = 150

    package let code: Code

    /// Whether the same may succeed later: the fault lies with the source, or with how much it was asked.
    package var isPassing: Bool { [.captcha, .rateLimited, .unreachable].contains(code) }

    /// A sentence for the person who sent the posting.
    package let message: String
    package let underlying: (any Error)?

    package init(_ code: Code, _ message: String, underlying: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.underlying = underlying
    }
}

extension JobSourceError: CustomStringConvertible {
    package var description: String {
        "\(code.rawValue): \(message)" + (underlying.map { " (\($0))" } ?? "")
    }
}
