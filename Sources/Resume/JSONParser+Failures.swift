extension JSONParser {
    func failure(_ code: JSONError.Code, at offset: Int, _ message: String) -> JSONError {
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        // Continuation bytes (10xxxxxx) do not start a scalar.
        let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
        let line = before.count { $0 == 0x0A } + 1
        return JSONError(code: code, message: message, line: line, column: column, pointer: .root)
    }

    func unexpected(_ code: JSONError.Code, _ expectation: String) -> JSONError {
        guard position < bytes.count else {
            return failure(.unexpectedEnd, at: position, "The text ends where \(expectation) is expected.")
        }
        let byte = bytes[position]
        let word = word(at: position)
        let found: String
        if !word.isEmpty {
            found = "“\(word)”"
        } else if byte > 0x20 && byte < 0x7F {
            found = "“\(Character(Unicode.Scalar(byte)))”"
        } else if let scalar = scalar(at: position) {
            found = TextHygiene.name(of: scalar)
        } else {
            return invalidUTF8(in: position..<bytes.count)
        }
        let hint =
            switch byte {
            case UInt8(ascii: "}"), UInt8(ascii: "]"): " Is there a comma too many before it?"
            case UInt8(ascii: "'"): " Texts are written in double quotes."
            case UInt8(ascii: "/"), UInt8(ascii: "#"): " JSON has no comments."
            default: ""
            }
        return failure(code, at: position, "Found \(found) where \(expectation) is expected.\(hint)")
    }

    func unfinishedString() -> JSONError {
        failure(.unexpectedEnd, at: bytes.count, "The text ends inside a string; its closing “\"” is missing.")
    }

    func controlCharacter() -> JSONError {
        let byte = bytes[position]
        let name = TextHygiene.name(of: Unicode.Scalar(byte))
        guard byte != 0 else {
            return failure(.nullCharacter, at: position, "The character \(name) is not accepted in a text.")
        }
        let escape = byte == 0x0A ? "\\n" : byte == 0x09 ? "\\t" : byte == 0x0D ? "\\r" : "a \\u escape"
        return failure(
            .controlCharacter, at: position,
            "A string holds a bare \(name); inside a string it is written as \(escape).")
    }

    func invalidNumber(from start: Int) -> JSONError {
        let rest = bytes[start...].prefix { $0 > 0x20 && $0 < 0x7F && !",]}".utf8.contains($0) }
        let text = TextHygiene.quotable(String(decoding: rest, as: UTF8.self))
        return failure(
            .invalidNumber, at: start, "“\(text)” is not a number as JSON writes it, such as 12, -0.5 or 1e9.")
    }

    func invalidUTF8(in range: Range<Int>) -> JSONError {
        var offset = range.lowerBound
        do {
            _ = try UTF8Span(validating: bytes.span.extracting(range))
        } catch {
            offset += error.byteOffsets.lowerBound
        }
        let byte = offset < bytes.count ? String(bytes[offset], radix: 16, uppercase: true) : ""
        return failure(
            .invalidUTF8, at: offset, "The byte 0x\(byte) is not valid UTF-8 here; save the document as UTF-8.")
    }

    private func scalar(at offset: Int) -> Unicode.Scalar? {
        var decoder = UTF8()
        var rest = bytes[offset...].makeIterator()
        if case .scalarValue(let scalar) = decoder.decode(&rest) { return scalar }
        return nil
    }

    /// The ASCII letters and digits at the offset, at most 20.
    func word(at offset: Int) -> String {
        let isLetterOrDigit = { (byte: UInt8) in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        return String(
            decoding: bytes[min(offset, bytes.count)...].prefix(20).prefix(while: isLetterOrDigit), as: UTF8.self)
    }
}
