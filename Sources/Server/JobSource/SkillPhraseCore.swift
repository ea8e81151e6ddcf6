/// A part of a list, without the words that say how well and how long something must be known.
struct SkillPhraseCore {
    private(set) var words: [Substring]
    /// Whether words such as `experience with` stand before it.
    private(set) var isIntroduced = false
    /// Whether a word such as `certification` stands after it.
    private(set) var isLabelled = false
    private let isFirst: Bool
    private var trimmedStart = false

    init(_ text: Substring, isFirst: Bool) {
        words = text.words.map { $0.trimmed(also: "\"“”„«».!?…•*") }.filter { !$0.isEmpty }
        self.isFirst = isFirst
        // `You have solid experience with Kotlin`: what counts is after the last such word.
        if let place = words.indices.dropLast().last(where: {
            SkillWords.introductions.contains(words[$0].lowercased())
                && SkillWords.links.contains(words[$0 + 1].lowercased())
        }) {
            words.removeFirst(place + 2)
            isIntroduced = true
            trimmedStart = true
        }
    }

    var range: Range<String.Index>? {
        guard let first = words.first, let last = words.last else { return nil }
        return first.startIndex..<last.endIndex
    }

    mutating func trim() {
        while let first = words.first, SkillWords.openers.contains(first.lowercased()) || Self.isAmount(first) {
            words.removeFirst()
            trimmedStart = true
        }
        while let last = words.last, SkillWords.closers.contains(last.lowercased()) {
            if SkillWords.labels.contains(last.lowercased()), words.count > 1 { isLabelled = true }
            words.removeLast()
        }
        while let last = words.last, SkillWords.openers.contains(last.lowercased()) { words.removeLast() }
    }

    private static func isAmount(_ word: Substring) -> Bool {
        word.allSatisfy { $0.isNumber || "+-–.%".contains($0) } || word.contains("€") || word.contains("$")
    }

    /// Whether it may be the name of a thing: one to four words, none of which makes a sentence of it.
    var isNominal: Bool {
        guard (1...4).contains(words.count) else { return false }
        let lower = words.map { $0.lowercased() }
        if lower.contains(where: SkillWords.verbal.contains) { return false }
        if lower.contains(where: SkillWords.soft.contains) { return false }
        if lower.contains(where: { $0.contains("@") || $0.contains("'") || $0.contains("’") }) { return false }
        guard let last = lower.last, last.count > 1, words.contains(where: { $0.contains(where: \.isLetter) }) else {
            return false
        }
        if words.count == 1, last.count < 3 || SkillWords.common.contains(last) { return false }
        return !SkillWords.common.contains(last) && !SkillWords.common.contains(lower.joined(separator: " "))
    }

    /// Whether it is written like a name: capitals or digits where the language asks for none.
    var isName: Bool {
        guard let first = words.first else { return false }
        let inner = words.contains { word in
            word.unicodeScalars.dropFirst().contains { $0.properties.isUppercase } && word.count > 1
        }
        if inner { return true }
        if words.count > 1, words.dropFirst().contains(where: { $0.first?.isNumber == true }),
            first.first?.isUppercase == true
        {
            return true
        }
        guard first.first?.isUppercase == true else { return false }
        return !isFirst || trimmedStart
    }
}
