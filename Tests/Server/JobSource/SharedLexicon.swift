import JobSource
import Resume

/// The lexicon that is shipped, read once for all tests: without optimisation that takes a while.
enum SharedLexicon {
    private static let result = Result { try Lexicon.bundled() }

    static func get() throws -> Lexicon { try result.get() }
}
