internal import Engine
internal import Template

/// How much of a plan fits, and how closely set: found by compiling, not by guessing. The only loop of the pipeline.
///
/// Space is sought in the order in which it is missed least: first between the lines, then in the size of the text, last
/// in what is said. Dropping one item more never makes a resume longer, so the fewest items to drop are found by halving:
/// six or seven compiles for a career of a hundred items.
struct FitSearch {
    /// How many items may be dropped, least relevant first.
    let droppable: Int
    /// The pages that were asked for, 1 or 2; `nil` for what the career needs, at most 2.
    let mostPages: Int?

    /// What a candidate is made by.
    struct Setting: Sendable, Hashable {
        /// So many of the least relevant items are left out.
        var dropped = 0
        var density = 0
    }

    /// A resume in a setting, typeset.
    struct Candidate<Content: Sendable>: Sendable {
        let setting: Setting
        let content: Content
        let compiled: Compiled
    }

    /// A last page with less than this much on it is not worth a page.
    private static let leastFill = 1.0 / 3
    /// A page that is emptier than this may be set more openly.
    private static let openBelow = 0.85

    /// - Parameter typeset: typesets the resume in a setting.
    /// - Throws: what `typeset` throws, and ``DoesNotFit`` if even the least that may remain is too long.
    func run<Content>(
        _ typeset: (Setting) async throws -> (Content, Compiled)
    ) async throws -> (found: Candidate<Content>, compiles: Int) {
        var compiles = 0
        func attempt(_ setting: Setting) async throws -> Candidate<Content> {
            compiles += 1
            let (content, compiled) = try await typeset(setting)
            return Candidate(setting: setting, content: content, compiled: compiled)
        }
        /// The first of some densities at which the pages suffice.
        func attempt(_ dropped: Int, at densities: [Int], within pages: Int) async throws -> Candidate<Content>? {
            for density in densities {
                let candidate = try await attempt(Setting(dropped: dropped, density: density))
                if candidate.compiled.pages <= pages { return candidate }
            }
            return nil
        }
        /// The fewest items dropped, then as open as that leaves room for.
        func fewest(within pages: Int) async throws -> Candidate<Content>? {
            guard droppable > 0 else { return nil }
            let tightest = TypesetBody.densities.upperBound
            var (low, high) = (0, droppable)
            var best = try await attempt(Setting(dropped: high, density: tightest))
            guard best.compiled.pages <= pages else { return nil }
            while high - low > 1 {
                let middle = (low + high) / 2
                let candidate = try await attempt(Setting(dropped: middle, density: tightest))
                if candidate.compiled.pages <= pages { (high, best) = (middle, candidate) } else { low = middle }
            }
            return try await attempt(high, at: [0, 1], within: pages) ?? best
        }

        let everything = try await attempt(Setting())
        let (pages, limit) = (everything.compiled.pages, mostPages ?? 2)
        let tighter = Array(1...TypesetBody.densities.upperBound)
        guard pages <= limit else {
            if let fitted = try await attempt(0, at: tighter, within: limit) { return (fitted, compiles) }
            guard let fitted = try await fewest(within: limit) else { throw DoesNotFit(pages: pages, limit: limit) }
            return (fitted, compiles)
        }
        if pages > 1, everything.compiled.fill < Self.leastFill {
            // A few lines on a last page: better without it.
            if let fitted = try await attempt(0, at: tighter, within: pages - 1) { return (fitted, compiles) }
            if mostPages == nil, let fitted = try await fewest(within: pages - 1) { return (fitted, compiles) }
        }
        if everything.compiled.fill < Self.openBelow {
            let open = try await attempt(0, at: [TypesetBody.densities.lowerBound], within: pages)
            return (open ?? everything, compiles)
        }
        return (everything, compiles)
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
