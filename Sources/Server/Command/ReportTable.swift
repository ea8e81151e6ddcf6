import Inspect
import Resume

/// A report as a table for a person at a terminal.
struct ReportTable {
    let text: String

    /// - Parameter width: characters of a line.
    init(_ report: Report, width: Int) {
        var lines = ["Score \(report.score) of 100; \(report.reachableScore) could be reached.", ""]
        lines += Self.checks(report.checks, width)
        lines += Self.keywords(report)
        if let trip = report.roundTrip { lines += Self.differences(trip) }
        lines += Self.resume(report.resume)
        text = lines.joined(separator: "\n")
    }

    private static func checks(_ checks: [Check], _ width: Int) -> [String] {
        let names = checks.map(\.id.rawValue.count).max() ?? 0
        let indent = names + 17
        return checks.flatMap { check -> [String] in
            let points = check.id.weight == 0 ? "" : "\(check.points)/\(check.id.weight)"
            let head = "  \(check.status.rawValue)  \(padded(check.id.rawValue, names))  \(padded(points, 6))  "
            var rows = wrapped(check.detail, max(30, width - indent))
            if let mend = check.mend { rows += wrapped("→ \(mend)", max(30, width - indent)) }
            return rows.enumerated().map { index, row in
                (index == 0 ? head : String(repeating: " ", count: head.count)) + row
            }
        }
    }

    private static func keywords(_ report: Report) -> [String] {
        let keywords = report.keywords
        guard keywords.total > 0 else { return [] }
        let all =
            keywords.present.map { ($0, "present") }
            + keywords.supportedButAbsent.map { ($0, "absent, though the profile has it") }
            + keywords.missing.map { ($0, "missing") }
        let names = all.map(\.0.term.count).max() ?? 0
        return ["", "Keywords: \(keywords.present.count) of \(keywords.total)"]
            + all.map { keyword, status in
                let form = keywords.written[keyword.canonical] ?? keyword.term
                let alias = form == keyword.term ? "" : ", as “\(form)”"
                return "  \(padded(keyword.term, names))  \(padded(keyword.importance.rawValue, 9))  \(status)\(alias)"
            }
    }

    private static func differences(_ trip: RoundTrip) -> [String] {
        ["", "Beside the profile: \(trip.fields - trip.differences.count) of \(trip.fields) fields are the same"]
            + trip.differences.prefix(20).map { "  \($0.field): “\($0.meant)” was read as “\($0.read)”" }
            + (trip.differences.count > 20 ? ["  and \(trip.differences.count - 20) more"] : [])
    }

    private static func resume(_ resume: ReadResume) -> [String] {
        var lines = ["", "What a machine reads"]
        lines += [("name", resume.name), ("e-mail", resume.email), ("phone", resume.phone)].map {
            "  \(padded($0, 8))\($1 ?? "not found")"
        }
        lines += resume.sections.map { section in
            "  \(section.heading): \(section.entries.count) entr\(section.entries.count == 1 ? "y" : "ies")"
        }
        return lines
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func wrapped(_ text: String, _ width: Int) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ") {
            let line = lines[lines.count - 1]
            if line.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if line.count + word.count < width {
                lines[lines.count - 1] += " \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
