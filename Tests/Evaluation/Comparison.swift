import Foundation
import Resume

/// One posting as it was understood beside what a person found in it.
struct Comparison {
    let gold: Gold
    let posting: JobPosting
    let lexicon: Lexicon

    func scores() -> Scores {
        var scores = Scores()
        countSkills(&scores)
        countRequirements(&scores)
        countSegments(&scores)
        count("title", gold.title, posting.title, &scores)
        count("company", gold.company, posting.company, &scores)
        count("location", gold.location, posting.location, &scores)
        count("employment type", gold.employmentType, posting.employmentType?.rawValue, &scores)
        count("seniority", gold.seniority, posting.seniority?.rawValue, &scores)
        return scores
    }

    // MARK: - Skills

    /// Two names are the same skill if they are forms of one term, or equal but for case, hyphens, accents and plurals.
    private func isSame(_ keyword: Keyword, _ skill: String) -> Bool {
        let (term, wanted) = (Self.plain(keyword.term), Self.plain(skill))
        return term == wanted || keyword.isKnown && keyword.canonical == lexicon.canonical(of: skill)
    }

    private static func plain(_ name: String) -> String {
        name.lowercased().split { !($0.isLetter || $0.isNumber || "+#.".contains($0)) }.map { word in
            let single = word.hasSuffix("ies") ? word.dropLast(3) + "y" : word.hasSuffix("s") ? word.dropLast() : word
            return String(word.count > 3 ? single : word)
        }.joined()
    }

    private func countSkills(_ scores: inout Scores) {
        let found = posting.keywords
        var all = Score(found: found.count, wanted: gold.skills.count)
        for keyword in found {
            if gold.skills.contains(where: { isSame(keyword, $0.skill) }) {
                all.right += 1
                scores.notes.append(
                    "= skill \(keyword.isKnown ? "" : "(new) ")\(keyword.term) [\(keyword.canonical), \(keyword.importance)]"
                )
            } else {
                scores.notes.append(
                    "+ skill \(keyword.isKnown ? "" : "(new) ")\(keyword.term) [\(keyword.canonical), \(keyword.importance)]"
                )
            }
        }
        for (skill, importance) in gold.skills {
            if found.contains(where: { isSame($0, skill) }) {
                all.hit += 1
            } else {
                let isCandidate = posting.candidates.contains { isSame($0, skill) }
                scores.notes.append(
                    "- skill \(skill) [\(importance)]\(isCandidate ? " candidate" : "")\(lexicon.canonical(of: skill) == nil ? "" : " in lexicon")"
                )
            }
        }
        scores.add("hard skills", all)
        for importance in Keyword.Importance.allCases {
            let found = found.filter { $0.importance == importance }
            let wanted = gold.skills.filter { $0.importance == importance }
            scores.add(
                "– \(importance)",
                Score(
                    right: found.count { keyword in wanted.contains { isSame(keyword, $0.skill) } },
                    found: found.count,
                    hit: wanted.count { skill in found.contains { isSame($0, skill.skill) } },
                    wanted: wanted.count))
        }
        let known = found.filter(\.isKnown)
        let extra = found.filter { !$0.isKnown }
        for (name, list) in [("– of the lexicon", known), ("– beyond the lexicon", extra)] {
            let right = list.count { keyword in gold.skills.contains { isSame(keyword, $0.skill) } }
            let hit = gold.skills.count { skill in list.contains { isSame($0, skill.skill) } }
            scores.add(name, Score(right: right, found: list.count, hit: hit, wanted: gold.skills.count))
        }
        let candidates = posting.candidates
        for keyword in candidates {
            let isRight = gold.skills.contains { isSame(keyword, $0.skill) }
            scores.notes.append(
                "\(isRight ? "=" : "+") candidate \(keyword.term) [\(keyword.canonical), \(keyword.importance)]")
        }
        scores.add(
            "candidates",
            Score(
                right: candidates.count { keyword in gold.skills.contains { isSame(keyword, $0.skill) } },
                found: candidates.count,
                hit: gold.skills.count { skill in candidates.contains { isSame($0, skill.skill) } },
                wanted: gold.skills.count))
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

    private func count(_ name: String, _ wanted: String?, _ found: String?, _ scores: inout Scores) {
        let isRight = wanted.map(Self.plain) == found.map(Self.plain) && wanted != nil
        scores.add(
            name,
            Score(
                right: isRight ? 1 : 0, found: found == nil ? 0 : 1, hit: isRight ? 1 : 0, wanted: wanted == nil ? 0 : 1
            ))
        if wanted.map(Self.plain) != found.map(Self.plain) {
            scores.notes.append("  \(name) “\(found ?? "")” instead of “\(wanted ?? "")”")
        }
    }
}
