/// Years of experience as postings ask for them: `6+ years of`, `mindestens zwei Jahre`, `trois ans d'expérience`.
struct ExperienceDemand {
    let range: Range<String.Index>
    /// The least number of years.
    let years: Int

    /// Whether a sentence speaks of years at all.
    static func mayOccur(in folded: [UInt8]) -> Bool { years.occurs(in: folded) }

    private static let years = CueTable(list: "year, yr, jahr, an_, ans_, anné, año, ano_, anos, lat_, lata")

    static func demands(in sentence: Substring) -> [ExperienceDemand] {
        var demands: [ExperienceDemand] = []
        let words = sentence.words
        let bare = words.map { $0.lowercased().trimmed(also: ",;:.()!?\"'’") }
        var index = 0
        while index < words.count {
            defer { index += 1 }
            let isArticle = articles.contains(String(bare[index])) && index + 1 < bare.count && isYears(bare[index + 1])
            guard let years = isArticle ? 1 : number(bare[index]), (1...40).contains(years) else { continue }
            let isElided: Bool
            if let place = (index + 1..<min(index + 5, words.count)).first(where: { isYears(bare[$0]) }) {
                guard !follows(place, in: bare), !precedes(index, in: bare),
                    !bare[(index + 1)..<place].contains(where: { between.contains(String($0)) })
                else { continue }
                // `between 2 and 4 years`: the first number was taken.
                if bare[(index + 1)..<place].contains(where: { number($0).map { $0 > years } ?? false }),
                    place - index > 4
                {
                    continue
                }
                isElided = false
            } else {
                // `6+ years of development, at least three in Kotlin`
                guard !demands.isEmpty, index + 1 < words.count, !precedes(index, in: bare),
                    elisions.contains(String(bare[index + 1]))
                else { continue }
                isElided = true
            }
            if let last = demands.last, last.range.upperBound > words[index].startIndex, !isElided { continue }
            var end = index
            while end + 1 < words.count, !(words[end].last.map { ",;.)".contains($0) } ?? false) { end += 1 }
            var start = index
            while start > 0, leads.contains(String(bare[start - 1])) { start -= 1 }
            demands.append(ExperienceDemand(range: words[start].startIndex..<words[end].endIndex, years: years))
        }
        return demands
    }

    private static func number(_ word: Substring) -> Int? {
        if let value = words[String(word)] { return value }
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count) else { return nil }
        let rest = word.dropFirst(digits.count)
        guard rest.isEmpty || rest.allSatisfy({ $0.isNumber || "+-–/".contains($0) }) else { return nil }
        return Int(digits)
    }

    private static func isYears(_ word: Substring) -> Bool { yearWords.contains(String(word.prefix { $0.isLetter })) }

    /// `18 years of age`, `30 years ago`.
    private static func follows(_ place: Int, in bare: [Substring]) -> Bool {
        let next = bare[min(place + 1, bare.count)...].prefix(2)
        return next.contains("age") || next.contains("old") || next.contains("ago") || next.contains("alt")
    }

    /// `for 20 years we have`, `since`.
    private static func precedes(_ index: Int, in bare: [Substring]) -> Bool {
        index > 0
            && ["since", "seit", "depuis", "last", "past", "aged", "within", "every"].contains(String(bare[index - 1]))
    }

    private static let yearWords: Set<String> = [
        "year", "years", "yr", "yrs", "jahr", "jahre", "jahren", "an", "ans", "année", "années", "año", "años", "ano",
        "anos", "lata", "lat",
    ]
    private static let articles: Set<String> = ["a", "un", "una", "um", "ein", "einem"]
    private static let between: Set<String> = [
        "days", "weeks", "months", "per", "times", "hours", "tage", "monate", "mois", "meses",
    ]
    private static let elisions: Set<String> = [
        "in", "as", "with", "on", "of", "at", "davon", "en", "em", "selling", "leading",
    ]
    private static let leads: Set<String> = [
        "at", "least", "minimum", "of", "a", "good", "mindestens", "au", "moins", "d'au", "al", "menos", "mínimo",
        "pelo",
        "over", "about", "minimum", "ca", "(ca",
    ]
    private static let words: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "two-ish": 2, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "zehn": 10,
        "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "dix": 10, "dos": 2, "tres": 3, "cuatro": 4,
        "cinco": 5, "seis": 6, "diez": 10, "dois": 2, "três": 3, "quatro": 4, "dez": 10,
        "dwa": 2, "trzy": 3, "pięć": 5, "twelve": 12, "fifteen": 15,
    ]
}
