import Foundation
import JobSource
import Randomness
import Resume
import Testing

/// Postings cut to pieces and put together anew, with what no posting has.
struct PostingFuzzTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Evaluation/tuning").standardizedFileURL

    private static let oddities = [
        "\u{0}", "\u{202E}", "\u{200B}", "🧑‍⚕️", "e\u{301}\u{301}\u{301}", "漢字", "مرحبا", "ﬁ", "²", "\u{FEFF}", "\r\n",
        "\n\n\n",
        "• ", "- ", "(((", ")))", "/////", "–—–", "''''", "C++#", "I²C", "-", "…", "«", "»", ",,,,", "::", "&amp;",
        "<li>", "%&#",
        "=", "~ ", "12345678901234567890", "1,5.2:3", "Experience with ", "Requirements\n", "(m/w/d)", "| ", "@", "'s",
        "’",
    ]

    @Test func `pieces of postings in any order are understood, and what is found is theirs`() throws {
        let lexicon = try SharedLexicon.get()
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
            $0.hasSuffix(".txt")
        }
        let texts = try names.sorted().map {
            try Array(String(contentsOf: Self.folder.appending(path: $0), encoding: .utf8).unicodeScalars)
        }
        var generator = SeededGenerator(seed: 28)
        for _ in 0..<300 {
            var pasted = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 2...12, using: &generator) {
                let text = texts[Int.random(in: 0..<texts.count, using: &generator)]
                let start = Int.random(in: 0..<text.count, using: &generator)
                let end = min(text.count, start + Int.random(in: 1...400, using: &generator))
                pasted.append(contentsOf: text[start..<end])
                for _ in 0..<Int.random(in: 0...3, using: &generator) {
                    let oddity = Self.oddities[Int.random(in: 0..<Self.oddities.count, using: &generator)]
                    pasted.append(contentsOf: oddity.unicodeScalars)
                }
            }
            guard let posting = try? JobPosting(pastedText: String(pasted), lexicon: lexicon) else { continue }
            let words = Self.words(posting.description)
            for keyword in posting.keywords + posting.candidates {
                #expect(words.contains(Self.words(keyword.term)), "\(keyword.term)")
            }
            #expect(
                posting.title?.isEmpty != true && posting.company?.isEmpty != true && posting.location?.isEmpty != true)
        }
    }

    private static func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
