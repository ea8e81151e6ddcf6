internal import Inspect
internal import Resume

/// A report as a page for people: one file, no script, readable without a style sheet too.
struct VerificationPage {
    let html: String

    init(_ report: Report, posting: JobPosting?) {
        let title = report.resume.name.map { "ATS report: \($0)" } ?? "ATS report"
        let verdict =
            report.passes
            ? "No check failed."
            : "\(report.checks.count { $0.status == .fail }) of \(report.checks.count) checks failed."
        html = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(title))</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <main>
            <h1>\(escaped(title))</h1>
            <p class="score"><strong>\(report.score)</strong> of 100, \(report.reachableScore) could be reached. \
            \(verdict) \(report.pages) page\(report.pages == 1 ? "" : "s").</p>
            \(Self.checks(report.checks))
            \(Self.keywords(report.keywords, posting))
            \(Self.differences(report.roundTrip))
            \(Self.resume(report.resume))
            </main>
            </body>
            </html>

            """
    }

    private static let style = """
        body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1b2430;background:#f6f7f9}
        main{max-width:62rem;margin:0 auto;padding:2rem 1.25rem}
        h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
        .score strong{font-size:2.2rem}
        table{border-collapse:collapse;width:100%;background:#fff}
        th,td{text-align:left;vertical-align:top;padding:.5rem .75rem;border-bottom:1px solid #e1e5ea}
        td.points{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        .pass{color:#0a6b2d}.warn{color:#8a5300}.fail{color:#b00020}
        .status{font-weight:600;white-space:nowrap}.mend,.aside{color:#556170}
        ul{padding-left:1.2rem}
        @media(max-width:40rem){thead{display:none}tr,td{display:block;border:0}tr{border-bottom:1px solid #e1e5ea}
        td.points{text-align:left}}
        """

    private static func checks(_ checks: [Check]) -> String {
        let rows = checks.map { check in
            let mend = check.mend.map { "<br><span class=\"mend\">\(escaped($0))</span>" } ?? ""
            return """
                <tr><td class="status \(check.status.rawValue)">\(check.status.rawValue)</td>\
                <td><code>\(check.id.rawValue)</code><br><span class="aside">\(escaped(check.lookedAt))</span></td>\
                <td>\(escaped(check.detail))\(mend)</td><td class="points">\(check.points) of \(check.id.weight)</td></tr>
                """
        }
        return """
            <h2>Checks</h2>
            <table><thead><tr><th>Result</th><th>Check</th><th>What was found</th><th>Points</th></tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table>
            """
    }

    private static func keywords(_ keywords: Report.Keywords, _ posting: JobPosting?) -> String {
        guard keywords.total > 0 else { return "" }
        func rows(_ list: [Keyword], _ status: String, _ style: String) -> String {
            list.map { keyword in
                let form = keywords.written[keyword.canonical] ?? ""
                let alias = form.isEmpty || form == keyword.term ? "" : ", as “\(form)”"
                return """
                    <tr><td class="status \(style)">\(status)\(escaped(alias))</td><td>\(escaped(keyword.term))</td>\
                    <td>\(keyword.importance.rawValue)</td></tr>
                    """
            }.joined(separator: "\n")
        }
        let of = posting?.title.map { " of “\($0)”" } ?? ""
        return """
            <h2>Keywords\(escaped(of)): \(keywords.present.count) of \(keywords.total)</h2>
            <table><thead><tr><th>In the PDF</th><th>Keyword</th><th>Importance</th></tr></thead>
            <tbody>
            \(rows(keywords.present, "present", "pass"))
            \(rows(keywords.supportedButAbsent, "absent, though the profile has it", "fail"))
            \(rows(keywords.missing, "missing", "warn"))
            </tbody></table>
            """
    }

    private static func differences(_ trip: RoundTrip?) -> String {
        guard let trip, !trip.differences.isEmpty else { return "" }
        let rows = trip.differences.map { difference in
            """
            <tr><td>\(escaped(difference.field))</td><td>\(escaped(difference.meant))</td>\
            <td>\(escaped(difference.read))</td></tr>
            """
        }
        return """
            <h2>Beside the profile: \(trip.fields - trip.differences.count) of \(trip.fields) fields are the same</h2>
            <table><thead><tr><th>Field</th><th>Profile</th><th>Read</th></tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table>
            """
    }

    /// What a machine would put into the fields of its form.
    private static func resume(_ resume: ReadResume) -> String {
        func item(_ name: String, _ value: String?) -> String {
            "<li>\(name): \(value.map { escaped($0) } ?? "<span class=\"fail\">not found</span>")</li>"
        }
        let sections = resume.sections.map { section in
            let entries = section.entries.map { entry in
                let head = [entry.title, entry.place, entry.dates?.text ?? ""].filter { !$0.isEmpty }
                let bullets = entry.bullets.isEmpty ? "" : " (\(entry.bullets.count) points)"
                return "<li>\(escaped((head.isEmpty ? [entry.text] : head).joined(separator: " · ")))\(bullets)</li>"
            }
            return "<h3>\(escaped(section.heading))</h3><ul>\(entries.joined(separator: "\n"))</ul>"
        }
        return """
            <h2>What a machine reads</h2>
            <ul>
            \(item("Name", resume.name))
            \(item("E-mail", resume.email))
            \(item("Phone", resume.phone))
            </ul>
            \(sections.joined(separator: "\n"))
            """
    }
}

/// Text inside of an element (HTML, 13.1.2.6, and one for attributes). Control characters have no place on a page.
private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        case _ where scalar.properties.generalCategory == .control && scalar != "\n": result += "\u{FFFD}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
