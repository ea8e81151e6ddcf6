/// Reads a body in chunks to its end (RFC 9112, 7.1). Every byte is passed on as it came, once it is known to be right.
struct ChunkScreen {
    private enum Place {
        /// In a size line, of which this much has been read; `inExtension` behind its semicolon.
        case size(digits: Int, value: Int, inExtension: Bool)
        case sizeLineFeed(value: Int)
        case data(left: Int)
        case dataReturn, dataLineFeed
        /// In a line of the trailer.
        case trailer(isEmpty: Bool)
        case trailerLineFeed(isLast: Bool)
    }

    /// An extension has no use here, and must not be a way to send without an end.
    private static let extensionLimit = 1024

    private let trailerLimit: Int
    private var place = Place.size(digits: 0, value: 0, inExtension: false)
    private var lineLength = 0
    private var trailerLength = 0

    init(trailerLimit: Int) { self.trailerLimit = trailerLimit }

    /// - Returns: true when the body's end has been passed on.
    mutating func pass(_ input: inout ArraySlice<UInt8>, into output: inout [UInt8]) throws(Refusal) -> Bool {
        while !input.isEmpty {
            if case .data(let left) = place {
                let taken = input.prefix(left)
                output += taken
                input = input.dropFirst(taken.count)
                place = taken.count == left ? .dataReturn : .data(left: left - taken.count)
            } else if let byte = input.popFirst() {
                let isLast = try step(byte)
                output.append(byte)
                if isLast { return true }
            }
        }
        return false
    }

    private mutating func step(_ byte: UInt8) throws(Refusal) -> Bool {
        switch place {
        case .size(let digits, let value, let inExtension):
            place = try inExtension ? skip(byte, value) : count(byte, digits, value)
        case .sizeLineFeed(let value):
            try expect(byte, 0x0A)
            lineLength = 0
            place = value == 0 ? .trailer(isEmpty: true) : .data(left: value)
        case .data: break
        case .dataReturn:
            try expect(byte, 0x0D)
            place = .dataLineFeed
        case .dataLineFeed:
            try expect(byte, 0x0A)
            place = .size(digits: 0, value: 0, inExtension: false)
        case .trailer(let isEmpty):
            trailerLength += 1
            guard trailerLength <= trailerLimit else { throw .headersTooLarge(limit: trailerLimit) }
            if byte == 0x0D {
                place = .trailerLineFeed(isLast: isEmpty)
            } else {
                guard byte >= 0x20 && byte != 0x7F || byte == 0x09, !isEmpty || byte != 0x20 && byte != 0x09 else {
                    throw .malformed("the trailer is not written as HTTP/1.1 writes it")
                }
                place = .trailer(isEmpty: false)
            }
        case .trailerLineFeed(let isLast):
            try expect(byte, 0x0A)
            if isLast { return true }
            place = .trailer(isEmpty: true)
        }
        return false
    }

    private func count(_ byte: UInt8, _ digits: Int, _ value: Int) throws(Refusal) -> Place {
        if let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 {
            // 15 digits are 60 bits, so the value cannot overflow.
            guard digits < 15 else { throw .malformed("the size of a chunk is too long a number") }
            return .size(digits: digits + 1, value: value << 4 | digit, inExtension: false)
        }
        guard digits > 0 else { throw .malformed("a chunk does not begin with its size") }
        switch byte {
        case 0x0D: return .sizeLineFeed(value: value)
        case UInt8(ascii: ";"): return .size(digits: digits, value: value, inExtension: true)
        default: throw .malformed("the size of a chunk is not a hexadecimal number")
        }
    }

    private mutating func skip(_ byte: UInt8, _ value: Int) throws(Refusal) -> Place {
        if byte == 0x0D { return .sizeLineFeed(value: value) }
        lineLength += 1
        guard byte >= 0x20 && byte != 0x7F || byte == 0x09, lineLength <= Self.extensionLimit else {
            throw .malformed("the extension of a chunk is not written as HTTP/1.1 writes it")
        }
        return .size(digits: 1, value: value, inExtension: true)
    }

    private func expect(_ byte: UInt8, _ expected: UInt8) throws(Refusal) {
        guard byte == expected else { throw .malformed("a chunk is not closed by CR LF") }
    }
}
