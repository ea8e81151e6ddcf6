import Randomness
import Resume

extension SeededGenerator {
    mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &self) == 0 }
}

extension SeededGenerator {
    /// Any scalar but U+0000, in equal parts ASCII, Latin, the basic plane and all of Unicode.
    mutating func scalar() -> Unicode.Scalar {
        let range: ClosedRange<UInt32> = [1...0x7F, 0x80...0x24F, 0x250...0xFFFF, 0x10000...0x10FFFF][
            Int.random(in: 0..<4, using: &self)]
        return Unicode.Scalar(UInt32.random(in: range, using: &self)) ?? "\u{FFFD}"
    }

    mutating func text(upTo length: Int = 12) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...length, using: &self) { text.unicodeScalars.append(scalar()) }
        return text
    }

    mutating func json(depth: Int = 5) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &self) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &self))
        case 2:
            return .number(
                JSON.Number(Int.random(in: .min ... .max, using: &self) >> Int.random(in: 0..<64, using: &self)))
        case 3: return JSON.Number(Double(bitPattern: next())).map(JSON.number) ?? .null
        case 4, 5: return .string(text())
        case 6: return .array((0..<Int.random(in: 0...5, using: &self)).map { _ in json(depth: depth - 1) })
        default:
            var names: Set<String> = []
            let members = (0..<Int.random(in: 0...24, using: &self)).map { _ in
                JSON.Member(text(), json(depth: min(depth - 1, 2)))
            }
            return .object(members.filter { names.insert($0.name).inserted })
        }
    }
}
