internal import Foundation
internal import Resume

/// Tells how likely a range of words names a skill, by the features of ``SkillFeature`` and the weights of
/// ``SkillWeights``.
struct SkillScore {
    private let sentence: SkillSentence
    private let lexicon: Lexicon
    private var words: [SentenceWord] { sentence.words }
    private let nameCount: Int

    init(_ sentence: SkillSentence, lexicon: Lexicon) {
        self.sentence = sentence
        self.lexicon = lexicon
        nameCount = sentence.words.indices.count {
            sentence.words[$0].isName && sentence.known[$0] < 0 && sentence.words[$0].traits.isEmpty
        }
    }

    /// - Parameter isCareer: whether it stands where years are asked for.
    func mention(_ range: Range<Int>, _ match: Lexicon.Match?, isCareer: Bool) -> SkillMention {
        var features: [SkillFeature] = [.bias]
        features.reserveCapacity(24)
        addPlace(range, &features)
        addBefore(range, &features)
        addAfter(range, &features)
        addForm(range, &features)
        addWords(range, isKnown: match != nil, &features)
        addNeighbours(match, &features)
        if let match {
            if match.term.field == "languages" { features.append(.isLanguage) }
            if isCareer { features.append(.isCareer) }
            if match.canonical == match.written { features.append(.isCanonical) }
        }
        if match == nil {
            let known = range.map { sentence.known[$0] >= 0 }
            if known.contains(true) { features.append(.holdsKnown) }
            if known.first == true { features.append(.beginsWithKnown) }
            if known.last == true { features.append(.endsWithKnown) }
        }
        addTogether(&features)
        let weights = match == nil ? SkillWeights.unknown : SkillWeights.known
        let sum = weights.sum(features)
        let start = words[range.lowerBound].range.lowerBound
        let end = words[range.upperBound - 1].range.upperBound
        return SkillMention(
            range: match?.range ?? start..<end, features: features, likelihood: 1 / (1 + exp(-sum)), match: match)
    }

    private func addPlace(_ range: Range<Int>, _ features: inout [SkillFeature]) {
        switch sentence.unit.kind {
        case .requirements: features.append(.inRequirements)
        case .preferred: features.append(.inPreferred)
        case .duties: features.append(.inDuties)
        default: features.append(.inOther)
        }
        if sentence.unit.isBullet { features.append(.inBullet) }
        if range.count == words.count { features.append(.wholeUnit) }
        if range.lowerBound == 0 { features.append(.firstInUnit) }
        if sentence.bracketed[range.lowerBound] { features.append(.inBrackets) }
        let begins =
            words[range.lowerBound].joint != .space
            || range.lowerBound > 0 && words[range.lowerBound - 1].traits.contains(.binds)
        let ends =
            sentence.ends(after: range.upperBound - 1) || words[range.upperBound].traits.contains(.binds)
        if begins, ends { features.append(.wholeItem) }
        if words[range.lowerBound].joint == .comma
            || range.upperBound < words.count && words[range.upperBound].joint == .comma
        {
            features.append(.inList)
        }
    }

    private func addBefore(_ range: Range<Int>, _ features: inout [SkillFeature]) {
        let first = range.lowerBound
        if sentence.introduced[first] { features.append(.introducedBefore) }
        guard first > 0, words[first].joint == .space else { return }
        let before = words[first - 1]
        if sentence.known[first - 1] >= 0 {
            features.append(.afterKnown)
        } else if before.traits.contains(.uses) {
            features.append(.afterUse)
        } else if before.traits.contains(.leads) {
            features.append(.afterLead)
            if first > 1, words[first - 2].traits.contains(.introduces) { features.append(.afterIntroduction) }
            if first > 1, words[first - 2].traits.contains(.uses) { features.append(.afterUse) }
        } else if before.traits.contains(.binds) {
            features.append(.afterBind)
        } else if before.traits.contains(.isArticle) {
            features.append(.afterArticle)
        } else if before.traits.contains(.breaks) {
            features.append(.afterBreak)
        } else if before.traits.contains(.acts) {
            features.append(.afterAct)
        } else if before.traits.isDisjoint(with: [.opens, .introduces]) {
            features.append(.afterNoun)
        }
    }

    private func addAfter(_ range: Range<Int>, _ features: inout [SkillFeature]) {
        let next = range.upperBound
        guard next < words.count, words[next].joint == .space || words[next].joint == .open else {
            return features.append(.beforeEnd)
        }
        let after = words[next]
        if after.joint == .open {
            features.append(.beforeOpen)
        } else if sentence.known[next] >= 0 {
            features.append(.beforeKnown)
        } else if after.traits.contains(.labels) || after.traits.contains(.introduces) {
            features.append(.beforeLabel)
        } else if after.traits.contains(.binds) {
            features.append(.beforeBind)
        } else if after.traits.contains(.leads) {
            features.append(.beforeLead)
        } else if after.traits.contains(.breaks) || after.traits.contains(.closes) {
            features.append(.beforeBreak)
        } else {
            features.append(.beforeNoun)
        }
    }

