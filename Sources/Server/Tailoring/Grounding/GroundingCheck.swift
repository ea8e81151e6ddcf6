internal import Resume

/// One line held against its items.
struct GroundingCheck {
    private(set) var findings: [Ungrounded] = []
    private let text: String
    private let facts: FactText
    private let source: FactSource
    private let vocabulary: Vocabulary
    private let mostYears: Double?
    /// Where the items have the number before, which counts nothing by itself.
    private var lastBare: [Int]?

    init(_ text: String, _ source: FactSource, _ vocabulary: Vocabulary, _ lexicon: Lexicon, mostYears: Double?) {
        self.text = text
        self.source = source
        self.vocabulary = vocabulary
        self.mostYears = mostYears
        facts = FactText(text, vocabulary)
        let matches = lexicon.matches(in: text)
        checkAddresses(besides: matches)
        var seen: Set<Int> = []
        for match in matches {
            let inside = facts.tokens.indices.filter { match.range.contains(facts.tokens[$0].range.lowerBound) }
            check(match, inside.map { facts.tokens[$0] })
            seen.formUnion(inside)
        }
        for index in facts.tokens.indices where !seen.contains(index) && !facts.tokens[index].isTold {
            switch facts.tokens[index].kind {
            case .number: checkNumber(at: index)
            case .word: checkWord(at: index)
            case .sign: checkSign(facts.tokens[index])
            }
        }
    }

    private mutating func fail(_ kind: Ungrounded.Kind, _ written: some StringProtocol) {
        let finding = Ungrounded(kind, String(written))
        if !findings.contains(finding) { findings.append(finding) }
    }

    // MARK: Skills

    private mutating func check(_ match: Lexicon.Match, _ tokens: [FactText.Token]) {
        guard source.holds(term: match.canonical) else {
            // `C++` is not held by a `C`.
            let isSigned = match.written.contains { "+#*".contains($0) }
            if isSigned ? !source.holds(verbatim: match.written) : !source.holdTogether(tokens) {
                fail(.skill, match.written)
            }
            return
        }
        if source.dropsLimit(term: match.canonical, tokens) { fail(.promotion, match.written) }
        if source.turnsRound(term: match.canonical, tokens) { fail(.negation, match.written) }
    }

    // MARK: Numbers

    private mutating func checkNumber(at index: Int) {
        let token = facts.tokens[index]
        guard let number = token.number else { return checkWord(at: index) }
        let clause = facts.tokens.indices.filter { $0 != index && facts.tokens[$0].clause == token.clause && says($0) }
        let next = facts.tokens.indices.first {
            $0 > index && !facts.tokens[$0].isTold && facts.tokens[$0].folded != "-"
        }
        if let next, vocabulary.years.contains(facts.tokens[next].folded), let mostYears, number.unit == .none,
            number.value <= mostYears
        {
            return
        }
        let counted = facts.counted(at: index, vocabulary).first
        let places = source.places(of: number, counting: counted, among: clause.map { facts.tokens[$0] })
        let isBare = counted == nil || number.unit == .percent
        if places.isEmpty || isBare && lastBare.map({ !source.mayFollow($0, places) }) == true {
            fail(.number, text[token.range.lowerBound..<(told(after: index)?.upperBound ?? token.range.upperBound)])
        }
        if isBare { lastBare = places }
    }

    /// The unit and the further words of a number.
    private func told(after index: Int) -> Range<String.Index>? {
        facts.tokens[(index + 1)...].prefix(while: \.isTold).last?.range
    }

    /// Whether a token says something by itself.
    private func says(_ index: Int) -> Bool {
        let token = facts.tokens[index]
        return token.kind != .sign && !token.isTold && !isPlain(token)
    }

    // MARK: Words

    private mutating func checkWord(at index: Int) {
        let token = facts.tokens[index]
        if isPlain(token) || isYears(at: index) { return }
        if token.isMarker {
            if !source.holds(marker: token) { fail(.word, token.written) }
            return
        }
        guard source.holds(word: token) else { return fail(.word, token.written) }
        if source.dropsLimit(token) { fail(.promotion, token.written) }
        if source.turnsRound(token) { fail(.negation, token.written) }
    }

    /// A plain word is one as it is written in the middle of a sentence: `WHO`, `IT` and `Will` are names.
    private func isPlain(_ token: FactText.Token) -> Bool {
        guard vocabulary.plain.contains(token.folded) else { return false }
        guard token.written.first?.isUppercase == true else { return true }
        return token.isFirst && (token.written.count == 1 || token.written.contains(where: \.isLowercase))
            || token.written == "I"
    }

    /// `years` after a number.
    private func isYears(at index: Int) -> Bool {
        vocabulary.years.contains(facts.tokens[index].folded) && mostYears != nil
            && facts.tokens[..<index].last { $0.kind != .sign && !$0.isTold }?.kind == .number
    }

    // MARK: Signs

    private static let punctuation: Set<String> = [
        ",", ".", ";", ":", "(", ")", "-", "–", "—", "/", "&", "'", "\"", "“", "”", "„", "‘", "«", "»", "?", "¿", "·",
        "…",
        "،", "؛", "؟", "、", "。", "，", "；", "：", "（", "）", "・", "「", "」", "।", "‐", "‑",
    ]

    private mutating func checkSign(_ token: FactText.Token) {
        if !Self.punctuation.contains(token.folded), !source.holds(sign: token.folded) { fail(.sign, token.written) }
    }

    /// What looks like an address must be in the items as it is, whatever its words are.
    private mutating func checkAddresses(besides terms: [Lexicon.Match]) {
        for piece in text.split(whereSeparator: { $0.isWhitespace || "()[]<>,;\"“”„«»".contains($0) }) {
            var piece = piece
            while let last = piece.last, ".:!?'’".contains(last) { piece.removeLast() }
            // `Node.js`
            if terms.contains(where: { $0.range.overlaps(piece.startIndex..<piece.endIndex) }), !piece.contains("@") {
                continue
            }
            let looksLikeOne = piece.contains("://") || piece.contains("@") || piece.lowercased().hasPrefix("www.")
            if looksLikeOne || Self.isDomain(piece), !source.holds(verbatim: piece) { fail(.address, piece) }
        }
    }

    /// `larch.com/jobs`; not `B.S.N.`, `3.5` or `e.g.`.
    private static func isDomain(_ piece: Substring) -> Bool {
        let labels = piece.prefix { $0 != "/" && $0 != ":" }.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last else { return false }
        return labels.allSatisfy { $0.count > 1 } && last.allSatisfy(\.isLetter)
    }
}
