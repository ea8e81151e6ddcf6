internal import Resume

/// The noun phrases and names of a sentence that may be skills which the lexicon lacks: ranges of its words, which may
/// overlap.
struct SkillPhrases {
    private let sentence: SkillSentence
    private var words: [SentenceWord] { sentence.words }
    private(set) var ranges: [Range<Int>] = []

    init(_ sentence: SkillSentence) {
        self.sentence = sentence
        var index = 0
        var before: Range<Int>?
        while index < sentence.words.count {
            guard sentence.isContent(index) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < sentence.words.count, sentence.words[end].joint == .space, sentence.isContent(end) { end += 1 }
            let run = trimmed(index..<end)
            if !run.isEmpty { addRun(run) }
            if let last = before, let joined = joined(last, run) { add(joined) }
            before = run.isEmpty ? nil : run
            index = end
        }
        addNames()
    }

    private mutating func add(_ range: Range<Int>) {
        guard (1...9).contains(range.count), !ranges.suffix(16).contains(range) else { return }
        // What the lexicon knows as a whole is a term, not a phrase.
        let known = range.map { sentence.known[$0] }
        if known.allSatisfy({ $0 >= 0 }), Set(known).count == 1 { return }
        ranges.append(range)
    }

    /// Without what says how well something must be known, and what only says that it is one.
    private func trimmed(_ run: Range<Int>) -> Range<Int> {
        var (start, end) = (run.lowerBound, run.upperBound)
        while start < end, words[start].traits.contains(.opens) || words[start].shape == .number { start += 1 }
        while start < end, words[end - 1].traits.contains(.closes) { end -= 1 }
        return start..<end
    }

    /// All parts of a run that is no longer than a name: which of them is the skill, the score tells.
    private mutating func addRun(_ run: Range<Int>) {
        // What follows the fifth word is seldom the same thing.
        let run = run.prefix(6)
        for start in run {
            for end in (start + 1)...min(start + 4, run.upperBound) { addPart(start..<end) }
        }
    }

    private mutating func addPart(_ part: Range<Int>) {
        let last = words[part.upperBound - 1]
        if words[part.lowerBound].traits.contains(.opens) { return }
        if last.traits.contains(.closes), last.shape == .lower { return }
        // German writes its nouns with a capital.
        if sentence.language == "de", last.shape == .lower { return }
        add(part)
    }

    /// `bills of quantities`, `prevención de úlceras`
    private func joined(_ first: Range<Int>, _ second: Range<Int>) -> Range<Int>? {
        guard !first.isEmpty, !second.isEmpty, first.upperBound < second.lowerBound,
            second.lowerBound - first.upperBound <= 2, second.upperBound - first.lowerBound <= 6
        else { return nil }
        let link = words[first.upperBound]
        guard link.traits.contains(.joins), link.joint == .space else { return nil }
        for index in (first.upperBound + 1)...second.lowerBound where words[index].joint != .space { return nil }
        for index in (first.upperBound + 1)..<second.lowerBound where !words[index].traits.contains(.isArticle) {
            return nil
        }
        return first.lowerBound..<second.upperBound
    }

    /// What is written with capitals where the language asks for none, with the small words that hold it together:
    /// `Business and Property Courts`.
    private mutating func addNames() {
        var index = 0
        while index < words.count {
            guard isName(index) else {
                index += 1
                continue
            }
            var end = index + 1
            var short = end
            while end < words.count {
                let isNear = words[end].joint == .space
                if isNear, isName(end) || words[end].shape == .number {
                    end += 1
                    if short == end - 1 { short = end }
                } else if isNear, end + 1 < words.count, words[end + 1].joint == .space, isName(end + 1),
                    words[end].traits.contains(.leads) || words[end].traits.contains(.binds), sentence.language != "de"
                {
                    end += 2
                } else {
                    break
                }
            }
            var start = index
            while start < short - 1, words[start].traits.contains(.opens) || words[start].traits.contains(.acts) {
                start += 1
            }
            add(start..<short)
            if end > short { add(start..<end) }
            index = short
        }
    }

    private func isName(_ index: Int) -> Bool {
        let word = words[index]
        if word.traits.contains(.breaks), word.shape != .capitals || word.lower.utf8.count < 3 { return false }
        if word.isName { return true }
        return word.shape == .capital && sentence.language != "de" && !word.traits.contains(.introduces)
    }
}
