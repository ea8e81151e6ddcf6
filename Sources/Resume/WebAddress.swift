/// An address on the web as people write it: `https://example.org/a`, `example.org/a`, `www.example.org`.
package struct WebAddress: Sendable, Hashable {
    /// An absolute `http` or `https` URI (RFC 3986), `https` where the scheme was left out; ASCII only.
    package let uri: String
    /// What a reader needs of it: without the scheme, and without a slash at the end.
    package let text: String

    /// `nil` for another scheme (`mailto:`, `javascript:`, …), a user name, a host that is none, or white space.
    package init?(_ address: String) {
        let (scheme, rest) = Self.split(address)
        let authority = rest.prefix { !"/?#".contains($0) }
        let isKnownScheme = scheme != nil
        guard Self.isHost(authority, needsDomain: !isKnownScheme),
            !address.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x20 })
        else { return nil }
        uri = (scheme ?? "https") + "://" + rest.percentEncoded(keeping: ":/?#@!$&'()*+,;=%")
        let isPlain = !rest.utf8.contains { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        text = String(isPlain && rest.last == "/" ? rest.dropLast() : rest)
    }

    private static func split(_ address: String) -> (scheme: String?, rest: Substring) {
        for scheme in ["https", "http"] where address.lowercased().hasPrefix(scheme + "://") {
            return (scheme, address.dropFirst(scheme.count + 3))
        }
        return (nil, address[...])
    }

    /// - Parameter needsDomain: whether a single word or a number is not enough, because no scheme says that it is one.
    private static func isHost(_ authority: Substring, needsDomain: Bool) -> Bool {
        let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let host = parts.first else { return false }
        if parts.count > 1 {
            guard let port = UInt16(parts[1]), port > 0, parts[1].first != "+" else { return false }
        }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard host.utf8.count <= 253, labels.allSatisfy(isLabel) else { return false }
        return !needsDomain || labels.count > 1 && labels.last?.first?.isLetter == true
    }

    /// A label of a domain name, internationalized ones as they are read (RFC 5890, section 2.3.2.1).
    static func isLabel(_ label: Substring) -> Bool {
        !label.isEmpty && label.utf8.count <= 189 && label.first != "-" && label.last != "-"
            && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }
}

extension StringProtocol {
    /// The text with everything but the unreserved characters of RFC 3986 and `kept` as `%XX` of its UTF-8; a `%` that
    /// is kept must stand before two hexadecimal digits.
    func percentEncoded(keeping kept: String) -> String {
        let bytes = Array(utf8)
        let keptBytes = Array((kept + "-._~").utf8)
        let isHexadecimal = { (index: Int) in
            index < bytes.count && bytes[index] < 0x80 && Character(Unicode.Scalar(bytes[index])).isHexDigit
        }
        var result = ""
        for (index, byte) in bytes.enumerated() {
            let character = Character(Unicode.Scalar(byte))
            let isAlphanumeric = byte < 0x80 && (character.isLetter || character.isNumber)
            let isBarePercent = character == "%" && !(isHexadecimal(index + 1) && isHexadecimal(index + 2))
            if isAlphanumeric || keptBytes.contains(byte) && !isBarePercent {
                result.append(character)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.count < 2 ? "%0" + digits : "%" + digits
            }
        }
        return result
    }
}
