package import Resume

extension JobPosting {
    /// Understands a posting that somebody pasted.
    ///
    /// - Throws: ``JobSourceError`` `too_short` for a text that says too little to be a posting.
    package init(pastedText: String, lexicon: Lexicon) throws(JobSourceError) {
        let text = try UnderstoodText(pastedText, lexicon: lexicon)
        let found = text.keywords.keywords()
        self.init(source: .text, language: text.language, description: text.description, keywords: found.keywords)
        title = text.facts.title
        company = text.facts.company
        location = text.facts.location
        employmentType = PostingTerms.employmentType(
            of: text.segments, titleLine: text.facts.titleLine ?? text.facts.title)
        seniority = PostingTerms.seniority(of: text.facts.titleLine ?? text.facts.title)
        candidates = found.candidates
        requirements = PostingRequirements(text.segments, text.matches).found
        segments = text.segments.segments()
    }
}

/// A pasted text, as far as what it names is found, but not yet what of that is wanted.
struct UnderstoodText {
    let description: String
    let segments: PostingSegments
    let facts: PostingFacts
    let matches: [Lexicon.Match]
    let language: String
    let keywords: PostingKeywords

    init(_ pasted: String, lexicon: Lexicon) throws(JobSourceError) {
        let text = PostingText(pasted)
        guard text.contentCount >= JobSourceError.leastCharacters else {
            throw JobSourceError(
                .tooShort,
                "The job description has \(text.contentCount) letters and digits; paste the whole posting, at least "
                    + "\(JobSourceError.leastCharacters).")
        }
        description = text.description
        let marked = Set(text.lines.indices.filter { text.lines[$0].isMarked })
        segments = PostingSegments(Self.beginning(of: description), marked: marked)
        facts = PostingFacts(text, segments: segments)
        matches = lexicon.matches(in: segments.text)
        language = PostingLanguage.language(of: description)
        keywords = PostingKeywords(segments, matches, lexicon: lexicon, company: facts.company, language: language)
    }

    /// No posting is longer, and what comes after it in a megabyte of something else is not understood.
    private static let reach = 60_000

    private static func beginning(of text: String) -> String {
        guard text.utf8.count > reach else { return text }
        let bytes = text.utf8.prefix(reach)
        let end = bytes.lastIndex { $0 == UInt8(ascii: "\n") } ?? bytes.lastIndex { $0 == UInt8(ascii: " ") }
        return String(text[..<(end ?? text.unicodeScalars.index(text.startIndex, offsetBy: reach / 4))])
    }
}
