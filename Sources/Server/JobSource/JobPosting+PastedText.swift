package import Resume

extension JobPosting {
    /// Understands a posting that somebody pasted.
    ///
    /// - Throws: ``JobSourceError`` `too_short` for a text that says too little to be a posting.
    package init(pastedText: String, lexicon: Lexicon) throws(JobSourceError) {
        let text = PostingText(pastedText)
        guard text.contentCount >= JobSourceError.leastCharacters else {
            throw JobSourceError(
                .tooShort,
                "The job description has \(text.contentCount) letters and digits; paste the whole posting, at least "
                    + "\(JobSourceError.leastCharacters).")
        }
        let description = text.description
        let marked = Set(text.lines.indices.filter { text.lines[$0].isMarked })
        let segments = PostingSegments(Self.beginning(of: description), marked: marked)
        let facts = PostingFacts(text, segments: segments)
        let matches = lexicon.matches(in: segments.text)
        let language = PostingLanguage.language(of: description)
        let found = PostingKeywords(segments, matches, lexicon: lexicon, company: facts.company, language: language)
            .keywords()
        self.init(source: .text, language: language, description: description, keywords: found.keywords)
        title = facts.title
        company = facts.company
        location = facts.location
        employmentType = PostingTerms.employmentType(of: segments, title: facts.title)
        seniority = PostingTerms.seniority(of: facts.title)
        candidates = found.candidates
        requirements = PostingRequirements(segments, matches).found
        self.segments = segments.segments()
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
