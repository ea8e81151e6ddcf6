internal import Engine
internal import Template

/// How much of a plan fits, and how closely set: found by compiling, not by guessing. The only loop of the pipeline.
///
/// Space is sought in the order in which it is missed least: first between the lines, then in the size of the text and the
/// margins, last in what is said. What a setting comes to is foretold from the settings that were typeset (``FitForecast``),
/// so that nearly every compile is of one that fits or nearly does; what is not foretold well costs a compile, never a
/// line.
struct FitSearch {
    /// Something that may be left out.
    struct Part: Sendable {
        /// About how many lines it takes.
        let lines: Double
        /// The part without which it is not printed.
        var entry: Int?
    }

    /// What a candidate is made by.
    struct Setting: Sendable, Hashable {
        /// Which parts are left out, by their indices.
        var dropped: Set<Int> = []
        var density = 0
    }

    /// A resume in a setting, typeset.
    struct Candidate<Content: Sendable>: Sendable {
        let setting: Setting
        let content: Content
        let compiled: Compiled
    }

    struct Found<Content: Sendable>: Sendable {
        let candidate: Candidate<Content>
        /// Documents that were typeset.
        let compiles: Int
        /// Whether the time ran out before all that fits was put back.
        let isCutShort: Bool
    }

    /// Least wanted first.
    let parts: [Part]
    /// The pages that were asked for, 1 or 2; `nil` for what the career needs, at most 2.
    let mostPages: Int?
    /// After so many compiles, or so long after the first, the best that was found is taken. The time is for a machine that
    /// is stuck: on one that works the compiles decide, so that the same input gives the same resume.
    var mostCompiles = 16
    var mostTime = Duration.seconds(10)

    /// A last page with less than this much on it is not worth a page.
    static let leastFill = 1.0 / 3
    /// A page that is emptier than this may be set more openly.
    private static let openBelow = 0.9
    /// So many lines more than are foretold to have room are tried.
    private static let slack = 0.4
    private static let termSlack = 1.5
    /// So many may be tried in vain: one that brings its section's heading along takes more room than its own lines.
    private static let mostRefused = 5

    /// - Parameter typeset: typesets the resume in a setting.
    /// - Throws: what `typeset` throws, and ``DoesNotFit`` if even the least that may remain is too long.
    func run<Content>(_ typeset: (Setting) async throws -> (Content, Compiled)) async throws -> Found<Content> {
        var attempts = Attempts(parts: parts)
        let everything = try await attempts.make(Setting(), typeset)
        // The first may have waited for an engine to start.
        let start = ContinuousClock.now
        let (pages, limit) = (everything.compiled.pages, mostPages ?? 2)
        func found(_ candidate: Candidate<Content>) -> Found<Content> {
            Found(candidate: candidate, compiles: attempts.compiles, isCutShort: attempts.isCutShort)
        }
        guard pages <= limit else {
            if let closer = try await closer(within: limit, &attempts, typeset) { return found(closer) }
            guard let fewest = try await fewest(within: limit, &attempts, start, typeset) else {
                throw DoesNotFit(pages: pages, limit: limit)
            }
            return found(fewest)
        }
        guard pages > 1, everything.compiled.fill < Self.leastFill else {
            return found(try await fuller(than: everything, &attempts, typeset))
        }
        // A few lines on a last page: better without it; or else with more on it.
        if let closer = try await closer(within: pages - 1, &attempts, typeset) { return found(closer) }
        if mostPages == nil, let fewest = try await fewest(within: pages - 1, &attempts, start, typeset) {
            return found(fewest)
        }
        let open = try await fuller(than: everything, &attempts, typeset)
        if open.compiled.fill < Self.leastFill,
            let fewest = try await fewest(within: pages - 1, &attempts, start, typeset)
        {
            return found(fewest)
        }
        return found(open)
    }

    // MARK: Spacing

    /// Nothing dropped, as closely set as it takes.
    private func closer<Content>(
        within pages: Int, _ attempts: inout Attempts, _ typeset: (Setting) async throws -> (Content, Compiled)
    ) async throws -> Candidate<Content>? {
        for density in 1...TypesetBody.densities.upperBound {
            let setting = Setting(density: density)
            // Two pages leave some room at the end of the first, which nothing foretells.
            guard attempts.forecast.pages(of: setting) <= Double(pages) + 0.06 else { continue }
            let candidate = try await attempts.make(setting, typeset)
            if candidate.compiled.pages <= pages { return candidate }
        }
        return nil
    }

    /// The same on as many pages, as openly set as a page that is not full leaves room for.
    private func fuller<Content>(
        than candidate: Candidate<Content>, _ attempts: inout Attempts,
        _ typeset: (Setting) async throws -> (Content, Compiled)
    ) async throws -> Candidate<Content> {
        guard candidate.compiled.fill < Self.openBelow else { return candidate }
        let pages = candidate.compiled.pages
        for density in TypesetBody.densities.lowerBound..<candidate.setting.density {
            let setting = Setting(dropped: candidate.setting.dropped, density: density)
            guard attempts.forecast.pages(of: setting) <= Double(pages) - 0.01 else { continue }
            let open = try await attempts.make(setting, typeset)
            if open.compiled.pages <= pages { return open }
        }
        return candidate
    }

