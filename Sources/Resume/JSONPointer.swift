/// The address of a value inside a JSON document (RFC 6901), such as `/work/0/highlights/2`. Empty is the whole document.
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

    /// Whether `other` is this address or lies below it.
    package func contains(_ other: JSONPointer) -> Bool {
        other == self || other.description.hasPrefix(description + "/")
    }

    private static func escaped(_ token: String) -> String {
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
}
