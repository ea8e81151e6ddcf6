internal import Foundation

/// The name a PDF is saved under, made from role and company, and safe on every file system.
struct FileName {
    private let name: String

    /// - Parameter parts: such as the role and the company; parts that are `nil` are left out.
    init(_ parts: String?...) {
        let words = parts.compactMap { $0 }.joined(separator: " ").unicodeScalars.map { scalar in
            // What Windows, macOS or a shell would trip over becomes a space; letters and digits of any script stay.
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? Character(scalar) : " "
        }
        let joined = String(words).split(separator: " ").joined(separator: "-")
        name = joined.isEmpty ? "resume" : Self.shortened(joined) + "-resume"
    }

    /// File systems take 255 bytes, some of them after they have decomposed letters, which makes those longer.
    private static func shortened(_ text: String) -> String {
        var text = String(text.prefix(80)).precomposedStringWithCanonicalMapping
        while text.decomposedStringWithCanonicalMapping.utf8.count > 200 { text.removeLast() }
        while text.last == "-" { text.removeLast() }
        return text
    }

    /// `attachment` with the name twice: in ASCII for old clients, in UTF-8 for the rest (RFC 6266, appendix D).
    var contentDisposition: String {
        var plain = ""
        var encoded = ""
        for scalar in (name + ".pdf").unicodeScalars {
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            if isPlain || scalar == "-" || scalar == "." {
                plain.unicodeScalars.append(scalar)
                encoded.unicodeScalars.append(scalar)
            } else {
                plain += "_"
                for byte in String(scalar).utf8 {
                    encoded += "%" + String(byte >> 4, radix: 16, uppercase: true)
                    encoded += String(byte & 15, radix: 16, uppercase: true)
                }
            }
        }
        let disposition = "attachment; filename=\"\(plain)\""
        return plain == encoded ? disposition : disposition + "; filename*=UTF-8''\(encoded)"
    }
}
