/// A field's value with parameters: `form-data; name="file"; filename="cv.pdf"` (RFC 9110, 5.6.6).
struct HeaderValue {
    /// In lower case.
    let value: String
    private let parameters: [String: String]

    /// `nil` for what is malformed, and for a parameter that is given twice.
    init?(_ text: String) {
        var rest = text[...]
        var parameters: [String: String] = [:]
        value = Self.trimmed(Self.token(&rest)).lowercased()
        while rest.popFirst() == ";" {
            rest = rest.drop { $0 == " " || $0 == "\t" }
            if rest.isEmpty { break }
            let name = Self.trimmed(rest.prefix { $0 != "=" && $0 != ";" }).lowercased()
            rest = rest.drop { $0 != "=" && $0 != ";" }
            guard rest.popFirst() == "=", !name.isEmpty, parameters[name] == nil else { return nil }
            if rest.first == "\"" {
                guard let quoted = Self.quoted(&rest) else { return nil }
                parameters[name] = quoted
            } else {
                parameters[name] = String(Self.trimmed(Self.token(&rest)))
            }
        }
        guard rest.isEmpty, !value.isEmpty else { return nil }
        self.parameters = parameters
    }

    /// By its name in lower case.
    subscript(name: String) -> String? { parameters[name] }

    private static func token(_ rest: inout Substring) -> Substring {
        let token = rest.prefix { $0 != ";" }
        rest = rest[token.endIndex...]
        return token
    }

    /// A backslash takes the next character as it is, but only before a quotation mark or a backslash: browsers send
    /// paths of Windows without doubling theirs.
    private static func quoted(_ rest: inout Substring) -> String? {
        rest.removeFirst()
        var text = ""
        while let character = rest.popFirst() {
            if character == "\"" {
                rest = rest.drop { $0 == " " || $0 == "\t" }
                return text
            }
            if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
                rest.removeFirst()
                text.append(next)
            } else {
                text.append(character)
            }
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}
