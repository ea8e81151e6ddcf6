internal import Resume

/// Puts what may be dropped in the order of dropping.
///
/// First goes everything whose keywords stand elsewhere too, the least relevant first; then what alone shows a keyword,
/// the least wanted keyword first. An entry goes after its own parts.
struct DropOrder {
    private struct Unit {
        let item: JSONPointer
        var score: Relevance.Score
        /// Keywords of all lines that go with it, once each line.
        var holds: [[String]]
        /// The parts that must have gone before; indices into `units`.
        var parts: [Int] = []
    }

    private let relevance: Relevance
    private let weights: KeywordWeights
    private var units: [Unit] = []

    init(_ resume: TailoredResume, _ relevance: Relevance, _ weights: KeywordWeights) {
        self.relevance = relevance
        self.weights = weights
        if let summary = resume.summary { add(summary, base: 6) }
        let hasWork = resume.sections.contains { $0.kind == .experience }
        for section in resume.sections {
            for (index, entry) in section.entries.enumerated() {
                switch section.kind {
                case .experience: addRole(entry, at: index)
                case .education: addTerms(entry, base: 0.4, isList: false)
                case .skills: addTerms(entry, base: 1.6, isList: true)
                case .interests: addTerms(entry, base: 0, isList: true)
                default: addEntry(entry, base: Self.base(section.kind, hasWork: hasWork), at: index)
                }
            }
        }
    }

    /// What an entry is worth when nothing in it is asked for.
    private static func base(_ kind: TailoredResume.Section.Kind, hasWork: Bool) -> Double {
        switch kind {
        case .languages: 3
        case .certificates: 2.2
        case .projects: hasWork ? 0.9 : 2
        case .volunteer: hasWork ? 0.7 : 1.6
        case .awards: 0.9
        case .publications: 0.6
        default: 0.1
        }
    }

    // MARK: - Units

    private mutating func add(
        _ line: TailoredResume.Line, base: Double, isShort: Bool = false, because reason: String? = nil
    ) {
        var score = relevance.score(line, base: base, isShort: isShort)
        if let reason { score.reasons.append(reason) }
        units.append(Unit(item: line.item, score: score, holds: [score.keywords]))
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
        guard let best = (start..<units.count).max(by: { units[$0].score.value < units[$1].score.value }) else {
            return
        }
        units[best].score.value += 1 + 2 * recency
    }

    private mutating func addTerms(_ entry: TailoredResume.Entry, base: Double, isList: Bool) {
        let start = units.count
        for (place, term) in entry.terms.enumerated() {
            add(term, base: base - 0.02 * Double(min(place, 20)), isShort: isList)
        }
        // The heading of a list goes with its last term; where it shows a keyword itself, that has to be the best one.
        let heading = isList ? [entry.title, entry.note].compactMap { $0 }.map(relevance.keywords) : []
        guard heading.contains(where: { !$0.isEmpty }),
            let best = (start..<units.count).max(by: { units[$0].score.value < units[$1].score.value })
        else { return }
        units[best].holds += heading
        units[best].parts = (start..<units.count).filter { $0 != best }
    }

    /// An entry whose best part goes together with its heading, so that no heading is left without what it is about.
    private mutating func addEntry(_ entry: TailoredResume.Entry, base: Double, at index: Int) {
        let heading = [entry.title, entry.organization, entry.location, entry.note].compactMap { $0 }
        let recency = relevance.recency(of: entry.dates)
        let start = units.count
        for line in [entry.summary].compactMap({ $0 }) + entry.bullets { add(line, base: base + 0.5 * recency) }
        for term in entry.terms { add(term, base: base / 2) }
        var whole = Relevance.Score(value: base + 0.5 * recency - 0.01 * Double(min(index, 20)))
        var holds: [[String]] = []
        for line in heading {
            let score = relevance.score(line, base: 0)
            whole.value += score.value
            whole.reasons += score.reasons.filter { !whole.reasons.contains($0) }
            whole.keywords += score.keywords.filter { !whole.keywords.contains($0) }
            holds.append(score.keywords)
        }
        if let best = (start..<units.count).max(by: { units[$0].score.value < units[$1].score.value }) {
            let part = units.remove(at: best)
            whole.value = max(whole.value, part.score.value)
            whole.reasons += part.score.reasons.filter { !whole.reasons.contains($0) }
            holds += part.holds
        }
        let parts = Array(start..<units.count)
        whole.value = max(whole.value, parts.map { units[$0].score.value }.max() ?? 0)
        units.append(Unit(item: entry.item, score: whole, holds: holds, parts: parts))
    }

    // MARK: - Order

    /// - Parameter permanent: how many lines that never go hold each keyword.
    func order(permanent: [String: Int]) -> [TailoringPlan.Droppable] {
        var holders = permanent
        for keyword in units.flatMap({ $0.holds.joined() }) { holders[keyword, default: 0] += 1 }
        let ascending = units.indices.sorted {
            (units[$0].score.value, units[$0].parts.count, -$0) < (units[$1].score.value, units[$1].parts.count, -$1)
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
            return TailoringPlan.Droppable(
                item: unit.item, score: unit.score.value, reasons: unit.score.reasons, lastOf: lastOf)
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
