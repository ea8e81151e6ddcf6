internal import Resume

/// Puts what may be dropped in the order of dropping.
///
/// First goes everything whose keywords stand elsewhere too, by relevance for each line that it takes; then what alone
/// shows a keyword, the least wanted keyword first. An entry goes after its own parts.
struct DropOrder {
    private struct Unit {
        let item: JSONPointer
        var score: Relevance.Score
        var lines: Double
        /// What the order goes by: relevance for each line.
        var rank: Double
        /// Keywords of all lines that go with it, once each line.
        var holds: [[String]]
        /// The parts that must have gone before; indices into `units`.
        var parts: [Int] = []
        var entry: JSONPointer?

        init(_ item: JSONPointer, _ score: Relevance.Score, lines: Double) {
            self.item = item
            self.score = score
            self.lines = lines
            rank = score.value / lines
            holds = [score.keywords]
        }

        /// - Parameter bonus: for each line.
        mutating func raise(by bonus: Double) {
            score.value += bonus * lines
            rank += bonus
        }
    }

    private let relevance: Relevance
    private let weights: KeywordWeights
    private let permanent: [TailoredResume.Line]
    private var units: [Unit] = []

    init(_ resume: TailoredResume, _ relevance: Relevance, _ weights: KeywordWeights) {
        self.relevance = relevance
        self.weights = weights
        permanent = [resume.headline].compactMap { $0 } + resume.permanentEntries.flatMap(\.headingLines)
        if let summary = resume.summary { add(summary, as: TailoredResume.summaryItem, base: 4) }
        let hasWork = resume.sections.contains { $0.kind == .experience }
        for section in resume.sections {
            for (index, entry) in section.entries.enumerated() {
                switch section.kind {
                case .experience: addRole(entry, at: index)
                case .education: addTerms(entry, base: 0.4 + relevance.beginnersBonus, isList: false)
                case .skills: addTerms(entry, base: 1.6, isList: true)
                case .interests: addTerms(entry, base: 0, isList: true)
                default:
                    addEntry(entry, of: section.kind, base: base(section.kind, hasWork: hasWork), at: index)
                }
            }
        }
    }

    /// What a line of an entry is worth when nothing in it is asked for.
    private func base(_ kind: TailoredResume.Section.Kind, hasWork: Bool) -> Double {
        switch kind {
        case .languages: 3
        case .certificates: 2.2
        case .projects: (hasWork ? 0.9 : 2) + relevance.beginnersBonus
        case .volunteer: (hasWork ? 0.7 : 1.6) + relevance.beginnersBonus
        case .awards: 0.9
        case .publications: 0.6
        default: 0.1
        }
    }

    // MARK: - Units

    /// - Parameter base: for each line.
    private mutating func add(
        _ line: TailoredResume.Line, as item: JSONPointer? = nil, base: Double, because reason: String? = nil,
        entry: JSONPointer? = nil
    ) {
        let lines = LineLength.paragraph(line.text)
        var score = relevance.score(line, base: base * lines)
        if let reason { score.others.append(reason) }
        var unit = Unit(item ?? line.item, score, lines: lines)
        unit.entry = entry
        units.append(unit)
    }

    /// A role's heading always stays. Its best bullet is worth more, so that a role is not left bare while another has
    /// many.
    private mutating func addRole(_ entry: TailoredResume.Entry, at index: Int) {
        let recency = relevance.recency(of: entry.dates)
        let reason: String? = recency > 0.8 ? "a recent role" : nil
        if let summary = entry.summary { add(summary, base: 0.8 + 1.5 * recency, because: reason) }
        let start = units.count
        for (place, bullet) in entry.bullets.enumerated() {
            add(bullet, base: 0.8 + 2 * recency + 0.3 / Double(place + 1), because: reason)
        }
        guard let best = (start..<units.count).max(by: { units[$0].rank < units[$1].rank }) else { return }
        units[best].raise(by: 1 + 2 * recency)
    }

    private mutating func addTerms(_ entry: TailoredResume.Entry, base: Double, isList: Bool) {
        let start = units.count
        for (place, term) in entry.terms.enumerated() {
            addTerm(term, base: base - 0.02 * Double(min(place, 20)), isShort: isList)
        }
        // The heading of a list goes with its last term; where it shows a keyword itself, that has to be the best one.
        let heading = isList ? [entry.title, entry.note].compactMap { $0 }.map(relevance.keywords) : []
        guard heading.contains(where: { !$0.isEmpty }),
            let best = (start..<units.count).max(by: { units[$0].rank < units[$1].rank })
        else { return }
        units[best].holds += heading
        units[best].parts = (start..<units.count).filter { $0 != best }
    }

    private mutating func addTerm(_ term: TailoredResume.Line, base: Double, isShort: Bool) {
        let lines = LineLength.term(term.text)
        units.append(Unit(term.item, relevance.score(term, base: base * lines, isShort: isShort), lines: lines))
    }

