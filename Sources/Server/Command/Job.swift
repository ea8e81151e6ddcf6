import API
import ArgumentParser
import Foundation
import Resume

/// `kongresume job`: what is understood of a posting.
struct Job: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what is understood of a posting, without a server.",
        discussion: """
            Example: kongresume job https://www.linkedin.com/jobs/view/4012345678 --json
            Example: kongresume job saved-page.html
            """)

    @Argument(help: "A text or a saved page, an address on LinkedIn, or - for standard input.")
    var job: String

    @Flag(help: "Print everything, as JSON.")
    var json = false

    func run() async throws {
        let given = try GivenJob(job)
        if case .address = given { progress("asking LinkedIn") }
        let posting: JobPosting
        do {
            posting = try await given.read(by: JobReader(given.source()))
        } catch {
            throw Failure(explaining: error)
        }
        print(json ? posting.fullJSON.text : Self.text(posting))
    }

    private static func text(_ posting: JobPosting) -> String {
        var lines = [
            "title       \(posting.title ?? "not said")", "company     \(posting.company ?? "not said")",
            "location    \(posting.location ?? "not said")",
            "employment  \(posting.employmentType?.rawValue ?? "not said")",
            "seniority   \(posting.seniority?.rawValue ?? "not said")", "language    \(posting.language)",
            "source      \(posting.source.rawValue)\(posting.postingID.map { " \($0)" } ?? "")",
        ]
        for importance in Keyword.Importance.allCases {
            let terms = posting.keywords.filter { $0.importance == importance }.map(\.term)
            if !terms.isEmpty { lines.append("\(importance.rawValue): \(terms.joined(separator: ", "))") }
        }
        lines += posting.requirements.map { "\($0.kind.rawValue): \($0.text)" }
        lines += posting.segments.map { "\($0.kind.rawValue): \($0.texts.count) lines" }
        return lines.joined(separator: "\n")
    }
}
