internal import HTTP

/// A strong validator (RFC 9110, 8.8.3), without its quotes.
struct EntityTag: Hashable, CustomStringConvertible {
    let value: String

    /// As a field has it.
    var description: String { "\"\(value)\"" }
}

/// The tags that `If-Match` or `If-None-Match` lists (RFC 9110, 13.1).
struct EntityTagList {
    /// `*`: whatever there is.
    let isAny: Bool
    private let strong: Set<String>
    private let weak: Set<String>

    /// `nil` where the field is absent. What is not in the form of a tag matches nothing.
    init?(_ name: String, of request: Request) {
        let values = request.headers.values(of: name)
        guard !values.isEmpty else { return nil }
        var strong: Set<String> = [], weak: Set<String> = []
        var rest = values.joined(separator: ",")[...]
        while let quote = rest.firstIndex(of: "\"") {
            let isWeak = rest[..<quote].hasSuffix("W/")
            let text = rest[quote...].dropFirst()
            guard let end = text.firstIndex(of: "\"") else { break }
            if isWeak { weak.insert(String(text[..<end])) } else { strong.insert(String(text[..<end])) }
            rest = text[end...].dropFirst()
        }
        isAny = values.joined(separator: ",").filter { $0 != " " && $0 != "\t" } == "*"
        self.strong = strong
        self.weak = weak
    }

    /// The tags that may stand in for a representation byte for byte.
    var strongValues: Set<String> { strong }

    /// The comparison of `If-Match` (RFC 9110, 8.8.3.2): weak tags match nothing.
    func matchesStrongly(_ tag: EntityTag) -> Bool { isAny || strong.contains(tag.value) }

    /// The comparison of `If-None-Match`.
    func matchesWeakly(_ tag: EntityTag) -> Bool { isAny || strong.contains(tag.value) || weak.contains(tag.value) }
}

/// What a client that may hold a copy gets: the whole, a part of it, or word that the copy is good (RFC 9110, 13 and 14).
struct ConditionalAnswer {
    let tag: EntityTag
    /// Of the whole representation, `Content-Type` included.
    let headers: Headers
    let body: [UInt8]
    var allowsRanges = false

    /// In the order of RFC 9110, 13.2.2.
    func response(to request: Request) throws(Problem) -> Response {
        var headers = headers
        headers["ETag"] = tag.description
        if allowsRanges { headers["Accept-Ranges"] = "bytes" }
        if let required = EntityTagList("If-Match", of: request), !required.matchesStrongly(tag) {
            throw Problem(.preconditionFailed, "What is here has another ETag than If-Match asks for.")
        }
        if let known = EntityTagList("If-None-Match", of: request), known.matchesWeakly(tag) {
            for name in ["Content-Type", "Content-Disposition", "Accept-Ranges"] { headers[name] = nil }
            return Response(status: 304, headers: headers)
        }
        // Only GET has ranges (RFC 9110, 14.2), and only of the representation that the client has a part of.
        guard allowsRanges, request.method == "GET", isCurrent(request.headers["If-Range"]),
            let asked = ByteRange.asked(of: request, length: body.count)
        else { return Response(status: 200, headers: headers, body: body) }
        guard let range = asked.range else {
            throw Problem(.rangeNotSatisfiable, "The document has \(body.count) bytes: the range begins behind them.")
                .withField("Content-Range", "bytes */\(body.count)")
        }
        headers["Content-Range"] = "bytes \(range.lowerBound)-\(range.upperBound)/\(body.count)"
        return Response(status: 206, headers: headers, body: Array(body[range]))
    }

    /// A date never is: it could not tell two versions of one second apart.
    private func isCurrent(_ ifRange: String?) -> Bool { ifRange.map { $0 == tag.description } ?? true }
}
