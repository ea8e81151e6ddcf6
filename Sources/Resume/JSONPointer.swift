/// The address of a value inside a JSON document (RFC 6901), such as `/work/0/highlights/2`. Empty is the whole
/// document.
package struct JSONPointer: Sendable, Hashable, CustomStringConvertible {
    /// The text form, with `~` and `/` inside tokens escaped as `~0` and `~1`.
    package let description: String

    package static let root = JSONPointer(description: "")

    private init(description: String) { self.description = description }

    /// The address of the member `name` of the object at this address.
    package func member(_ name: String) -> JSONPointer {
        JSONPointer(description: description + "/" + Self.escaped(name))
    }

    /// The address of the element `index`, counted from 0, of the array at this address.
    package func element(_ index: Int) -> JSONPointer {
        JSONPointer(description: "\(description)/\(index)")
    }

    /// The address, inside the value at this address, of what `other` names there.
    package func appending(_ other: JSONPointer) -> JSONPointer {
        JSONPointer(description: description + other.description)
    }

    /// The names and indices from the root down, unescaped.
    package var tokens: [String] {
        description.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(Self.unescaped)
    }

    /// Whether `other` is this address or lies below it.
    package func contains(_ other: JSONPointer) -> Bool {
        other == self || other.description.hasPrefix(description + "/")
    }

    private static func escaped(_ token: String) -> String {
        guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return token }
        var result = ""
        for character in token.unicodeScalars {
            switch character {
            case "~": result += "~0"
            case "/": result += "~1"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }

    private static func unescaped(_ token: Substring) -> String {
        var result = ""
        var afterTilde = false
        for character in token.unicodeScalars {
            switch (afterTilde, character) {
            case (true, "0"): result += "~"
            case (true, "1"): result += "/"
            case (false, "~"): break
            default: result.unicodeScalars.append(character)
            }
            afterTilde = !afterTilde && character == "~"
        }
        return result
    }
}
