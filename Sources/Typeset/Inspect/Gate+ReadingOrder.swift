extension Gate {
    /// The same tokens in raw and in reading order: a hyphenated or letter-spaced word is one word in reading order,
    /// where Poppler mends it, and several in raw order, which is what most other readers have.
    static func readingOrder(
        _ pages: [PDFFacts.Page], _ raw: TokenStream, _ expected: ExpectedTokens, rejoined: [[String]]
    ) -> Check {
        var balance = raw.tokens.map(\.text).counts
        let different = balance.count
        let reading = TokenStream(pages.map(\.readingText), endingWithDirection: expected.hasRightToLeft)
        for token in reading.tokens { balance[token.text, default: 0] -= 1 }
        for parts in rejoined { forgive(parts, in: &balance) }
        forgiveHyphensAtEnds(of: expected, in: raw, &balance)
        let onlyRaw = balance.filter { $0.value > 0 }.keys.sorted()
        let onlyReading = balance.filter { $0.value < 0 }.keys.sorted()
        guard onlyRaw.isEmpty && onlyReading.isEmpty else {
            var parts: [String] = []
            if !onlyRaw.isEmpty { parts.append("only in the order of the content stream: \(listing(onlyRaw))") }
            if !onlyReading.isEmpty { parts.append("only in reading order: \(listing(onlyReading))") }
            return Check(
                .readingOrder, .fail, "both orders of reading", "Words \(parts.joined(separator: "; ")).")
        }
        return Check(
            .readingOrder, .pass, "both orders of reading",
            "The order of the content stream and the reading order hold the same \(count(different, "different word"))."
        )
    }

    /// A text of the resume may end in a hyphen. Poppler's reading order then takes it and the next line's first word for
    /// one, and a hyphen that stands alone for nothing.
    private static func forgiveHyphensAtEnds(
        of expected: ExpectedTokens, in raw: TokenStream, _ balance: inout [String: Int]
    ) {
        let ends = Set(expected.lines.compactMap(\.last).filter { $0.unicodeScalars.last == "-" })
        guard !ends.isEmpty else { return }
        for (token, next) in zip(raw.tokens, raw.tokens.dropFirst()) where next.startsLine && ends.contains(token.text)
        {
            if token.text == "-", balance["-", default: 0] > 0 {
                balance["-", default: 0] -= 1
            } else {
                forgive([token.text, next.text], in: &balance)
            }
        }
    }

    /// Poppler's reading order takes the hyphen at a line's end out, even where the text itself has one, as in
    /// `state-of-the-` and `art`. Where the parts are known to be one word, that is no difference.
    private static func forgive(_ parts: [String], in balance: inout [String: Int]) {
        var start = 0
        while start < parts.count {
            var merged = parts[start]
            var shown: (text: String, end: Int)?
            for end in parts.indices.dropFirst(start + 1) {
                guard merged.unicodeScalars.last == "-", balance[parts[end], default: 0] > 0 else { break }
                merged.unicodeScalars.removeLast()
                merged += parts[end]
                if balance[merged, default: 0] < 0 { shown = (merged, end) }
            }
            if let shown {
                balance[shown.text, default: 0] += 1
                for part in parts[start...shown.end] { balance[part, default: 0] -= 1 }
            }
            start = (shown?.end ?? start) + 1
        }
    }
}
