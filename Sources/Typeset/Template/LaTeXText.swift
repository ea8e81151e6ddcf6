/// The one way from text to LaTeX: every character that TeX would take for a command, a group, a comment or a ligature
/// becomes its printed self, and nothing else changes. The marks of ``Typography`` become commands.
///
/// The text must be clean (NFC, no control characters but the marks) and printable (see ``PrintableCharacters``).
package func latexEscaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    var breaks = LongWordBreaks()
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
        switch scalar {
        case TextMark.rightToLeft: result += "\\ResumeRightToLeft{"
        case TextMark.leftToRight: result += "\\ResumeLeftToRight{"
        case TextMark.mirrored: result += "\\ResumeMirrored{"
        case TextMark.script:
            let name = String(scalars.prefix { $0 != TextMark.name })
            scalars = scalars.dropFirst(name.unicodeScalars.count + 1)
            result += "\\ResumeScript{\(name)}{"
        case TextMark.end: result += "}"
        default:
            if breaks.wordBegins(with: scalar) { breaks.measure(scalars) }
            result += escape(scalar)
            if breaks.breaks(after: scalar) || wideCommaEnds(scalar, before: scalars) { result += "\\ResumeBreak{}" }
        }
    }
    return result
}

/// Where a word that is too long to stay within a line, an address or a path, may be broken.
private struct LongWordBreaks {
    /// A word this long may have to be broken to stay within a line.
    private static let long = 24
    /// A word without a natural place to break is broken after this many characters, about two thirds of a line.
    private static let longest = 60

    /// Scripts whose letters join, or that break where their language says, are left alone.
    private static func breaksByItself(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x0590, 0x1E00..<0x2E80: false
        default: true
        }
    }

    private var isLong = false
    private var isInside = false
    private var run = 0

    mutating func wordBegins(with scalar: Unicode.Scalar) -> Bool {
        defer { isInside = scalar != " " }
        return scalar != " " && !isInside
    }

    /// Looks at the rest of a word.
    mutating func measure(_ rest: Substring.UnicodeScalarView) {
        let word = rest.prefix { $0 != " " && $0 != TextMark.end }
        isLong = word.count >= Self.long && !word.contains(where: Self.breaksByItself)
        run = 0
    }

    mutating func breaks(after scalar: Unicode.Scalar) -> Bool {
        guard isLong, scalar != " " else { return false }
        run += 1
        guard breaksAfter.contains(scalar) || run == Self.longest else { return false }
        run = 0
        return true
    }
}

/// Where scripts without spaces go on in Latin letters, as in `Go、Python`, no space and no rule of the language breaks.
private func wideCommaEnds(_ scalar: Unicode.Scalar, before rest: Substring.UnicodeScalarView) -> Bool {
    guard scalar == "、" || scalar == "，", let next = rest.first(where: { $0 != TextMark.end }) else { return false }
    return next.isASCII && next.properties.isAlphabetic
}

private let breaksAfter: Set<Unicode.Scalar> = ["/", "-", ".", "_", "@", "?", "&", "=", ":", ",", ";", "+", "|"]

private func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\": "\\textbackslash{}"
    case "{": "\\{"
    case "}": "\\}"
    case "$": "\\$"
    case "&": "\\&"
    case "#": "\\#"
    case "%": "\\%"
    case "_": "\\_"
    case "^": "\\textasciicircum{}"
    case "~": "\\textasciitilde{}"
    case "'": "\\textquotesingle{}"
    case "`": "\\textasciigrave{}"
    default: String(scalar)
    }
}

/// An absolute URI as the argument of `\ResumeLink`: percent-encoded (RFC 3986, section 2.1) wherever a character would
/// mean something to TeX or to a PDF string, or is not ASCII.
package func latexEscaped(uri: String) -> String {
    var result = ""
    for byte in uri.utf8 {
        switch byte {
        case UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "_"):
            result += "\\" + String(Unicode.Scalar(byte))
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
            result.unicodeScalars.append(Unicode.Scalar(byte))
        case _ where plainInURI.contains(byte):
            result.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            result += "\\%" + hexadecimal(byte)
        }
    }
    return result
}

private let plainInURI = Set("-.:/?@!*+,;=".utf8)

/// Text as the hexadecimal of UTF-16BE with a byte order mark, as PDF metadata is written (ISO 32000-1, 7.9.2.2).
package func hexadecimalUTF16(_ text: String) -> String {
    "FEFF" + text.utf16.map { hexadecimal(UInt8($0 >> 8)) + hexadecimal(UInt8($0 & 0xFF)) }.joined()
}

private func hexadecimal(_ byte: UInt8) -> String {
    String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true)
}
