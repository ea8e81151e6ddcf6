/// Tells the language of a text by its commonest small words.
enum PostingLanguage {
    /// `en`, `de`, `fr`, `es`, `pt` or `pl`; English where none of their words is found.
    static func language(of text: String) -> String {
        var counts: [String: Int] = [:]
        for word in text.split(whereSeparator: { !$0.isLetter }) where word.utf8.count <= 8 {
            for language in languages[word.lowercased()] ?? [] { counts[language, default: 0] += 1 }
        }
        let best = counts.values.max() ?? 0
        // In a fixed order, so that a tie has one answer.
        return words.map(\.language).first { best > 0 && counts[$0] == best } ?? "en"
    }

    private static let words: [(language: String, list: String)] = [
        ("en", "the and of to a in for with is our you your are will on we or be as an this have at by from work"),
        (
            "de",
            "und die der das in mit für sie wir du ein eine zu von im auf den bei ist oder sind dein ihr als auch des"
        ),
        ("fr", "et de la le les des vous à en un une du pour nous dans est votre avec au sur vos ou aux par son"),
        ("es", "y de la el en los las con un una para que del se tu por al es nuestro más o como su nos"),
        ("pt", "e de a o em os as com um uma para que do da no na você por ao é nossa mais ou como não nos dos"),
        ("pl", "i w z na do się oraz o dla lub jest nie od po za są praca twoje nas jako przy pracy że to we"),
    ]

    private static let languages: [String: [String]] = words.reduce(into: [:]) { table, entry in
        for word in entry.list.split(separator: " ") { table[String(word), default: []].append(entry.language) }
    }
}
