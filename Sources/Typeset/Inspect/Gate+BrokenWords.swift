// Words in pieces, where nobody says what was meant.

extension Gate {
    /// Letters set apart and words broken by hyphens: Poppler mends both, most other readers neither.
    static func brokenWords(_ pages: [PDFFacts.Page]) -> Check {
        let lines = pages.flatMap { $0.rawText.split(whereSeparator: \.isNewline) }.map {
            $0.split(whereSeparator: \.isWhitespace)
        }
        let lookedAt = count(lines.count, "line")
        let spaced = lines.compactMap(Self.spacedLetters)
        let broken = zip(lines, lines.dropFirst()).compactMap(Self.brokenWord)
        var parts: [String] = []
        if !spaced.isEmpty { parts.append("letters set apart: \(listing(spaced))") }
        if !broken.isEmpty { parts.append("words broken by a hyphen at a line's end: \(listing(broken))") }
        guard !parts.isEmpty else {
            // TeX prints no spaces: readers that look for them run the words of such a line together.
            let gaps = lines.reduce(0) { $0 + max(0, $1.count - 1) }
            let spaces = pages.reduce(0) { $0 + $1.spaces }
            guard gaps < 30 || spaces * 4 > gaps else {
                return Check(
                    .readingOrder, .warn, lookedAt,
                    "Words are set apart by gaps alone, there are hardly any spaces in the text: some machines run them "
                        + "together.")
            }
            return Check(.readingOrder, .pass, lookedAt, "No word is broken, and no letters are set apart.")
        }
        // A word or two may have their hyphen by right.
        let isGrave = !spaced.isEmpty || broken.count > 2
        return Check(
            .readingOrder, isGrave ? .fail : .warn, lookedAt,
            "A machine reads pieces: \(parts.joined(separator: "; ")).")
    }

    /// `E X P E R I E N C E`: four single letters or more in a row.
    private static func spacedLetters(_ words: [Substring]) -> String? {
        var run: [Substring] = []
        for word in words {
            let scalars = word.unicodeScalars
            if scalars.count == 1, let only = scalars.first, only.properties.isAlphabetic,
                !TokenStream.standsAlone(only)
            {
                run.append(word)
            } else if run.count >= 4 {
                break
            } else {
                run = []
            }
        }
        return run.count >= 4 ? run.joined(separator: " ") : nil
    }

    /// `manage-` before `ment`; one that has a hyphen of its own already may have another.
    private static func brokenWord(_ line: [Substring], _ next: [Substring]) -> String? {
        guard let start = line.last, let end = next.first, let hyphen = start.unicodeScalars.last,
            hyphen == "-" || hyphen == "\u{2010}" || hyphen == "\u{AD}", end.first?.isLowercase == true
        else { return nil }
        let stem = start.unicodeScalars.dropLast()
        guard stem.last?.properties.isAlphabetic == true, !stem.contains("-") else { return nil }
        return "\(start) \(end)"
    }
}
