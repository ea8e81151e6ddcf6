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

/// Every program begins with this, so that a form is a range of its file's words until something else is asked of it.
private struct LexiconReading {
    private struct File {
        let name: String
        let text: String
        let words: TermText
    }

    private struct Form {
        let file: Int
        /// Into the words of the file, without the mark.
        let range: Range<Int>
        let isExact: Bool
        /// The index of the term; -1 for what is none.
        let meaning: Int
        var isCanonical = false
    }

    private static let none = -1

    private var files: [File] = []
    private var terms: [Lexicon.Term] = []
    /// Canonical names, by term.
    private var names: [Form] = []
    /// Aliases, and what is no term.
    private var others: [Form] = []
    private var faults: [LexiconError.Fault] = []

    mutating func read(_ name: String, _ text: String) {
        let file = File(name: name, text: text, words: TermText(text))
        files.append(file)
        let field = String(name.split(separator: ".").first ?? "")
        let tokens = file.words.tokens
        var start = 0
        while start < tokens.count {
            var end = start + 1
            while end < tokens.count, tokens[end].joint != .line, tokens[end].joint != .gap { end += 1 }
            readLine(start..<end, of: file, field)
            start = end
        }
    }

    private mutating func readLine(_ line: Range<Int>, of file: File, _ field: String) {
        if file.words.isSign("#", at: line.lowerBound) { return }
        if file.words.isSign("-", at: line.lowerBound) {
            return readForms(line.dropFirst(), of: file, at: line.lowerBound, meaning: Self.none)
        }
        let bar = line.first { file.words.isSign("|", at: $0) }
        var name = form(line.lowerBound..<(bar ?? line.upperBound), of: file, meaning: terms.count)
        name.isCanonical = true
        guard !name.range.isEmpty else { return report(.emptyForm, line.lowerBound, in: file, "the term has no name") }
        let list = bar.map { (($0 + 1)..<line.upperBound) }
        terms.append(
            Lexicon.Term(
                canonical: String(Self.text(name.range, in: file)), field: field,
                list: list.map { Self.text($0, in: file) } ?? ""))
        names.append(name)
        if let list { readForms(list, of: file, at: line.lowerBound, meaning: name.meaning) }
    }

    /// - Parameter line: the first word of the line.
    private mutating func readForms(_ list: Range<Int>, of file: File, at line: Int, meaning: Int) {
        var start = list.lowerBound
        for index in list.lowerBound...list.upperBound
        where index == list.upperBound || file.words.isSign(",", at: index) {
            let form = form(start..<index, of: file, meaning: meaning)
            if form.range.isEmpty {
                report(.emptyForm, line, in: file, "there is nothing between two commas")
            } else {
                others.append(form)
            }
            start = index + 1
        }
    }

    private func form(_ range: Range<Int>, of file: File, meaning: Int) -> Form {
        let isExact = !range.isEmpty && file.words.isSign("=", at: range.lowerBound)
        return Form(
            file: files.count - 1, range: isExact ? range.dropFirst() : range, isExact: isExact, meaning: meaning)
    }

    private static func text(_ range: Range<Int>, in file: File) -> Substring {
        guard let last = range.last else { return "" }
        return file.words.written(range.lowerBound...last, in: file.text)
    }

    private mutating func report(_ code: LexiconError.Code, _ word: Int, in file: File, _ message: String) {
        let line = file.text.utf8.prefix(file.words.tokens[word].start).count { $0 == UInt8(ascii: "\n") } + 1
        faults.append(LexiconError.Fault(code: code, file: file.name, line: line, message: message))
    }

    /// Forms that are written down go in before those that are only derived from them, and canonical names before
    /// aliases, so that what is found twice is the alias.
    mutating func lexicon() throws(LexiconError) -> Lexicon {
        var matcher = TermMatcher()
        var derived: [(form: [TermForm.Part], meaning: Int)] = []
        for form in names + others {
            let file = files[form.file]
            let exact = form.isExact ? String(Self.text(form.range, in: file)) : nil
            let parts = TermForm(file.words, form.range, exact: exact)
            if let joined = parts.joined { derived.append((joined, form.meaning)) }
            if let other = matcher.insert(parts.parts, exact: exact, meaning: form.meaning) {
                explain(form, takenBy: other)
            }
        }
        if terms.isEmpty, faults.isEmpty {
            faults.append(
                LexiconError.Fault(code: .noTerms, file: "lexicon", line: 0, message: "there are no terms"))
        }
        guard faults.isEmpty else { throw LexiconError(faults: faults) }
        for (form, meaning) in derived { matcher.insert(form, exact: nil, meaning: meaning) }
        return Lexicon(terms: terms, matcher: matcher)
    }

    private mutating func explain(_ form: Form, takenBy other: Int) {
        let file = files[form.file]
        let text = String(Self.text(form.range, in: file))
        guard terms.indices.contains(other) else {
            return report(
                .repeatedForm, form.range.lowerBound, in: file, "“\(text)” is already a form of what is no term")
        }
        let term = terms[other]
        // `organisation` beside `organization` is no fault.
        let written = ([term.canonical] + term.aliases).count { $0.lowercased() == text.lowercased() }
        if other == form.meaning, written == 1 { return }
        if term.canonical == text, !form.isCanonical, other != form.meaning {
            report(.aliasOfTerm, form.range.lowerBound, in: file, "“\(text)” is an alias here and a term elsewhere")
        } else {
            report(.repeatedForm, form.range.lowerBound, in: file, "“\(text)” is already a form of “\(term.canonical)”")
        }
    }
}
