internal import Resume

/// Noun phrases of the lines that say what is wanted, for the skills that the lexicon lacks.
struct SkillPhrases {
    struct Phrase {
        let range: Range<String.Index>
        /// Whether its form or its place makes it a skill more likely than not.
        let isSure: Bool
    }

    private let lexicon: Lexicon
    /// Words of the company's name, which are no skills.
    private let names: Set<String>
    /// So that a megabyte costs no more than a long posting.
    private var left = 400

    init(lexicon: Lexicon, company: String?) {
        self.lexicon = lexicon
        names = Set((company ?? "").split { !($0.isLetter || $0.isNumber) }.map { $0.lowercased() })
    }

    /// - Parameters:
    ///   - known: the terms that the lexicon finds in the unit.
    ///   - subjects: what is no skill there.
    mutating func phrases(
        of unit: PostingSegments.Unit, in text: String, besides known: [Lexicon.Match], _ subjects: FieldsOfStudy
    ) -> [Phrase] {
        let sentence = text[unit.range]
        guard left > 0, sentence.utf8.count <= 600 else { return [] }
        // A sentence in capitals says nothing about single words.
        let isShouted = !sentence.contains(where: \.isLowercase) && sentence.count(where: \.isWhitespace) >= 4
        var phrases: [Phrase] = []
        var isIntroduced = false
        let items = Self.items(sentence)
        for (index, item) in items.enumerated() {
            if isShouted { break }
            let isFirst = index == 0
            var core = SkillPhraseCore(item.text, isFirst: isFirst)
            if item.beginsClause { isIntroduced = false }
            if core.isIntroduced { isIntroduced = true }
            core.trim()
            guard let range = core.range, core.isNominal, !subjects.contains(range) else { continue }
            if known.contains(where: { $0.range.overlaps(range) }) { continue }
            let words = core.words
            if words.contains(where: { names.contains($0.lowercased()) }) { continue }
            if lexicon.canonical(of: String(text[range])) != nil { continue }
            let isWhole = unit.isBullet && items.count <= 4 && words.count <= 3
            phrases.append(Phrase(range: range, isSure: core.isName || isIntroduced || core.isLabelled || isWhole))
            left -= 1
        }
        return phrases
    }

    private struct Item {
        let text: Substring
        /// Whether it does not go on with the list before it.
        let beginsClause: Bool
    }

    /// The parts between commas, conjunctions and brackets.
    private static func items(_ sentence: Substring) -> [Item] {
        var items: [Item] = []
        var begins = true
        for part in sentence.split(whereSeparator: { ",;:()–—".contains($0) || $0 == "/" }) {
            let isClause = part.startIndex > sentence.startIndex
                && ";–—".contains(sentence[sentence.index(before: part.startIndex)])
            var start = part.startIndex
            for word in part.split(separator: " ") where conjunctions.contains(word.lowercased()) {
                if start < word.startIndex {
                    items.append(Item(text: part[start..<word.startIndex], beginsClause: begins || isClause))
                    begins = false
                }
                start = word.endIndex
            }
            items.append(Item(text: part[start...], beginsClause: begins || isClause && start == part.startIndex))
            begins = false
        }
        return items
    }

    private static let conjunctions: Set<String> = [
        "and", "or", "&", "und", "oder", "sowie", "et", "ou", "y", "o", "e", "u", "and/or", "und/oder", "plus", "bzw.",
        "oraz", "lub", "as",
    ]
}
