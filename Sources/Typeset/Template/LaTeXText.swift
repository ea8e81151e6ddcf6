/// The one way from text to LaTeX: every character that TeX would take for a command, a group, a comment or a ligature
/// becomes its printed self, and nothing else changes.
///
/// The text must be clean (NFC, no control characters) and printable (see ``PrintableCharacters``).
package func latexEscaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { result += " " }
        append(word, to: &result)
    }
    return result
}

/// A word this long may have to be broken to stay within a line: an address, a path.
private let longWord = 24
/// A word without a natural place to break is broken after this many characters, about two thirds of a line.
private let longRun = 60

private func append(_ word: Substring, to result: inout String) {
    let long = word.unicodeScalars.count > longWord
    var run = 0
    for scalar in word.unicodeScalars {
        result += escape(scalar)
        guard long else { continue }
        run += 1
        if breaksAfter.contains(scalar) || run == longRun {
            result += "\\ResumeBreak{}"
            run = 0
        }
    }
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
