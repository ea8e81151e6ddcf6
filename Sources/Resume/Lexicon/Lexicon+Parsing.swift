extension Lexicon {
    /// Reads files of terms, one term a line; a file's name without its ending is the field of work.
    ///
    /// A line is `Kubernetes | k8s, kube`: the canonical name, then its aliases. A form that begins with `=` counts only
    /// as it is written, or in capitals: `=Excel`. A line that begins with `-` lists phrases that are no terms though
    /// they hold one: `- vitamin C, spring break`. `#` begins a comment line.
    ///
    /// - Throws: all faults of all files: forms that are empty or stand twice, aliases that are terms themselves.
    package init(parsing files: [(name: String, text: String)]) throws(LexiconError) {
        var reading = LexiconReading()
        for file in files { reading.read(file.name, file.text) }
        self = try reading.lexicon()
    }
}

private struct LexiconReading {
    private struct Form {
        let text: String
        let form: TermForm
        let place: Place
        /// The index of the term; -1 for what is none.
        let meaning: Int
        let isCanonical: Bool
    }

    private struct Place {
        let file: String
        let line: Int
    }

    private static let none = -1

    private var terms: [Lexicon.Term] = []
    private var forms: [Form] = []
    private var faults: [LexiconError.Fault] = []

    mutating func read(_ file: String, _ text: String) {
        let field = String(file.split(separator: ".").first ?? "")
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = raw.trimmed
            let place = Place(file: file, line: index + 1)
            if line.isEmpty || line.first == "#" { continue }
            if line.first == "-" {
                for phrase in split(line.dropFirst(), at: place) {
                    add(phrase, place, meaning: Self.none, isCanonical: false)
                }
            } else {
                readTerm(line, field, place)
            }
        }
    }

    private mutating func readTerm(_ line: Substring, _ field: String, _ place: Place) {
        let halves = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let name = halves[0].trimmed
        guard !name.isEmpty, name != "=" else { return report(.emptyForm, place, "the term has no name") }
        let aliases = halves.count > 1 ? split(halves[1], at: place) : []
        let meaning = terms.count
        terms.append(
            Lexicon.Term(canonical: name.withoutMark, aliases: aliases.map(\.withoutMark), field: field))
        add(name, place, meaning: meaning, isCanonical: true)
        for alias in aliases { add(alias, place, meaning: meaning, isCanonical: false) }
    }

    private mutating func split(_ list: Substring, at place: Place) -> [Substring] {
        let parts = list.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
        if parts.contains(where: { $0.isEmpty || $0 == "=" }) {
            report(.emptyForm, place, "there is nothing between two commas")
        }
        return parts.filter { !$0.isEmpty && $0 != "=" }
    }

    private mutating func add(_ text: Substring, _ place: Place, meaning: Int, isCanonical: Bool) {
        let form = TermForm(text.withoutMark, isExact: text.first == "=")
        guard !form.tokens.isEmpty else { return report(.emptyForm, place, "“\(text)” has no letter or sign") }
        forms.append(
            Form(text: text.withoutMark, form: form, place: place, meaning: meaning, isCanonical: isCanonical))
    }

    private mutating func report(_ code: LexiconError.Code, _ place: Place, _ message: String) {
        faults.append(LexiconError.Fault(code: code, file: place.file, line: place.line, message: message))
    }

    /// Forms that are written down go in before those that are only derived from them, and canonical names before
    /// aliases, so that what is found twice is the alias.
    mutating func lexicon() throws(LexiconError) -> Lexicon {
        var matcher = TermMatcher()
        for form in forms.filter(\.isCanonical) + forms.filter({ !$0.isCanonical }) {
            guard let other = matcher.insert(form.form.tokens, exact: form.form.exact, meaning: form.meaning) else {
                continue
            }
            explain(form, takenBy: other)
        }
        if terms.isEmpty, faults.isEmpty {
            report(.noTerms, Place(file: "lexicon", line: 0), "there are no terms")
        }
        guard faults.isEmpty else { throw LexiconError(faults: faults) }
        for form in forms {
            for variant in form.form.variants { matcher.insert(variant, exact: nil, meaning: form.meaning) }
        }
        return Lexicon(terms: terms, matcher: matcher)
    }

    private mutating func explain(_ form: Form, takenBy other: Int) {
        let owner = terms.indices.contains(other) ? "“\(terms[other].canonical)”" : "what is no term"
        let isTerm = terms.indices.contains(other) && terms[other].canonical == form.text && !form.isCanonical
        if isTerm, other != form.meaning {
            report(.aliasOfTerm, form.place, "“\(form.text)” is an alias here and a term elsewhere")
        } else {
            report(.repeatedForm, form.place, "“\(form.text)” is already a form of \(owner)")
        }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start.prefix(0) }
        return start[...last]
    }

    fileprivate var withoutMark: String { String(first == "=" ? dropFirst() : self) }
}
