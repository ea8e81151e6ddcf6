/// Where a term begins and ends: what may not stand beside it.
extension TermText {
    func written(_ range: ClosedRange<Int>, in text: String) -> Substring {
        let lower = text.utf8.index(text.startIndex, offsetBy: tokens[range.lowerBound].start)
        let upper = text.utf8.index(text.startIndex, offsetBy: tokens[range.upperBound].end)
        return text[lower..<upper]
    }

    /// Whether the tokens of a range are a whole term, and not part of a longer name: an address, a file, `C++`, `R&D`.
    func isWhole(_ range: ClosedRange<Int>, in text: String) -> Bool {
        let written = written(range, in: text)
        guard isWholeBefore(range, written, in: text), isWholeAfter(range, written, in: text) else { return false }
        return !isDelicate(written) || isWholeThoughShort(range, written, in: text)
    }

    private func isWholeBefore(_ range: ClosedRange<Int>, _ written: Substring, in text: String) -> Bool {
        let first = range.lowerBound
        guard first > 0, isGlued(first) else { return true }
        // `.NET` is not in `ASP.NET`.
        guard tokens[first].isWord else { return !tokens[first - 1].isWord }
        if isSign("@", at: first - 1) { return false }
        let continuesAddress = isSign(".", at: first - 1) && first > 1 && isGlued(first - 1) && tokens[first - 2].isWord
        return !(continuesAddress && written.first?.isLowercase == true)
    }

    private func isWholeAfter(_ range: ClosedRange<Int>, _ written: Substring, in text: String) -> Bool {
        let next = range.upperBound + 1
        guard isGlued(next) else { return true }
        let last = tokens[range.upperBound]
        if !last.isWord {
            // `C++17` is C++; `C++Builder` and `C+++` are not.
            if tokens[next].isWord { return word(at: next).first.map { (48...57).contains($0) } ?? true }
            return word(at: next) != word(at: range.upperBound)
        }
        if isSign("#@", at: next) { return false }
        if isSign("+", at: next) { return written.utf8.count > 2 && !(isGlued(next + 1) && isSign("+", at: next + 1)) }
        if isSign(".", at: next), isGlued(next + 1), tokens[next + 1].isWord {
            let word = self.written((next + 1)...(next + 1), in: text)
            return word.first?.isLowercase != true && !["NET", "JS", "IO"].contains(word)
        }
        return true
    }

    /// Whether a name is so short that much else looks like it: `C`, `R`, `Go`.
    private func isDelicate(_ written: Substring) -> Bool {
        written.utf8.count == 1 || written.utf8.count == 2 && written.contains { $0.isLowercase }
    }

    private func isWholeThoughShort(_ range: ClosedRange<Int>, _ written: Substring, in text: String) -> Bool {
        let (first, next) = (range.lowerBound, range.upperBound + 1)
        // `C-level`, `Go-live`, `X-ray`; but `R-Kenntnisse`, `Go-based`.
        if tokens[first].joint == .hyphen { return false }
        if tokens.indices.contains(next), tokens[next].joint == .hyphen {
            return Self.companions.contains(String(decoding: word(at: next), as: UTF8.self))
        }
        if isGlued(next), isSign("&'", at: next) { return false }
        if isGlued(first), isSign("&'", at: first - 1) { return false }
        // `I²C`
        if isGlued(first), first > 0, !tokens[first - 1].isWord, tokens[first - 1].folded.count > 1 {
            return !isGlued(first - 1)
        }
        guard written.utf8.count == 1 else { return true }
        return isWholeThoughLetter(range, in: text)
    }

    /// What may be joined to a short name by a hyphen.
    private static let companions: Set<String> = [
        "based", "programming", "language", "developer", "engineer", "kenntnisse", "programmierung", "entwickler",
        "entwicklerin", "entwicklung", "basiert", "code",
    ]

    private func isWholeThoughLetter(_ range: ClosedRange<Int>, in text: String) -> Bool {
        let (first, next) = (range.lowerBound, range.upperBound + 1)
        let beginsLine = tokens[first].joint == .line || tokens[first].joint == .gap
        // The number of a list: `C) …`, `C. …`.
        if beginsLine, isGlued(next), isSign(").", at: next) { return false }
        // An initial: `John C. Smith`.
        if isGlued(next), isSign(".", at: next), first > 0, tokens[first].joint == .space, tokens[first - 1].isWord,
            self.written((first - 1)...(first - 1), in: text).first?.isUppercase == true
        {
            return false
        }
        // `A/R`, `I/C`: letters for something else, unless the other one is a language too.
        for (slash, letter) in [(first - 1, first - 2), (next, next + 1)]
        where isSign("/", at: slash) && tokens.indices.contains(letter) {
            let other = tokens[letter]
            let isMore = isSign("+#", at: letter + 1) && isGlued(letter + 1)
            if other.isWord, other.folded.count == 1, !word(at: letter).allSatisfy("cr".utf8.contains), !isMore {
                return false
            }
        }
        return true
    }
}
