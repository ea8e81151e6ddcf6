/// Why no posting was understood.
package struct JobSourceError: Error, Sendable {
    package enum Code: String, Sendable, CaseIterable {
        /// Fewer than ``JobSourceError/leastCharacters`` characters say something.
        case tooShort = "too_short"
        /// The lexicon that comes with the program is missing or broken: a fault of the installation.
        case lexiconUnreadable = "lexicon_unreadable"
    }

    /// What is shorter is a title or a greeting, but no posting that a resume could be tailored to.
    package static let leastCharacters = 150

    package let code: Code
    /// A sentence for the person who sent the posting.
    package let message: String
    package let underlying: (any Error)?

    init(_ code: Code, _ message: String, underlying: (any Error)? = nil) {
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
