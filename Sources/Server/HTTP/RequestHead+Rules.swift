extension RequestHead {
    /// Fields of which two would be two opinions.
    private static let singletons = [
        "Host", "Content-Length", "Transfer-Encoding", "Content-Type", "Authorization", "Idempotency-Key",
    ]

    /// Judges a header that is well-formed by what it says (RFC 9112, 2.3, 3.2 and 6).
    /// - Returns: the head, and the length of the body if it is announced.
    static func judge(
        method: String, target: String, version: String, headers: Headers, id: String
    ) throws(Refusal) -> (head: RequestHead, contentLength: Int?) {
        guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
            throw .malformed("the HTTP version is not 1.0 or 1.1")
        }
        // Methods are case-sensitive, and none has ever been registered that is longer or in lower case.
        guard (1...20).contains(method.utf8.count),
            method.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "-") })
        else { throw .malformed("the method is not one") }
        for name in singletons where headers.values(of: name).count > 1 {
            throw .malformed("there is more than one \(name) field")
        }
        if version == "HTTP/1.1", headers["Host"] == nil { throw .malformed("there is no Host field") }
        let contentLength = try length(headers)
        let isChunked = try isChunked(headers, version: version)
        let head = RequestHead(
            method: method, target: try RequestTarget(target), headers: headers, id: id, received: .now,
            isChunked: isChunked)
        return (head, contentLength)
    }

    private static func length(_ headers: Headers) throws(Refusal) -> Int? {
        guard let text = headers["Content-Length"] else { return nil }
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let length = Int(text)
        else { throw .malformed("Content-Length is not a number") }
        return length
    }

    private static func isChunked(_ headers: Headers, version: String) throws(Refusal) -> Bool {
        guard let coding = headers["Transfer-Encoding"] else { return false }
        guard headers["Content-Length"] == nil else {
            throw .malformed("both Content-Length and Transfer-Encoding are given")
        }
        guard version != "HTTP/1.0" else { throw .malformed("HTTP/1.0 has no Transfer-Encoding") }
        guard Headers.matches(coding, "chunked") else { throw .unsupportedTransferCoding }
        return true
    }

    /// The client's id if it may be repeated in headers and logs, otherwise a new one.
    static func identify(_ headers: Headers) -> String {
        let given = headers.values(of: "X-Request-Id")
        guard given.count == 1, let id = given.first, (1...128).contains(id.utf8.count),
            id.utf8.allSatisfy(isIdentifierCharacter)
        else { return newIdentifier() }
        return id
    }

    static func newIdentifier() -> String {
        // Each number is a call of the kernel.
        var source = SystemRandomNumberGenerator()
        return hexadecimal(source.next()) + hexadecimal(source.next())
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    private static func isIdentifierCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
