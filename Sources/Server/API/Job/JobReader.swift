// The stage "job": an address, a text, a saved page or several of them become a posting.

internal import JobSource
package import Resume

package struct JobReader: Sendable {
    private let lexicon: Lexicon
    private let source: LinkedInSource

    package init(_ lexicon: Lexicon, _ source: LinkedInSource) {
        self.lexicon = lexicon
        self.source = source
    }

    /// With the lexicon that comes with the program.
    package init(_ source: LinkedInSource) throws { self.init(try Lexicon.bundled(), source) }

    /// A posting, and what the person who asked for it should know of how it was found.
    package struct Reading: Sendable {
        package let posting: JobPosting
        package var notes: [String] = []
    }

    /// Reads the posting at an address; a text that came along supplements it, and stands in for it where there is none.
    ///
    /// - Throws: ``JobSourceError``.
    package func read(address: String?, text: String?) async throws -> Reading {
        guard let address else { return Reading(posting: try read(text: text ?? "")) }
        do {
            let published = try await source.posting(at: LinkedInAddress(address))
            return Reading(posting: try JobPosting(published, supplement: text, lexicon: lexicon))
        } catch let error as JobSourceError {
            guard let text else { throw error }
            let reason = error.message.replacing(" " + JobSourceError.advice, with: "")
            return Reading(
                posting: try read(text: text),
                notes: ["The job was read from job_description alone, not from linkedin_job_url. " + reason])
        }
    }

    /// Understands a posting that was pasted.
    package func read(text: String) throws -> JobPosting { try JobPosting(pastedText: text, lexicon: lexicon) }

    /// Understands what a file holds: a saved page, whatever the file is called, or a text.
    package func read(file text: String) throws -> JobPosting {
        guard Self.isPage(text) else { return try read(text: text) }
        do {
            return try JobPosting(PublishedPosting(page: text), lexicon: lexicon)
        } catch let error where error.code == .otherPage {
            // Not LinkedIn's: what it says is a posting all the same, perhaps.
            return try read(text: text)
        }
    }

    /// A page or a fragment of one begins with a mark, after at most a byte-order mark and white space.
    private static func isPage(_ text: String) -> Bool {
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard start.first == "<" else { return false }
        let head = start.prefix(4096).lowercased()
        return ["<!doctype html", "<html", "<head", "<body", "<section", "<div", "<!--", "<script", "<main", "<?xml"]
            .contains { head.hasPrefix($0) }
    }
}
