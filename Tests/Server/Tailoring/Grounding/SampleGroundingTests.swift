import Randomness
import Resume
import Tailoring
import Testing

/// Every line of every sample, as it is and with a word or a number of a posting in it.
@Suite(.enabled(if: SamplePair.areThere, "samples/postings is missing"))
struct SampleGroundingTests {
    private struct Sample {
        let pair: SamplePair
        let lines: [TailoredResume.Line]
        let grounding: Grounding
    }

    private func samples() throws -> [Sample] {
        let lexicon = try SamplePair.lexicon.get()
        var seen: Set<String> = []
        return try SamplePair.all().filter { seen.insert($0.profileName).inserted }.map { pair in
            let resume = TailoredResume(everythingIn: pair.profile)
            let lines =
                [resume.summary].compactMap { $0 }
                + resume.sections.flatMap(\.entries).flatMap {
                    [$0.title, $0.summary].compactMap { $0 } + $0.bullets + $0.terms
                }
            return Sample(pair: pair, lines: lines, grounding: Grounding(pair.profile, lexicon: lexicon))
        }
    }

    /// The items twice, so that nothing is passed because it is the text of its item.
    private func reasons(_ text: String, _ line: TailoredResume.Line, _ sample: Sample) -> [Ungrounded] {
        sample.grounding.reasons(against: .init(text, from: line.items + line.items))
    }

    @Test func `every line of every sample is grounded in itself`() throws {
        var count = 0
        for sample in try samples() {
            #expect(sample.grounding.failures(in: TailoredResume(everythingIn: sample.pair.profile)) == [])
            for line in sample.lines {
                count += 1
                let found = reasons(line.text, line, sample)
                #expect(found == [], "\(sample.pair.profileName): \(line.text)")
            }
        }
        print("\(count) lines are grounded in themselves")
    }

    @Test func `a word of a posting in place of one's own is found`() throws {
        var random = SeededGenerator(seed: 7)
        var (tried, caught) = (0, 0)
        var missed: Set<String> = []
        let postings = try SamplePair.all().map(\.posting)
        for sample in try samples() {
            for line in sample.lines {
                let own = Set(sample.lines.flatMap { words($0.text) }.map { $0.lowercased() })
                let places = words(line.text)
                guard let posting = postings.randomElement(using: &random),
                    let place = places.randomElement(using: &random),
                    let word = words(posting.description).filter({ $0.count >= 4 && !own.contains($0.lowercased()) })
                        .randomElement(using: &random)
                else { continue }
                let text = line.text[..<place.startIndex] + word + line.text[place.endIndex...]
                tried += 1
                if reasons(String(text), line, sample).isEmpty { missed.insert(String(word)) } else { caught += 1 }
            }
        }
        print("\(caught) of \(tried) words of postings are found; not: \(missed.sorted())")
        #expect(tried > 500 && Double(caught) >= 0.97 * Double(tried))
    }

    @Test func `another number is found`() throws {
        var random = SeededGenerator(seed: 11)
        var (tried, caught) = (0, 0)
        for sample in try samples() {
            for line in sample.lines {
                let runs = line.text.split { !$0.isNumber }.filter { $0.allSatisfy(\.isASCII) }
                guard let run = runs.randomElement(using: &random) else { continue }
                let other = String((2...999).filter { !line.text.contains("\($0)") }.randomElement(using: &random) ?? 7)
                tried += 1
                let text = line.text[..<run.startIndex] + other + line.text[run.endIndex...]
                if reasons(String(text), line, sample).isEmpty { print("not found: \(text)") } else { caught += 1 }
            }
        }
        print("\(caught) of \(tried) other numbers are found")
        #expect(tried > 100 && caught == tried)
    }

    private func words(_ text: String) -> [Substring] { text.split { !$0.isLetter } }
}
