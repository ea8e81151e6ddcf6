/// The target of a request line, taken apart once and never normalised: an encoded slash does not separate, dots do not
/// climb, so that no two spellings reach one resource by different routes.
package struct RequestTarget: Sendable, Hashable {
    package struct Parameter: Sendable, Hashable {
        package let name: String
        package let value: String
    }

    /// As it came, without the query.
    package let path: String
    package let segments: [String]
    package let query: [Parameter]

    /// Takes origin form only (RFC 9112, 3.2.1): this server is nobody's proxy.
    init(_ text: String) throws(Refusal) {
        let bytes = text.utf8
        guard bytes.first == UInt8(ascii: "/") else { throw .malformed("the request target is not a path") }
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }) else {
            throw .malformed("the request target holds a character that must be percent-encoded")
        }
        let parts = bytes.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        let rawPath = parts[0]
        path = String(Substring(rawPath))
        segments = try Self.segments(rawPath)
        query = try parts.count > 1 ? Self.parameters(parts[1]) : []
    }

    private static func segments(_ path: Substring.UTF8View) throws(Refusal) -> [String] {
        let encoded = path.dropFirst()
        guard !encoded.isEmpty else { return [] }
        var segments: [String] = []
        for part in encoded.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let segment = PercentEncoding.decode(part), !segment.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
            else { throw .malformed("the path is not well-formed percent-encoded UTF-8 text") }
            segments.append(segment)
        }
        return segments
    }

    private static func parameters(_ query: Substring.UTF8View) throws(Refusal) -> [Parameter] {
        var parameters: [Parameter] = []
        for pair in query.split(separator: UInt8(ascii: "&")) {
            let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decode(sides[0], plusIsSpace: true),
                let value = sides.count > 1 ? PercentEncoding.decode(sides[1], plusIsSpace: true) : ""
            else { throw .malformed("the query is not well-formed percent-encoded UTF-8 text") }
            parameters.append(Parameter(name: name, value: value))
        }
        return parameters
    }
}
