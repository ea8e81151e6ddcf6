// The stage "job": a posting, as somebody pasted it, becomes a `JobPosting`.
//
// Its text is cleaned (`PostingText`), cut into segments by their headings (`PostingSegments`), and read for its title,
// company and place (`PostingFacts`), its language (`PostingLanguage`) and its keywords (`PostingKeywords`). What the
// text does not say stays unsaid.
internal import Foundation
package import Resume

extension Lexicon {
    /// The lexicon that comes with the program: every `.txt` of the folder `Lexicon`.
    ///
    /// It takes some milliseconds; keep it.
    package static func bundled() throws(JobSourceError) -> Lexicon {
        // Beside the executable first: the bundle's own accessor ends the program where it finds nothing.
        let name = "KongResume_JobSource.resources"
        let beside = Bundle.main.bundleURL.appending(path: name).appending(path: "Lexicon")
        if FileManager.default.fileExists(atPath: beside.path) { return try read(folder: beside) }
        guard let folder = Bundle.module.url(forResource: "Lexicon", withExtension: nil) else {
            throw JobSourceError(.lexiconUnreadable, "The folder Lexicon is missing beside the program.")
        }
        return try read(folder: folder)
    }

    private static func read(folder: URL) throws(JobSourceError) -> Lexicon {
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasSuffix(".txt") }.sorted()
            let files = try names.map { name in
                (name: name, text: try String(contentsOf: folder.appending(path: name), encoding: .utf8))
            }
            return try Lexicon(parsing: files)
        } catch {
            throw JobSourceError(
                .lexiconUnreadable, "The lexicon in \(folder.path) cannot be read.", underlying: error)
        }
    }
}