    // MARK: Dropping

    /// As little dropped as can be, at the closest setting; `nil` where dropping everything does not suffice.
    private func fewest<Content>(
        within pages: Int, _ attempts: inout Attempts, _ start: ContinuousClock.Instant,
        _ typeset: (Setting) async throws -> (Content, Compiled)
    ) async throws -> Candidate<Content>? {
        guard var best = try await fitting(within: pages, &attempts, typeset) else { return nil }
        // Put back what still fits, the most wanted first. What was tried in vain is not tried again.
        var refused: Set<Int> = []
        var slack = Self.slack
        var most = Int.max
        while attempts.compiles < mostCompiles {
            guard .now - start < mostTime else {
                attempts.isCutShort = true
                break
            }
            let room = Double(pages) - Double(best.compiled.pages - 1) - best.compiled.fill
            let lines = attempts.forecast.lines(in: room, best.setting) + slack
            var back = returning(from: best.setting, lines: lines, refused, most)
            if back.isEmpty {
                // Terms may find room behind the last of their lists.
                let terms = refused.union(parts.indices.filter { parts[$0].lines >= 1 })
                back = returning(from: best.setting, lines: lines + Self.termSlack, terms, most)
            }
            guard !back.isEmpty, refused.count < Self.mostRefused else { break }
            let setting = Setting(dropped: best.setting.dropped.subtracting(back), density: best.setting.density)
            let candidate = try await attempts.make(setting, typeset)
            if candidate.compiled.pages <= pages {
                best = candidate
                (slack, most) = (Self.slack, .max)
            } else if back.count == 1, let index = back.first {
                refused.insert(index)
                (slack, most) = (Self.slack, .max)
            } else if back.allSatisfy({ parts[$0].lines < 1 }) {
                most = back.count / 2
            } else {
                // About a line too many.
                slack -= 1
            }
        }
        return best
    }

    /// Some setting that fits and drops about as much as it must, the least wanted first.
    private func fitting<Content>(
        within pages: Int, _ attempts: inout Attempts, _ typeset: (Setting) async throws -> (Content, Compiled)
    ) async throws -> Candidate<Content>? {
        let density = TypesetBody.densities.upperBound
        var setting = Setting(density: density)
        for attempt in 0...4 {
            // More each time, so that what is foretold wrongly does not keep the search waiting: terms of a list
            // take no room away until the last of a line goes.
            let excess = attempts.forecast.pages(of: setting) - Double(pages)
            var missing = max(attempts.forecast.lines(in: excess, setting), 0) + Double(attempt * attempt)
            var count = setting.dropped.count
            while count < parts.count, missing > 0 || count == setting.dropped.count {
                missing -= parts[count].lines
                count += 1
            }
            if attempt == 4 { count = parts.count }
            guard count > setting.dropped.count else { return nil }
            setting.dropped = Set(0..<count)
            let candidate = try await attempts.make(setting, typeset)
            if candidate.compiled.pages <= pages { return candidate }
        }
        return nil
    }

    /// The parts to put back into so many lines, from the most wanted on, none without its entry.
    private func returning(
        from setting: Setting, lines: Double, _ refused: Set<Int>, _ most: Int
    ) -> Set<Int> {
        var room = lines
        var back: Set<Int> = []
        for index in parts.indices.reversed() where setting.dropped.contains(index) && !refused.contains(index) {
            let part = parts[index]
            if let entry = part.entry, setting.dropped.contains(entry), !back.contains(entry) { continue }
            guard back.count < most else { break }
            guard part.lines <= room else { continue }
            room -= part.lines
            back.insert(index)
        }
        return back
    }

    /// What was typeset so far.
    private struct Attempts {
        var forecast: FitForecast
        var compiles = 0
        var isCutShort = false

        init(parts: [Part]) { forecast = FitForecast(lines: parts.map(\.lines)) }

        mutating func make<Content>(
            _ setting: Setting, _ typeset: (Setting) async throws -> (Content, Compiled)
        ) async throws -> Candidate<Content> {
            compiles += 1
            let (content, compiled) = try await typeset(setting)
            forecast.learn(setting, pages: compiled.length)
            return Candidate(setting: setting, content: content, compiled: compiled)
        }
    }
}

/// What may not be dropped, the roles and their employers, is longer than the pages that were asked for.
package struct DoesNotFit: Error, Sendable, Hashable {
    package let pages: Int
    package let limit: Int
}

extension Compiled {
    /// How much of the last page is used, 0 to 1.
    var fill: Double { height > 0 ? min(used / height, 1) : 0 }

    /// In pages, the last by how much of it is used.
    var length: Double { Double(pages - 1) + fill }
}
