// Poppler gives the characters of a word as they stand, from left to right. Whoever compares texts needs them in the order
// in which they are read, which is the Unicode bidirectional algorithm (UAX #9) backwards.

extension PDFFacts {
    /// Whether most of what is written runs from right to left; names of tools and figures seldom do.
    var isRightToLeft: Bool {
        var (all, turned) = (0, 0)
        for word in pages.lazy.flatMap(\.words) {
            guard let letter = word.text.unicodeScalars.first(where: \.properties.isAlphabetic) else { continue }
            all += 1
            if TokenStream.isRightToLeft(letter) { turned += 1 }
        }
        return turned * 3 > all
    }

    mutating func putWordsInReadingOrder() {
        guard pages.contains(where: { $0.words.contains(where: \.hasRightToLeft) }) else { return }
        let isRightToLeft = isRightToLeft
        for page in pages.indices {
            var last: Word?
            for index in pages[page].words.indices {
                let word = pages[page].words[index]
                if last.map({ !$0.isBeside(word) }) ?? true { last = nil }
                let goesOn = last?.endsFromRightToLeft ?? false
                if word.hasRightToLeft {
                    pages[page].words[index].text = VisualText(word.text).inReadingOrder(
                        isRightToLeft: isRightToLeft, goesOn: goesOn)
                }
                // A comma between two words says nothing of their direction.
                if pages[page].words[index].endsFromRightToLeft != nil { last = pages[page].words[index] }
            }
        }
    }
}

extension PDFFacts.Word {
    var hasRightToLeft: Bool { text.unicodeScalars.contains(where: TokenStream.isRightToLeft) }

    /// By its last letter or digit; `nil` without any.
    fileprivate var endsFromRightToLeft: Bool? {
        text.unicodeScalars.last { TextDirection(of: $0) != .neutral }.map { TextDirection(of: $0) == .rightToLeft }
    }

    /// Whether it stands on the same line.
    func isBeside(_ other: PDFFacts.Word) -> Bool {
        let common = min(box.bottom, other.box.bottom) - max(box.top, other.box.top)
        return common > min(box.bottom - box.top, other.box.bottom - other.box.top) / 2
    }
}

/// The direction that a character gives its word.
enum TextDirection {
    case leftToRight, rightToLeft
    /// Digits run from left to right but do not turn what stands around them.
    case number
    case neutral

    init(of scalar: Unicode.Scalar) {
        if TokenStream.isRightToLeft(scalar) || scalar == "\u{200F}" {
            self = .rightToLeft
        } else if scalar.properties.generalCategory == .decimalNumber {
            self = .number
        } else {
            self = scalar.properties.isAlphabetic || scalar == "\u{200E}" ? .leftToRight : .neutral
        }
    }
}

/// A word as it stands, from left to right.
private struct VisualText {
    private let scalars: [Unicode.Scalar]

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// - Parameters:
    ///   - isRightToLeft: the direction of the text around it.
    ///   - goesOn: whether the word before it on its line runs from right to left. Signs at the right side of a word from
    ///     right to left then are what is read first; otherwise they stand behind it.
    func inReadingOrder(isRightToLeft: Bool, goesOn: Bool) -> String {
        var result = String.UnicodeScalarView()
        if isRightToLeft {
            result.append(contentsOf: turned(scalars[...]))
            return String(result)
        }
        var rest = scalars[...]
        while let start = rest.firstIndex(where: TokenStream.isRightToLeft) {
            result.append(contentsOf: rest[..<start])
            let limit = rest[start...].firstIndex { TextDirection(of: $0) == .leftToRight } ?? rest.endIndex
            let last = rest[..<limit].lastIndex(where: TokenStream.isRightToLeft) ?? start
            let takesSigns =
                limit == scalars.endIndex && goesOn
                && rest[last...].dropFirst().allSatisfy { TextDirection(of: $0) == .neutral }
            let end = takesSigns ? limit : last + 1
            result.append(contentsOf: turned(rest[start..<end]))
            rest = rest[end...]
        }
        result.append(contentsOf: rest)
        return String(result)
    }

    /// From right to left, but for what runs from left to right in it.
    private func turned(_ part: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var rest = part
        func runs(_ scalar: Unicode.Scalar) -> Bool {
            let direction = TextDirection(of: scalar)
            return direction == .leftToRight || direction == .number
        }
        while let last = rest.popLast() {
            guard runs(last) else {
                result.append(last)
                continue
            }
            // Back to its first letter, with the signs between.
            let before = rest.lastIndex(where: TokenStream.isRightToLeft).map { $0 + 1 } ?? rest.startIndex
            let start = rest[before...].firstIndex(where: runs) ?? rest.endIndex
            result += Array(rest[start...]) + [last]
            rest = rest[..<start]
        }
        return result
    }
}
