internal import Engine

/// How much of a plan fits: found by compiling, not by guessing. The only loop of the pipeline.
///
/// Dropping one item more never makes a resume longer, so the fewest items to drop are found by halving: six or seven
/// compiles for a career of a hundred items.
struct FitSearch {
    /// How many items may be dropped, least relevant first.
    let droppable: Int
    /// The pages that were asked for, 1 or 2; `nil` for what the career needs, at most 2.
    let mostPages: Int?

    /// A resume without its `dropped` least relevant items, typeset.
    struct Candidate<Content: Sendable>: Sendable {
        let dropped: Int
        let content: Content
        let compiled: Compiled
    }

    /// A last page with less than this much on it is not worth a page.
    private static let leastFill = 1.0 / 3

    /// - Parameter typeset: typesets the resume without that many items.
    /// - Throws: what `typeset` throws, and ``DoesNotFit`` if even the least that may remain is too long.
    func run<Content>(
        _ typeset: (Int) async throws -> (Content, Compiled)
    ) async throws -> (found: Candidate<Content>, compiles: Int) {
        var compiles = 0
        func attempt(_ dropped: Int) async throws -> Candidate<Content> {
            compiles += 1
            let (content, compiled) = try await typeset(dropped)
            return Candidate(dropped: dropped, content: content, compiled: compiled)
        }
        func fewest(within pages: Int, after tooLong: Int) async throws -> Candidate<Content>? {
            var (low, high) = (tooLong, droppable)
            guard low < high else { return nil }
            var best = try await attempt(high)
            guard best.compiled.pages <= pages else { return nil }
            while high - low > 1 {
                let middle = (low + high) / 2
                let candidate = try await attempt(middle)
                if candidate.compiled.pages <= pages { (high, best) = (middle, candidate) } else { low = middle }
            }
            return best
        }

        let everything = try await attempt(0)
        let limit = mostPages ?? 2
        if everything.compiled.pages <= limit {
            guard everything.compiled.pages > 1, everything.compiled.fill < Self.leastFill, mostPages == nil else {
                return (everything, compiles)
            }
            // A few lines on a second page: better one full page, if one can hold it.
            let onePage = try await fewest(within: 1, after: 0)
            return (onePage ?? everything, compiles)
        }
        guard let fitted = try await fewest(within: limit, after: 0) else {
            throw DoesNotFit(pages: everything.compiled.pages, limit: limit)
        }
        return (fitted, compiles)
    }
}

/// What may not be dropped, the roles and their employers, is longer than the pages that were asked for.
package struct DoesNotFit: Error, Sendable, Hashable {
    package let pages: Int
    package let limit: Int
}

extension Compiled {
    /// How much of the last page is used, 0 to 1.
    var fill: Double { height > 0 ? used / height : 0 }
}
