internal import Resume

/// A place of a posting that may name a skill.
struct SkillMention {
    var range: Range<String.Index>
    let features: [SkillFeature]
    /// How likely it is one, from 0 to 1.
    let likelihood: Float
    /// The term that the lexicon has there.
    let match: Lexicon.Match?
}

/// A sentence or bullet with all that is asked of it to tell the skills it names.
struct SkillSentence {
    let unit: PostingSegments.Unit
    let words: [SentenceWord]
    /// By word the index of the lexicon's term that it is a part of, -1 for none.
    let known: [Int]
    let matches: [Lexicon.Match]
    /// By word whether an introduction such as `experience with` stands before it in its clause.
    let introduced: [Bool]
    /// By word whether it stands in brackets.
    let bracketed: [Bool]
    let language: String

    init(_ unit: PostingSegments.Unit, in text: String, _ matches: [Lexicon.Match], language: String) {
        self.unit = unit
        self.matches = matches
        self.language = language
        words = SentenceWords.words(text[unit.range])
        var known = [Int](repeating: -1, count: words.count)
        var next = 0
        for (index, match) in matches.enumerated() {
            while next < words.count, words[next].range.upperBound <= match.range.lowerBound { next += 1 }
            var place = next
            while place < words.count, words[place].range.lowerBound < match.range.upperBound {
                known[place] = index
                place += 1
            }
        }
        self.known = known
        var (introduced, bracketed): ([Bool], [Bool]) = ([], [])
        var (isIntroduced, isBracketed) = (false, false)
        for (index, word) in words.enumerated() {
            if word.joint == .clause || word.joint == .start { isIntroduced = false }
            if word.joint == .open { isBracketed = true }
            if word.joint == .close { isBracketed = false }
            introduced.append(isIntroduced)
            bracketed.append(isBracketed)
            if index > 0, word.traits.contains(.leads), words[index - 1].traits.contains(.introduces) {
                isIntroduced = true
            }
        }
        self.introduced = introduced
        self.bracketed = bracketed
    }

    /// Whether a word may be part of a noun phrase.
    func isContent(_ index: Int) -> Bool {
        (words[index].traits.isDisjoint(with: [.breaks, .introduces]) || known[index] >= 0)
            && !(words[index].shape == .number && words[index].lower.utf8.count > 4)
    }

    func ends(after index: Int) -> Bool { index + 1 >= words.count || words[index + 1].joint != .space }
}
