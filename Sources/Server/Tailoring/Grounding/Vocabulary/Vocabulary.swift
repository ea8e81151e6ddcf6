/// What the gate must know of a language to tell a rephrasing from a new fact.
///
/// Everything here is allowed *besides* the words of the items, so that a list is short and holds no fact: a word that is
/// missing costs a rephrasing, a word too many lets an invention through.
struct Vocabulary: Sendable {
    /// Words that say nothing by themselves.
    let plain: Set<String>
    /// By stem: the groups of words that may stand for each other.
    private var groups: [String: Set<Int>] = [:]
    /// Words that must stand in the items as they are, because another ending makes a rank or a boast of them.
    let exact: Set<String>
    /// Words and phrases that make less of what comes after them, such as `assisted`, each as its folded words.
    let limiters: [[String]]
    /// Forms that only a deed of one's own has, after which a limiter holds no more; `-ed` is an ending. None where a
    /// language uses the same forms for what one helped to do.
    let deeds: Set<String>
    let negations: Set<String>
    let numbers: [String: Double]
    /// `thousand`, and its like.
    let scales: [String: Double]
    let percent: [[String]]
    let years: Set<String>
    private let endings: [String]
    /// A part of participles, `ge` in German.
    private let infix: String?
    private let prefixes: [String]

    struct Source {
        var plain = ""
        var groups = ""
        var exact = ""
        /// Separated by commas.
        var limiters = ""
        var deeds = ""
        var negations = ""
        /// `three=3`.
        var numbers = ""
        var scales = ""
        /// Separated by commas.
        var percent = ""
        var years = ""
        /// The longest first.
        var endings = ""
        var infix: String?
        var prefixes = ""
    }

    init(_ source: Source) {
        func words(_ text: some StringProtocol) -> [String] {
            text.split(whereSeparator: \.isWhitespace).map { Self.folded($0) }
        }
        func phrases(_ text: String) -> [[String]] {
            text.split(separator: ",").map { words($0) }.filter { !$0.isEmpty }
        }
        func table(_ text: String) -> [String: Double] {
            text.split(whereSeparator: \.isWhitespace).reduce(into: [:]) { table, pair in
                let parts = pair.split(separator: "=")
                if parts.count == 2, let value = Double(parts[1]) { table[Self.folded(parts[0])] = value }
            }
        }
        plain = Set(words(source.plain))
        exact = Set(words(source.exact))
        limiters = phrases(source.limiters)
        deeds = Set(words(source.deeds))
        negations = Set(words(source.negations))
        numbers = table(source.numbers)
        scales = table(source.scales)
        percent = phrases(source.percent)
        years = Set(words(source.years))
        endings = words(source.endings)
        infix = source.infix
        prefixes = words(source.prefixes)
        for (index, line) in source.groups.split(separator: "\n").enumerated() {
            for word in words(line) { groups[stem(word), default: []].insert(index) }
        }
    }

    /// The groups that a stem belongs to.
    func groups(of stem: String) -> Set<Int> { groups[stem] ?? [] }

    /// A folded word without its ending; what is left has four letters, or three where only an `s` went.
    func stem(_ word: String) -> String {
        guard !exact.contains(word) else { return word }
        var word = word
        if let infix, word.utf8.count > 6 {
            // `geleitet` and `eingeführt`, beside `leiten` and `einführen`.
            for prefix in [""] + prefixes where word.hasPrefix(prefix + infix) {
                let rest = word.dropFirst(prefix.count + infix.count)
                if rest.utf8.count >= 4, rest.hasSuffix("t") || rest.hasSuffix("en") {
                    word = prefix + rest
                    break
                }
            }
        }
        for ending in endings where word.hasSuffix(ending) {
            let rest = word.dropLast(ending.count)
            if rest.count >= (ending == "s" ? 3 : 4) { return String(rest) }
        }
        return word
    }

    // MARK: Folding

    /// In lower case, Latin letters without their marks.
    static func folded(_ text: some StringProtocol) -> String {
        let lower = text.lowercased()
        guard !lower.utf8.allSatisfy({ $0 < 0x80 }) else { return lower }
        var result = ""
        for character in lower {
            if let plain = letters[character] { result += plain } else { result.append(character) }
        }
        return result
    }

    private static let letters: [Character: String] = {
        var table: [Character: String] = ["ß": "ss", "æ": "ae", "œ": "oe"]
        for (plain, marked) in [
            ("a", "àáâãäåāăą"), ("c", "çćčĉċ"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ğĝġģ"), ("i", "ìíîïīĩį"),
            ("l", "łľļĺ"), ("n", "ñńňņ"), ("o", "òóôõöøōő"), ("r", "řŕ"), ("s", "śšşŝș"), ("t", "ťţț"),
            ("u", "ùúûüūůűų"), ("y", "ýÿ"), ("z", "źżž"),
        ] {
            for character in marked { table[character] = plain }
        }
        return table
    }()

    // MARK: Languages

    /// - Parameter tag: BCP 47. Of a language that is none of these only the words of the items are allowed.
    static func of(_ tag: String) -> Vocabulary {
        switch tag.prefix(2).lowercased() {
        case "en": english
        case "de": german
        case "fr": french
        case "es": spanish
        case "pt": portuguese
        case "pl": polish
        default: none
        }
    }

    private static let none = Vocabulary(Source())
}
