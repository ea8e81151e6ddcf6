extension Type1Font {
    /// The same font with no more glyphs than these (and `.notdef`), and with the subroutines that they call, numbered
    /// anew. An engine reads and decrypts a font whole before it picks what a document uses, so what is not there is fast.
    func subset(keeping names: Set<String>) throws(FontError) -> Type1Font {
        var result = self
        result.glyphs = glyphs.filter { $0.name == ".notdef" || names.contains($0.name) }

        // Subroutines 0 to 4 belong to flex and hint replacement (section 8.3): they keep their numbers.
        var renumbered: [Int: Int] = [:]
        var order: [Int] = []
        func keep(_ number: Int) throws(FontError) {
            guard renumbered[number] == nil else { return }
            guard subroutines.indices.contains(number) else { throw .malformed("there is no subroutine \(number)") }
            renumbered[number] = order.count
            order.append(number)
            for called in try Charstring(subroutines[number]).calls { try keep(called) }
        }
        for number in 0..<min(5, subroutines.count) where renumbered[number] == nil {
            renumbered[number] = order.count
            order.append(number)
        }
        for number in order { for called in try Charstring(subroutines[number]).calls { try keep(called) } }
        for glyph in result.glyphs { for called in try Charstring(glyph.charstring).calls { try keep(called) } }

        result.subroutines = []
        for number in order { result.subroutines.append(try Charstring(subroutines[number]).calling(renumbered)) }
        for index in result.glyphs.indices {
            result.glyphs[index].charstring = try Charstring(result.glyphs[index].charstring).calling(renumbered)
        }
        return result
    }
}

/// A charstring as its tokens (Adobe Type 1 Font Format, section 6.2).
private struct Charstring {
    private enum Token {
        case number(Int, bytes: ArraySlice<UInt8>)
        case command(ArraySlice<UInt8>)
    }

    private var tokens: [Token] = []

    init(_ bytes: [UInt8]) throws(FontError) {
        var rest = bytes[...]
        func take(_ count: Int) throws(FontError) -> ArraySlice<UInt8> {
            guard rest.count >= count else { throw .malformed("a charstring ends within a token") }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }
        while let first = rest.first {
            switch first {
            case 12:
                let command = try take(2)
                // A glyph made of two others: TeX Gyre has none, and a subset would have to keep both.
                guard command.last != 6 else { throw .unsupported("seac") }
                tokens.append(.command(command))
            case 0..<32: tokens.append(.command(try take(1)))
            case 32...246: tokens.append(.number(Int(first) - 139, bytes: try take(1)))
            case 247...250:
                let bytes = try take(2)
                tokens.append(.number((Int(first) - 247) * 256 + Int(bytes.last ?? 0) + 108, bytes: bytes))
            case 251...254:
                let bytes = try take(2)
                tokens.append(.number(-(Int(first) - 251) * 256 - Int(bytes.last ?? 0) - 108, bytes: bytes))
            default:
                let bytes = try take(5)
                let value = bytes.dropFirst().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                tokens.append(.number(Int(Int32(bitPattern: value)), bytes: bytes))
            }
        }
    }

    /// The subroutines that are called, by number.
    var calls: [Int] { tokens.indices.compactMap(subroutine(at:)) }

    /// The charstring with every call to a subroutine's new number.
    func calling(_ renumbered: [Int: Int]) throws(FontError) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, token) in tokens.enumerated() {
            if let number = subroutine(at: index) {
                guard let new = renumbered[number] else { throw .malformed("subroutine \(number) was not kept") }
                bytes += Self.encoded(new)
                continue
            }
            switch token {
            case .number(_, let original), .command(let original): bytes += original
            }
        }
        return bytes
    }

    /// The number at `index`, if it is a subroutine's. It stands before `callsubr`, or before what replaces hints and calls
    /// it by way of the PostScript stack (section 8.1): `4 callsubr`, or its content, `1 3 callothersubr`.
    private func subroutine(at index: Int) -> Int? {
        guard case .number(let number, _) = tokens[index], index + 1 < tokens.count else { return nil }
        if isCommand(at: index + 1, [10]) { return number }
        if index + 2 < tokens.count, case .number(4, _) = tokens[index + 1], isCommand(at: index + 2, [10]) {
            return number
        }
        guard index + 3 < tokens.count, case .number(1, _) = tokens[index + 1],
            case .number(3, _) = tokens[index + 2], isCommand(at: index + 3, [12, 16])
        else { return nil }
        return number
    }

    private func isCommand(at index: Int, _ bytes: [UInt8]) -> Bool {
        if case .command(let command) = tokens[index] { command.elementsEqual(bytes) } else { false }
    }

    /// A number from 0 to 65535 in the shortest form.
    private static func encoded(_ number: Int) -> [UInt8] {
        switch number {
        case ...107: [UInt8(number + 139)]
        case ...1131: [UInt8((number - 108) >> 8) + 247, UInt8((number - 108) & 0xFF)]
        default: [255] + (0..<4).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
    }
}
