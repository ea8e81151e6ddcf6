internal import Resume

/// A text as the gate reads it: words, numbers and signs, and what stands in which clause and under which reservation.
struct FactText {
    struct Token {
        enum Kind { case word, number, sign }

        var kind: Kind
        let range: Range<String.Index>
        let written: Substring
        var folded: String
        var stem: String
        var number: FactNumber?
        let clause: Int
        /// Nothing stands between this and the token before.
        let isGlued: Bool
        /// The first of a sentence.
        let isFirst: Bool
        /// Under a word that makes less of it, such as `assisted`.
        var isLimited = false
        /// After `without` and its like.
        var isNegated = false
        /// Makes less of others, or negates them.
        var isMarker = false
        /// Part of a number that is already told: its unit, or its second word.
        var isTold = false
    }

    private(set) var tokens: [Token] = []

    init(_ text: String, _ vocabulary: Vocabulary) {
        var scan = FactScan(text, vocabulary)
        scan.run()
        tokens = scan.tokens
        readNumbers(vocabulary)
        markLimits(vocabulary)
        markNegations(vocabulary)
    }

    /// The words right after a number that say what it counts.
    func counted(at index: Int, _ vocabulary: Vocabulary) -> [Token] {
        let rest = tokens[(index + 1)...].drop { $0.isTold || $0.folded == "-" }
        return Array(
            rest.prefix { token in
                token.kind == .word && !token.isTold && !token.isMarker && token.clause == tokens[index].clause
                    && !vocabulary.plain.contains(token.folded)
            })
    }

    // MARK: Numbers

    private mutating func readNumbers(_ vocabulary: Vocabulary) {
        for index in tokens.indices {
            if tokens[index].kind == .word, let value = vocabulary.numbers[tokens[index].folded] {
                tokens[index].kind = .number
                tokens[index].number = FactNumber(value)
            }
        }
        var index = 0
        while index < tokens.count {
            defer { index += 1 }
            guard var number = tokens[index].number, !tokens[index].isTold else { continue }
            var next = index + 1
            // `twenty-five` and `twenty five`
            if isSign("-", next), tokens[next].isGlued, next + 1 < tokens.count,
                tokens[next + 1].number.map({ (1...9).contains($0.value) }) == true, (20...90).contains(number.value),
                tokens[index].written.first?.isLetter == true
            {
                next += 1
            }
            if tokens.indices.contains(next), let unit = tokens[next].number,
                tokens[index].written.first?.isLetter == true,
                (20...90).contains(number.value), (1...9).contains(unit.value),
                tokens[next].written.first?.isLetter == true
            {
                number.value += unit.value
                tell(next)
                next += 1
            }
            while tokens.indices.contains(next), let scale = scale(at: next, vocabulary) {
                number.value *= scale
                tell(next)
                next += 1
                if tokens.indices.contains(next), tokens[next].folded == ".", tokens[next].isGlued,
                    next + 1 < tokens.count
                {
                    tell(next)
                    next += 1
                }
            }
            readUnit(of: &number, before: index, after: next, vocabulary)
            tokens[index].number = number
        }
    }

    private func scale(at index: Int, _ vocabulary: Vocabulary) -> Double? {
        let token = tokens[index]
        if token.isGlued || token.kind == .word {
            switch token.written {
            case "k", "K": if token.isGlued { return 1000 }
            case "M": if token.isGlued || isCurrency(index + 1) { return 1_000_000 }
            default: break
            }
        }
        return token.kind == .word ? vocabulary.scales[token.folded] : nil
    }

    private mutating func readUnit(
        of number: inout FactNumber, before index: Int, after next: Int, _ vocabulary: Vocabulary
    ) {
        var next = next
        if isSign("+", next), tokens[next].isGlued {
            number.isMore = true
            tell(next)
            next += 1
        }
        if isSign("%", next) {
            number.unit = .percent
            return tell(next)
        }
        for phrase in vocabulary.percent
        where phrase.indices.allSatisfy({ offset in
            tokens.indices.contains(next + offset) && tokens[next + offset].folded == phrase[offset]
        }) {
            number.unit = .percent
            return phrase.indices.forEach { tell(next + $0) }
        }
        for place in [index - 1, next] where isCurrency(place) && !tokens[place].isTold {
            number.unit = .currency(Self.currencies[tokens[place].folded] ?? "")
            return tell(place)
        }
    }

    private mutating func tell(_ index: Int) {
        tokens[index].isTold = true
        tokens[index].number = nil
    }

