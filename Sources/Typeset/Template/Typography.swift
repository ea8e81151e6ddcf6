internal import Font

/// Which face and which direction each stretch of a text has under XeTeX, which chooses neither by itself.
struct Typography: Sendable {
    private let typefaces: Typefaces
    private let scripts: [String]
    let isRightToLeft: Bool

    init(_ typefaces: Typefaces, language: String) {
        self.typefaces = typefaces
        scripts = typefaces.scripts(for: language)
        isRightToLeft = BidirectionalText.isRightToLeft(language)
    }

    /// The characters of a text that no face has. A mark on a letter from right to left must be in that letter's face:
    /// readers take two faces for two words.
    func unprintable(in text: String) -> [Unicode.Scalar] {
        var missing: [Unicode.Scalar] = []
        var script: String?
        var isTurned = false
        for scalar in text.unicodeScalars {
            let isMark = BidirectionalText.isMark(scalar)
            let isPrinted =
                if isMark, isTurned, let script { typefaces.contains(scalar, in: script) } else { contains(scalar) }
            if !isPrinted, !missing.contains(scalar) { missing.append(scalar) }
            guard !isMark else { continue }
            isTurned = BidirectionalText.isRightToLeft(scalar)
            script = self.script(of: scalar, after: script)
        }
        return missing
    }

    private func contains(_ scalar: Unicode.Scalar) -> Bool { scripts.contains { typefaces.contains(scalar, in: $0) } }

    /// The text with marks around the stretches that LaTeX has to be told of (see ``latexEscaped(_:)``).
    func marked(_ text: String) -> String {
        guard !text.isEmpty else { return text }
        let scalars = Array(text.unicodeScalars)
        return marked(scalars, levels(of: text, scalars))
    }

    /// The same for a sign between two texts, which runs as the resume does.
    func marked(sign: String) -> String {
        marked(Array(sign.unicodeScalars), sign.unicodeScalars.map { _ in 0 })
    }

    private func marked(_ scalars: [Unicode.Scalar], _ levels: [UInt8]) -> String {
        var pieces: [Piece] = []
        for (scalar, level) in zip(scalars, levels) {
            let script = script(of: scalar, after: pieces.last?.script)
            if let last = pieces.last, last.script == script, last.level == level {
                pieces[pieces.count - 1].text.append(scalar)
            } else {
                pieces.append(Piece(script: script, level: level, text: [scalar]))
            }
        }
        var result = ""
        append(pieces[...], around: 0, to: &result)
        return result
    }

    /// Addresses, telephone numbers and whatever else has no letter from right to left keep their own direction; but a
    /// stretch of time runs as the text around it does.
    private func levels(of text: String, _ scalars: [Unicode.Scalar]) -> [UInt8] {
        let standsAlone =
            isRightToLeft && !text.contains(" – ") && !scalars.contains(where: BidirectionalText.isRightToLeft)
        if standsAlone { return scalars.map { _ in 2 } }
        return BidirectionalText(text, rightToLeft: isRightToLeft).levels
    }

    private struct Piece {
        let script: String
        let level: UInt8
        var text: [Unicode.Scalar]
    }

    /// Marks and whatever is not a letter stay with what they stand beside, so that a script keeps its own punctuation;
    /// ASCII is the family's own.
    private func script(of scalar: Unicode.Scalar, after current: String?) -> String {
        if let current,
            scalar == " " || (!scalar.isASCII && !scalar.properties.isAlphabetic) || BidirectionalText.isMark(scalar),
            typefaces.contains(scalar, in: current)
        {
            return current
        }
        if scalar.isASCII { return "latin" }
        return scripts.first { typefaces.contains(scalar, in: $0) } ?? "latin"
    }

    /// Runs against `level` are marked from the outside in.
    private func append(_ pieces: ArraySlice<Piece>, around level: UInt8, to result: inout String) {
        var rest = pieces
        while let first = rest.first {
            guard first.level > level else {
                append(first, to: &result)
                rest = rest.dropFirst()
                continue
            }
            let inner = rest.prefix { $0.level > level }
            result.unicodeScalars.append(level % 2 == 0 ? TextMark.rightToLeft : TextMark.leftToRight)
            append(inner, around: level + 1, to: &result)
            result.unicodeScalars.append(TextMark.end)
            rest = rest.dropFirst(inner.count)
        }
    }

    private func append(_ piece: Piece, to result: inout String) {
        let switches = piece.script != "latin"
        if switches {
            result.unicodeScalars.append(TextMark.script)
            result += piece.script
            result.unicodeScalars.append(TextMark.name)
        }
        for scalar in piece.text {
            let mirrored = piece.level % 2 == 1 ? BidirectionalText.mirrored(scalar) : scalar
            if mirrored == scalar {
                result.unicodeScalars.append(scalar)
            } else {
                result.unicodeScalars.append(contentsOf: [TextMark.mirrored, mirrored, TextMark.end])
            }
        }
        if switches { result.unicodeScalars.append(TextMark.end) }
    }
}

/// Control characters, which clean text does not hold, as marks inside of it.
enum TextMark {
    static let rightToLeft: Unicode.Scalar = "\u{1}"
    static let leftToRight: Unicode.Scalar = "\u{2}"
    /// Before the name of a script; `name` stands behind it.
    static let script: Unicode.Scalar = "\u{3}"
    static let name: Unicode.Scalar = "\u{4}"
    static let end: Unicode.Scalar = "\u{5}"
    /// What is printed has another side than what is meant: a bracket from right to left.
    static let mirrored: Unicode.Scalar = "\u{7}"
    /// Around the number of a text.
    private static let number: Unicode.Scalar = "\u{6}"

    static func numbered(_ index: Int, _ text: String) -> String { "\(number)\(index)\(number)\(text)" }

    /// The rendered body without the numbers, and the numbers in their order.
    static func takingNumbers(from body: String) -> (body: String, order: [Int]) {
        var result = ""
        result.unicodeScalars.reserveCapacity(body.unicodeScalars.count)
        var order: [Int] = []
        for (place, part) in body.unicodeScalars.split(separator: number, omittingEmptySubsequences: false).enumerated()
        {
            if place % 2 == 0 {
                result.unicodeScalars.append(contentsOf: part)
            } else if let index = Int(String(part)) {
                order.append(index)
            }
        }
        return (result, order)
    }
}
