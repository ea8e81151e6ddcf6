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

    /// For a person: what the job is, what it asks for, and what may be asked for besides.
    private static func text(_ posting: JobPosting) -> String {
        let source = posting.source.rawValue + (posting.postingID.map { " \($0)" } ?? "")
        let facts: [(name: String, value: String?)] = [
            ("title", posting.title), ("company", posting.company), ("location", posting.location),
            ("employment", posting.employmentType?.rawValue), ("seniority", posting.seniority?.rawValue),
            ("language", posting.language), ("source", source),
        ]
        var lines = facts.map { row($0.name, $0.value?.replacing("_", with: " ") ?? "not said") }
        lines.append("\nkeywords")
        for importance in Keyword.Importance.allCases {
            let terms = posting.keywords.filter { $0.importance == importance }.map(\.term)
            if !terms.isEmpty {
                lines.append(row("  " + importance.rawValue, terms.joined(separator: ", "), width: 14))
            }
        }
        if posting.keywords.isEmpty { lines.append("  none") }
        let candidates = posting.candidates.prefix(12).map(\.term)
        if !candidates.isEmpty { lines.append(row("  perhaps", candidates.joined(separator: ", "), width: 14)) }
        if !posting.requirements.isEmpty { lines.append("\nto be checked") }
        lines += posting.requirements.map { row("  " + $0.kind.rawValue.replacing("_", with: " "), $0.text, width: 20) }
        return lines.joined(separator: "\n")
    }

    private static func row(_ name: String, _ value: String, width: Int = 12) -> String {
        name + String(repeating: " ", count: max(1, width - name.count)) + value
    }
}
