package import Resume

/// A stretch of time as it is read from a page.
package struct ReadDates: Sendable, Hashable {
    /// One or two, in the order of writing.
    package var dates: [PartialDate]
    package var isOngoing: Bool
    /// As it stands there.
    package var text: String
}

/// Reads dates that are written in any of the vocabulary's languages.
struct DateReader {
    private var ongoing: Set<String> = []
    /// Several numbers where languages differ: the resume's own language is asked first.
    private var months: [String: [(number: Int, language: String)]] = [:]

    init(_ vocabulary: ResumeVocabulary) {
        for language in vocabulary.languages {
            for word in language.ongoing { ongoing.insert(Self.folded(word)) }
            for month in language.months {
                months[Self.folded(month.name), default: []].append((month.number, language.tag))
            }
        }
    }

    /// The dates that the whole of a text is; `nil` if there is anything else in it.
    func read(_ text: String, language: String?) -> ReadDates? {
        let halves = Self.halves(text)
        guard halves.count <= 2 else { return nil }
        var result = ReadDates(dates: [], isOngoing: false, text: text)
        for (index, half) in halves.enumerated() {
            if ongoing.contains(Self.folded(half)), index == halves.count - 1 {
                result.isOngoing = true
            } else if let date = date(half, language) {
                result.dates.append(date)
            } else {
                return nil
            }
        }
        return result
    }

    /// At the dash, which words and months do not have; a plain hyphen counts between spaces.
    private static func halves(_ text: String) -> [Substring] {
        for dash in [" – ", "–", "—", " - ", "－"] where text.contains(dash) {
            let parts = text.split(separator: dash, omittingEmptySubsequences: true)
            // Where text runs from right to left a space may be missing; what remains is trimmed by `folded`.
            return parts.filter { $0.contains { !$0.isWhitespace } }
        }
        return [text[...]]
    }

    private func date(_ text: Substring, _ language: String?) -> PartialDate? {
        var numbers: [(value: Int, digits: Int)] = []
        var letters = ""
        var digits = ""
        func endNumber() {
            if let value = Int(digits) { numbers.append((value, digits.count)) }
            digits = ""
        }
        for character in text {
            if character.isASCII, character.isNumber {
                // More digits than a year has are no date, and may not overflow.
                guard digits.count < 5 else { return nil }
                digits.append(character)
            } else {
                endNumber()
                letters.append(character)
            }
        }
        endNumber()
        let word = Self.folded(letters.filter { !"年月년월/,-".contains($0) })
        guard let year = numbers.first(where: { $0.digits == 4 })?.value else { return nil }
        switch numbers.count {
        case 1:
            guard !word.isEmpty else { return PartialDate("\(year)") }
            guard let meanings = months[word], let first = meanings.first else { return nil }
            return Self.date(year, meanings.first { $0.language == language }?.number ?? first.number)
        case 2:
            guard word.isEmpty, let month = numbers.first(where: { $0.digits <= 2 })?.value else { return nil }
            return Self.date(year, month)
        default: return nil
        }
    }

    private static func date(_ year: Int, _ month: Int) -> PartialDate? {
        PartialDate("\(year)-\(month < 10 ? "0" : "")\(month)")
    }

    private static func folded(_ text: some StringProtocol) -> String {
        text.lowercased().filter { !$0.isWhitespace && $0 != "." }
    }
}
