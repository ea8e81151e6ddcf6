extension TextHygiene {
    /// Which characters of a text are not accepted.
    package struct Refusal: Error, Sendable, Hashable {
        package struct Finding: Sendable, Hashable {
            package let scalar: Unicode.Scalar
            /// Counted from 1, in Unicode scalars of the text as it came.
            package let position: Int
        }

        /// Enough to mend a text by; a binary file taken for one would name thousands.
        static let limit = 5

        /// The first few, at least one.
        package let findings: [Finding]
        /// Of all refused characters of the text.
        package let count: Int
    }
}

extension TextHygiene.Refusal: CustomStringConvertible {
    /// Such as `U+0007 BELL (character 12) cannot be printed; remove it.`
    package var description: String {
        var names = findings.map { "\(TextHygiene.name(of: $0.scalar)) (character \($0.position))" }
        if count > findings.count { names.append("\(count - findings.count) more") }
        let list =
            names.count > 1 ? names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "") : names.joined()
        return "\(list) cannot be printed; remove \(count == 1 ? "it" : "them")."
    }
}

extension TextHygiene {
    /// The start of a text that nobody has cleaned yet, fit to be quoted in a message: one line, nothing invisible.
    static func quotable(_ text: String, limit: Int = 60) -> String {
        var shown = ""
        for scalar in text.unicodeScalars.prefix(limit) where !isInvisible(scalar) {
            let isPlain = !scalar.properties.isWhitespace && !isRefused(scalar)
            shown.unicodeScalars.append(isPlain ? scalar : " ")
        }
        return text.unicodeScalars.dropFirst(limit).isEmpty ? shown : shown + "…"
    }
}
