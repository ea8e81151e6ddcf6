import Foundation
import JobSource
import Resume
import Testing

/// Every posting of `samples/postings`, as it is shipped.
struct SamplePostingTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../samples/postings").standardizedFileURL

    private static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".txt") }.sorted()

    @Test(.enabled(if: !files.isEmpty, "samples/postings is missing"), arguments: files)
    func `a sample posting is understood`(file: String) throws {
        let lexicon = try SharedLexicon.get()
        let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
        let posting = try JobPosting(pastedText: text, lexicon: lexicon)
        #expect(posting == (try JobPosting(pastedText: text, lexicon: lexicon)))
        #expect(posting.source == .text)
        let title = try #require(posting.title)
        for part in [title, posting.company, posting.location].compactMap({ $0 }) {
            #expect(part.split(separator: " ").allSatisfy { text.contains($0) }, "\(part) is not in the text")
        }
        #expect(posting.keywords.count >= 5)
        #expect(posting.keywords.contains { $0.importance == .required })
        #expect(Set(posting.keywords.map(\.canonical)).count == posting.keywords.count)
        for keyword in posting.keywords {
            #expect(
                posting.description.contains(keyword.term) && lexicon.occurs(keyword.canonical, in: posting.description)
            )
        }
    }
}
