package import Resume

/// What a PDF is asked: of ours everything, before it is given to anybody; of anybody's what can be asked without knowing
/// what was meant.
package struct Gate: Sendable {
    let reader: ResumeReader

    package init(_ vocabulary: ResumeVocabulary) { reader = ResumeReader(vocabulary) }

    /// Compares what is in a PDF of ours with what should be.
    ///
    /// - Parameter written: how a text has a keyword, `nil` if it does not; the text to ask is
    ///   ``PDFFacts/flowingText``.
    package func check(
        _ facts: PDFFacts, against expectation: Expectation, written: (Keyword) -> String?
    ) -> Report {
        let expected = ExpectedTokens(expectation.lines)
        let raw = TokenStream(facts.pages.map(\.rawText), endingWithDirection: expected.hasRightToLeft)
        let rawCount = TokenCount(raw, for: expected)
        let missing = rawCount.missing(of: expected)
        let read = reader.read(facts)
        let trip = expectation.resume.map { RoundTrip(meant: $0, read: read) }
        let keywords = Report.Keywords(
            asked: expectation.supportedKeywords + expectation.missingKeywords,
            supported: Set(expectation.supportedKeywords.map(\.canonical)), written: written)
        var checks = [
            Self.textLayer(facts),
            Self.pageCount(facts, most: expectation.mostPages),
            Self.notEncrypted(facts, isOurs: true),
            Self.fontsEmbedded(facts.fonts, isOurs: true),
            Self.noType3(facts.fonts),
            Self.charactersMapped(facts, isOurs: true),
            Self.cleanCharacters(facts.pages),
            Self.noHiddenText(facts),
            Self.noActiveContent(facts),
            Self.oneColumn(facts),
            Self.readingOrder(facts.pages, raw, expected, rejoined: rawCount.rejoined),
            Self.contactAtTop(expectation, expected, on: facts.pages.first),
            Self.standardSections(read, meant: expectation.resume),
            Self.datedEntries(read, meant: expectation.resume),
            Self.keywordsSupported(keywords, isOurs: true),
            Self.textComplete(expected, missing: missing),
            Self.noOtherText(rawCount.surplus(of: expected), missing: missing),
            Self.textOrder(expected, in: raw, missing: missing),
        ]
        if let trip { checks.append(Self.roundTrip(trip)) }
        return Report(
            pages: facts.pages.count, checks: checks, keywords: keywords, lost: Self.lostPoints(keywords), resume: read,
            roundTrip: trip)
    }

    /// Judges a PDF from anywhere.
    ///
    /// - Parameters:
    ///   - asked: the keywords of the posting.
    ///   - profile: what the person has, if that is known.
    ///   - supported: the canonical names of the keywords that the profile has; `nil` without a profile.
    ///   - written: how a text has a keyword, `nil` if it does not.
    package func verify(
        _ facts: PDFFacts, asked: [Keyword] = [], profile: TailoredResume? = nil, supported: Set<String>? = nil,
        written: (Keyword) -> String? = { _ in nil }
    ) -> Report {
        let read = reader.read(facts)
        let keywords = Report.Keywords(asked: asked, supported: supported ?? [], written: written)
        var checks = [
            Self.textLayer(facts),
            Self.pageCount(facts),
            Self.notEncrypted(facts, isOurs: false),
            Self.fontsEmbedded(facts.fonts, isOurs: false),
            Self.noType3(facts.fonts),
            Self.charactersMapped(facts, isOurs: false),
            Self.cleanCharacters(facts.pages),
            Self.noHiddenText(facts),
            Self.noActiveContent(facts),
            Self.oneColumn(facts),
            Self.brokenWords(facts.pages),
            Self.contactAtTop(read, in: facts),
            Self.standardSections(read, languages: reader.languages),
            Self.datedEntries(read, in: facts),
            Self.keywordsSupported(keywords, isOurs: false),
        ]
        if !facts.hasText {
            let readable: Set<Check.Identifier> = [
                .textLayer, .pageCount, .notEncrypted, .noActiveContent,
            ]
            checks = checks.map { readable.contains($0.id) ? $0 : Check.pointless($0.id) }
        }
        return Report(
            pages: facts.pages.count, checks: checks, keywords: keywords,
            // Without a profile nobody knows what could be claimed.
            lost: supported == nil ? 0 : Self.lostPoints(keywords), resume: read,
            roundTrip: profile.map { RoundTrip(meant: $0, read: read) })
    }

    /// A difference or two may be the reader's: nothing on a page tells a short description from the name of a client.
    /// They are told. A PDF fails whose name or contacts are read wrongly, or a fifth of its fields.
    private static func roundTrip(_ trip: RoundTrip) -> Check {
        let lookedAt = count(trip.fields, "field")
        guard trip.differences.isEmpty else {
            let shown = trip.differences.prefix(3).map {
                "\($0.field) “\(quotable($0.read))” instead of “\(quotable($0.meant))”"
            }
            let more = trip.differences.count > 3 ? " and \(trip.differences.count - 3) more" : ""
            return Check(
                .roundTrip, trip.isLost ? .fail : .warn, lookedAt,
                "Read back, these differ: \(shown.joined(separator: "; "))\(more).")
        }
        return Check(.roundTrip, .pass, lookedAt, "Read back from the PDF, all are what was meant.")
    }
}

extension PDFFacts {
    var hasText: Bool { pages.contains { $0.glyphs > 0 } }
}
