/// Takes a text apart into words, numbers and signs.
struct FactScan {
    private(set) var tokens: [FactText.Token] = []
    private let text: String
    private let vocabulary: Vocabulary
    private var clause = 0
    private var isFirst = true
    private var end: String.Index?

    init(_ text: String, _ vocabulary: Vocabulary) {
        self.text = text
        self.vocabulary = vocabulary
    }

    mutating func run() {
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            if character.isWhitespace {
                if character.isNewline { endSentence() }
                index = text.index(after: index)
            } else if character.isDigit {
                index = number(from: index)
            } else if character.isPartOfWord {
                index = word(from: index)
            } else {
                sign(at: index)
                index = text.index(after: index)
            }
        }
    }

    /// `1,200`, `1 200` and `1'200` are one number; so are `3.5` and `3,5`. `12-lead` is a number and a word, `3D` a word.
    private mutating func number(from start: String.Index) -> String.Index {
        var groups = [digits(from: start)]
        var index = groups[0].endIndex
        var separator: Character?
        while let next = separatorAndDigits(at: index),
            separator == nil || separator == next.separator || groups.count == 1
        {
            let isGroup = next.digits.count == 3 && groups[0].count <= 3 && !groups[0].hasPrefix("0")
            // A point or a comma before other than three digits parts the fraction off, once.
            if !isGroup {
                guard separator == nil || ".,".contains(next.separator) && next.separator != separator,
                    ".,".contains(next.separator)
                else { break }
                let whole = groups.joined()
                return append(number: Double(whole + "." + next.digits), start..<next.digits.endIndex)
            }
            separator = next.separator
            groups.append(next.digits)
            index = next.digits.endIndex
        }
        // `1,200.50`
        if groups.count > 1, let next = separatorAndDigits(at: index), next.separator != separator,
            ".,".contains(next.separator)
        {
            return append(number: Double(groups.joined() + "." + next.digits), start..<next.digits.endIndex)
        }
        if groups.count == 1, index < text.endIndex, text[index].isPartOfWord, !"kKM".contains(text[index]) {
            return word(from: start)
        }
        return append(number: Double(groups.joined()), start..<index)
    }

    private func digits(from index: String.Index) -> Substring { text[index...].prefix(while: \.isDigit) }

    private func separatorAndDigits(at index: String.Index) -> (separator: Character, digits: Substring)? {
        guard index < text.endIndex, ".,'’ \u{A0}\u{202F}".contains(text[index]) else { return nil }
        let digits = digits(from: text.index(after: index))
        guard !digits.isEmpty else { return nil }
        // A space parts groups of three digits only, and not the two numbers of `2021 300 people`.
        return text[index].isWhitespace && digits.count != 3 ? nil : (text[index], digits)
    }

    private mutating func append(number value: Double?, _ range: Range<String.Index>) -> String.Index {
        var plain = value
        // Digits of other scripts.
        if plain == nil {
            plain = Double(text[range].compactMap { $0.wholeNumberValue.map(String.init) }.joined())
        }
        append(.number, range)
        if let plain {
            tokens[tokens.count - 1].number = FactNumber(plain)
        } else {
            tokens[tokens.count - 1].kind = .word
        }
        return range.upperBound
    }

    private mutating func word(from start: String.Index) -> String.Index {
        let run = text[start...].prefix { $0.isPartOfWord || $0.isDigit }
        append(.word, start..<run.endIndex)
        let last = tokens.count - 1
        let isConjunction = Self.conjunctions.contains(tokens[last].folded)
        if isConjunction { clause += 1 }
        return run.endIndex
    }

    private static let conjunctions: Set<String> = [
        "and", "und", "et", "y", "e", "i", "oraz", "sowie", "but", "aber", "mais", "pero",
    ]

    private mutating func sign(at index: String.Index) {
        let range = index..<text.index(after: index)
        append(.sign, range)
        switch text[index] {
        case ".", "!", "?", ";", "。", "；": endSentence()
        case ",", ":", "(", ")", "–", "—", "،", "؛", "、", "，": clause += 1
        default: break
        }
    }

    private mutating func endSentence() {
        clause += 1
        isFirst = true
    }

    private mutating func append(_ kind: FactText.Token.Kind, _ range: Range<String.Index>) {
        let written = text[range]
        let folded = written == "’" ? "'" : Vocabulary.folded(written)
        tokens.append(
            FactText.Token(
                kind: kind, range: range, written: written, folded: folded,
                stem: kind == .word ? vocabulary.stem(folded) : folded, clause: clause,
                isGlued: end == range.lowerBound, isFirst: isFirst))
        end = range.upperBound
        if kind != .sign { isFirst = false }
    }
}

extension Character {
    fileprivate var isDigit: Bool {
        isWholeNumber && unicodeScalars.allSatisfy { $0.properties.generalCategory == .decimalNumber }
    }

    /// A letter, or a mark on one.
    fileprivate var isPartOfWord: Bool {
        guard !isDigit, let scalar = unicodeScalars.first else { return false }
        if isLetter { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }
}
