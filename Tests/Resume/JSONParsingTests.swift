import Resume
import Testing

struct JSONParsingTests {
    private func failure(_ text: String, depth: Int = 64) -> JSONError? { failure(Array(text.utf8), depth: depth) }

    private func failure(_ bytes: [UInt8], depth: Int = 64) -> JSONError? {
        #expect(throws: JSONError.self) { try JSON(parsing: bytes, limits: .init(depth: depth)) }
    }

    @Test func `every kind of value is read`() throws {
        let json = try JSON(
            parsing: #" { "a" : [ null , true,false, 12, -0.5, "x\n\u00e9\ud83d\ude00\/" ] , "b":{} } "#)
        #expect(json == ["a": [nil, true, false, 12, -0.5, "x\né😀/"], "b": [:]])
        #expect(json[member: "a"]?[element: 3]?.integer == 12)
        #expect(json[member: "missing"] == nil)
        #expect(json[element: 0] == nil)
    }

    @Test func `members keep their order`() throws {
        let names = try #require(JSON(parsing: #"{"z":1,"a":2,"m":3}"#).object).map(\.name)
        #expect(names == ["z", "a", "m"])
    }

    @Test(arguments: [
        ("9007199254740993", 9_007_199_254_740_993), ("-9223372036854775808", Int.min),
        ("9223372036854775807", Int.max), ("-0", 0), ("1.0", 1), ("10e-1", 1), ("1e3", 1000),
    ])
    func `integers are exact`(text: String, integer: Int) throws {
        #expect(try JSON(parsing: text).integer == integer)
    }

    @Test func `an integer beyond 64 bits is kept only if nothing of it is lost`() throws {
        #expect(try JSON(parsing: "100000000000000000000").double == 1e20)
        #expect(failure("12345678901234567890")?.code == .numberOutOfRange)
        #expect(failure("9223372036854775809")?.code == .numberOutOfRange)
    }

    @Test(arguments: ["1e999", "-1e999", "1e400", String(repeating: "9", count: 400)])
    func `a number that overflows is refused`(text: String) {
        #expect(failure(text)?.code == .numberOutOfRange)
    }

    @Test(arguments: ["01", "-", "+1", "1.", ".5", "1e", "1e+", "--1", "0x10", "1.e3", "NaN", "Infinity", "-Infinity"])
    func `what is no JSON number is refused`(text: String) {
        let code = failure(text)?.code
        #expect(code == .invalidNumber || code == .unexpectedText || code == .trailingText)
    }

    @Test(arguments: [
        ("", JSONError.Code.unexpectedEnd), ("  ", .unexpectedEnd), ("[1,2", .unexpectedEnd),
        (#""abc"#, .unexpectedEnd),
        (#"{"a":"#, .unexpectedEnd), (#""\"#, .invalidEscape), ("[1,]", .unexpectedText),
        (#"{"a":1,}"#, .unexpectedText),
        ("{a:1}", .unexpectedText), ("['a']", .unexpectedText), ("[1 2]", .unexpectedText),
        (#"{"a" 1}"#, .unexpectedText),
        ("True", .unexpectedText), ("nulll", .unexpectedText), ("[1] // one", .trailingText), ("1 2", .trailingText),
        ("{}\u{0}", .trailingText), ("\u{FEFF}{}", .byteOrderMark), (#"{"a":1,"a":2}"#, .duplicateName),
        (#"{"a":1,"\u0061":2}"#, .duplicateName), (#""\u0000""#, .nullCharacter), ("\"\u{0}\"", .nullCharacter),
        (#""\ud800""#, .loneSurrogate), (#""\udc00""#, .loneSurrogate), (#""\ud800\ud800""#, .loneSurrogate),
        (#""\ud800\n""#, .loneSurrogate), (#""\ud800\u12""#, .invalidEscape), (#""\x""#, .invalidEscape),
        (#""\u00g0""#, .invalidEscape), (#""\u-001""#, .invalidEscape), ("\"a\nb\"", .controlCharacter),
    ])
    func `what is not strict JSON is refused by its code`(text: String, code: JSONError.Code) {
        #expect(failure(text)?.code == code)
    }

    @Test func `a name repeated among many is found`() {
        let members = (0..<100).map { #""n\#($0)":\#($0)"# }.joined(separator: ",")
        #expect(failure("{\(members),\"n7\":0}")?.code == .duplicateName)
        #expect(throws: Never.self) { try JSON(parsing: "{\(members)}") }
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
            [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
            [0x22, 0x5C, 0x6E, 0xE2, 0x82, 0x22], [0xFF], [0x5B, 0xC3],
        ] as [[UInt8]])
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
        #expect(failure(bytes)?.code == .invalidUTF8)
    }

    @Test func `nesting is bounded`() {
        let nested = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(throws: Never.self) { try JSON(parsing: nested(64)) }
        #expect(failure(nested(65))?.code == .tooDeep)
        #expect(failure(String(repeating: "[", count: 500_000))?.code == .tooDeep)
        #expect(failure(String(repeating: #"{"a":"#, count: 100_000), depth: 1_000_000)?.code == .tooDeep)
    }

    @Test func `size is bounded`() {
        let error = #expect(throws: JSONError.self) { try JSON(parsing: "[1,2,3]", limits: .init(bytes: 6)) }
        #expect(error?.code == .tooLarge)
    }

    @Test func `an error says where and what in words`() throws {
        let error = try #require(failure("{\n  \"work\": [\n    {\"naïve\": \"é\", \"b/c\": nope}]}"))
        #expect(error.line == 3)
        #expect(error.column == 27)
        #expect(error.pointer.description == "/work/0/b~1c")
        #expect(error.message == "Found “nope” where a value is expected.")
        #expect(error.description == "Line 3, column 27 (at /work/0/b~1c): Found “nope” where a value is expected.")
    }

    @Test(arguments: [
        ("[1,]", "Found “]” where a value is expected. Is there a comma too many before it?"),
        ("{'a':1}", "Found “'” where a name in double quotes is expected. Texts are written in double quotes."),
        ("\"a\tb\"", #"A string holds a bare U+0009 CHARACTER TABULATION; inside a string it is written as \t."#),
        ("[é]", "Found U+00E9 LATIN SMALL LETTER E WITH ACUTE where a value is expected."),
        ("{\"a\":1", "The text ends where “,” or “}” is expected."),
        ("[012]", "“012” is not a number as JSON writes it, such as 12, -0.5 or 1e9."),
    ])
    func `common mistakes are explained`(text: String, message: String) {
        #expect(failure(text)?.message == message)
    }

    @Test func `a value is found by its address`() throws {
        let json: JSON = ["a/b": [["~": 1]], "": 2]
        #expect(json[at: JSONPointer.root.member("a/b").element(0).member("~")] == 1)
        #expect(json[at: .root.member("")] == 2)
        #expect(json[at: .root] == json)
        #expect(json[at: JSONPointer.root.member("a/b").element(1)] == nil)
    }
}
