/// Where a sentence names what a degree is in or an apprenticeship leads to: subjects, not skills.
struct FieldsOfStudy {
    private var ranges: [Range<String.Index>] = []

    init(_ unit: PostingSegments.Unit, in text: String) {
        guard Self.degrees.occurs(in: unit.folded) else { return }
        let words = text[unit.range].words
        var index = words.startIndex
        while index < words.endIndex {
            let word = CueTable.folded(words[index])
            guard Self.degrees.occurs(in: word) else {
                index += 1
                continue
            }
            // To the end of the clause, or where it goes on with something else.
            var end = index + 1
            while end < words.endIndex, end - index < 24 {
                if ";:.".contains(words[end - 1].last ?? " "), end - 1 > index { break }
                let bare = words[end].lowercased().filter { $0.isLetter || $0 == "+" }
                if words[end - 1].last == ",", Self.articles.contains(bare) { break }
                if Self.stops.contains(bare) || words[end].first?.isNumber == true || words[end].first == "(" { break }
                end += 1
            }
            if end > index + 1 { ranges.append(words[index].endIndex..<words[end - 1].endIndex) }
            index = end
        }
    }

    func contains(_ range: Range<String.Index>) -> Bool { ranges.contains { $0.overlaps(range) } }

    private static let degrees = CueTable(
        list: """
            degree, bachelor, master's, masters_, msc_, bsc_, b sc, m sc, phd, doctorate, studium, ausbildung, hochschulabschluss
            diplôme, licence en, formation en, bac +, titulación, grado en, licenciatura, ingeniería en, formación, ensino
            graduação, formação, studia, wykształcenie, diploma in, gesellenprüfung, abgeschlossenes, abgeschlossene, hochschulstudium
            """)

    /// After a comma they begin something else.
    private static let articles: Set<String> = ["a", "an", "ein", "eine", "einen", "un", "une", "una", "um", "uma"]

    private static let stops: Set<String> = [
        "that", "you", "course", "who", "you'll", "we",
        "with", "plus", "experience", "certification", "certificate", "knowledge", "skills", "mit", "sowie", "avec",
        "con",
        "com", "including", "years", "certified", "erfahrung", "kenntnisse", "maîtrise", "dominio", "conhecimentos",
        "conocimientos", "where", "desirable", "preferred", "is", "ist", "licence", "license", "five", "three", "two",
        "four", "strong", "good", "proficiency", "familiarity", "the",
    ]
}
