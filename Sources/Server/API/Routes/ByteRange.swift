internal import HTTP

/// The one range of bytes that a request asks for (RFC 9110, 14.1.2). Several at once, and what is not well-formed, are
/// answered with the whole, as the standard allows.
struct ByteRange {
    /// `nil` for one that lies outside.
    let range: ClosedRange<Int>?

    static func asked(of request: Request, length: Int) -> ByteRange? {
        let fields = request.headers.values(of: "Range")
        guard fields.count == 1, let field = fields.first, field.lowercased().hasPrefix("bytes=") else { return nil }
        let sides = field.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
        guard sides.count == 2 else { return nil }
        switch (number(sides[0]), number(sides[1])) {
        case (let first?, nil) where sides[1].isEmpty:
            return ByteRange(range: first < length ? first...(length - 1) : nil)
        case (let first?, let last?):
            guard first <= last else { return nil }
            return ByteRange(range: first < length ? first...min(last, length - 1) : nil)
        case (nil, let count?) where sides[0].isEmpty:
            return ByteRange(range: count > 0 && length > 0 ? max(0, length - count)...(length - 1) : nil)
        default: return nil
        }
    }

    /// Beyond what fits, the greatest number that does: it lies outside of every document all the same.
    private static func number(_ text: Substring) -> Int? {
        let text = text.drop { $0 == " " }
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return Int(text) ?? .max
    }
}
