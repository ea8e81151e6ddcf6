package import Resume

/// What a machine read back from a PDF, beside what was meant, field by field.
package struct RoundTrip: Sendable, Hashable {
    package struct Difference: Sendable, Hashable {
        /// Such as `experience 2: dates`.
        package let field: String
        /// Empty for what should not be there.
        package let meant: String
        /// Empty for what is not there.
        package let read: String
    }

    /// How many fields were compared.
    package private(set) var fields = 0
    package private(set) var differences: [Difference] = []

    /// Whether a machine has the wrong person, or not most of the resume.
    package var isLost: Bool {
        (share < 0.8 && !isOneInAnothersPlace)
            || differences.contains { ["name", "e-mail", "phone"].contains($0.field) }
    }

    /// One text read in another's place is two differences, which of a name and a headline alone is most of it.
    private var isOneInAnothersPlace: Bool {
        func texts(_ side: KeyPath<Difference, String>) -> [String] {
            differences.map { Self.squeezed($0[keyPath: side]) }.filter { !$0.isEmpty }.sorted()
        }
        return differences.count == 2 && texts(\.meant) == texts(\.read)
    }

    package var share: Double { fields == 0 ? 1 : Double(fields - differences.count) / Double(fields) }

    /// White space is not compared: where lines end there is none, and some scripts have none.
    package init(meant: TailoredResume, read: ReadResume) {
        compare("name", meant.name.text, read.name)
        compare("headline", meant.headline?.text, read.headline)
        compareAll("contact", meant.contacts.map(\.line.text), read.contacts)
        // As far as a reader would take the text for an address or a number at all: `+44 20 7946 0018 ext. 3` is read without
        // its end, and `by appointment` is no phone. The check of contacts tells of both.
        compare("e-mail", contact(.email, of: meant).flatMap { ContactText.email(in: $0) }, ifMeant: read.email)
        compare("phone", contact(.phone, of: meant).flatMap { ContactText.phone(in: $0) }, ifMeant: read.phone)
        compare("summary", meant.summary?.text, read.summary)
        compareAll("section", meant.sections.map(\.kind.rawValue), read.sections.map(\.kind.rawValue))
        for (section, found) in zip(meant.sections, read.sections) where section.kind == found.kind {
            compare(section, found, meant.comma)
        }
    }

    private func contact(_ kind: TailoredResume.Contact.Kind, of meant: TailoredResume) -> String? {
        meant.contacts.first { $0.kind == kind }?.line.text
    }

    // MARK: Parts

    private mutating func compare(
        _ section: TailoredResume.Section, _ read: ReadResume.Section, _ comma: ListComma
    ) {
        let meant = MeantEntry.entries(of: section, comma)
        compare("\(section.kind.rawValue): entries", "\(meant.count)", "\(read.entries.count)")
        for (index, (meant, read)) in zip(meant, read.entries).enumerated() {
            let name = "\(section.kind.rawValue) \(index + 1)"
            compare("\(name): title", meant.title, read.title)
            compare("\(name): organization", meant.place, read.place)
            compare("\(name): dates", meant.dates, read.dates.map(MeantEntry.written))
            compare("\(name): text", meant.text, read.text)
            compareAll("\(name): bullet", meant.bullets, read.bullets)
            compare("\(name): list", meant.ending, read.ending)
        }
    }

    private mutating func compareAll(_ field: String, _ meant: [String], _ read: [String]) {
        for index in 0..<max(meant.count, read.count) {
            compare(
                "\(field) \(index + 1)", meant.indices.contains(index) ? meant[index] : nil,
                read.indices.contains(index) ? read[index] : nil)
        }
    }

    private mutating func compare(_ field: String, _ meant: String?, ifMeant read: String?) {
        if meant != nil { compare(field, meant, read) }
    }

    private mutating func compare(_ field: String, _ meant: String?, _ read: String?) {
        let (meant, read) = (meant ?? "", read ?? "")
        guard !meant.isEmpty || !read.isEmpty else { return }
        fields += 1
        if Self.squeezed(meant) != Self.squeezed(read) {
            differences.append(Difference(field: field, meant: meant, read: read))
        }
    }

    private static func squeezed(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { !$0.properties.isWhitespace && !TokenStream.isDirection($0) }))
    }

    package var json: JSON {
        [
            "fields": .number(.init(fields)), "matching": .number(.init(fields - differences.count)),
            "share": JSON(floatLiteral: share),
            "differences": .array(
                differences.map {
                    ["field": .string($0.field), "meant": .string($0.meant), "read": .string($0.read)]
                }),
        ]
    }
}

/// An entry as it is meant to be read: what of it is one line on the page is one field.
private struct MeantEntry {
    var title = ""
    var place = ""
    var dates: String?
    var text = ""
    var bullets: [String] = []
    var ending = ""

    static func entries(of section: TailoredResume.Section, _ comma: ListComma) -> [MeantEntry] {
        switch section.kind {
        case .languages, .interests: [MeantEntry(joining: section.entries, comma)]
        case .skills: section.entries.map { MeantEntry(list: $0, comma) }
        default: section.entries.map { MeantEntry($0, comma) }
        }
    }

    init(_ entry: TailoredResume.Entry, _ comma: ListComma) {
        let line = comma.joined([entry.organization, entry.location, entry.note].compactMap { $0?.text })
        // Without a title the organization stands in its place.
        title = entry.title?.text ?? line
        place = entry.title == nil ? "" : line
        dates = entry.dates.flatMap(Self.written)
        bullets = entry.bullets.map(\.text)
        let terms = comma.joined(entry.terms.map(\.text))
        // Two paragraphs without a bullet between them are one.
        text = ([entry.summary?.text].compactMap { $0 } + (bullets.isEmpty && !terms.isEmpty ? [terms] : [])).joined(
            separator: " ")
        ending = bullets.isEmpty ? "" : terms
    }

    init(list entry: TailoredResume.Entry, _ comma: ListComma) {
        let label = entry.title?.text ?? ""
        let level = entry.note.map { label.isEmpty ? $0.text : " (\($0.text))" } ?? ""
        let terms = comma.joined(entry.terms.map(\.text))
        title = terms.isEmpty ? "" : label + level
        text = terms.isEmpty ? label + level : terms
    }

    init(joining entries: [TailoredResume.Entry], _ comma: ListComma) {
        text = comma.joined(
            entries.map { entry in
                let detail = comma.joined(([entry.note].compactMap { $0 } + entry.terms).map(\.text))
                guard let title = entry.title?.text else { return detail }
                return detail.isEmpty ? title : "\(title) (\(detail))"
            })
    }

    /// A day is not printed, and the same month twice is one date.
    static func written(_ range: TailoredResume.DateRange) -> String? {
        let start = range.start.map(toTheMonth)
        let end = range.ongoing ? nil : range.end.map(toTheMonth)
        let dates = [start, end == start ? nil : end].compactMap { $0 }
        return dates.isEmpty && !range.ongoing ? nil : (dates + (range.ongoing ? ["…"] : [])).joined(separator: " – ")
    }

    static func written(_ read: ReadDates) -> String {
        (read.dates.map(\.description) + (read.isOngoing ? ["…"] : [])).joined(separator: " – ")
    }

    private static func toTheMonth(_ date: PartialDate) -> String { String(date.description.prefix(7)) }
}
