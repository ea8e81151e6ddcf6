internal import Resume

/// A tailored resume in the words that will be printed, in the order of printing: what a template arranges, and what
/// an inspection will look for.
struct Layout {
    struct Section {
        let heading: String
        let entries: [Entry]
    }

    struct Entry {
        /// How an entry is set: with a line of its own for the place; with the place on the title's line; as an item of
        /// one line; or as a list after a label.
        enum Form { case full, line, compact, list }

        let form: Form
        let title: String
        let dates: String
        /// Organisation, place and note, joined by the language's comma.
        let place: String
        let summary: String
        let bullets: [String]
        let terms: String
    }

    let name: String
    let headline: String?
    let contacts: [TailoredResume.Contact]
    let summaryHeading: String
    let summary: String?
    let sections: [Section]
    /// What stands between the parts of a line.
    let comma: String

    init(_ resume: TailoredResume) {
        let wording = Wording.of(resume.language)
        let comma = resume.comma
        self.comma = comma.betweenParts
        name = resume.name.text
        headline = resume.headline?.text
        contacts = resume.contacts
        summaryHeading = wording.summary
        summary = resume.summary?.text
        sections = resume.sections.map { section in
            Section(heading: wording.heading(section.kind), entries: Self.entries(of: section, wording, comma))
        }
    }

    private static func entries(
        of section: TailoredResume.Section, _ wording: Wording, _ comma: ListComma
    ) -> [Entry] {
        switch section.kind {
        case .languages, .interests: [joined(section.entries, comma)]
        case .skills: section.entries.map { Entry(list: $0, comma) }
        case .certificates, .awards: section.entries.map { Entry($0, .compact, wording, comma) }
        // Few projects belong to anybody. Under a project's title its text begins, and in a script without italics
        // nothing would tell a client's name from a short text.
        case .projects: section.entries.map { Entry($0, .line, wording, comma) }
        default: section.entries.map { Entry($0, .full, wording, comma) }
        }
    }

    /// Entries of a word or two, such as languages, on one line: `English (native), German (B2)`.
    private static func joined(_ entries: [TailoredResume.Entry], _ comma: ListComma) -> Entry {
        let parts = entries.map { entry in
            let detail = comma.joined(([entry.note].compactMap { $0 } + entry.terms).map(\.text))
            guard let title = entry.title?.text else { return detail }
            return detail.isEmpty ? title : "\(title) (\(detail))"
        }
        return Entry(label: "", terms: comma.joined(parts))
    }

    /// Every text that a template may print.
    var texts: [String] {
        let head = [name] + [headline, summary].compactMap { $0 } + contacts.map(\.line.text)
        let body = sections.flatMap { section in
            [section.heading]
                + section.entries.flatMap { [$0.title, $0.dates, $0.place, $0.summary, $0.terms] + $0.bullets }
        }
        return head + (summary == nil ? [] : [summaryHeading]) + body
    }
}

extension Layout.Entry {
    init(_ entry: TailoredResume.Entry, _ form: Form, _ wording: Wording, _ comma: ListComma) {
        self.form = form
        let place = comma.joined([entry.organization, entry.location, entry.note].compactMap { $0?.text })
        // Without a title the place stands for it.
        title = entry.title?.text ?? place
        self.place = entry.title == nil ? "" : place
        dates = wording.dates(entry.dates) ?? ""
        summary = entry.summary?.text ?? ""
        bullets = entry.bullets.map(\.text)
        terms = comma.joined(entry.terms.map(\.text))
    }

    /// A labelled list, such as a group of skills with its level.
    init(list entry: TailoredResume.Entry, _ comma: ListComma) {
        let label = entry.title?.text ?? ""
        let level = entry.note.map { label.isEmpty ? $0.text : " (\($0.text))" } ?? ""
        self.init(label: label + level, terms: comma.joined(entry.terms.map(\.text)))
    }

    init(label: String, terms: String) {
        form = .list
        // A list without a label, or a label without a list, is just text.
        title = terms.isEmpty ? "" : label
        self.terms = terms.isEmpty ? label : terms
        (dates, place, summary, bullets) = ("", "", "", [])
    }
}
