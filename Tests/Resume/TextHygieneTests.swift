import Foundation
import Randomness
import Testing

@testable import Resume

struct TextHygieneTests {
    @Test(arguments: [
        ("", ""), (" \t\r\n", ""), ("plain text", "plain text"), ("  two  \t spaces\n", "two spaces"),
        ("a\u{A0}b\u{2009}c\u{202F}d\u{3000}e\u{2028}f\u{85}g", "a b c d e f g"), ("soft\u{AD}hyphen", "softhyphen"),
        ("zero\u{200B}width\u{FEFF}", "zerowidth"), ("\u{202E}evil\u{202C} \u{2066}x\u{2069}\u{200E}", "evil x"),
        ("heart\u{2764}\u{FE0F}", "heart\u{2764}"), ("e\u{0301}te\u{0301}", "été"),
        ("A\u{30A}ngstro\u{308}m", "Ångström"),
        ("Nguye\u{302}\u{303}n Tha\u{302}\u{323}t", "Nguyễn Thật"),
        ("o\u{FB03}ce \u{FB01}t \u{FB05}op", "office fit stop"),
        ("e\u{AD}\u{301}", "é"), ("👩\u{200D}💻", "👩💻"), ("in\u{200D}visible", "invisible"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("می\u{200C}\u{200C}خواهم", "می\u{200C}خواهم"),
        ("می\u{200C} خواهم\u{200C}", "می خواهم"), ("ශ\u{DCA}\u{200D}රී", "ශ\u{DCA}\u{200D}රී"),
        ("C++ & C# ~ ^ \\LaTeX {100%} $5M a_b #1", "C++ & C# ~ ^ \\LaTeX {100%} $5M a_b #1"),
    ])
    func `a text becomes clean`(text: String, clean: String) throws {
        let result = try TextHygiene.clean(text)
        #expect(Array(result.unicodeScalars) == Array(clean.unicodeScalars))
    }

    @Test(arguments: [
        ("\u{7}", "U+0007 BELL (character 1) cannot be printed; remove it."),
        ("abc\u{1B}[31m", "U+001B ESCAPE (character 4) cannot be printed; remove it."),
        (
            "é \u{7F}\u{9B}",
            "U+007F DELETE (character 3) and U+009B C1 CONTROL (character 4) cannot be printed; remove them."
        ),
        ("\u{FFFD}", "U+FFFD REPLACEMENT CHARACTER (character 1) cannot be printed; remove it."),
        ("\u{F0B7}", "U+F0B7 private use (character 1) cannot be printed; remove it."),
        ("\u{10FFFF}", "U+10FFFF noncharacter (character 1) cannot be printed; remove it."),
        ("\u{0}", "U+0000 NULL (character 1) cannot be printed; remove it."),
    ])
    func `a character that cannot be printed is refused by name and place`(text: String, message: String) {
        let refusal = #expect(throws: TextHygiene.Refusal.self) { try TextHygiene.clean(text) }
        #expect(refusal?.description == message)
    }

    @Test func `a text full of control characters names only the first few`() {
        let refusal = #expect(throws: TextHygiene.Refusal.self) {
            try TextHygiene.clean(String(repeating: "\u{1}", count: 1000))
        }
        #expect(refusal?.findings.count == 5)
        #expect(refusal?.count == 1000)
        #expect(refusal?.description.hasSuffix("and 995 more cannot be printed; remove them.") == true)
    }

    @Test(arguments: [
        ("a\nb", "a\nb"), ("a\r\nb\rc\u{2028}d", "a\nb\nc\nd"), (" a \n  b\t ", "a\nb"), ("a\n \n\n\nb", "a\n\nb"),
        ("\n\na", "a"), ("a\u{AD}\u{A0}b", "a b"),
    ])
    func `lines are kept where they are asked for`(text: String, clean: String) throws {
        #expect(try TextHygiene.cleanLines(text) == clean)
        #expect(try TextHygiene.clean(text) == clean.split(separator: "\n").joined(separator: " "))
    }

    @Test func `any text is refused or clean, and a clean text stays as it is`() throws {
        var random = SeededGenerator(seed: 3)
        var cleaned = 0
        for _ in 0..<20_000 {
            let text = random.text(upTo: 8)
            guard let clean = try? TextHygiene.clean(text) else { continue }
            cleaned += 1
            #expect(
                Array(try TextHygiene.clean(clean).utf8) == Array(clean.utf8), "\(text.unicodeScalars.map(\.value))")
            #expect(Array(clean.precomposedStringWithCanonicalMapping.utf8) == Array(clean.utf8))
            #expect(!clean.hasPrefix(" ") && !clean.hasSuffix(" ") && !clean.contains("  "))
        }
        #expect(cleaned > 2000)
    }

    @Test func `normalization agrees with Foundation on every character and its decomposition`() {
        for value in 0...0x10FFFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(Character(scalar))
            let isCommon = value < 0x3000 || (0xAC00...0xD7A3).contains(value) || (0xF900...0x2FFFF).contains(value)
            guard isCommon else { continue }
            let decomposed = text.decomposedStringWithCanonicalMapping
            let expected = Array(text.precomposedStringWithCanonicalMapping.utf8)
            if Array(TextHygiene.normalized(decomposed).utf8) != expected
                || Array(TextHygiene.normalized(text).utf8) != expected
            {
                Issue.record("U+\(String(value, radix: 16)) is normalized differently")
            }
        }
    }
}
