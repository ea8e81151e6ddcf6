// From a PDF, of ours or of anybody's, to a report. It needs no engine, no account and no store: `kongresume verify` uses
// it as it is, and the route puts it behind a key.

package import Inspect
internal import JobSource
package import Resume
internal import Tailoring
internal import Template

package struct Verifier: Sendable {
    package let inspector: Inspector
    let gate = Gate(.standard)
    package let lexicon: Lexicon

    package static func start(_ installation: Installation, _ settings: Settings) throws -> Verifier {
        Verifier(
            inspector: try Inspector(
                InspectorConfiguration(
                    program: installation.inspector, idle: settings.engines + 1, busy: settings.engines,
                    queue: settings.queue)),
            lexicon: try Lexicon.bundled())
    }

    /// One with inspectors of its own, for PDFs of strangers: one that takes all the time it may have keeps nobody's
    /// generation waiting.
    func startForStrangers(_ installation: Installation, _ settings: Settings) throws -> Verifier {
        Verifier(
            inspector: try Inspector(
                InspectorConfiguration(
                    program: installation.inspector, idle: 1, busy: max(1, settings.engines / 2),
                    queue: settings.queue)),
            lexicon: lexicon)
    }

    package func ready() async throws { try await inspector.ready() }

    package func stop() async { await inspector.stop() }

    /// Understands a posting that was pasted.
    package func posting(from text: String) throws -> JobPosting { try JobPosting(pastedText: text, lexicon: lexicon) }

    /// Judges a PDF from anywhere.
    ///
    /// - Parameters:
    ///   - posting: whose keywords are looked for.
    ///   - profile: what the person has: it tells what could be claimed from what could not.
    /// - Throws: ``UnreadablePDF``, and `InspectError` where it is not the PDF's fault.
    package func verify(_ pdf: [UInt8], for posting: JobPosting?, from profile: Profile?) async throws -> Report {
        let facts: PDFFacts
        do throws(InspectError) {
            facts = try await inspector.inspect(pdf)
        } catch {
            if let unreadable = UnreadablePDF(error, of: pdf) { throw unreadable }
            throw error
        }
        let asked = posting?.keywords ?? []
        let written = KeywordFinder(asked, lexicon: lexicon).writtenForms(in: facts.flowingText)
        var supported: Set<String>?
        if let profile, let posting {
            supported = Set(OfflineAgent(lexicon: lexicon).plan(for: posting, from: profile).supported.map(\.canonical))
        }
        return gate.verify(
            facts, asked: asked, profile: profile.map(TailoredResume.init(everythingIn:)), supported: supported
        ) { written[$0.canonical] }
    }
}
