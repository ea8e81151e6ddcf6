import Foundation
import Resume

/// One posting as it was understood beside what a person found in it.
struct Comparison {
    let gold: Gold
    let posting: JobPosting
    let lexicon: Lexicon

    func scores() -> Scores {
        var scores = Scores()
        SkillComparison(gold: gold, posting: posting, lexicon: lexicon).count(&scores)
        countRequirements(&scores)
        countSegments(&scores)
        count("title", gold.title, posting.title, &scores)
        count("title without addition", Self.core(gold.title), Self.core(posting.title), &scores, isNoted: false)
        count("company", gold.company, posting.company, &scores)
        count("location", gold.location, posting.location, &scores)
        count("employment type", gold.employmentType, posting.employmentType?.rawValue, &scores)
        count("seniority", gold.seniority, posting.seniority?.rawValue, &scores)
        return scores
    }

    // MARK: - Requirements

    /// A requirement is right if kind and value are, and it says so with words that the annotation has too.
    private func countRequirements(_ scores: inout Scores) {
        var left = gold.requirements
        var score = Score(found: posting.requirements.count, wanted: left.count)
        for requirement in posting.requirements {
            guard let index = left.firstIndex(where: { Self.isSame($0, requirement) }) else {
                scores.notes.append(
                    "+ requirement \(requirement.kind) \(Self.value(requirement)) “\(requirement.text)”")
                continue
            }
            left.remove(at: index)
            score.right += 1
            score.hit += 1
        }
        scores.notes += left.map { "- requirement \($0.kind) \(Self.value($0)) “\($0.text)”" }
        scores.add("typed requirements", score)
    }

    private static func isSame(_ one: JobPosting.Requirement, _ other: JobPosting.Requirement) -> Bool {
        guard one.kind == other.kind, one.years == other.years, one.language == other.language else { return false }
        if one.kind == .degree, one.level != other.level { return false }
        let words = Set(LabelledWord.words(one.text, .other).map(\.word))
        return LabelledWord.words(other.text, .other).contains { $0.word.count > 1 && words.contains($0.word) }
    }

    private static func value(_ requirement: JobPosting.Requirement) -> String {
        [requirement.years.map { "\($0)" }, requirement.language, requirement.level].compactMap { $0 }.joined(
            separator: " ")
    }

    // MARK: - Segments

    /// Word by word, so that a long segment counts for more than a short one.
    private func countSegments(_ scores: inout Scores) {
        let found = posting.segments.flatMap { segment in
            segment.texts.flatMap { LabelledWord.words($0, segment.kind) }
        }
        let (kinds, wanted) = aligned(found)
        var all = Score()
        for kind in JobPosting.Segment.Kind.allCases where kind != .other {
            var score = Score(found: found.count { $0.kind == kind }, wanted: gold.segments.count { $0.kind == kind })
            score.right = zip(found, kinds).count { $0.kind == kind && $1 == kind }
            score.hit = zip(gold.segments, wanted).count { $0.kind == kind && $1 == kind }
            all += score
            scores.add("– segment \(kind)", score)
        }
        scores.add("segments", all)
        var last: String?
        for (index, (word, kind)) in zip(gold.segments, wanted).enumerated() where word.kind != kind {
            let note = "  segment \(word.kind) read as \(kind.map { "\($0)" } ?? "nothing")"
            if note != last {
                scores.notes.append(note + ": " + gold.segments[index...].prefix(12).map(\.word).joined(separator: " "))
            }
            last = note
        }
    }

    /// For each word that was found its kind in the annotation, and the other way round; `nil` for a word that the other
    /// side does not have there.
    private func aligned(_ found: [LabelledWord]) -> ([JobPosting.Segment.Kind?], [JobPosting.Segment.Kind?]) {
        var kinds = [JobPosting.Segment.Kind?](repeating: nil, count: found.count)
        var wanted = [JobPosting.Segment.Kind?](repeating: nil, count: gold.segments.count)
        let difference = found.map(\.word).difference(from: gold.segments.map(\.word))
        let removed = Set(difference.removals.map { Self.offset($0) })
        let inserted = Set(difference.insertions.map { Self.offset($0) })
        let (old, new) = (
            gold.segments.indices.filter { !removed.contains($0) }, found.indices.filter { !inserted.contains($0) }
        )
        for (here, there) in zip(old, new) {
            kinds[there] = gold.segments[here].kind
            wanted[here] = found[there].kind
        }
        return (kinds, wanted)
    }

    private static func offset(_ change: CollectionDifference<String>.Change) -> Int {
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }

    // MARK: - Facts

    /// A title up to a comma, a dash or a bracket.
    private static func core(_ title: String?) -> String? {
        title.map { title in
            let text = title.replacing(" - ", with: ",")
            return String(text.prefix { !",–—(/:|".contains($0) })
        }
    }

    private func count(
        _ name: String, _ wanted: String?, _ found: String?, _ scores: inout Scores, isNoted: Bool = true
    ) {
        let isRight = wanted.map(SkillComparison.plain) == found.map(SkillComparison.plain) && wanted != nil
        scores.add(
            name,
            Score(
                right: isRight ? 1 : 0, found: found == nil ? 0 : 1, hit: isRight ? 1 : 0, wanted: wanted == nil ? 0 : 1
            ))
        if isNoted, wanted.map(SkillComparison.plain) != found.map(SkillComparison.plain) {
            scores.notes.append("  \(name) “\(found ?? "")” instead of “\(wanted ?? "")”")
        }
    }
}