    /// The terms below a project go as one: a single one left alone on its line looks like a place or a client.
    private mutating func addList(of entry: TailoredResume.Entry, base: Double) {
        guard !entry.terms.isEmpty else { return }
        let lines = LineLength.paragraph(entry.terms.map(\.text).joined(separator: ", "))
        var score = Relevance.Score(value: base * lines)
        var holds: [[String]] = []
        for term in entry.terms {
            let part = relevance.score(term, base: 0, isShort: true)
            score.take(part)
            holds.append(part.keywords)
        }
        var unit = Unit(entry.listItem, score, lines: lines)
        unit.holds = holds
        unit.entry = entry.item
        units.append(unit)
    }

    /// An entry whose best part goes together with its heading, so that no heading is left without what it is about.
    private mutating func addEntry(
        _ entry: TailoredResume.Entry, of kind: TailoredResume.Section.Kind, base: Double, at index: Int
    ) {
        let recency = relevance.recency(of: entry.dates)
        let worth = base + 0.5 * recency
        let start = units.count
        for line in [entry.summary].compactMap({ $0 }) + entry.bullets { add(line, base: worth, entry: entry.item) }
        addList(of: entry, base: base / 2)
        var lines = kind.headingLines(of: entry)
        var score = Relevance.Score(value: (worth - 0.01 * Double(min(index, 20))) * lines)
        var holds: [[String]] = []
        for line in entry.headingLines {
            let part = relevance.score(line, base: 0)
            score.take(part)
            holds.append(part.keywords)
        }
        if let best = (start..<units.count).max(by: { units[$0].score.value < units[$1].score.value }) {
            let part = units.remove(at: best)
            score.take(part.score)
            lines += part.lines
            holds += part.holds
        }
        var whole = Unit(entry.item, score, lines: lines)
        whole.holds = holds
        whole.parts = Array(start..<units.count)
        whole.rank = whole.parts.map { units[$0].rank }.reduce(whole.rank, max)
        units.append(whole)
    }

    // MARK: - Order

    func order() -> [TailoringPlan.Droppable] {
        // How many lines hold each keyword; those that always stay are among them.
        var holders = permanent.flatMap { relevance.keywords(in: $0) }.reduce(into: [String: Int]()) {
            $0[$1, default: 0] += 1
        }
        for keyword in units.flatMap({ $0.holds.joined() }) { holders[keyword, default: 0] += 1 }
        let ascending = units.indices.sorted {
            (units[$0].rank, units[$0].parts.count, -$0) < (units[$1].rank, units[$1].parts.count, -$1)
        }
        var order: [(index: Int, lastOf: [String])] = []
        var deferred: [Int] = []
        var isDeferred: Set<Int> = []
        for index in ascending {
            let isLast = units[index].parts.contains(where: isDeferred.contains)
            if isLast || !lost(index, holders).isEmpty {
                deferred.append(index)
                isDeferred.insert(index)
            } else {
                Self.take(units[index], from: &holders)
                order.append((index, []))
            }
        }
        // An entry is wanted as much as the most wanted of its parts, so that it comes after them.
        var wanted: [Int: Double] = [:]
        for index in deferred {
            let own = weights.weight(lost(index, holders))
            wanted[index] = units[index].parts.compactMap { wanted[$0] }.reduce(own, max)
        }
        let last = deferred.enumerated().sorted {
            (wanted[$0.element] ?? 0, $0.offset) < (wanted[$1.element] ?? 0, $1.offset)
        }
        for (_, index) in last {
            let lost = lost(index, holders)
            Self.take(units[index], from: &holders)
            order.append((index, lost))
        }
        return order.map { index, lastOf in
            let unit = units[index]
            let item = TailoringPlan.Item(
                item: unit.item, score: unit.score.value, reasons: relevance.reasons(unit.score))
            return TailoringPlan.Droppable(
                scored: item, lastOf: lastOf, lines: unit.lines, rank: unit.rank, entry: unit.entry)
        }
    }

    /// The keywords that are in print nowhere once a unit is gone.
    private func lost(_ index: Int, _ holders: [String: Int]) -> [String] {
        var counts: [String: Int] = [:]
        for keyword in units[index].holds.joined() { counts[keyword, default: 0] += 1 }
        return weights.inOrder(counts.filter { $0.value >= holders[$0.key] ?? 0 }.map(\.key))
    }

    private static func take(_ unit: Unit, from holders: inout [String: Int]) {
        for keyword in unit.holds.joined() { holders[keyword, default: 0] -= 1 }
    }
}

extension TailoredResume.Section.Kind {
    /// About how many lines the heading of an entry takes, with the space before it.
    fileprivate func headingLines(of entry: TailoredResume.Entry) -> Double {
        switch self {
        case .languages:
            LineLength.term([entry.title, entry.note].compactMap { $0?.text }.joined(separator: " "))
        case .certificates, .awards: 1
        default: entry.organization == nil && entry.note == nil ? 1.5 : 2.5
        }
    }
}
