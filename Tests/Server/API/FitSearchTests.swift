import Engine
import Testing

@testable import API

@Suite struct FitSearchTests {
    /// A resume of so many lines on pages of 50, of which each part takes some away.
    private struct Paper {
        let lines: Double
        var parts: [FitSearch.Part]
        let most: Int?
        /// The height at each density beside that at 0, as templates have it.
        let heights: [Int: Double] = [-2: 1.16, -1: 1.05, 0: 1, 1: 0.95, 2: 0.9, 3: 0.86]

        func length(_ setting: FitSearch.Setting) -> Double {
            let gone = setting.dropped.reduce(0) { $0 + parts[$1].lines }
            return (lines - gone) * (heights[setting.density] ?? 1) / 50
        }
    }

    private func search(_ paper: Paper) async throws -> Found {
        let search = FitSearch(parts: paper.parts, mostPages: paper.most)
        let found = try await search.run { setting in
            let length = paper.length(setting)
            let pages = max(1, Int(length.rounded(.up)))
            return ((), Compiled(pdf: [], pages: pages, used: (length - Double(pages - 1)) * 50, height: 50))
        }
        let candidate = found.candidate
        return Found(
            dropped: candidate.setting.dropped, density: candidate.setting.density, pages: candidate.compiled.pages,
            fill: candidate.compiled.fill, compiles: found.compiles)
    }

    /// With parts of a line each.
    private func search(lines: Double, droppable: Int, most: Int?) async throws -> Found {
        try await search(
            Paper(lines: lines, parts: Array(repeating: FitSearch.Part(lines: 1), count: droppable), most: most))
    }

    private struct Found {
        let dropped: Set<Int>
        let density: Int
        let pages: Int
        let fill: Double
        let compiles: Int
    }

    @Test(arguments: [46.0, 49, 95, 99])
    func `what fits is left as it is, by one compile`(lines: Double) async throws {
        let found = try await search(lines: lines, droppable: 30, most: nil)
        #expect(found.dropped.isEmpty && found.density == 0 && found.compiles == 1)
    }

    @Test func `a page with room is set more openly, as long as it stays one`() async throws {
        for (lines, density) in [(10.0, -2), (42, -2), (44, -1), (75, -2), (92, -1), (97, 0)] {
            let found = try await search(lines: lines, droppable: 0, most: nil)
            #expect(found.density == density && found.pages == (lines > 50 ? 2 : 1), "\(lines) lines")
            #expect(found.compiles <= 3)
        }
    }

    @Test func `what is a little too long is set more closely before anything is dropped`() async throws {
        for (lines, density) in [(52.0, 1), (55, 2), (58, 3)] {
            for most in [1, nil] {
                let found = try await search(lines: lines, droppable: 30, most: most)
                #expect(found.dropped.isEmpty && found.density == density && found.pages == 1, "\(lines) lines")
                #expect(found.compiles <= 3)
            }
        }
    }

    @Test func `no more is dropped than is needed, the least wanted, and few compiles find it`() async throws {
        for lines in stride(from: 117.0, through: 220, by: 1) {
            let found = try await search(lines: lines, droppable: 120, most: 2)
            // 116 lines fill two pages at the closest.
            #expect(found.dropped == Set(0..<Int(lines) - 116) && found.pages == 2, "\(lines) lines")
            #expect(found.compiles <= 5, "\(lines) lines")
        }
    }

    @Test func `what goes is the least wanted that suffices, and what fits beside it comes back`() async throws {
        // The least wanted takes five lines, of which four are too many.
        let parts = [5.0, 1, 2, 1, 3].map { FitSearch.Part(lines: $0) }
        let found = try await search(Paper(lines: 59, parts: parts, most: 1))
        #expect(found.dropped == [0] && found.compiles <= 4)
        // A line too many goes with the part of four lines; of what went before it, the line comes back.
        let other = try await search(Paper(lines: 63, parts: [1, 1, 4].map { FitSearch.Part(lines: $0) }, most: 1))
        #expect(other.dropped == [0, 2] || other.dropped == [2, 1] || other.dropped == [2])
        let paper = Paper(lines: 63, parts: [1, 1, 4].map { FitSearch.Part(lines: $0) }, most: 1)
        for index in other.dropped {
            let longer = FitSearch.Setting(dropped: other.dropped.subtracting([index]), density: other.density)
            #expect(paper.length(longer) > 1, "part \(index) would still fit")
        }
    }

    @Test func `a part does not come back without its entry`() async throws {
        let parts = [
            FitSearch.Part(lines: 0.5, entry: 1), FitSearch.Part(lines: 6), FitSearch.Part(lines: 1),
        ]
        let found = try await search(Paper(lines: 63, parts: parts, most: 1))
        #expect(found.dropped == [0, 1])
    }

    @Test func `a last page of a few lines goes, if a page can hold the rest`() async throws {
        let found = try await search(lines: 64, droppable: 30, most: nil)
        #expect(found.dropped.count == 6 && found.pages == 1)
        // Two pages were asked for: then the last page gets more.
        let two = try await search(lines: 64, droppable: 30, most: 2)
        #expect(two.dropped.isEmpty && two.pages == 2 && two.fill > 1.0 / 3)
    }

    @Test func `no length of what may not be dropped leaves a last page under a third full`() async throws {
        for lines in stride(from: 50.5, through: 100, by: 0.5) {
            let found = try await search(lines: lines, droppable: 0, most: nil)
            #expect(found.pages == 1 || found.fill >= 1.0 / 3, "\(lines) lines: \(found.fill)")
        }
    }

    @Test func `what cannot be made to fit is an error, not a longer resume`() async throws {
        await #expect(throws: DoesNotFit(pages: 4, limit: 1)) {
            _ = try await search(lines: 160, droppable: 60, most: 1)
        }
    }

    @Test func `a career of thousands of items costs as few compiles as any`() async throws {
        let found = try await search(lines: 20_000, droppable: 19_990, most: 2)
        #expect(found.dropped.count == 20_000 - 116 && found.compiles <= 12)
    }
}
