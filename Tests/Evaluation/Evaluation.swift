import Foundation
import JobSource
import Resume

/// Measures how well postings are understood, against postings that people annotated.
///
/// `understanding-evaluation FOLDER …` prints a table for each folder; `--details` in front prints what was wrong in each
/// posting besides, and `--mentions` what `fit_skills.py` learns from instead, but never of a folder that is named
/// `heldout`: who reads those tunes to them.
@main
enum Evaluation {
    static func main() throws {
        var arguments = CommandLine.arguments.dropFirst()
        let option = arguments.first.flatMap { ["--details", "--mentions"].contains($0) ? $0 : nil }
        if option != nil { arguments.removeFirst() }
        guard !arguments.isEmpty else {
            FileHandle.standardError.write(
                Data("usage: understanding-evaluation [--details | --mentions] FOLDER …\n".utf8))
            exit(2)
        }
        let lexicon = try Lexicon.bundled()
        for path in arguments {
            let folder = URL(filePath: path)
            let postings = try Gold.read(folder: folder)
            let isOpen = folder.lastPathComponent != "heldout"
            if option == "--mentions" {
                if isOpen { for gold in postings { print(try Mentions.line(gold, lexicon: lexicon).text) } }
                continue
            }
            var total = Scores()
            for gold in postings {
                let posting = try JobPosting(pastedText: gold.text, lexicon: lexicon)
                let scores = Comparison(gold: gold, posting: posting, lexicon: lexicon).scores()
                total += scores
                if option == "--details", isOpen {
                    print("\(gold.name)\n" + scores.notes.map { "  \($0)" }.joined(separator: "\n"))
                }
            }
            print("\n\(folder.lastPathComponent): \(postings.count) postings\n\n\(total.table)")
        }
    }
}
