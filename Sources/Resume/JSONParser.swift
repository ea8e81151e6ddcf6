/// A recursive descent over the bytes of a document; the limit on depth bounds the recursion.
struct JSONParser {
    let bytes: [UInt8]
    let depthLimit: Int
    var position = 0

    init(bytes: [UInt8], depthLimit: Int) {
        self.bytes = bytes
        self.depthLimit = depthLimit
    }

    /// The byte at the position; 0, which is never valid JSON, at the end.
    private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipWhiteSpace() {
        while next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 { position += 1 }
    }

    mutating func document() throws(JSONError) -> JSON {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw failure(
                .byteOrderMark, at: 0, "The document starts with a byte order mark (U+FEFF); save it as plain UTF-8.")
        }
        let value = try value(depth: 0)
        skipWhiteSpace()
        guard position == bytes.count else {
            throw unexpected(.trailingText, "the end of the text, because the JSON value is complete")
        }
        return value
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSON {
        skipWhiteSpace()
        switch next {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default:
            let word = word(at: position)
            let value: JSON
            switch word {
            case "true": value = .bool(true)
            case "false": value = .bool(false)
            case "null": value = .null
            default: throw unexpected(.unexpectedText, "a value")
            }
            position += word.utf8.count
            return value
        }
    }

    private mutating func enter(depth: Int) throws(JSONError) {
        guard depth <= depthLimit else {
            throw failure(
                .tooDeep, at: position, "Arrays and objects are nested more than \(depthLimit) deep.")
        }
        position += 1
        skipWhiteSpace()
    }

    private mutating func elements(depth: Int) throws(JSONError) -> [JSON] {
        try enter(depth: depth)
        if take(UInt8(ascii: "]")) { return [] }
        var elements: [JSON] = []
        repeat {
            do throws(JSONError) {
                elements.append(try value(depth: depth))
            } catch {
                throw error.inside(JSONPointer.root.element(elements.count))
            }
            skipWhiteSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw unexpected(.unexpectedText, "“,” or “]”") }
        return elements
    }

    private mutating func members(depth: Int) throws(JSONError) -> [JSON.Member] {
        try enter(depth: depth)
        if take(UInt8(ascii: "}")) { return [] }
        var members: [JSON.Member] = []
        var names = NameSet()
        repeat {
            skipWhiteSpace()
            guard next == UInt8(ascii: "\"") else { throw unexpected(.unexpectedText, "a name in double quotes") }
            let start = position
            let name = try string()
            guard names.insert(name, after: members) else {
                throw failure(
                    .duplicateName, at: start, "The name “\(TextHygiene.quotable(name))” appears twice in this object."
                ).inside(JSONPointer.root.member(name))
            }
            skipWhiteSpace()
            guard take(UInt8(ascii: ":")) else {
                throw unexpected(.unexpectedText, "“:”").inside(JSONPointer.root.member(name))
            }
            do throws(JSONError) {
                members.append(JSON.Member(name, try value(depth: depth)))
            } catch {
                throw error.inside(JSONPointer.root.member(name))
            }
            skipWhiteSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw unexpected(.unexpectedText, "“,” or “}”") }
        return members
    }
}

/// The names of one object. Comparing is faster than hashing while they are few.
private struct NameSet {
    private var names: Set<String> = []

    /// Whether `name` is new. Names that are canonically equivalent are the same, so that none can hide behind another.
    mutating func insert(_ name: String, after members: [JSON.Member]) -> Bool {
        guard members.count >= 16 else { return !members.contains { $0.name == name } }
        if names.isEmpty { names = Set(members.map(\.name)) }
        return names.insert(name).inserted
    }
}

// MARK: - Strings

