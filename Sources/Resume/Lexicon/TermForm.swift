/// One way to write a term, taken apart for the trie.
struct TermForm {
    struct Part: Hashable {
        let folded: String
        let isGlued: Bool
    }

    let tokens: [Part]
    /// The text itself where only this spelling counts.
    let exact: String?
    private let joined: [Part]?

    init(_ text: String, isExact: Bool) {
        let source = TermText(text).tokens
        tokens = Self.parts(source)
        exact = isExact ? text : nil
        joined = source.contains { $0.joint == .hyphen } ? Self.parts(Self.withoutHyphens(source)) : nil
    }

    /// Whether a token must stand right after the one before. Signs between equals do not care: `CI/CD` is `CI / CD`.
    static func isGlued(_ token: TermText.Token, after other: TermText.Token) -> Bool {
        token.joint == .glued && !isLoose(token.folded) && !isLoose(other.folded)
    }

    private static func isLoose(_ sign: String) -> Bool { sign == "/" || sign == "&" }

    private static func parts(_ tokens: [TermText.Token]) -> [Part] {
        tokens.enumerated().map { index, token in
            Part(folded: token.folded, isGlued: index > 0 && isGlued(token, after: tokens[index - 1]))
        }
    }

    private static func withoutHyphens(_ tokens: [TermText.Token]) -> [TermText.Token] {
        tokens.reduce(into: []) { result, token in
            guard token.joint == .hyphen, let last = result.popLast() else { return result.append(token) }
            result.append(
                TermText.Token(
                    folded: last.folded + token.folded, start: last.start, end: token.end, isWord: true,
                    joint: last.joint))
        }
    }

    /// The same form with other endings and hyphens; none for a form of which only one spelling counts.
    var variants: [[Part]] {
        guard exact == nil else { return [] }
        var forms = [tokens] + [joined].compactMap { $0 }
        forms += forms.compactMap(Self.respelt)
        forms += forms.flatMap(Self.inOtherNumber)
        return Array(forms.dropFirst())
    }

    /// `visualization` for `visualisation` and the other way round.
    private static func respelt(_ form: [Part]) -> [Part]? {
        let other = form.map { Part(folded: respelt($0.folded), isGlued: $0.isGlued) }
        return other == form ? nil : other
    }

    private static func respelt(_ word: String) -> String {
        guard word.utf8.count >= 7 else { return word }
        for stem in ["ation", "ing", "ed", "e", "er"] {
            for (here, there) in [("is", "iz"), ("iz", "is")] where word.hasSuffix(here + stem) {
                return word.dropLast(stem.count + 2) + there + stem
            }
        }
        return word
    }

    /// The plural of a singular and the singular of a plural, by the rules of English spelling.
    private static func inOtherNumber(_ form: [Part]) -> [[Part]] {
        guard let last = form.last, last.folded.utf8.count >= 3, let final = last.folded.last, final.isLetter,
            final.isASCII
        else { return [] }
        let word = last.folded
        var others: [String] = []
        if word.hasSuffix("ies"), word.utf8.count > 4 {
            others = [word.dropLast(3) + "y"]
        } else if word.hasSuffix("ches") || word.hasSuffix("shes") || word.hasSuffix("sses") || word.hasSuffix("xes") {
            others = [String(word.dropLast(2))]
        } else if final == "s" {
            if !["ss", "us", "is"].contains(where: word.hasSuffix) { others = [String(word.dropLast())] }
        } else if final == "y", let before = word.dropLast().last, !"aeiou".contains(before) {
            others = [word.dropLast() + "ies"]
        } else if ["ch", "sh", "x"].contains(where: word.hasSuffix) {
            others = [word + "es"]
        } else {
            others = [word + "s"]
        }
        if word.hasSuffix("ss") { others = [word + "es"] }
        return others.map { form.dropLast() + [Part(folded: $0, isGlued: last.isGlued)] }
    }
}
