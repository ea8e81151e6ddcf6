/// A telephone number as people write it: `+49 (0)30 123456`, `(212) 555-0142 ext. 7`.
package struct PhoneNumber: Sendable, Hashable {
    /// A `tel` URI (RFC 3966). Without `+` and country code it is what the person wrote, digits only, which phones
    /// dial.
    package let uri: String

    /// `nil` where no number can be made out: letters, or fewer than 3 or more than 20 digits.
    package init?(_ number: String) {
        var main = number.lowercased()
        var suffix = ""
        for mark in ["ext.", "ext", "x"] {
            guard let range = main.ranges(of: mark).first else { continue }
            let digits = main[range.upperBound...].filter { $0 != " " }
            guard (1...8).contains(digits.count), digits.allSatisfy(Self.isDigit) else { return nil }
            suffix = ";ext=" + digits
            main.removeSubrange(range.lowerBound...)
            break
        }
        main = String(main.drop { $0 == " " })
        let isInternational = main.hasPrefix("+")
        if isInternational {
            main.removeFirst()
            // The trunk prefix is not dialled after a country code.
            main.replace("(0)", with: "", maxReplacements: 1)
        }
        let separators: Set<Character> = [" ", "-", ".", "(", ")", "/", "‐", "‑", "–"]
        let digits = main.filter { !separators.contains($0) }
        guard (3...20).contains(digits.count), digits.allSatisfy(Self.isDigit) else { return nil }
        uri = "tel:" + (isInternational ? "+" : "") + digits + suffix
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
