/// What an engine's log tells of a job: the lines that `kongresume.sty` writes, and TeX's first error.
struct CompileLog {
    private let lines: [Substring]

    init(_ bytes: [UInt8]) {
        lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }

    var pages: Int? { value(of: "pages").flatMap { Int($0) } }

    /// Height of what stands on the last page, in TeX points (72.27 to the inch).
    var used: Double? { value(of: "used").flatMap(Self.points) }

    /// Height of the text area of a page, in TeX points.
    var height: Double? { value(of: "of").flatMap(Self.points) }

    var error: TeXError? {
        guard let start = lines.firstIndex(where: { $0.hasPrefix("! ") || $0.hasPrefix("!pdfTeX") }) else { return nil }
        let rest = lines[start...].dropFirst().prefix(12)
        let place = rest.first { $0.hasPrefix("l.") }
        let number = place?.dropFirst(2).prefix { $0.isNumber }
        return TeXError(
            message: String(lines[start].dropFirst().drop { $0 == " " }),
            line: number.flatMap { Int($0) },
            context: place.map { String($0.dropFirst(2 + (number?.count ?? 0))).trimmed })
    }

    private func value(of key: String) -> Substring? {
        for line in lines where line.hasPrefix("kongresume: ") {
            for field in line.dropFirst(12).split(separator: " ") where field.hasPrefix(key + "=") {
                return field.dropFirst(key.count + 1)
            }
        }
        return nil
    }

    private static func points(_ text: Substring) -> Double? { text.hasSuffix("pt") ? Double(text.dropLast(2)) : nil }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
