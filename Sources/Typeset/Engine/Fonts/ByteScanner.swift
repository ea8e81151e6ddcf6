/// Reads bytes of a PDF from left to right.
struct ByteScanner {
    private let bytes: ArraySlice<UInt8>
    private(set) var place: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    var next: UInt8? { place < bytes.endIndex ? bytes[place] : nil }

    subscript(from start: Int) -> ArraySlice<UInt8> { bytes[start..<place] }

    mutating func skip() { place += 1 }

    /// A slash, and letters and digits.
    mutating func name() -> String {
        place += 1
        return String(decoding: word(), as: UTF8.self)
    }

    mutating func word() -> ArraySlice<UInt8> {
        let start = place
        while let byte = next, byte > 0x20, !Self.delimiters.contains(byte) { place += 1 }
        // Something else than a word is passed over, a byte at a time.
        if place == start { place += 1 }
        return bytes[start..<place]
    }

    private static let delimiters = Set("/[]()<>".utf8)

    mutating func decimal() -> Double? {
        let isNegative = next == UInt8(ascii: "-")
        if isNegative { place += 1 }
        var (value, scale, digits) = (0.0, 0.0, 0)
        while let byte = next {
            if byte == UInt8(ascii: "."), scale == 0 {
                scale = 1
            } else if byte >= 0x30, byte <= 0x39, digits < 15 {
                value = value * 10 + Double(byte - 0x30)
                scale *= 10
                digits += 1
            } else {
                break
            }
            place += 1
        }
        guard digits > 0 else { return nil }
        return (isNegative ? -value : value) / max(scale, 1)
    }

    /// A string in parentheses: the bytes that it stands for, and what stands between the parentheses (ISO 32000-1, 7.3.4.2).
    mutating func string() -> (slots: [Int], source: ArraySlice<UInt8>)? {
        place += 1
        let start = place
        var slots: [Int] = []
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: ")"): return (slots, bytes[start..<(place - 1)])
            case UInt8(ascii: "("): return nil  // pdfTeX escapes them.
            case UInt8(ascii: "\\"):
                guard let escaped = next else { return nil }
                var (value, digits) = (0, 0)
                while digits < 3, let digit = next, digit >= 0x30, digit <= 0x37 {
                    value = value * 8 + Int(digit - 0x30)
                    digits += 1
                    place += 1
                }
                if digits == 0 { place += 1 }
                slots.append(digits > 0 ? value : Int(escaped))
            default: slots.append(Int(byte))
            }
        }
        return nil
    }

    // MARK: What pdfTeX writes around streams

    mutating func take(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { expected in
            guard bytes[place...].starts(with: expected) else { return false }
            place += expected.count
            return true
        }
    }

    /// A number of at most ten digits, as a cross-reference table writes them.
    mutating func number() -> Int? {
        let digits = bytes[place...].prefix(10).prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard !digits.isEmpty else { return nil }
        place = digits.endIndex
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    mutating func line() -> String? {
        guard let end = bytes[place...].firstIndex(of: 0x0A) else { return nil }
        defer { place = end + 1 }
        return String(decoding: bytes[place..<end], as: UTF8.self)
    }

    /// Goes past the first occurrence and returns where it began.
    mutating func skip(past text: StaticString) -> Int? {
        for start in bytes.indices where bytes[start...].first == text.utf8Start.pointee {
            place = start
            if take(text) { return start }
        }
        return nil
    }
}
