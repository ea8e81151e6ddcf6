/// One way to write a term, taken apart for the trie.
struct TermForm {
    struct Part {
        let word: ArraySlice<UInt8>
        /// Whether it must stand right after the part before.
        let isGlued: Bool
    }

    let parts: [Part]
    /// The text itself where only this spelling counts.
    let exact: String?
    /// `ecommerce` for `e-commerce`; `nil` for a form without a hyphen, or of which only one spelling counts.
    let joined: [Part]?

    init(_ text: String, isExact: Bool) {
        let source = TermText(text)
        self.init(source, source.tokens.indices, exact: isExact ? text : nil)
    }

    /// - Parameter range: the tokens of the form.
    init(_ text: TermText, _ range: Range<Int>, exact: String?) {
        var parts: [Part] = []
        var joined: [Part]?
        parts.reserveCapacity(range.count)
        for index in range {
            let isHyphened = index > range.lowerBound && text.tokens[index].joint == .hyphen
            let part = Part(
                word: TermWord.respelt(text.word(at: index)),
                isGlued: index > range.lowerBound && Self.isGlued(index, in: text))
            if exact == nil, isHyphened, let last = joined?.last ?? parts.last {
                joined = (joined ?? parts).dropLast() + [Part(word: last.word + part.word, isGlued: last.isGlued)]
            } else {
                joined?.append(part)
            }
            parts.append(part)
        }
        self.parts = parts
        self.exact = exact
        self.joined = joined
    }

    /// Whether a token must stand right after the one before. Signs between equals do not care: `CI/CD` is `CI / CD`.
    static func isGlued(_ index: Int, in text: TermText) -> Bool {
        text.tokens[index].joint == .glued && !text.isSign("/&", at: index) && !text.isSign("/&", at: index - 1)
    }
}
