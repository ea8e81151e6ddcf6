/// What speaks for and against a phrase's being a skill. `SkillWeights` says how much.
enum SkillFeature: Int, CaseIterable {
    case bias
    // Where it stands.
    case inRequirements, inPreferred, inDuties, inOther, inBullet
    case wholeUnit, wholeItem, firstInUnit, inBrackets, inList
    // What stands before it.
    case afterIntroduction, introducedBefore, afterUse, afterLead, afterAct, afterBind, afterArticle, afterBreak
    case afterNoun, afterKnown
    // What stands after it.
    case beforeLabel, beforeBind, beforeEnd, beforeOpen, beforeLead, beforeBreak, beforeNoun, beforeKnown
    // How long it is and how it is written.
    case oneWord, twoWords, threeWords, manyWords
    case hasMixed, hasCapitals, hasNumber, allCapital, firstCapital, allLower, isJoined
    // Which words it has.
    case endsInIng, endsInTion, endsInMent, endsInIcs, endsInLogy, endsInIty, endsInUng, endsInS, endsInPerson
    case headOfNone, headOfNoTerm, headOfFew, headOfSome, headOfMany
    case leadOfNone, leadOfNoTerm, leadOfFew, leadOfSome
    case allOfTerms, noneOfTerms
    case hasCommon, endsCommon, hasSoft, hasNoSkill, isField, hasOpening, beginsWithAct
    // Beside what it stands.
    case besideKnown, besideManyKnown, besideNames
    case inGerman, inRomance
    // Only for terms of the lexicon.
    case isLanguage, isCareer, isCanonical
    // Only for other phrases: whether they have a term in them.
    case holdsKnown, beginsWithKnown, endsWithKnown, partOfRun
    // What counts for more, or less, together.
    case lowerInDuties, lowerWordInDuties, nameInDuties, nameAfterLeadInDuties, nameInBracketsInDuties
    case lowerWord, lowerWordInWholeItem, lowerItemInRequirements, lowerWholeUnit, capitalAfterLead
    case plainInGerman, introducedItem, manyOfTermsInItem

    static let count = allCases.count
}

extension SkillFeature {
    var name: String { "\(self)" }

    /// Many features as one number, a bit for each.
    static func mask(_ features: [SkillFeature]) -> UInt128 {
        features.reduce(0) { $0 | UInt128(1) << UInt128($1.rawValue) }
    }
}
