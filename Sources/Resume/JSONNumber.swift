extension JSON {
    /// A finite number: an exact 64-bit integer where it is one, else the nearest IEEE 754 double.
    ///
    /// `1`, `1.0` and `10e-1` are the same number, so equality and the written form do not depend on the spelling.
    package struct Number: Sendable, Hashable {
        private enum Value: Sendable, Hashable {
            case integer(Int)
            /// Finite, and not equal to any `Int`.
            case real(Double)
        }

        private let value: Value

        package init(_ integer: Int) { value = .integer(integer) }

        /// Refuses infinities and NaN, which JSON cannot write.
        package init?(_ double: Double) {
            guard double.isFinite else { return nil }
            // Not `Int(exactly:)`, which calls `trunc` of a C mathematics library that this target does not link.
            if double >= -0x1p63, double < 0x1p63, Double(Int(double)) == double {
                value = .integer(Int(double))
            } else {
                value = .real(double)
            }
        }

        /// `nil` for a number that is not an integer, or one beyond 64 bits.
        package var integer: Int? {
            if case .integer(let integer) = value { integer } else { nil }
        }

        /// The nearest double.
        package var double: Double {
            switch value {
            case .integer(let integer): Double(integer)
            case .real(let double): double
            }
        }
    }
}

extension JSON.Number: CustomStringConvertible {
    /// The shortest digits that read back as the same number, laid out as ECMAScript's `Number::toString` does, which
    /// is what RFC 8785 section 3.2.2.3 asks for. Integers are written with all their digits, also beyond 2^53.
    package var description: String {
        switch value {
        case .integer(let integer): integer.description
        case .real(let double): Self.ecmaScript(double)
        }
    }

    private static func ecmaScript(_ double: Double) -> String {
        let parts = double.magnitude.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let fraction = mantissa.count > 1 ? mantissa[1] : ""
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0

        let all = mantissa[0] + fraction
        let digits = all.drop { $0 == "0" }
        // The value is 0.DIGITS times ten to the power of `point`, as in ECMA-262, section 6.1.6.1.20.
        let point = mantissa[0].count + exponent - (all.count - digits.count)
        var significant = String(digits)
        while significant.last == "0" { significant.removeLast() }

        let sign = double < 0 ? "-" : ""
        let count = significant.count
        func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

        switch point {
        case count...21 where count <= 21:
            return sign + significant + zeros(point - count)
        case 1...21:
            return sign + significant.prefix(point) + "." + significant.dropFirst(point)
        case -5...0:
            return sign + "0." + zeros(-point) + significant
        default:
            let tail = significant.dropFirst()
            let power = point - 1
            return sign + significant.prefix(1) + (tail.isEmpty ? "" : "." + tail) + (power < 0 ? "e-" : "e+")
                + power.magnitude.description
        }
    }
}
