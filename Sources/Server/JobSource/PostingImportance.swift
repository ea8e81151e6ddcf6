internal import Resume

/// How much a posting wants what a sentence names: by the segment, and by the sentence's own words.
struct PostingImportance {
    /// In the order of the text; what is in none of them is not about the work.
    struct Span {
        let range: Range<String.Index>
        let importance: Keyword.Importance
    }

    private(set) var spans: [Span] = []

    /// What a company gives, how to apply, who it is: nothing in it is asked for.
    static func isAboutWork(_ kind: JobPosting.Segment.Kind) -> Bool {
        switch kind {
        case .requirements, .preferred, .duties, .other: true
        case .header, .company, .benefits, .process, .boilerplate: false
        }
    }

    /// - Parameter isAll: whether the posting says nowhere what it wants, so that all it says counts.
    init(_ unit: PostingSegments.Unit, in text: String, isAll: Bool = false) {
        let isHead = isAll && (unit.kind == .header || unit.kind == .company)
        guard Self.isAboutWork(unit.kind) || isHead else { return }
        let base = isAll && unit.kind == .requirements ? .mentioned : Self.base(unit)
        guard base != .preferred, Self.preferring.occurs(in: unit.folded) || Self.introducing.occurs(in: unit.folded)
        else {
            spans = [Span(range: unit.range, importance: base)]
            return
        }
        var isPreferred = false
        for clause in Self.clauses(text[unit.range]) { read(clause, base, &isPreferred) }
    }

    private static func base(_ unit: PostingSegments.Unit) -> Keyword.Importance {
        if unneeded.occurs(in: unit.folded), !preferring.occurs(in: unit.folded) { return .mentioned }
        if unit.kind == .preferred { return .preferred }
        if unit.kind == .requirements { return .required }
        return demanding.occurs(in: unit.folded) ? .required : .mentioned
    }

    private mutating func read(_ clause: Substring, _ base: Keyword.Importance, _ isPreferred: inout Bool) {
        let folded = CueTable.folded(clause)
        func add(_ part: Substring, _ importance: Keyword.Importance) {
            if !part.isEmpty { spans.append(Span(range: part.startIndex..<part.endIndex, importance: importance)) }
        }
        var introduction: Int?
        Self.introducing.scan(folded) { range, _ in
            introduction = range.lowerBound
            return false
        }
        if let introduction {
            let place = Self.index(of: introduction, in: clause)
            add(clause[..<place], isPreferred ? .preferred : base)
            add(clause[place...], .preferred)
            // In brackets it holds for what is in them.
            isPreferred = clause.first != "("
        } else if Self.preferring.occurs(in: folded) {
            // `Python required, Kafka a plus`
            if Self.demanding.occurs(in: folded), let comma = clause.lastIndex(of: ",") {
                add(clause[..<comma], base == .mentioned ? .required : base)
                add(clause[comma...], .preferred)
            } else {
                add(clause, .preferred)
            }
        } else {
            add(clause, isPreferred ? .preferred : base)
        }
        if clause.last == ";" { isPreferred = false }
    }

    /// The parts between semicolons, dashes and brackets.
    private static func clauses(_ unit: Substring) -> [Substring] {
        var clauses: [Substring] = []
        var start = unit.startIndex
        var last: Character = " "
        for index in unit.indices {
            let character = unit[index]
            defer { last = character }
            let begins = character == "(" || (character == "–" || character == "—") && last == " "
            if begins || last == ")" || last == ";", index > start {
                clauses.append(unit[start..<index])
                start = index
            }
        }
        return clauses + [unit[start...]]
    }

    /// The place in a text of a place in its folded form, where an apostrophe is one byte.
    private static func index(of offset: Int, in text: Substring) -> String.Index {
        var left = offset
        for index in text.unicodeScalars.indices {
            if left <= 0 { return index }
            let scalar = text.unicodeScalars[index]
            left -= scalar == "\u{2019}" ? 1 : UTF8.width(scalar)
        }
        return text.endIndex
    }

    private static let unneeded = CueTable(
        list: """
            not required, not necessary, not needed, nicht erforderlich, nicht nötig, pas nécessaire, no es necesari
            não é necessári, nie jest wymagan, no need to, don't need, do not need, isn't needed, isn't required
            """)

    /// What makes the rest of its clause, and what follows, less than required.
    private static let introducing = CueTable(
        list: """
            ideally, preferably, bonus points, nice to have, even better, extra points, bonus if, plus points, it helps if, a plus if
            idealerweise, vorzugsweise, gerne auch, am liebsten, idéalement, de préférence, si possible, preferentemente, idealmente
            preferiblemente, a poder ser, preferencialmente, de preferência, najlepiej
            """)

    private static let preferring = CueTable(
        list: """
            nice to have, preferred, a plus, desirable, desired, bonus, advantage, beneficial, good to have, would be great
            helpful, is welcome, are welcome, would help, would be nice, would be lovely, is useful, are useful, an asset
            not essential, a dealbreaker, great help, would be useful, counts in your favour, highly valued
            von vorteil, wünschenswert, ein plus, hilfreich, gern gesehen, kein muss, pluspunkt, wäre schön
            un plus, souhaité, apprécié, un atout, serait un, bienvenu
            deseable, valorará, valorable, se valora, preferible, un plus, desejável, diferencial, valorizado
            mile widzian, atutem, plusem
            """)

    private static let demanding = CueTable(
        list: """
            must have, must hold, must know, must be, must speak, is required, are required, is mandatory, are mandatory, is essential
            are essential, you need_, you must, we require, required_, requires_, minimum of, zwingend, erforderlich, voraussetzung
            setzen wir voraus, unabdingbar, vorausgesetzt, exigé, requis, indispensable, obligatoire, impératif, imprescindible
            requerid, obligatori, se requiere, obrigatóri, indispensável, exigid, wymagan, konieczn, niezbędn
            """)
}
