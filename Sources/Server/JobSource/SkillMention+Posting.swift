package import Resume

/// What `Tests/Evaluation/fit_skills.py` is given to learn from: a phrase of a posting with what speaks for and against it.
package struct ObservedMention {
    package let term: String
    package let canonical: String
    package let isKnown: Bool
    package let importance: Keyword.Importance
    package let features: [String]
    /// In UTF-8, in the text that is understood.
    package let place: Range<Int>

    /// All mentions of a posting, those that are no keywords too.
    package static func all(ofPastedText pasted: String, lexicon: Lexicon) throws(JobSourceError) -> [ObservedMention] {
        let understood = try UnderstoodText(pasted, lexicon: lexicon)
        return understood.keywords.mentions(isChosen: false).map { mention, importance in
            let term = understood.segments.text[mention.range].split(whereSeparator: \.isWhitespace).joined(
                separator: " ")
            let bytes = understood.segments.text.utf8
            let start = bytes.distance(from: bytes.startIndex, to: mention.range.lowerBound)
            let end = bytes.distance(from: bytes.startIndex, to: mention.range.upperBound)
            return ObservedMention(
                term: term, canonical: mention.match?.canonical ?? term, isKnown: mention.match != nil,
                importance: importance, features: mention.features.map(\.name), place: start..<end)
        }
    }
}
