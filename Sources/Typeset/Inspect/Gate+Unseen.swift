// What a person does not see.

extension Gate {
    static func noHiddenText(_ facts: PDFFacts) -> Check {
        let glyphs = facts.pages.reduce(0) { $0 + $1.glyphs }
        let lookedAt = count(glyphs, "character")
        guard !facts.isScanWithText else {
            return Check(
                .noHiddenText, .pass, lookedAt, "The text is invisible, but it is that of the picture over it.")
        }
        let findings = facts.pages.enumerated().flatMap { index, page in
            page.hidden.map { (page: index + 1, hidden: $0) }
        }
        let hidden = findings.reduce(0) { $0 + $1.hidden.count }
        guard hidden > 0 else { return Check(.noHiddenText, .pass, lookedAt, "Everything can be seen.") }
        let shown = findings.prefix(3).map { finding in
            "“\(quotable(finding.hidden.text))” on page \(finding.page) \(finding.hidden.kind.meaning)"
        }.joined(separator: "; ")
        return Check(
            // A comma may hang over an edge.
            .noHiddenText, hidden > 3 ? .fail : .warn, lookedAt,
            "\(count(hidden, "character")) can be read but not seen: \(shown).",
            examples: findings.map { quotable($0.hidden.text, limit: 160) })
    }

    static func noActiveContent(_ facts: PDFFacts) -> Check {
        let lookedAt = "actions, scripts, attachments, forms"
        guard facts.active.isEmpty else {
            let shown = facts.active.prefix(5).map { "\($0.kind) (\($0.place))" }.joined(separator: ", ")
            let isGrave = facts.active.contains { $0.kind != "go-to-remote" }
            return Check(
                .noActiveContent, isGrave ? .fail : .warn, lookedAt, "The PDF does more than be read: \(shown).")
        }
        guard facts.fields == 0 else {
            return Check(
                .noActiveContent, .warn, lookedAt,
                "The PDF has a form with \(count(facts.fields, "field")); what is in them few machines read.")
        }
        return Check(.noActiveContent, .pass, lookedAt, "The PDF does nothing but be read.")
    }
}

extension PDFFacts.Hidden.Kind {
    fileprivate var meaning: String {
        switch self {
        case .invisible: "is set to be invisible"
        case .background: "has the color of what is behind it"
        case .transparent: "is transparent"
        case .covered: "is covered"
        case .clipped: "is cut away"
        case .tiny: "is smaller than 2 points"
        case .offPage: "stands outside of the page"
        }
    }
}
