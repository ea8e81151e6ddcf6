internal import Resume

/// Puts first what a posting asks for, where the order is not one of time: the points of an entry, and the entries of
/// lists that have no dates. Roles and degrees keep theirs.
struct EntryOrder {
    private let relevance: Relevance
    private let weights: KeywordWeights

    init(_ relevance: Relevance, _ weights: KeywordWeights) {
        self.relevance = relevance
        self.weights = weights
    }

    func ordered(_ sections: [TailoredResume.Section]) -> [TailoredResume.Section] {
        let sections = sections.map { section in
            var section = section
            section.entries = section.entries.map(ordered)
            switch section.kind {
            case .certificates, .awards:
                section.entries = byKeywords(section.entries)
            case .projects, .volunteer, .publications:
                if section.entries.allSatisfy({ $0.dates == nil }) { section.entries = byKeywords(section.entries) }
            case .experience, .education, .skills, .languages, .interests, .references: break
            }
            return section
        }
        return educationFirst(sections)
    }

    /// The first point of an entry often says what the entry is about, so that it gives way only to what is asked for
    /// clearly.
    private func ordered(_ entry: TailoredResume.Entry) -> TailoredResume.Entry {
        var entry = entry
        let scored = entry.bullets.enumerated().map { place, bullet in
            (place: place, bullet: bullet, value: relevance.score(bullet, base: place == 0 ? 3.5 : 0).value.rounded())
        }
        entry.bullets = scored.sorted { ($1.value, $0.place) < ($0.value, $1.place) }.map(\.bullet)
        return entry
    }

    private func byKeywords(_ entries: [TailoredResume.Entry]) -> [TailoredResume.Entry] {
        entries.enumerated().map { place, entry in
            let keywords = Set(entry.printedLines.flatMap { relevance.keywords(in: $0) })
            return (place: place, entry: entry, value: weights.weight(keywords.sorted()))
        }.sorted { ($1.value, $0.place) < ($0.value, $1.place) }.map(\.entry)
    }

    /// Education stands before experience where it is the newest thing and the roles are few and short: a graduate.
    private func educationFirst(_ sections: [TailoredResume.Section]) -> [TailoredResume.Section] {
        guard let education = sections.firstIndex(where: { $0.kind == .education }),
            let first = sections.firstIndex(where: { $0.kind == .experience || $0.kind == .projects }),
            first < education, Self.isGraduate(sections)
        else { return sections }
        var sections = sections
        sections.insert(sections.remove(at: education), at: first)
        return sections
    }

    private static func isGraduate(_ sections: [TailoredResume.Section]) -> Bool {
        func entries(_ kind: TailoredResume.Section.Kind) -> [TailoredResume.Entry] {
            sections.filter { $0.kind == kind }.flatMap(\.entries)
        }
        guard let degree = entries(.education).compactMap({ $0.dates }).first else { return false }
        let roles = entries(.experience).compactMap(\.dates)
        guard !roles.contains(where: \.ongoing) || degree.ongoing else { return false }
        let months = roles.compactMap { dates -> Int? in
            guard let start = dates.start else { return nil }
            // A role without an end goes on; beside an ongoing degree it is a student's.
            guard let end = dates.end else { return 0 }
            return (end.year - start.year) * 12 + (end.month ?? 6) - (start.month ?? 6)
        }
        let newestRole = roles.compactMap { $0.end ?? $0.start }.max()
        let isNewest =
            degree.ongoing || degree.end.map { end in newestRole.map { $0 <= end } ?? true } ?? false
        return isNewest && months.reduce(0, +) < 24
    }
}
