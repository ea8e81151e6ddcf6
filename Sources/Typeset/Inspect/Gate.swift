package import Resume

/// What a PDF must pass before it is given to anybody.
package enum Gate {
    /// Compares what is in a PDF with what should be.
    ///
    /// - Parameter isPresent: whether a text holds a keyword; the text to ask is ``PDFFacts/flowingText``.
    package static func check(
        _ facts: PDFFacts, against expectation: Expectation, isPresent: (Keyword) -> Bool
    ) -> Report {
        let expected = ExpectedTokens(expectation.lines)
        let raw = TokenStream(facts.pages.map(\.rawText), endingWithDirection: expected.hasRightToLeft)
        let rawCount = TokenCount(raw, for: expected)
        let missing = rawCount.missing(of: expected)
        let keywords = Report.Keywords(
            present: expectation.supportedKeywords.filter(isPresent),
            supportedButAbsent: expectation.supportedKeywords.filter { !isPresent($0) },
            missing: expectation.missingKeywords)
        let checks = [
            pageCount(facts, most: expectation.mostPages),
            fontsEmbedded(facts.fonts),
            noType3(facts.fonts),
            cleanCharacters(facts.pages),
            textComplete(expected, missing: missing),
            noOtherText(rawCount.surplus(of: expected), missing: missing),
            textOrder(expected, in: raw, missing: missing),
            contactAtTop(expectation, expected, on: facts.pages.first),
            readingOrder(facts.pages, raw, expected, rejoined: rawCount.rejoined),
            keywordsSupported(keywords),
        ]
        let lost =
            Check.Identifier.keywordsSupported.weight - keywordPoints(keywords.total - keywords.missing.count, keywords)
        return Report(
            pages: facts.pages.count, score: checks.reduce(0) { $0 + $1.points },
            reachableScore: Check.Identifier.allCases.reduce(0) { $0 + $1.weight } - lost,
            checks: checks, keywords: keywords)
    }

    private static func keywordsSupported(_ keywords: Report.Keywords) -> Check {
        let supported = keywords.present.count + keywords.supportedButAbsent.count
        let points = keywordPoints(keywords.present.count, keywords)
        guard keywords.total > 0 else {
            return Check(.keywordsSupported, .pass, "There is no posting, or it names no keyword.")
        }
        let rest =
            keywords.missing.isEmpty
            ? ""
            : " The posting also asks for \(listing(keywords.missing.map(\.term))), which the profile does not have."
        guard keywords.supportedButAbsent.isEmpty else {
            return Check(
                .keywordsSupported, .fail,
                """
                Of \(count(supported, "keyword")) that the profile supports, the text lacks \
                \(listing(keywords.supportedButAbsent.map(\.term))).\(rest)
                """, points: points)
        }
        return Check(
            .keywordsSupported, .pass,
            "The text holds \(supported) of the \(count(keywords.total, "keyword")) of the posting.\(rest)",
            points: points)
    }

    /// The points for so many of the posting's keywords, rounded to the nearest.
    private static func keywordPoints(_ number: Int, _ keywords: Report.Keywords) -> Int {
        let weight = Check.Identifier.keywordsSupported.weight
        return keywords.total == 0 ? weight : (2 * weight * number + keywords.total) / (2 * keywords.total)
    }
}
