/// An e-mail address of the plain form `name@example.org` (RFC 5321 without quoted names, literals and comments).
package struct EmailAddress: Sendable, Hashable {
    /// A `mailto` URI (RFC 6068).
    package let uri: String

    /// `nil` for anything that a mail server would not take: no `@` or two, no domain, spaces, more than 254 bytes.
    package init?(_ address: String) {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, address.utf8.count <= 254, (1...64).contains(parts[0].utf8.count) else { return nil }
        let atoms = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard atoms.allSatisfy(Self.isAtom), labels.count > 1, labels.allSatisfy(WebAddress.isLabel) else { return nil }
        uri = "mailto:" + parts[0].percentEncoded(keeping: "!$'*+") + "@" + parts[1].percentEncoded(keeping: "")
    }

    /// RFC 5322, section 3.2.3, and RFC 6532 for what is not ASCII.
    private static func isAtom(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    ? scalar.value > 0x20 && scalar.value < 0x7F && !"\"(),:;<>@[\\]".unicodeScalars.contains(scalar)
                    : !scalar.properties.isWhitespace
            }
    }
}
