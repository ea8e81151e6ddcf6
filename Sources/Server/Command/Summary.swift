import API
import Inspect
import Resume

/// A report for a person at a terminal.
struct Summary {
    let text: String

    init(_ finished: FinishedResume) {
        let report = finished.report
        let width = report.checks.map(\.id.rawValue.count).max() ?? 0
        var lines = [
            "\(finished.title): \(finished.pages) page\(finished.pages == 1 ? "" : "s"), ATS score \(report.score) of 100"
        ]
        lines += report.checks.map { check in
            let id = check.id.rawValue + String(repeating: " ", count: width - check.id.rawValue.count)
            return "  \(check.status.rawValue)  \(id)  \(check.detail)"
        }
        if report.keywords.total > 0 {
            lines.append("  keywords present: " + Self.list(report.keywords.present))
            lines.append("  keywords the profile does not have: " + Self.list(report.keywords.missing))
        }
        if !finished.dropped.isEmpty { lines.append("  left out to fit: \(finished.dropped.count) items") }
        text = lines.joined(separator: "\n")
    }

    private static func list(_ keywords: [Keyword]) -> String {
        keywords.isEmpty ? "none" : keywords.map(\.term).joined(separator: ", ")
    }
}
