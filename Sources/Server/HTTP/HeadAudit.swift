import CMicrohttpd

/// Reads a request's header out of libmicrohttpd and refuses what it was too kind to.
///
/// libmicrohttpd 0.9.75 accepts bare line feeds, folded lines, NUL, white space before a colon and empty names, and
/// gives no hint that it did. It parses in place though: name and value point into the bytes as they came, with
/// delimiters replaced by NUL, and its header size counts those bytes. So the header is walked in the one form that RFC
/// 9112 allows, and every byte must be where that form puts it.
struct HeadAudit {
    let method: String
    let version: String
    let headers: Headers

    /// - Parameters:
    ///   - method: the start of the request line as the handler is given it.
    ///   - version: the same of the protocol version.
    ///   - targetSize: bytes of the raw target; libmicrohttpd changes some of them later, but none of their places.
    init(
        _ handle: ConnectionHandle, method: UnsafePointer<CChar>, version: UnsafePointer<CChar>, targetSize: Int
    ) throws(Refusal) {
        var walk = Walk(head: UnsafeRawBufferPointer(start: method, count: handle.headerSize))
        self.method = String(cString: method)
        self.version = String(cString: version)
        try walk.pass(self.method.utf8.count, "the request line")
        try walk.passDelimiter(1, "the request line")
        try walk.pass(targetSize, "the request line")
        try walk.passDelimiter(1, "the request line")
        try walk.expect(UnsafeRawPointer(version), "the request line")
        try walk.pass(self.version.utf8.count, "the request line")
        try walk.passDelimiter(2, "the request line")

        var headers = Headers()
        for field in handle.rawFields() {
            try walk.expect(field.name.baseAddress, "a header field")
            guard !field.name.isEmpty, field.name.allSatisfy(Self.isTokenCharacter) else {
                throw .malformed("a header field's name is not a token")
            }
            try walk.pass(field.name.count, "a header field")
            try walk.passDelimiter(1, "a header field")
            try walk.passBlanks()
            // libmicrohttpd has no pointer for an empty value of some fields; the walk still finds the line's end.
            if !field.value.isEmpty { try walk.expect(field.value.baseAddress, "a header field") }
            guard field.value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
                throw .malformed("a header field's value holds a control character")
            }
            try walk.pass(field.value.count, "a header field")
            try walk.passDelimiter(2, "a header field")
            headers.append(Self.text(field.value), to: Self.text(field.name))
        }
        try walk.passDelimiter(2, "the header's end")
        try walk.finish()
        self.headers = headers
    }

    /// RFC 9110, 5.6.2.
    private static func isTokenCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }

    /// Without the white space after it (RFC 9112, 5.1). Bytes that are not UTF-8 are taken as Latin-1, once the only
    /// other encoding there was, so that a foreign `User-Agent` does no harm.
    private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        let end = bytes.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? 0
        let trimmed = bytes[..<end]
        return String(validating: trimmed, as: UTF8.self)
            ?? String(String.UnicodeScalarView(trimmed.map { Unicode.Scalar($0) }))
    }
}

/// A position in the header as libmicrohttpd left it in memory.
private struct Walk {
    let head: UnsafeRawBufferPointer
    /// Later versions of libmicrohttpd leave other traces, and are told to be strict instead.
    private let isKnown = kong_keeps_head_layout()
    private var place = 0

    init(head: UnsafeRawBufferPointer) { self.head = head }

    mutating func pass(_ count: Int, _ part: String) throws(Refusal) {
        place += count
        if isKnown, place > head.count { throw Self.malformed(part) }
    }

    /// The space, the colon or the CR LF that libmicrohttpd overwrote: as many NULs.
    mutating func passDelimiter(_ count: Int, _ part: String) throws(Refusal) {
        let start = place
        try pass(count, part)
        if isKnown, !head[start..<place].allSatisfy({ $0 == 0 }) { throw Self.malformed(part) }
    }

    mutating func passBlanks() throws(Refusal) {
        while isKnown, place < head.count, head[place] == 0x20 || head[place] == 0x09 { place += 1 }
    }

    func expect(_ pointer: UnsafeRawPointer?, _ part: String) throws(Refusal) {
        guard isKnown else { return }
        guard let pointer, let base = head.baseAddress, pointer == base + place else { throw Self.malformed(part) }
    }

    func finish() throws(Refusal) {
        if isKnown, place != head.count { throw Self.malformed("the header's end") }
    }

    private static func malformed(_ part: String) -> Refusal {
        .malformed("\(part) is not written as HTTP/1.1 writes it")
    }
}
