internal import Resume

// What a machine makes of the whole.

extension Gate {
    /// Of ours: the sections that were meant.
    static func standardSections(_ read: ReadResume, meant: TailoredResume?) -> Check {
        let meant = meant?.sections.map(\.kind.rawValue) ?? []
        let found = read.sections.map(\.kind.rawValue)
        guard meant.isEmpty || meant == found else {
            return Check(
                .standardSections, .warn, count(meant.count, "section"),
                "Read as sections: \(listing(found, limit: 11)), instead of \(listing(meant, limit: 11)).")
        }
        return Check(
            .standardSections, .pass, count(meant.count, "section"), "All headings are standard, and found as such.")
    }

    static func datedEntries(_ read: ReadResume, meant: TailoredResume?) -> Check {
        let all = meant?.sections.flatMap(\.entries).count { $0.dates != nil } ?? 0
        let found = read.sections.flatMap(\.entries).count { $0.dates != nil }
        let isFine = meant == nil || all == found
        return Check(
            .datedEntries, isFine ? .pass : .warn, count(all, "entry with dates", "entries with dates"),
            isFine ? "All dates are read as dates." : "Dates were read of \(found), but \(all) have them.")
    }

    // MARK: Of anybody's

    static func standardSections(_ read: ReadResume, languages: Int) -> Check {
        let kinds = Set(read.sections.map(\.kind))
        let headings = read.sections.map(\.heading)
        let lookedAt = "headings in \(languages) languages"
        guard !headings.isEmpty else {
            return Check(.standardSections, .fail, lookedAt, "No line is a heading that resumes usually have.")
        }
        let isUsual = kinds.count > 1 && (kinds.contains(.experience) || kinds.contains(.education))
        let shown = "Found \(listing(headings, limit: 11))"
        return isUsual
            ? Check(.standardSections, .pass, lookedAt, "\(shown).")
            : Check(
                .standardSections, .warn, lookedAt, "\(shown), but not both of experience or education and another.")
    }

    static func datedEntries(_ read: ReadResume, in facts: PDFFacts) -> Check {
        let entries = read.sections.filter { $0.kind == .experience || $0.kind == .education }.flatMap(\.entries)
        let dated = entries.count { $0.dates != nil }
        let lookedAt = "\(count(entries.count, "entry", "entries")) of experience and education"
        if dated > 0 {
            return Check(
                .datedEntries, .pass, lookedAt,
                "Dates were read of \(dated) of \(entries.count), such as “\(first(entries))”.")
        }
        let hasYears = facts.pages.contains { page in
            page.words.contains { word in
                let figures = word.text.filter(\.isNumber)
                return figures.count == 4 && Int(figures).map { (1950...2100).contains($0) } == true
            }
        }
        guard !hasYears else {
            return Check(.datedEntries, .warn, lookedAt, "The text has years, but no entry was read with its dates.")
        }
        return Check(.datedEntries, entries.isEmpty ? .warn : .fail, lookedAt, "No year stands in the text.")
    }

    private static func first(_ entries: [ReadResume.Entry]) -> String {
        quotable(entries.lazy.compactMap(\.dates).first?.text ?? "")
    }
}
