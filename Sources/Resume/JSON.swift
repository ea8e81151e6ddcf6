/// A JSON value (RFC 8259), as strict as what crosses a border should be: the members of an object keep their order and
/// no two have the same name, integers are exact, and every text is valid Unicode without U+0000.
///
/// Two objects are equal when they hold equal members in the same order.
package enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(Number)
    case string(String)
    case array([JSON])
    case object([Member])

    /// One name and its value.
    package struct Member: Sendable, Hashable {
        package let name: String
        package var value: JSON

        package init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }
}

extension JSON {
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// `nil` also for a number that is not an integer.
    package var integer: Int? { if case .number(let value) = self { value.integer } else { nil } }

    package var double: Double? { if case .number(let value) = self { value.double } else { nil } }

    package var string: String? { if case .string(let value) = self { value } else { nil } }

    package var array: [JSON]? { if case .array(let value) = self { value } else { nil } }

    package var object: [Member]? { if case .object(let value) = self { value } else { nil } }

    /// The value of the member of that name; `nil` where there is none, or where this is no object.
    package subscript(member name: String) -> JSON? {
        object?.first { $0.name == name }?.value
    }

    /// The element at that index; `nil` where there is none, or where this is no array.
    package subscript(element index: Int) -> JSON? {
        guard let array, array.indices.contains(index) else { return nil }
        return array[index]
    }

    /// The value at an address inside this one; `nil` where the address leads nowhere.
    package subscript(at pointer: JSONPointer) -> JSON? {
        pointer.tokens.reduce(self) { (value: JSON?, token: String) in
            if case .array = value { return Int(token).flatMap { value?[element: $0] } }
            return value?[member: token]
        }
    }
}

extension JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    package init(nilLiteral: ()) { self = .null }

    package init(booleanLiteral value: Bool) { self = .bool(value) }

    package init(integerLiteral value: Int) { self = .number(Number(value)) }

    /// What is not finite becomes `null`, as in ECMAScript's `JSON.stringify`.
    package init(floatLiteral value: Double) { self = Number(value).map(JSON.number) ?? .null }

    package init(stringLiteral value: String) { self = .string(value) }

    package init(arrayLiteral elements: JSON...) { self = .array(elements) }

    /// Members in the order written; of two with the same name the first stays.
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(
            elements.enumerated().filter { index, element in
                !elements[..<index].contains { $0.0 == element.0 }
            }.map { Member($1.0, $1.1) })
    }
}
