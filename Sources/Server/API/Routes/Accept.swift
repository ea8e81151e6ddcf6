internal import HTTP

/// Which media types a client takes (RFC 9110, 12.5.1).
struct Accept {
    private struct Range {
        let type: Substring
        let subtype: Substring
        let quality: Double

        /// 0 for a range that does not hold the type, and more the closer it names it.
        func precision(for type: Substring, _ subtype: Substring) -> Int {
            switch (self.type, self.subtype) {
            case (type, subtype): 3
            case (type, "*"): 2
            case ("*", "*"): 1
            default: 0
            }
        }
    }

    private let ranges: [Range]

    init(_ request: Request) {
        let fields = request.headers.values(of: "Accept").joined(separator: ",").lowercased()
        ranges = fields.split(separator: ",").compactMap(Self.range)
    }

    /// The best of some types, in the server's order of preference where the client has none; `nil` if it takes none.
    func best(of types: [String]) -> String? {
        guard !ranges.isEmpty else { return types.first }
        var best: (type: String, quality: Double)?
        for type in types {
            let quality = quality(of: type)
            if quality > best?.quality ?? 0 { best = (type, quality) }
        }
        return best?.type
    }

    func allows(_ type: String) -> Bool { best(of: [type]) != nil }

    /// As the most precise range says.
    private func quality(of type: String) -> Double {
        let parts = type.split(separator: "/")
        guard parts.count == 2 else { return 0 }
        var found: (precision: Int, quality: Double) = (0, 0)
        for range in ranges {
            let precision = range.precision(for: parts[0], parts[1])
            if precision > found.precision { found = (precision, range.quality) }
        }
        return found.quality
    }

    /// Parameters other than `q` say nothing about types that have none.
    private static func range(_ text: Substring) -> Range? {
        let parts = text.split(separator: ";").map(trimmed)
        guard let types = parts.first?.split(separator: "/"), types.count == 2 else { return nil }
        let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
        return Range(type: types[0], subtype: types[1], quality: min(1, max(0, quality)))
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
