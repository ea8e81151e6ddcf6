import Engine
import Testing

@testable import API

@Suite struct FitSearchTests {
    /// A resume of `lines` lines on pages of 50, of which every dropped item takes one away.
    private func search(lines: Int, droppable: Int, most: Int?) async throws -> (
        dropped: Int, pages: Int, compiles: Int
    ) {
        let search = FitSearch(droppable: droppable, mostPages: most)
        let (found, compiles) = try await search.run { dropped in
            let left = lines - dropped
            let pages = max(1, (left + 49) / 50)
            return ((), Compiled(pdf: [], pages: pages, used: Double(left - (pages - 1) * 50), height: 50))
        }
        return (found.dropped, found.compiled.pages, compiles)
    }

    @Test func `what fits is left whole, by one compile`() async throws {
        #expect(try await search(lines: 40, droppable: 30, most: nil) == (0, 1, 1))
        #expect(try await search(lines: 90, droppable: 30, most: nil) == (0, 2, 1))
    }

    @Test func `no more is dropped than is needed, and few compiles find it`() async throws {
        for lines in 101...200 {
            let (dropped, pages, compiles) = try await search(lines: lines, droppable: 120, most: 2)
            #expect(dropped == lines - 100 && pages == 2)
            #expect(compiles <= 9)
        }
    }

    @Test func `a few lines on a second page go, unless two pages were asked for`() async throws {
        #expect(try await search(lines: 53, droppable: 30, most: nil).dropped == 3)
        #expect(try await search(lines: 53, droppable: 30, most: 2).dropped == 0)
        #expect(try await search(lines: 53, droppable: 2, most: nil).pages == 2)
    }

    @Test func `what cannot be made to fit is an error, not a longer resume`() async throws {
        await #expect(throws: DoesNotFit(pages: 4, limit: 1)) {
            _ = try await search(lines: 160, droppable: 60, most: 1)
        }
    }
}
