/// What stands around a title in its line and is none of it: labels, marks of gender, terms, references, places.
enum TitleTrim {
    static func trimmed(_ line: String) -> String {
        var text = line
        while let colon = text.firstIndex(of: ":"), labels.contains(text[..<colon].lowercased().trimmed.lowercased()) {
            text = String(text[text.index(after: colon)...].trimmed)
        }
        text = withoutBrackets(text)
        var words = text.split(separator: " ").filter { !isGender($0) }
        words = withoutAnnouncement(words)
        while let last = words.last, words.count > 1, isTerm(last) || trailing.contains(bare(last)) {
            words.removeLast()
        }
        while let first = words.first, words.count > 1, leading.contains(bare(first)) { words.removeFirst() }
        words = withoutPurpose(words)
        // Signs and pictures at either end.
        let title = words.joined(separator: " ").drop { !$0.isLetter && !$0.isNumber && $0 != "(" && $0 != "." }
        let end = title.lastIndex { $0.isLetter || $0.isNumber || ")+#.".contains($0) }
        return end.map { String(title[...$0]) } ?? ""
    }

    /// Whether a part of a line says something about the post, such as `full-time` or `Ref. 4411`, and nothing else.
    static func isAside(_ part: String) -> Bool {
        let words = part.split(separator: " ")
        return !words.isEmpty && words.allSatisfy { isTerm($0) || trailing.contains(bare($0)) || isGender($0) }
    }

    private static func bare(_ word: Substring) -> String {
        word.lowercased().trimmed(also: ",.;:!()[]#*").lowercased()
    }

    /// A bracket that is glued to its word belongs to it: `Professor(a)`.
    private static func withoutBrackets(_ text: String) -> String {
        var text = text
        var from = text.startIndex
        while let open = text[from...].firstIndex(where: { $0 == "(" || $0 == "[" }) {
            guard let close = text[open...].firstIndex(where: { $0 == ")" || $0 == "]" }) else { break }
            if open == text.startIndex || text[text.index(before: open)] == " " || text[open...close].contains("/") {
                text.replaceSubrange(open...close, with: " ")
                from = text.startIndex
            } else {
                from = text.index(after: close)
            }
        }
        return text
    }

    /// `m/w/d`, `H/F`, `(f/m/x)`
    private static func isGender(_ word: Substring) -> Bool {
        let parts = word.lowercased().split(whereSeparator: { "/|*,()".contains($0) })
        return parts.count >= 2
            && parts.allSatisfy { ["m", "w", "d", "f", "h", "x", "k", "i", "gn", "div", "all"].contains($0) }
    }

    /// `Wanted: Stable Hand`, `Se busca electricista`, `We're hiring a Tax Advisor`
    private static func withoutAnnouncement(_ words: [Substring]) -> [Substring] {
        let lower = words.map { bare($0) }
        for lead in announcements where lower.count > lead.count && lower.starts(with: lead) {
            var rest = words[lead.count...]
            while let first = rest.first, rest.count > 1, articles.contains(bare(first)) { rest = rest.dropFirst() }
            return Array(rest)
        }
        return words
    }

    /// `Pflegefachkraft für die Intensivstation`, `Head Baker in Galway`
    private static func withoutPurpose(_ words: [Substring]) -> [Substring] {
        for (index, word) in words.enumerated().dropFirst() {
            let isPurpose = purposes.contains(word.lowercased())
            let isPlace =
                ["in", "à", "en", "em", "near"].contains(word.lowercased())
                && KnownPlaces.contains(words[(index + 1)...].joined(separator: " "))
            if isPurpose || isPlace, JobTitle.namesJob(words[..<index].joined(separator: " ")) {
                return Array(words[..<index])
            }
        }
        return words
    }

    private static func isTerm(_ word: Substring) -> Bool {
        let text = bare(word)
        if text.isEmpty || terms.contains(text) || word.first == "#" && text.contains(where: \.isNumber) { return true }
        if text.contains(where: { "€$£%".contains($0) }) { return true }
        let digits = text.count(where: \.isNumber)
        // `REF1093`, `PO/221`, `37.5`, `2026-04`; but `Level 3` and `C1` are of the title.
        return digits >= 3 || digits > 0 && text.allSatisfy { $0.isNumber || ".,/:-–+".contains($0) } && digits >= 2
    }

    private static func set(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    private static let terms = set(
        """
        full-time part-time fulltime parttime full part time permanent temporary contract freelance remote hybrid onsite on-site
        home-based homeoffice nights days evenings weekends weekend shift shifts hrs hours hour hr week weekly h std stunden woche
        vollzeit teilzeit unbefristet befristet minijob cdi cdd intérim temps plein partiel complet jornada completa parcial
        tiempo indefinido tempo integral fte ref ref. reference req requisition id posts positions urgent asap immediate start
        immediately freiberuflich seasonal casual sofort maternity cover f/t p/t perm temp híbrido híbrida remoto remota
        """)
    private static let trailing = set(
        "gesucht gesucht! wanted needed required in ab per a we're hiring located based opportunity job vacancy (m/w/d)"
    )
    private static let leading = set(
        """
        part-time full-time freelance temporary permanent seasonal urgent urgently freiberuflicher freiberufliche new exciting
        immediate experienced
        """)
    private static let purposes = set("for für pour para located wanted needed gesucht with mit who to-join")
    private static let articles = set(
        """
        a an the our un une un(e) una um uma eine einen ein eine:n eine/n experienced talented motivated new passionate skilled
        first de du des
        """)
    private static let announcements: [[String]] = [
        "we are looking for", "we're looking for", "we’re looking for", "we are hiring", "we're hiring", "we’re hiring",
        "now hiring", "hiring now", "hiring", "wanted", "join us as", "join our team as", "apply now", "opening for",
        "opportunity for", "wir suchen", "gesucht", "gesucht wird", "suche", "se busca", "se buscan", "buscamos",
        "se necesita", "on recherche", "on recrute", "recherche", "recherchons", "nous recherchons", "nous recrutons",
        "procura-se", "procuramos", "precisa-se de", "precisa-se", "contrata-se", "estamos contratando", "vaga para",
        "vaga de", "oferta de empleo", "poste de", "temp to perm", "travel rn",
    ].map { $0.split(separator: " ").map(String.init) }
    private static let labels: Set<String> = [
        "job", "hiring", "we're hiring", "now hiring", "wanted", "gesucht", "vacancy", "subject", "betreff", "re", "fw",
        "fwd", "wg", "aw", "position", "role", "job title", "title", "job opening", "opening", "open position",
        "stellenbezeichnung", "stellenangebot", "stelle", "stellenausschreibung", "jobangebot", "wir suchen",
        "intitulé du poste", "intitulé", "offre d'emploi", "offre d’emploi", "offre", "poste", "objet", "puesto",
        "oferta de empleo", "oferta", "se busca", "asunto", "vaga", "cargo", "assunto", "título", "função",
        "stanowisko",
        "recruitment", "job vacancy", "current vacancy", "job offer", "opportunity", "new role", "urgent",
    ]
}
