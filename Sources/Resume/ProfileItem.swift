/// A place in a profile, from which lines are taken that know where they come from.
struct ProfileItem {
    let pointer: JSONPointer
    let comma: ListComma

    init(at pointer: JSONPointer, comma: ListComma) {
        self.pointer = pointer
        self.comma = comma
    }

    func member(_ name: String) -> ProfileItem { ProfileItem(at: pointer.member(name), comma: comma) }

    func element(_ index: Int) -> ProfileItem { ProfileItem(at: pointer.element(index), comma: comma) }
}

// MARK: - Lines

extension ProfileItem {
    typealias Line = TailoredResume.Line
    typealias Entry = TailoredResume.Entry
    typealias DateRange = TailoredResume.DateRange

    func line(_ name: String, _ text: String?) -> Line? {
        guard let text, !text.isEmpty else { return nil }
        return Line(text, from: pointer.member(name))
    }

    /// One line for each text of an array that is not empty.
    func lines(_ name: String, _ texts: [String]) -> [Line] {
        texts.enumerated().filter { !$1.isEmpty }.map { Line($1, from: pointer.member(name).element($0)) }
    }

    /// One line of those parts that are there, with the language's comma between them or another text.
    func joined(_ parts: [(name: String, text: String?)], by separator: String? = nil) -> Line? {
        let lines = parts.compactMap { line($0.name, $0.text) }
        guard !lines.isEmpty else { return nil }
        let texts = lines.map(\.text)
        return Line(
            separator.map(texts.joined(separator:)) ?? comma.joined(texts), from: lines.flatMap(\.items))
    }

    /// One line of the sentences that are there; one that does not end like a sentence gets a full stop before the
    /// next.
    func sentences(_ parts: [(name: String, text: String?)]) -> Line? {
        let lines = parts.compactMap { line($0.name, $0.text) }
        guard let first = lines.first else { return nil }
        return lines.dropFirst().reduce(first) { whole, line in
            let isFinished = whole.text.last.map { ".!?:;…".contains($0) } ?? true
            return Line(whole.text + (isFinished ? " " : ". ") + line.text, from: whole.items + line.items)
        }
    }

    /// - Parameter canGoOn: whether a beginning without an end means that it goes on.
    func period(_ start: PartialDate?, _ end: PartialDate?, canGoOn: Bool) -> DateRange? {
        guard start != nil || end != nil else { return nil }
        return DateRange(start: start, end: end, ongoing: canGoOn && end == nil)
    }

    func uri(_ url: String?) -> String? { url.flatMap(WebAddress.init)?.uri }
}

// MARK: - Entries

extension ProfileItem {
    /// The entries of an array in its order, without those that have nothing to print.
    func entries<Element>(
        _ name: String, _ elements: [Element], _ entry: (Element, ProfileItem) -> Entry
    ) -> [Entry] {
        elements.enumerated().map { entry($1, member(name).element($0)) }.filter(\.saysSomething)
    }

    /// The entries from the newest to the oldest: what goes on first, then by end, then by beginning, both the latest
    /// first; what has no date comes last. Entries of the same dates keep the person's order.
    func newestFirst<Element>(
        _ name: String, _ elements: [Element], _ entry: (Element, ProfileItem) -> Entry
    ) -> [Entry] {
        // `sort` is stable in practice but not by contract, so the index decides.
        entries(name, elements, entry).enumerated().sorted { left, right in
            let (a, b) = (left.element.dates, right.element.dates)
            let (aOngoing, bOngoing) = (a?.ongoing == true, b?.ongoing == true)
            if aOngoing != bOngoing { return aOngoing }
            let (aEnd, bEnd) = (a?.end ?? a?.start, b?.end ?? b?.start)
            if aEnd != bEnd { return Self.isLater(aEnd, than: bEnd) }
            if a?.start != b?.start { return Self.isLater(a?.start, than: b?.start) }
            return left.offset < right.offset
        }.map(\.element)
    }

    private static func isLater(_ date: PartialDate?, than other: PartialDate?) -> Bool {
        guard let date, let other else { return date != nil }
        return date > other
    }

    /// Groups of short terms. A named group with terms is an entry; whatever has only a name is a term, and all of
    /// these stand together in one entry without a title, where the first of them stood, so that they read as one list.
    func groups<Element>(
        _ name: String, _ elements: [Element], _ parts: (Element) -> (name: String?, level: String?, keywords: [String])
    ) -> [Entry] {
        var entries: [Entry] = []
        var single: (terms: [Line], place: Int)?
        for (index, element) in elements.enumerated() {
            let item = member(name).element(index)
            let group = parts(element)
            let title = item.line("name", group.name)
            let terms = item.lines("keywords", group.keywords)
            if let title, !terms.isEmpty {
                var entry = Entry(item: item.pointer)
                entry.title = title
                entry.note = item.line("level", group.level)
                entry.terms = terms
                entries.append(entry)
                continue
            }
            var loose = terms
            if let title {
                let level = item.line("level", group.level)
                let text = level.map { "\(title.text) (\($0.text))" } ?? title.text
                loose = [Line(text, from: title.items + (level?.items ?? []))]
            }
            guard !loose.isEmpty else { continue }
            single = ((single?.terms ?? []) + loose, single?.place ?? entries.count)
        }
        if let single {
            var entry = Entry(item: member(name).pointer)
            entry.terms = single.terms
            entries.insert(entry, at: single.place)
        }
        return entries
    }
}

extension TailoredResume.Entry {
    /// Whether there is anything that a reader could make sense of; a date or a note alone is not.
    fileprivate var saysSomething: Bool {
        title != nil || organization != nil || summary != nil || !bullets.isEmpty || !terms.isEmpty
    }
}
