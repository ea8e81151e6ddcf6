internal import Inspect
internal import Resume

/// A report as what the template of its page prints: texts, numbers and lists; what is absent is an empty list.
struct VerificationContext {
    let values: [String: Any]

    init(_ report: Report, posting: JobPosting?) {
        let worst = Self.gravest.first { status in report.checks.contains { $0.status == status } } ?? .pass
        values = [
            "name": Self.optional(report.resume.name),
            "pages": "\(report.pages) page\(report.pages == 1 ? "" : "s")",
            "posting": Self.optional(
                posting.flatMap { posting in
                    posting.title.map { title in posting.company.map { "\(title), \($0)" } ?? title }
                }),
            "score": report.score, "reachable": report.reachableScore, "worst": worst.rawValue,
            "verdict": Self.verdict(report.checks), "reach": Self.reach(report),
            "deductions": report.checks.filter { $0.points < $0.id.weight }.map { check in
                ["id": check.id.rawValue, "title": check.id.title, "lost": check.id.weight - check.points]
                    as [String: Any]
            },
            "stumbles": [Check.Status.fail, .warn].flatMap { Self.group(report.checks, $0) },
            "passed": Self.group(report.checks, .pass),
            "keywords": Self.keywords(report),
            "differences": Self.differences(report.roundTrip),
            "language": Self.optional(report.resume.language),
            "contacts": [
                ("Name", report.resume.name), ("E-mail", report.resume.email), ("Phone", report.resume.phone),
            ].map { ["name": $0, "value": Self.optional($1)] as [String: Any] },
            "sections": report.resume.sections.map { section in
                ["heading": Self.clean(section.heading), "entries": section.entries.map(Self.entry)] as [String: Any]
            },
        ]
    }

    private static let gravest: [Check.Status] = [.fail, .warn]

    // MARK: The score

    private static func verdict(_ checks: [Check]) -> String {
        let (failed, warned) = (checks.count { $0.status == .fail }, checks.count { $0.status == .warn })
        guard failed + warned > 0 else { return "Every check passed." }
        let parts = [(failed, "failed"), (warned, "gave a warning")].filter { $0.0 > 0 }.map { "\($0) \($1)" }
        return "Of \(checks.count) checks, \(parts.joined(separator: " and "))."
    }

    private static func reach(_ report: Report) -> String {
        if report.reachableScore < 100 {
            return """
                \(report.reachableScore) can be reached: \(100 - report.reachableScore) of the 100 points are for what the \
                posting asks for and the profile does not have.
                """
        }
        guard report.score < 100 else { return "" }
        guard report.keywords.missing.isEmpty else {
            return """
                All 100 points can be reached by a person who has what the posting asks for; which of the missing keywords \
                that are, only a profile could tell.
                """
        }
        return "All 100 points can be reached: what costs points below can be mended."
    }

    // MARK: The checks

    private static func group(_ checks: [Check], _ status: Check.Status) -> [[String: Any]] {
        let members = checks.filter { $0.status == status }
        guard !members.isEmpty else { return [] }
        let (heading, word) =
            switch status {
            case .fail: ("Failed", "Fail")
            case .warn: ("Warnings", "Warning")
            case .pass: ("Passed", "Pass")
            }
        return [
            [
                "status": status.rawValue, "heading": heading, "count": members.count,
                "checks": members.map { values(of: $0, word) },
            ]
        ]
    }

    private static func values(of check: Check, _ word: String) -> [String: Any] {
        let weight = check.id.weight
        let lines = check.examples.map { example -> [String: Any] in
            let halves = example.split(separator: " ‖ ", maxSplits: 1).map { clean(String($0)) }
            return ["left": halves.first ?? "", "right": Array(halves.dropFirst())]
        }
        return [
            "id": check.id.rawValue, "title": check.id.title, "status": check.status.rawValue, "word": word,
            "points": optional(weight == 0 ? nil : "\(check.points) of \(weight)"),
            "looked_at": clean(check.lookedAt), "found": clean(check.detail), "mend": optional(check.mend),
            "examples": lines.isEmpty
                ? []
                : [["heading": check.id == .oneColumn ? "Lines that mix" : "Such as", "lines": lines] as [String: Any]],
        ]
    }

    // MARK: The keywords

    private static func keywords(_ report: Report) -> [[String: Any]] {
        let keywords = report.keywords
        guard keywords.total > 0, let coverage = report.coverage else { return [] }
        let all = keywords.present + keywords.supportedButAbsent + keywords.missing
        func group(_ heading: String, _ status: String, _ members: [Keyword]) -> [[String: Any]] {
            guard !members.isEmpty else { return [] }
            let terms = members.map { keyword -> [String: Any] in
                let form = keywords.written[keyword.canonical].flatMap { $0 == keyword.term ? nil : $0 }
                return [
                    "term": clean(keyword.term), "importance": keyword.importance.rawValue, "alias": optional(form),
                ]
            }
            return [["heading": heading, "status": status, "count": members.count, "terms": terms]]
        }
        return [
            [
                "present": keywords.present.count, "total": keywords.total,
                "coverage": Int((coverage * 100).rounded()),
                "by_importance": Keyword.Importance.allCases.compactMap { importance -> [String: Any]? in
                    let asked = all.count { $0.importance == importance }
                    guard asked > 0 else { return nil }
                    let present = keywords.present.count { $0.importance == importance }
                    return ["importance": importance.rawValue, "present": present, "total": asked]
                },
                "groups": group("Absent, though the profile has them", "fail", keywords.supportedButAbsent)
                    + group("Missing", "warn", keywords.missing) + group("In the PDF", "pass", keywords.present),
            ]
        ]
    }

    // MARK: The resume

    private static func differences(_ trip: RoundTrip?) -> [[String: Any]] {
        guard let trip, !trip.differences.isEmpty else { return [] }
        return [
            [
                "matching": trip.fields - trip.differences.count, "fields": trip.fields,
                "rows": trip.differences.map { difference in
                    ["field": difference.field, "meant": clean(difference.meant), "read": clean(difference.read)]
                },
            ]
        ]
    }

    /// What of an entry would go into the fields of a form.
    private static func entry(_ entry: ReadResume.Entry) -> [String: Any] {
        let rest = [entry.place, entry.dates?.text ?? ""].filter { !$0.isEmpty }
        let isText = entry.title.isEmpty
        let points = entry.bullets.count
        return [
            "title": optional(isText ? nil : entry.title),
            "rest": optional((isText ? rest + [entry.text] : rest).filter { !$0.isEmpty }.joined(separator: " · ")),
            "more": optional(points == 0 ? nil : "\(points) point\(points == 1 ? "" : "s")"),
        ]
    }

    // MARK: Texts

    private static func optional(_ text: String?) -> [String] {
        guard let text, !text.isEmpty else { return [] }
        return [clean(text)]
    }

    /// Control characters have no place on a page (HTML, 13.1.4).
    private static func clean(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
            result.append(isControl ? "\u{FFFD}" : scalar)
        }
        return String(result)
    }
}
