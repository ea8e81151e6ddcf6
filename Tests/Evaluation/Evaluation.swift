import Foundation
import JobSource
import Resume

/// Measures how well postings are understood, against postings that people annotated.
///
/// `understanding-evaluation FOLDER …` prints a table for each folder; `--details` in front prints what was wrong in each
/// posting besides, but never of a folder that is named `heldout`: who reads those tunes to them.
@main
enum Evaluation {
    static func main() throws {
        var arguments = CommandLine.arguments.dropFirst()
        let isDetailed = arguments.first == "--details"
        if isDetailed { arguments.removeFirst() }
        guard !arguments.isEmpty else {
            FileHandle.standardError.write(Data("usage: understanding-evaluation [--details] FOLDER …\n".utf8))
            exit(2)
        }
        let lexicon = try Lexicon.bundled()
        for path in arguments {
            let folder = URL(filePath: path)
            let postings = try Gold.read(folder: folder)
            var total = Scores()
            for gold in postings {
                let posting = try JobPosting(pastedText: gold.text, lexicon: lexicon)
                let scores = Comparison(gold: gold, posting: posting, lexicon: lexicon).scores()
                total += scores
                if isDetailed, folder.lastPathComponent != "heldout" {
                    print("\(gold.name)\n" + scores.notes.map { "  \($0)" }.joined(separator: "\n"))
                }
            }
            print("\n\(folder.lastPathComponent): \(postings.count) postings\n\n\(total.table)")
        }
    }
}
