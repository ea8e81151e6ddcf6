import Randomness
import Resume
import Testing

struct JSONWritingTests {
    @Test func `any value writes and parses to itself`() throws {
        for seed in 0..<3000 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let json = random.json()
            let parsed = try JSON(parsing: json.bytes)
            #expect(parsed == json, "seed \(seed)")
            #expect(parsed.bytes == json.bytes, "seed \(seed)")
            #expect(try JSON(parsing: json.canonicalBytes).canonicalBytes == json.canonicalBytes, "seed \(seed)")
        }
    }

    @Test func `any number writes and parses to itself`() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<20_000 {
            guard let number = JSON.Number(Double(bitPattern: random.next())) else { continue }
            let parsed = try JSON(parsing: number.description)
            #expect(parsed == .number(number))
            #expect(parsed.double == number.double)
        }
    }

    @Test func `random bytes and mutated documents end in a value or an error`() throws {
        var random = SeededGenerator(seed: 2)
        let tokens = [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "d800", "0", "-", "1e9", ".", "true", "null", " ", "\u{7}",
            "é",
        ]
        var refused = 0
        for round in 0..<20_000 {
            var bytes: [UInt8]
            switch round % 3 {
            case 0:
                bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in .random(in: 0...255, using: &random) }
            case 1: bytes = (0..<20).flatMap { _ in Array((tokens.randomElement(using: &random) ?? "").utf8) }
            default:
                bytes = random.json(depth: 3).bytes
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    let index = Int.random(in: 0..<bytes.count, using: &random)
                    if random.chance(2) {
                        bytes[index] = .random(in: 0...255, using: &random)
                    } else {
                        bytes.remove(at: index)
                    }
                    if bytes.isEmpty { break }
                }
            }
            do throws(JSONError) {
                let json = try JSON(parsing: bytes)
                #expect(try JSON(parsing: json.bytes) == json)
            } catch {
                refused += 1
                #expect(error.line >= 1 && error.column >= 1 && !error.message.isEmpty)
            }
        }
        #expect(refused > 5000)
    }

    /// RFC 8785, section 3.2.2 and appendix B.
    @Test(arguments: [
        ("333333333.33333329", "333333333.3333333"), ("1E30", "1e+30"), ("4.50", "4.5"), ("2e-3", "0.002"),
        ("0.000000000000000000000000001", "1e-27"), ("-0.0", "0"), ("5e-324", "5e-324"),
        ("1.7976931348623157e308", "1.7976931348623157e+308"), ("9007199254740992", "9007199254740992"),
        ("295147905179352830000", "295147905179352830000"), ("1e21", "1e+21"),
        ("9.999999999999997e22", "9.999999999999997e+22"),
        ("0.000001", "0.000001"), ("0.0000001", "1e-7"), ("333333333.33333325", "333333333.33333325"),
        ("-0.0000033333333333333333", "-0.0000033333333333333333"), ("1424953923781206.2", "1424953923781206.2"),
        ("123.456e-2", "1.23456"),
    ])
    func `numbers are written as ECMAScript does`(text: String, written: String) throws {
        #expect(try JSON(parsing: text).text == written)
    }

    /// RFC 8785, sections 3.2.2 and 3.2.3.
    @Test func `the canonical form sorts by UTF-16 and escapes only what it must`() throws {
        let json = try JSON(
            parsing: """
                {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew","1":"One","\\ud83d\\ude00":"Emoji",
                 "\\u0080":"Control","\\u00f6":"o", "a": [56, {"d": true, "10": null, "1": []}]}
                """)
        let canonical = String(decoding: json.canonicalBytes, as: UTF8.self)
        #expect(
            canonical == """
                {"\\r":"Carriage Return","1":"One","a":[56,{"1":[],"10":null,"d":true}],"\u{80}":"Control","ö":"o",\
                "€":"Euro Sign","😀":"Emoji","\u{fb33}":"Hebrew"}
                """)
        #expect(JSON.string("\u{20ac}$\u{f}\nA'B\"\\\"/\u{7f}").text == "\"€$\\u000f\\nA'B\\\"\\\\\\\"/\u{7f}\"")
    }

    @Test func `spacing, order and escapes make no difference to the canonical form`() throws {
        let left = try JSON(parsing: #"{"a":1.0,"b":"\u00e9"}"#)
        let right = try JSON(parsing: "{ \"b\" : \"é\", \"a\" : 1 }")
        #expect(left.canonicalBytes == right.canonicalBytes)
        #expect(left.bytes != right.bytes)
    }

    @Test func `literals build values`() {
        let name = "Zoë"
        let json: JSON = ["name": "\(name)", "n": 1, "x": 1.5, "list": [true, nil]]
        #expect(json.text == #"{"name":"Zoë","n":1,"x":1.5,"list":[true,null]}"#)
        #expect(JSON(floatLiteral: .infinity) == .null)
        #expect(JSON.Number(.nan) == nil)
    }
}
