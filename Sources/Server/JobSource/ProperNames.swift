/// Runs of words that are written like the name of something: capitals or digits where the language asks for none.
struct ProperNames {
    struct Name {
        let range: Range<String.Index>
        /// Whether no common word is written like this: inner capitals, digits.
        let isUnmistakable: Bool
        /// Whether it stands where a sentence begins, so that its capital may mean nothing.
        let isFirst: Bool
        /// Whether it stands after a word that leads to a tool, such as `in` or `using`, or in brackets.
        let isLedTo: Bool
        /// How many words.
        let count: Int
    }

    private struct Word {
        let text: Substring
        let endsRun: Bool
        let beginsClause: Bool
        let isBracketed: Bool
    }

    /// - Parameter capitalizesNouns: as German does, so that one capital says nothing.
    static func names(in sentence: Substring, capitalizesNouns: Bool) -> [Name] {
        let words = words(sentence)
        var names: [Name] = []
        var index = 0
        while index < words.count {
            guard isName(words[index].text, capitalizesNouns) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < words.count, !words[end - 1].endsRun, !words[end].beginsClause {
                if continues(words[end].text, capitalizesNouns) {
                    end += 1
                } else if end + 1 < words.count, links.contains(words[end].text.lowercased()), !words[end].endsRun,
                    isName(words[end + 1].text, capitalizesNouns)
                {
                    end += 2
                } else {
                    break
                }
            }
            if let name = name(words[index..<end], after: index > 0 ? words[index - 1].text : nil) {
                names.append(name)
            }
            index = end
        }
        return names
    }

    private static func name(_ words: ArraySlice<Word>, after before: Substring?) -> Name? {
        var words = words
        var isFirst = words.first?.beginsClause ?? false
        while let word = words.first?.text.lowercased(),
            SkillWords.openers.contains(word) || SkillWords.verbal.contains(word) || SkillWords.ranks.contains(word)
        {
            words.removeFirst()
            isFirst = false
        }
        while let word = words.last?.text.lowercased(),
            SkillWords.closers.contains(word) || SkillWords.common.contains(word)
        {
            words.removeLast()
        }
        guard let first = words.first, let last = words.last, words.count <= 5 else { return nil }
        let lower = words.map { $0.text.lowercased() }
        // `l'Ordre`: the article hides a common word.
        if lower.contains(where: { ["l'", "d'", "l’", "d’"].contains($0.prefix(2)) }) { return nil }
        if lower.contains(where: { SkillWords.soft.contains($0) || SkillWords.notNames.contains($0) }) { return nil }
        guard words.contains(where: { $0.text.count { $0.isLetter } >= 2 }) else { return nil }
        if words.count == 1, SkillWords.common.contains(lower[0]) || SkillWords.notNames.contains(lower[0]) {
            return nil
        }
        return Name(
            range: first.text.startIndex..<last.text.endIndex,
            isUnmistakable: words.contains { isUnmistakable($0.text) },
            isFirst: isFirst,
            isLedTo: first.isBracketed || before.map { leads.contains($0.lowercased()) } ?? false,
            count: words.count)
    }

    private static func words(_ sentence: Substring) -> [Word] {
        var words: [Word] = []
        var begins = true
        for spaced in sentence.words {
            // `Kotlin/Java`, `Kotlin–Java`
            let raws =
                spaced.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0xE2 })
                ? spaced.split(whereSeparator: { $0 == "/" || $0 == "—" || $0 == "–" }) : [spaced]
            for (index, raw) in raws.enumerated() {
                let text = raw.trimmed(also: "\"“”„«»'‘’.,;:!?…•*()[]")
                defer { begins = raw.utf8.last.map { ".:!?".utf8.contains($0) } ?? false }
                guard !text.isEmpty else { continue }
                let isBracketed = raw.utf8.first == UInt8(ascii: "(")
                words.append(
                    Word(
                        text: text,
                        endsRun: index + 1 < raws.count || raw.utf8.last.map { ",;:.!?)".utf8.contains($0) } ?? false,
                        beginsClause: begins || isBracketed, isBracketed: isBracketed))
            }
        }
        return words
    }

    /// Whether no common word is written like it; of `Embedded-Entwicklung` each part for itself.
    static func isUnmistakable(_ word: Substring) -> Bool {
        guard word.utf8.contains(UInt8(ascii: "-")) else { return isUnmistakablePart(word) }
        return word.utf8.first != UInt8(ascii: "-")
            && word.split(separator: "-").contains { isUnmistakablePart($0) }
    }

    private static func isUnmistakablePart(_ word: Substring) -> Bool {
        // Most words: one capital at most, and nothing else than small letters.
        if word.utf8.dropFirst().allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) { return false }
        var (letters, capitals, digits, inner) = (0, 0, 0, 0)
        for (place, scalar) in word.unicodeScalars.enumerated() {
            if ("0"..."9").contains(scalar) { digits += 1 }
            guard scalar.properties.isAlphabetic else { continue }
            letters += 1
            if scalar.properties.isUppercase {
                capitals += 1
                if place > 0 { inner += 1 }
            }
        }
        return letters >= 1 && (inner > 0 && letters >= 2 || digits > 0 && capitals > 0 && letters + digits >= 2)
    }

    private static func isName(_ word: Substring, _ capitalizesNouns: Bool) -> Bool {
        if isUnmistakable(word) { return true }
        guard !capitalizesNouns, let first = word.first, first.isUppercase else { return false }
        return word.contains { $0.isLowercase }
    }

    private static func continues(_ word: Substring, _ capitalizesNouns: Bool) -> Bool {
        isName(word, capitalizesNouns)
            || word.count <= 5 && word.contains(where: \.isNumber) && !word.contains { "%€$£+".contains($0) }
    }

    private static let links: Set<String> = ["of", "&", "for", "de", "du", "del", "da", "der"]
    private static let leads: Set<String> = [
        "in", "with", "on", "using", "via", "through", "from", "into", "mit", "im", "avec", "sous", "sur", "con", "en",
        "com", "no", "na", "our", "or", "and", "und", "et", "y", "e", "to", "of", "under",
    ]
}
