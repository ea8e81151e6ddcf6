package import Resume

/// Everything that may be printed for one posting, and the order in which it goes when there is no room.
package struct TailoringPlan: Sendable, Hashable {
    /// An item of the profile, and what it is worth for the posting.
    package struct Item: Sendable, Hashable {
        /// Its address in the profile.
        package let item: JSONPointer
        /// How relevant it is; what it adds to the relevance of the whole.
        package let score: Double
        /// What speaks for it, in a few words each.
        package let reasons: [String]
    }

    /// A part of the resume that may be left out: a bullet, a term of a list, a summary, or a whole entry that is no role
    /// and no degree.
    package struct Droppable: Sendable, Hashable {
        package let scored: Item
        /// Canonical names of the keywords that only this item and items before it hold.
        package let lastOf: [String]
        /// About how many lines it takes.
        package let lines: Double
        /// What the order goes by: relevance for each line.
        let rank: Double
        /// The entry that it is a part of, where that may be dropped itself: without it, it is not printed.
        package let entry: JSONPointer?

        package var item: JSONPointer { scored.item }
    }

    package struct Dropped: Sendable, Hashable {
        package let item: JSONPointer
        package let reason: String
    }

    package let everything: TailoredResume
    /// Least wanted first: the least relevance for the room that it takes.
    package let droppable: [Droppable]
    /// Roles and degrees: their headings are always printed.
    package let permanent: [Item]
    /// The posting's keywords that something printed holds.
    package let supported: [Keyword]
    /// The posting's keywords that nothing in the profile holds.
    package let missing: [Keyword]

    /// Judges and orders what a resume holds for a posting. The texts of lines may be anybody's.
    package init(_ resume: TailoredResume, for posting: JobPosting, from profile: Profile, lexicon: Lexicon) {
        let weights = KeywordWeights(posting, lexicon: lexicon)
        self.init(resume, for: posting, Relevance(resume, posting, profile, weights), weights)
    }

    /// - Parameter relevance: of this resume's lines, or nearly.
    init(_ resume: TailoredResume, for posting: JobPosting, _ relevance: Relevance, _ weights: KeywordWeights) {
        let held = Set(resume.printedLines.flatMap { relevance.keywords(in: $0) })
        everything = resume
        droppable = DropOrder(resume, relevance, weights).order()
        permanent = resume.permanentEntries.map { entry in
            var whole = Relevance.Score(value: 0)
            for line in entry.headingLines { whole.take(relevance.score(line, base: 0)) }
            return Item(
                item: entry.item, score: whole.value,
                reasons: relevance.reasons(whole) + ["roles and degrees are never left out"])
        }
        supported = posting.keywords.filter { held.contains($0.canonical) }
        missing = posting.keywords.filter { !held.contains($0.canonical) }
    }

    /// The same with another order.
    init(_ plan: TailoringPlan, droppable: [Droppable]) {
        everything = plan.everything
        self.droppable = droppable
        permanent = plan.permanent
        supported = plan.supported
        missing = plan.missing
    }

    /// The same order of another resume of the same items.
    init(_ plan: TailoringPlan, everything: TailoredResume, supported: [Keyword], missing: [Keyword]) {
        self.everything = everything
        droppable = plan.droppable
        permanent = plan.permanent
        self.supported = supported
        self.missing = missing
    }

    /// How many items can go while every supported keyword stays in print.
    package var expendable: Int { droppable.firstIndex { !$0.lastOf.isEmpty } ?? droppable.count }

    /// The resume without its `count` least wanted items.
    package func resume(dropping count: Int) -> TailoredResume { resume(without: Set(0..<max(count, 0))) }

    /// The resume without some of ``droppable``, by their indices; roles and degrees stay, sections left empty are gone.
    package func resume(without dropped: Set<Int>) -> TailoredResume {
        let gone = Set(droppable.indices.filter(dropped.contains).map { droppable[$0].item })
        var resume = everything
        if gone.contains(TailoredResume.summaryItem) { resume.summary = nil }
        resume.sections = resume.sections.compactMap { section in
            let entries = section.entries.compactMap { $0.without(gone, in: section.kind) }
            return entries.isEmpty ? nil : TailoredResume.Section(section.kind, entries: entries)
        }
        return resume
    }

    /// What ``resume(dropping:)`` leaves out, in the order of leaving, and why.
    package func dropped(_ count: Int) -> [Dropped] { dropped(Set(0..<max(count, 0))) }

    /// What ``resume(without:)`` leaves out, least wanted first, and why.
    package func dropped(_ indices: Set<Int>) -> [Dropped] {
        droppable.indices.filter(indices.contains).map { index in
            let droppable = droppable[index]
            let reason =
                if !droppable.lastOf.isEmpty {
                    "no room, though nothing else shows \(droppable.lastOf.joined(separator: ", "))"
                } else if droppable.scored.reasons.isEmpty {
                    "no room; nothing in it is asked for"
                } else {
                    "no room; less relevant than what is kept, despite: \(droppable.scored.reasons.joined(separator: "; "))"
                }
            return Dropped(item: droppable.item, reason: reason)
        }
    }
}

extension TailoredResume {
    /// The address that a summary is dropped by, whatever items it is made of.
    static let summaryItem = JSONPointer.root.member("basics").member("summary")

    /// Those whose headings always stay.
    var permanentEntries: [Entry] { sections.filter { $0.kind.isPermanent }.flatMap(\.entries) }
}

extension TailoredResume.Line {
    /// The address that stands for the line.
    var item: JSONPointer { items.first ?? .root }
}

extension TailoredResume.Section.Kind {
    /// Whether an entry is a list of terms, which is nothing without them.
    var isList: Bool { self == .skills || self == .interests }

    /// Whether an entry's heading is never left out.
    var isPermanent: Bool { self == .experience || self == .education }
}

extension TailoredResume.Entry {
    var headingLines: [TailoredResume.Line] { [title, organization, location, note].compactMap { $0 } }

    /// The address of the terms of a project as one.
    var listItem: JSONPointer { item.member("keywords") }

    fileprivate func without(_ gone: Set<JSONPointer>, in kind: TailoredResume.Section.Kind) -> TailoredResume.Entry? {
        guard kind.isPermanent || !gone.contains(item) else { return nil }
        var entry = self
        entry.summary = summary.flatMap { gone.contains($0.item) ? nil : $0 }
        entry.bullets = bullets.filter { !gone.contains($0.item) }
        entry.terms = gone.contains(listItem) ? [] : terms.filter { !gone.contains($0.item) }
        return kind.isList && entry.terms.isEmpty && !terms.isEmpty ? nil : entry
    }
}
