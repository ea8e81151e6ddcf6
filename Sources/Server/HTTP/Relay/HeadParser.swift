/// Takes a request's header apart as RFC 9112 writes it, and in no other way: what one reader forgives and another does
/// not is how requests are smuggled.
struct HeadParser {
    /// More than any client has a use for. libmicrohttpd keeps each in the memory that holds the header.
    static let fieldLimit = 100

    private(set) var method = ""
    private(set) var target = ""
    private(set) var version = ""
    private(set) var headers = Headers()

    /// - Parameter bytes: from the method to the empty line, both included, every line ended by CR LF.
    mutating func parse(_ bytes: [UInt8]) throws(Refusal) {
        var rest = bytes.dropLast(2)
        try parseRequestLine(Self.nextLine(&rest))
        while !rest.isEmpty {
            guard headers.fields.count < Self.fieldLimit else { throw .tooManyFields(limit: Self.fieldLimit) }
            try parseField(Self.nextLine(&rest))
        }
    }

    /// A line without its CR LF.
    private static func nextLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        let line = rest[..<end].dropLast()
        rest = rest[end...].dropFirst()
        return line
    }

    /// Method, target and version, with one space between them (RFC 9112, 3).
    private mutating func parseRequestLine(_ line: ArraySlice<UInt8>) throws(Refusal) {
        let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else {
            throw .malformed("the request line is not a method, a target and a version with one space between them")
        }
        guard parts[0].allSatisfy(Self.isTokenCharacter) else { throw .malformed("the method is not one") }
        method = String(decoding: parts[0], as: UTF8.self)
        target = String(decoding: parts[1], as: UTF8.self)
        version = String(decoding: parts[2], as: UTF8.self)
    }

    private mutating func parseField(_ line: ArraySlice<UInt8>) throws(Refusal) {
        guard let first = line.first, first != 0x20, first != 0x09 else {
            throw .malformed("a header field is folded over two lines")
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            throw .malformed("a header field has no colon")
        }
        let name = line[..<colon]
        guard !name.isEmpty, name.allSatisfy(Self.isTokenCharacter) else {
            throw .malformed("a header field's name is not a token")
        }
        var value = line[colon...].dropFirst().drop(while: Self.isBlank)
        while let last = value.last, Self.isBlank(last) { value.removeLast() }
        guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            throw .malformed("a header field's value holds a control character")
        }
        headers.append(Self.text(value), to: String(decoding: name, as: UTF8.self))
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// RFC 9110, 5.6.2.
    static func isTokenCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }

    /// Bytes that are not UTF-8 are taken as Latin-1, once the only other encoding there was, so that a foreign
    /// `User-Agent` does no harm.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
