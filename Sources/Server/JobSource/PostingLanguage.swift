/// Tells the language of a text by its commonest small words.
enum PostingLanguage {
    /// `en`, `de`, `fr`, `es`, `pt` or `pl`; English where none of their words is found.
    static func language(of text: String) -> String {
        var counts: [String: Int] = [:]
        for word in words(text.utf8.prefix(reach)) where (1...8).contains(word.count) {
            for language in languages[String(decoding: word, as: UTF8.self)] ?? [] { counts[language, default: 0] += 1 }
        }
        let best = counts.values.max() ?? 0
        // In a fixed order, so that a tie has one answer.
        return smallWords.map(\.language).first { best > 0 && counts[$0] == best } ?? "en"
    }

    /// How many bytes are enough to tell.
    private static let reach = 4000

    /// The words in lower case, as far as ASCII has it: capitals beyond do not begin these words.
    private static func words(_ bytes: some Collection<UInt8>) -> [ArraySlice<UInt8>] {
        bytes.map { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: byte
            default: UInt8(ascii: " ")
            }
        }.split(separator: UInt8(ascii: " "))
    }

    private static let smallWords: [(language: String, list: String)] = [
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

    private static let languages: [String: [String]] = smallWords.reduce(into: [:]) { table, entry in
        for word in entry.list.split(separator: " ") { table[String(word), default: []].append(entry.language) }
    }
}
