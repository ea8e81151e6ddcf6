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
    ///   - proper: what is written like a name there.
    mutating func phrases(
        of unit: PostingSegments.Unit, in text: String, besides known: [Lexicon.Match], _ subjects: FieldsOfStudy,
        _ proper: [ProperNames.Name]
    ) -> [Phrase] {
        let sentence = text[unit.range]
        guard left > 0, sentence.utf8.count <= 600 else { return [] }
        // A sentence in capitals says nothing about single words; a list of abbreviations is none.
        let isShouted = !sentence.contains(where: \.isLowercase) && sentence.words.contains { $0.utf8.count > 6 }
        if isShouted { return [] }
        var phrases: [Phrase] = []
        for name in proper
        where !subjects.contains(name.range) {
            guard isFree(name.range, text, known) else { continue }
            let isWhole =
                name.range.lowerBound == unit.range.lowerBound && name.range.upperBound == unit.range.upperBound
            let isSure =
                unit.kind == .duties || unit.kind == .other
                ? name.isLedTo && name.count == 1 && name.isUnmistakable
                : name.isUnmistakable || name.count == 1 && name.isLedTo && !name.isFirst || isWhole && unit.isBullet
            phrases.append(
                Phrase(
                    range: name.range, isSure: isSure))
            left -= 1
        }
        guard unit.kind == .requirements || unit.kind == .preferred else { return phrases.filter(\.isSure) }
        var isIntroduced = false
        let items = Self.items(sentence)
        let names = phrases.map(\.range)
        for (index, item) in items.enumerated() {
            var core = SkillPhraseCore(item.text, isFirst: index == 0)
            if item.beginsClause { isIntroduced = false }
            if core.isIntroduced { isIntroduced = true }
            core.trim()
            guard let range = core.range, core.isNominal, !subjects.contains(range), isFree(range, text, known) else {
                continue
            }
            if names.contains(where: { $0.overlaps(range) }) { continue }
            let isWhole = unit.isBullet && items.count == 1 && core.words.count <= 3
            phrases.append(
                Phrase(
                    range: range, isSure: isIntroduced && core.words.count == 1 || isIntroduced && isWhole))
            left -= 1
        }
        return phrases
    }

    /// Whether a phrase is neither known to the lexicon nor a part of the company's name.
    private func isFree(_ range: Range<String.Index>, _ text: String, _ known: [Lexicon.Match]) -> Bool {
        if known.contains(where: { $0.range.overlaps(range) }) { return false }
        let phrase = text[range]
        if phrase.split(whereSeparator: { !($0.isLetter || $0.isNumber) }).contains(where: {
            names.contains($0.lowercased())
        }) {
            return false
        }
        return lexicon.canonical(of: String(phrase)) == nil
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
        for part in parts(sentence) {
            let isClause =
                part.startIndex > sentence.startIndex
                && ";–—".contains(sentence[sentence.index(before: part.startIndex)])
            var start = part.startIndex
            for word in part.words where conjunctions.contains(word.lowercased()) {
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

    private static func parts(_ sentence: Substring) -> [Substring] {
        var parts: [Substring] = []
        let bytes = sentence.utf8
        var start = bytes.startIndex
        var index = bytes.startIndex
        func end(_ width: Int) {
            if start < index { parts.append(sentence[start..<index]) }
            start = bytes.index(index, offsetBy: width)
        }
        while index < bytes.endIndex {
            let byte = bytes[index]
            var width = 1
            if byte < 0x40, ",;:()/".utf8.contains(byte) {
                end(1)
            } else if byte == 0xE2 {
                // A dash, U+2013 or U+2014.
                width = 3
                if bytes[index...].starts(with: [0xE2, 0x80, 0x93]) || bytes[index...].starts(with: [0xE2, 0x80, 0x94])
                {
                    end(3)
                }
            }
            index = bytes.index(index, offsetBy: width, limitedBy: bytes.endIndex) ?? bytes.endIndex
        }
        end(0)
        return parts
    }

    private static let conjunctions: Set<String> = [
        "and", "or", "&", "und", "oder", "sowie", "et", "ou", "y", "o", "e", "u", "and/or", "und/oder", "plus", "bzw.",
        "oraz", "lub", "as",
    ]
}
