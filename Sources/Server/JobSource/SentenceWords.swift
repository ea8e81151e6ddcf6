/// A word of a sentence, with what stands around it and how it is written.
struct SentenceWord {
    /// What is between a word and the one before, the strongest of it.
    enum Joint: UInt8, Comparable {
        case space, slash, comma, close, open
        /// A colon, a semicolon, a dash, the end of a sentence.
        case clause
        case start

        static func < (left: Joint, right: Joint) -> Bool { left.rawValue < right.rawValue }
    }

    enum Shape: UInt8 {
        case lower
        /// One capital, at the beginning.
        case capital
        /// `SQL`
        case capitals
        /// `GeoQuirk`, `Zorbex9`: no common word is written like it.
        case mixed
        case number
    }

    let range: Range<String.Index>
    let lower: String
    let joint: Joint
    let shape: Shape
    let traits: WordTraits

    var isName: Bool { shape == .capitals || shape == .mixed }
}

/// A sentence as words.
enum SentenceWords {
    static func words(_ sentence: Substring) -> [SentenceWord] {
        let bytes = Array(sentence.utf8)
        var words: [SentenceWord] = []
        words.reserveCapacity(bytes.count / 6)
        var joint = SentenceWord.Joint.start
        var index = 0
        while index < bytes.count {
            if let (separator, width) = separator(bytes, at: index) {
                joint = max(joint, separator)
                index += width
                continue
            }
            var end = index
            while end < bytes.count, separator(bytes, at: end) == nil { end += 1 }
            if let word = word(bytes, index..<end, joint, in: sentence) {
                words.append(word)
                joint = .space
            }
            index = end
        }
        return words
    }

    private static func word(
        _ bytes: [UInt8], _ range: Range<Int>, _ joint: SentenceWord.Joint, in sentence: Substring
    ) -> SentenceWord? {
        var range = range
        while let first = range.first, bytes[first] == UInt8(ascii: "'") || bytes[first] == UInt8(ascii: "-") {
            range = (first + 1)..<range.upperBound
        }
        while let last = range.last, bytes[last] == UInt8(ascii: "'") { range = range.lowerBound..<last }
        guard !range.isEmpty else { return nil }
        let start = sentence.utf8.index(sentence.startIndex, offsetBy: range.lowerBound)
        let end = sentence.utf8.index(sentence.startIndex, offsetBy: range.upperBound)
        let lower: String
        let shape: SentenceWord.Shape
        if bytes[range].allSatisfy({ $0 < 0x80 }) {
            lower = String(decoding: bytes[range].map { isCapital($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
            shape = self.shape(bytes[range])
        } else {
            lower = sentence[start..<end].lowercased()
            shape = self.shape(sentence[start..<end])
        }
        return SentenceWord(
            range: start..<end, lower: lower, joint: joint, shape: shape, traits: WordTraits.of(lower))
    }

    // MARK: - Signs

    private static func separator(_ bytes: [UInt8], at index: Int) -> (SentenceWord.Joint, Int)? {
        let byte = bytes[index]
        if isAlphanumeric(byte) || byte >= 0x80 && byte != 0xE2 && byte != 0xC2 { return nil }
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\""), UInt8(ascii: "*"):
            return (.space, 1)
        case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"):
            // `1,200`, `Node.js`, `Mitarbeiter:in`
            let isInside = index > 0 && isLetterOrDigit(bytes, index - 1) && isLetterOrDigit(bytes, index + 1)
            if isInside, byte != UInt8(ascii: ",") || isDigit(bytes[index + 1]) { return nil }
            if byte == UInt8(ascii: "."), isLetterOrDigit(bytes, index + 1), index == 0 || bytes[index - 1] == 0x20 {
                return nil
            }
            return (byte == UInt8(ascii: ",") ? .comma : .clause, 1)
        case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "|"): return (.clause, 1)
        case UInt8(ascii: "("), UInt8(ascii: "["): return (.open, 1)
        case UInt8(ascii: ")"), UInt8(ascii: "]"): return (.close, 1)
        case UInt8(ascii: "/"):
            let isRatio = index > 0 && isDigit(bytes[index - 1]) && index + 1 < bytes.count && isDigit(bytes[index + 1])
            return isRatio ? nil : (.slash, 1)
        case 0xC2: return index + 1 < bytes.count && [0xA0, 0xAB, 0xBB].contains(bytes[index + 1]) ? (.space, 2) : nil
        case 0xE2:
            guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return nil }
            switch bytes[index + 2] {
            case 0x93, 0x94: return (.clause, 3)
            case 0x9C, 0x9D, 0x9E, 0xA6, 0xA2: return (.space, 3)
            default: return nil
            }
        default: return nil
        }
    }

    private static func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
    }

    private static func isLetterOrDigit(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes.indices.contains(index) && (isAlphanumeric(bytes[index]) || bytes[index] >= 0x80 && bytes[index] != 0xE2)
    }

    // MARK: - Letters

    private static func shape(_ word: ArraySlice<UInt8>) -> SentenceWord.Shape {
        shape(
            word.map { isCapital($0) ? 2 : isDigit($0) ? 1 : isAlphanumeric($0) ? 3 : $0 == UInt8(ascii: "-") ? 4 : 0 })
    }

    private static func shape(_ word: Substring) -> SentenceWord.Shape {
        shape(
            word.unicodeScalars.map { scalar -> UInt8 in
                if scalar.value < 0x80 {
                    let byte = UInt8(scalar.value)
                    return isCapital(byte) ? 2 : isDigit(byte) ? 1 : isAlphanumeric(byte) ? 3 : byte == 0x2D ? 4 : 0
                }
                return scalar.properties.isUppercase ? 2 : scalar.properties.isAlphabetic ? 3 : 0
            })
    }

    /// - Parameter classes: 1 for a digit, 2 for a capital, 3 for another letter, 4 for a hyphen, 0 for a sign.
    private static func shape(_ classes: [UInt8]) -> SentenceWord.Shape {
        var (digits, capitals, small, inner) = (0, 0, 0, 0)
        var beginsPart = true
        for value in classes {
            switch value {
            case 1: digits += 1
            case 2:
                capitals += 1
                if !beginsPart { inner += 1 }
            case 3: small += 1
            default: break
            }
            beginsPart = value == 4
        }
        if capitals + small == 0 { return digits > 0 ? .number : .lower }
        if digits > 0, capitals > 0 { return .mixed }
        if inner > 0 { return small == 0 ? .capitals : .mixed }
        if capitals > 0 {
            return classes.first == 2 ? (small == 0 && classes.count == 1 ? .capitals : .capital) : .mixed
        }
        return .lower
    }
}
