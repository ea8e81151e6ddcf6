/// The tokens that must be in a PDF: how often each, and which of them end a line.
struct ExpectedTokens {
    let lines: [[String]]
    let counts: [String: Int]
    /// Something is written from right to left: see ``TokenStream``.
    let hasRightToLeft: Bool
    private let lineEnds: Set<String>

    init(_ lines: [String]) {
        let turns = lines.contains { $0.unicodeScalars.contains(where: TokenStream.isRightToLeft) }
        hasRightToLeft = turns
        self.lines = lines.map { TokenStream.tokens(of: $0, endingWithDirection: turns) }.filter { !$0.isEmpty }
        counts = self.lines.joined().counts
        lineEnds = Set(self.lines.compactMap(\.last))
    }

    /// The expected token that `text` may stand for: itself, or itself before a template's colon or comma.
    fileprivate func candidates(for text: String) -> [String] {
        guard let rest = WordEnding.without(text), lineEnds.contains(rest) else { return [text] }
        return [text, rest]
    }
}

/// How often each token stands in a text, once words broken by a line's end are whole again and what a template adds to
/// a word is gone. Both are done only for tokens that are expected and would otherwise be missing: a broken word is
/// the same as its two parts to whoever does not know what was meant.
struct TokenCount {
    private(set) var counts: [String: Int] = [:]
    /// The parts of each word that was made whole.
    private(set) var rejoined: [[String]] = []

    init(_ stream: TokenStream, for expected: ExpectedTokens) {
        let found = stream.tokens.map(\.text).counts
        var wanted: [String: Int] = [:]
        for (token, count) in expected.counts where count > found[token, default: 0] {
            wanted[token] = count - found[token, default: 0]
        }
        guard !wanted.isEmpty else {
            counts = found
            return
        }
        var spare = found.filter { $0.value > expected.counts[$0.key, default: 0] }
        for (token, count) in spare { spare[token] = count - expected.counts[token, default: 0] }

        var index = 0
        while index < stream.tokens.count {
            let first = stream.tokens[index].text
            var taken = (text: first, end: index + 1)
            stream.forEachReading(at: index) { text, end in
                let isWhole = end == index + 1
                // A token that is needed as it is stays as it is.
                if isWhole && spare[text, default: 0] == 0 { return true }
                guard let token = expected.candidates(for: text).first(where: { wanted[$0, default: 0] > 0 }) else {
                    return true
                }
                taken = (token, end)
                return false
            }
            if taken.text != first {
                wanted[taken.text, default: 0] -= 1
                if taken.end == index + 1 { spare[first, default: 0] -= 1 }
            }
            if taken.end > index + 1 { rejoined.append(stream.tokens[index..<taken.end].map(\.text)) }
            counts[taken.text, default: 0] += 1
            index = taken.end
        }
    }

    /// What of `expected` is not there, or not often enough, in the order in which it should be.
    func missing(of expected: ExpectedTokens) -> [String] {
        var seen: Set<String> = []
        return expected.lines.joined().filter { token in
            counts[token, default: 0] < expected.counts[token, default: 0] && seen.insert(token).inserted
        }
    }

    /// What is there and was not expected, or more often than expected: a placeholder, a value that should have been
    /// left out. Bullets and bars are a template's own.
    func surplus(of expected: ExpectedTokens) -> [String] {
        counts.filter { token, count in
            count > expected.counts[token, default: 0] && token.contains { $0.isLetter || $0.isNumber }
        }.keys.sorted()
    }
}

extension Sequence<String> {
    /// How often each element is in the sequence.
    var counts: [String: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } }
}
