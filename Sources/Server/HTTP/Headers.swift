/// Header fields in the order they came or go, several of one name allowed, names compared without case (RFC 9110,
/// 5.1).
package struct Headers: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    package struct Field: Sendable, Hashable {
        package let name: String
        package let value: String
    }

    package private(set) var fields: [Field] = []

    package init() {}

    package init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { append(value, to: name) }
    }

    /// The first value of that name. Setting replaces all of them by one; setting `nil` removes them.
    package subscript(name: String) -> String? {
        get { fields.first { Self.matches($0.name, name) }?.value }
        set {
            fields.removeAll { Self.matches($0.name, name) }
            if let newValue { append(newValue, to: name) }
        }
    }

    /// Every value of that name, in order.
    package func values(of name: String) -> [String] {
        fields.filter { Self.matches($0.name, name) }.map(\.value)
    }

    package mutating func append(_ value: String, to name: String) {
        fields.append(Field(name: name, value: value))
    }

    /// Names are ASCII tokens, so folding the case of ASCII letters is all there is to it.
    static func matches(_ one: String, _ other: String) -> Bool {
        let one = one.utf8, other = other.utf8
        return one.count == other.count && zip(one, other).allSatisfy { lowercased($0) == lowercased($1) }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