extension JSONParser {
    /// Reads from the opening quote to behind the closing one.
    private mutating func string() throws(JSONError) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                let text = try decoded(bytes.span.extracting(start..<position), from: start, to: position)
                position += 1
                return text
            case UInt8(ascii: "\\"): return try stringWithEscapes(from: start)
            case ..<0x20: throw controlCharacter()
            default: position += 1
            }
        }
        throw unfinishedString()
    }

    /// Goes on from the first escape of the string whose content begins at `start`.
    private mutating func stringWithEscapes(from start: Int) throws(JSONError) -> String {
        var content = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                let text = try decoded(content.span, from: start, to: position)
                position += 1
                return text
            case UInt8(ascii: "\\"): content += UTF8.encode(try escape()) ?? UTF8.encodedReplacementCharacter
            case ..<0x20: throw controlCharacter()
            default:
                content.append(byte)
                position += 1
            }
        }
        throw unfinishedString()
    }

    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        let start = position
        position += 2
        switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let unit = try fourHexadecimalDigits(of: start)
            guard unit != 0 else {
                throw failure(.nullCharacter, at: start, "The character U+0000 is not accepted in a text.")
            }
            guard UTF16.isSurrogate(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
            let isPair =
                UTF16.isLeadSurrogate(unit) && position + 1 < bytes.count
                && bytes[position] == UInt8(ascii: "\\") && bytes[position + 1] == UInt8(ascii: "u")
            if isPair {
                position += 2
                let trail = try fourHexadecimalDigits(of: position - 2)
                if UTF16.isTrailSurrogate(trail) {
                    // RFC 8259, section 7: ten bits from each half, above the basic plane.
                    return Unicode.Scalar(0x10000 + UInt32(unit & 0x3FF) << 10 + UInt32(trail & 0x3FF)) ?? "\u{FFFD}"
                }
            }
            throw failure(.loneSurrogate, at: start, "A \\u escape names half of a surrogate pair without the other.")
        default:
            throw failure(
                .invalidEscape, at: start,
                "After “\\” one of \" \\ / b f n r t u is expected; a “\\” itself is written “\\\\”.")
        }
    }

    private mutating func fourHexadecimalDigits(of escape: Int) throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(next)).hexDigitValue, next < 0x80 else {
                throw failure(.invalidEscape, at: escape, "Four hexadecimal digits are expected after “\\u”.")
            }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }

    /// The content as text. What is not UTF-8 is looked for in the raw bytes `start..<end`: escapes are ASCII, so the
    /// content is valid exactly where they are.
    private func decoded(_ content: Span<UInt8>, from start: Int, to end: Int) throws(JSONError) -> String {
        do {
            return String(copying: try UTF8Span(validating: content))
        } catch {
            throw invalidUTF8(in: start..<end)
        }
    }
}

// MARK: - Numbers

extension JSONParser {
    private mutating func number() throws(JSONError) -> JSON.Number {
        let start = position
        let isNegative = take(UInt8(ascii: "-"))
        var integer = 0
        var isExact = true
        let integerStart = position
        while case let digit = Int(next) - 0x30, (0...9).contains(digit) {
            let (tenfold, overflow) = integer.multipliedReportingOverflow(by: 10)
            let (sum, more) = tenfold.subtractingReportingOverflow(digit)
            isExact = isExact && !overflow && !more
            integer = isExact ? sum : 0
            position += 1
        }
        let count = position - integerStart
        guard count > 0, count == 1 || bytes[integerStart] != UInt8(ascii: "0") else {
            throw invalidNumber(from: start)
        }

        var isInteger = true
        if take(UInt8(ascii: ".")) {
            isInteger = false
            try digits(of: start)
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isInteger = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits(of: start)
        }

        // Summed up below zero, where there is one integer more than above it.
        if isInteger, isExact, isNegative || integer != Int.min { return JSON.Number(isNegative ? integer : -integer) }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let double = Double(text), let number = JSON.Number(double) else {
            throw failure(
                .numberOutOfRange, at: start,
                "The number “\(TextHygiene.quotable(text))” is too large; it must be below 1.8e308.")
        }
        // An integer beyond 64 bits is taken only if nothing of it is lost.
        guard !isInteger || number.description == text else {
            throw failure(
                .numberOutOfRange, at: start,
                "The integer “\(TextHygiene.quotable(text))” is too large to be kept exactly.")
        }
        return number
    }

    private mutating func digits(of start: Int) throws(JSONError) {
        let first = position
        while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) { position += 1 }
        if position == first { throw invalidNumber(from: start) }
    }
}