    private func addForm(_ range: Range<Int>, _ features: inout [SkillFeature]) {
        features.append(
            range.count == 1 ? .oneWord : range.count == 2 ? .twoWords : range.count == 3 ? .threeWords : .manyWords)
        let shapes = range.map { words[$0].shape }
        if shapes.contains(.mixed) { features.append(.hasMixed) }
        if shapes.contains(.capitals) { features.append(.hasCapitals) }
        if shapes.contains(.number) { features.append(.hasNumber) }
        let begins = words[range.lowerBound].joint == .start || words[range.lowerBound].joint == .clause
        if shapes.contains(.capital), !shapes.contains(.lower), !begins || range.count > 1 {
            features.append(.allCapital)
        } else if shapes.first == .capital {
            features.append(.firstCapital)
        }
        if !shapes.contains(where: { $0 != .lower && $0 != .number })
            || shapes.first == .capital && begins
                && !shapes.dropFirst().contains(where: { $0 != .lower })
        {
            features.append(.allLower)
        }
        if range.contains(where: { words[$0].traits.contains(.joins) }) { features.append(.isJoined) }
    }

    private func addWords(_ range: Range<Int>, isKnown: Bool, _ features: inout [SkillFeature]) {
        let head = words[range.upperBound - 1]
        for (ending, feature) in Self.endings where head.lower.hasSuffix(ending) {
            features.append(feature)
            break
        }
        if !isKnown {
            let uses = range.map { lexicon.uses(of: Array(words[$0].lower.utf8)[...]) }
            if let last = uses.last ?? nil {
                features.append(
                    last.ends == 0
                        ? .headOfNoTerm : last.ends < 4 ? .headOfFew : last.ends < 15 ? .headOfSome : .headOfMany)
            } else {
                features.append(.headOfNone)
            }
            if let first = uses.first ?? nil {
                features.append(first.begins == 0 ? .leadOfNoTerm : first.begins < 4 ? .leadOfFew : .leadOfSome)
            } else {
                features.append(.leadOfNone)
            }
            if !uses.contains(where: { $0 == nil }) { features.append(.allOfTerms) }
            if !uses.contains(where: { $0 != nil }) { features.append(.noneOfTerms) }
        }
        let traits = range.reduce(into: WordTraits()) { $0.formUnion(words[$1].traits) }
        if traits.contains(.isCommon) { features.append(.hasCommon) }
        if head.traits.contains(.isCommon) { features.append(.endsCommon) }
        if traits.contains(.isSoft) { features.append(.hasSoft) }
        if traits.contains(.isNoSkill) { features.append(.hasNoSkill) }
        if traits.contains(.opens) { features.append(.hasOpening) }
        if range.count == 1, head.traits.contains(.isField) { features.append(.isField) }
        if words[range.lowerBound].traits.contains(.acts) { features.append(.beginsWithAct) }
    }

    private static let endings: [(String, SkillFeature)] = [
        ("ing", .endsInIng), ("tion", .endsInTion), ("sion", .endsInTion), ("ción", .endsInTion), ("ção", .endsInTion),
        ("ment", .endsInMent), ("ics", .endsInIcs), ("logy", .endsInLogy), ("logie", .endsInLogy), ("ity", .endsInIty),
        ("ung", .endsInUng), ("keit", .endsInUng), ("er", .endsInPerson), ("or", .endsInPerson), ("ers", .endsInPerson),
        ("ors", .endsInPerson), ("s", .endsInS),
    ]

    private func addNeighbours(_ match: Lexicon.Match?, _ features: inout [SkillFeature]) {
        let others = sentence.matches.count - (match == nil ? 0 : 1)
        if others > 0 { features.append(.besideKnown) }
        if others > 2 { features.append(.besideManyKnown) }
        if nameCount > 1 { features.append(.besideNames) }
        switch sentence.language {
        case "de": features.append(.inGerman)
        case "es", "fr", "pt": features.append(.inRomance)
        default: break
        }
    }

    private func addTogether(_ features: inout [SkillFeature]) {
        let all = SkillFeature.mask(features)
        let isName = all & Self.names != 0 && all & Self.plainInGerman != Self.plainInGerman
        if all & Self.neighbours != 0 { features.append(.partOfRun) }
        for (feature, parts, isOfNames) in Self.together where all & parts == parts && (isName || !isOfNames) {
            features.append(feature)
        }
    }

    private static let names = SkillFeature.mask([.hasMixed, .hasCapitals, .allCapital])
    private static let neighbours = SkillFeature.mask([.afterNoun, .beforeNoun, .beforeKnown, .afterKnown])
    private static let plainInGerman = SkillFeature.mask([.inGerman, .allCapital])

    /// What counts for more, or less, where it comes with something else; the last only for what is written like a name.
    private static let together: [(SkillFeature, UInt128, Bool)] = rules.map { ($0, SkillFeature.mask($1), $2) }

    private static let rules: [(SkillFeature, [SkillFeature], Bool)] = [
        (.lowerInDuties, [.inDuties, .allLower], false),
        (.lowerWordInDuties, [.inDuties, .allLower, .oneWord], false),
        (.nameInDuties, [.inDuties], true),
        (.nameAfterLeadInDuties, [.inDuties, .afterLead], true),
        (.nameInBracketsInDuties, [.inDuties, .inBrackets], true),
        (.lowerWord, [.allLower, .oneWord], false),
        (.lowerWordInWholeItem, [.allLower, .oneWord, .wholeItem], false),
        (.lowerItemInRequirements, [.allLower, .wholeItem, .inRequirements], false),
        (.lowerWholeUnit, [.allLower, .wholeUnit], false),
        (.capitalAfterLead, [.allCapital, .afterLead], false),
        (.plainInGerman, [.inGerman, .allCapital], false),
        (.introducedItem, [.introducedBefore, .wholeItem], false),
        (.manyOfTermsInItem, [.wholeItem, .headOfMany], false),
    ]
}
