import Inspect
import Randomness
import Resume
import Template
import Testing

/// Words that a line's end breaks: harmless where the text itself has a hyphen or a slash, a loss where it has not.
@Suite struct BrokenWordTests {
    private func failures(printed: [String], meant: [String]) async throws -> [String] {
        try await GateTests.failures(
            GateTests.page(GateTests.lines + printed), GateTests.expectation(lines: GateTests.lines + meant))
    }

    @Test(arguments: [
        (["a state-of-the-", "art system"], ["a state-of-the-art system"]),
        (["CI/", "CD"], ["CI/CD"]),
        (["front-", "end-", "first"], ["front-end-first"]),
        (["https://example.com/", "a_long_", "path"], ["https://example.com/a_long_path"]),
        (["art", "a state-of-the-", "art"], ["art", "a state-of-the-art"]),
    ])
    func `a word broken where it has a hyphen or a slash is whole`(printed: [String], meant: [String]) async throws {
        #expect(try await failures(printed: printed, meant: meant) == [])
    }

    @Test func `a hyphenated word is lost`() async throws {
        let failures = try await failures(printed: ["engi-", "neering"], meant: ["engineering"])
        #expect(failures == ["reading-order", "text-complete"])
    }

    @Test func `two halves that do not follow each other are no word`() async throws {
        #expect(try await failures(printed: ["CI/", "and", "CD"], meant: ["CI/CD", "and"]) == ["text-complete"])
    }

    @Test func `two halves on one line are no word`() async throws {
        #expect(try await failures(printed: ["CI/ CD"], meant: ["CI/CD"]) == ["text-complete"])
    }

    @Test func `half of a broken word does not stand for a word of its own`() async throws {
        let failures = try await failures(printed: ["a state-of-the-", "art"], meant: ["a state-of-the-art", "art"])
        #expect(failures == ["text-complete"])
    }

    @Test func `a label may have a colon behind it, an entry a comma`() async throws {
        let failures = try await failures(
            printed: ["Tools: Git, Make", "Prize, Academy"], meant: ["Tools", "Git, Make", "Prize", "Academy"])
        #expect(failures == [])
    }

    @Test func `a colon inside a line is no gift`() async throws {
        #expect(try await failures(printed: ["Tools: Git"], meant: ["Tools Git"]) == ["text-complete"])
    }

    @Test func `any text whose lines end only where they may is found whole and in order`() async throws {
        var random = SeededGenerator(seed: 7)
        let parts = ["data", "R&D", "C++", "state", "of", "the", "art", "5%", "(a)", "x", "10.5", "Ph.D."]
        try await withInspector { inspector in
            for _ in 0..<40 {
                var meant = GateTests.lines
                var printed = GateTests.lines
                for _ in 0..<3 {
                    var line = ""
                    var set = ""
                    for _ in 0..<random.number(in: 1...6) {
                        line += line.isEmpty ? "" : " "
                        set += set.isEmpty ? "" : (random.number(in: 0...2) == 0 ? "\n" : " ")
                        for index in 0...random.number(in: 0...3) {
                            let joint = index == 0 ? "" : ["-", "/"][random.number(in: 0...1)]
                            let part = parts[random.number(in: 0...(parts.count - 1))]
                            line += joint + part
                            set += joint + (index > 0 && random.number(in: 0...2) == 0 ? "\n" : "") + part
                        }
                    }
                    meant.append(line)
                    printed += set.split(separator: "\n").map(String.init)
                }
                let facts = try await inspector.inspect(GateTests.page(printed).bytes)
                let report = Gate(.standard).check(facts, against: GateTests.expectation(lines: meant)) { $0.term }
                let failed = report.checks.filter { $0.status != .pass && $0.id != .contactAtTop }
                #expect(failed.isEmpty, "meant \(meant), printed \(printed)")
            }
        }
    }
}

extension SeededGenerator {
    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }
}