    private func isSign(_ sign: String, _ index: Int) -> Bool {
        tokens.indices.contains(index) && tokens[index].kind == .sign && tokens[index].folded == sign
    }

    private func isCurrency(_ index: Int) -> Bool {
        tokens.indices.contains(index) && Self.currencies[tokens[index].folded] != nil
    }

    private static let currencies = [
        "$": "$", "usd": "$", "dollar": "$", "dollars": "$", "us$": "$", "€": "€", "eur": "€", "euro": "€",
        "euros": "€",
        "£": "£", "gbp": "£", "pounds": "£", "zl": "zł", "pln": "zł", "r$": "R$", "brl": "R$", "reais": "R$",
        "chf": "CHF",
        "¥": "¥", "jpy": "¥", "cny": "¥", "円": "¥", "元": "¥", "₹": "₹", "inr": "₹", "₽": "₽", "₩": "₩", "₴": "₴",
        "฿": "฿",
    ]

    // MARK: Reservations

    /// What comes after a word such as `assisted`, to the end of the sentence or to the next deed that is the person's
    /// own; and, where nothing comes after it in its clause, what comes before.
    private mutating func markLimits(_ vocabulary: Vocabulary) {
        for (range, _) in phrases(vocabulary.limiters) {
            for index in range { tokens[index].isMarker = true }
            var last = range.upperBound
            // What follows a colon explains what is before it, unless that is the limiter alone: `Assisted with: …`.
            while last < tokens.count, !endsReservation(last, vocabulary),
                !(isSign(":", last) && last - range.upperBound >= 2)
            {
                tokens[last].isLimited = true
                last += 1
            }
            let clause = tokens[range.lowerBound].clause
            let hasMore = tokens[range.upperBound...].contains { $0.clause == clause && $0.kind != .sign }
            guard !hasMore else { continue }
            for index in tokens.indices where index < range.lowerBound && tokens[index].clause == clause {
                tokens[index].isLimited = true
            }
        }
    }

    private func endsReservation(_ index: Int, _ vocabulary: Vocabulary) -> Bool {
        let token = tokens[index]
        if token.kind == .sign, ";.!?".contains(token.folded) { return true }
        guard token.kind == .word, index > 0, tokens[index - 1].folded == "and" || tokens[index - 1].folded == ","
        else {
            return false
        }
        let isDeed = vocabulary.deeds.contains {
            $0.hasPrefix("-") ? token.folded.hasSuffix($0.dropFirst()) : $0 == token.folded
        }
        return isDeed && !vocabulary.limiters.contains { $0.first == token.folded }
    }

    private func phrases(_ phrases: [[String]]) -> [(Range<Int>, [String])] {
        tokens.indices.compactMap { index in
            guard tokens[index].kind == .word else { return nil }
            let found = phrases.filter { phrase in
                tokens.count - index >= phrase.count
                    && phrase.indices.allSatisfy { tokens[index + $0].folded == phrase[$0] }
            }.max { $0.count < $1.count }
            return found.map { (index..<(index + $0.count), $0) }
        }
    }

    /// The three words after a negation, within its clause.
    private mutating func markNegations(_ vocabulary: Vocabulary) {
        for index in tokens.indices where vocabulary.negations.contains(tokens[index].folded) {
            // `t` counts after an apostrophe only: `didn't`.
            if tokens[index].folded == "t", !(index > 0 && isSign("'", index - 1)) { continue }
            tokens[index].isMarker = true
            var left = 3
            for next in tokens.indices where next > index && tokens[next].clause == tokens[index].clause && left > 0 {
                guard tokens[next].kind == .word, !vocabulary.plain.contains(tokens[next].folded) else { continue }
                tokens[next].isNegated = true
                left -= 1
            }
        }
    }
}

/// A number and what it counts.
struct FactNumber: Hashable {
    enum Unit: Hashable {
        case none, percent
        case currency(String)
    }

    var value: Double
    var unit = Unit.none
    /// `100+`
    var isMore = false

    init(_ value: Double) { self.value = value }

    /// Whether a text that says `other` also says this. A currency may be left out, not added or changed.
    func isSaid(by other: FactNumber) -> Bool {
        guard value == other.value || (value - other.value).magnitude <= 1e-9 * value.magnitude else { return false }
        guard !isMore || other.isMore else { return false }
        if unit == other.unit { return true }
        if case .currency = other.unit { return unit == .none }
        return false
    }
}
