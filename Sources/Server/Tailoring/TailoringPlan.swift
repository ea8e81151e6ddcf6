package import Resume

/// Everything that may be printed for one posting, and the order in which it goes when there is no room.
package struct TailoringPlan: Sendable, Hashable {
    /// A part of the resume that may be left out: a bullet, a term of a list, a summary, or a whole entry that is no role
    /// and no degree.
    package struct Droppable: Sendable, Hashable {
        /// Its address in the profile.
        package let item: JSONPointer
        /// How relevant it is for the posting; only the order counts.
        package let score: Double
        /// What speaks for it, in a few words each.
        package let reasons: [String]
        /// Canonical names of the keywords that only this item and items before it hold.
        package let lastOf: [String]
    }

    package struct Dropped: Sendable, Hashable {
        package let item: JSONPointer
        package let reason: String
    }

    package let everything: TailoredResume
    /// Least relevant first.
    package let droppable: [Droppable]
    /// The posting's keywords that something printed holds.
    package let supported: [Keyword]
    /// The posting's keywords that nothing in the profile holds.
    package let missing: [Keyword]

    /// How many items can go while every supported keyword stays in print.
    package var expendable: Int { droppable.firstIndex { !$0.lastOf.isEmpty } ?? droppable.count }

    /// The resume without its `count` least relevant items; roles and degrees stay, sections left empty are gone.
    package func resume(dropping count: Int) -> TailoredResume {
        let gone = Set(droppable.prefix(max(count, 0)).map(\.item))
        var resume = everything
        resume.summary = resume.summary.flatMap { $0.isIn(gone) ? nil : $0 }
        resume.sections = resume.sections.compactMap { section in
            let entries = section.entries.compactMap { $0.without(gone, in: section.kind) }
            return entries.isEmpty ? nil : TailoredResume.Section(section.kind, entries: entries)
        }
        return resume
    }

    /// What ``resume(dropping:)`` leaves out, in the order of leaving, and why.
    package func dropped(_ count: Int) -> [Dropped] {
        droppable.prefix(max(count, 0)).map { droppable in
            let reason =
                if !droppable.lastOf.isEmpty {
                    "no room, though nothing else shows \(droppable.lastOf.joined(separator: ", "))"
                } else if droppable.reasons.isEmpty {
                    "nothing in it is asked for"
                } else {
                    "less relevant than what is kept, despite: \(droppable.reasons.joined(separator: "; "))"
                }
            return Dropped(item: droppable.item, reason: reason)
        }
    }
}

extension TailoredResume.Line {
    /// The address that stands for the line.
    var item: JSONPointer { items.first ?? .root }

    fileprivate func isIn(_ items: Set<JSONPointer>) -> Bool { items.contains(item) }
}

extension TailoredResume.Section.Kind {
    /// Whether an entry is a list of terms, which is nothing without them.
    var isList: Bool { self == .skills || self == .interests }
}

extension TailoredResume.Entry {
    fileprivate func without(_ gone: Set<JSONPointer>, in kind: TailoredResume.Section.Kind) -> TailoredResume.Entry? {
        guard !gone.contains(item) else { return nil }
        var entry = self
        entry.summary = summary.flatMap { gone.contains($0.item) ? nil : $0 }
        entry.bullets = bullets.filter { !gone.contains($0.item) }
        entry.terms = terms.filter { !gone.contains($0.item) }
        return kind.isList && entry.terms.isEmpty && !terms.isEmpty ? nil : entry
    }
}
