import Engine
import Testing

@testable import API

@Suite struct FitSearchTests {
    /// What was found for a resume of `lines` lines on pages of 50, of which every dropped item takes one away and every
    /// step of density a twentieth.
    private func search(lines: Int, droppable: Int, most: Int?) async throws -> Found {
        let search = FitSearch(droppable: droppable, mostPages: most)
        let (found, compiles) = try await search.run { setting in
            let left = Double(lines - setting.dropped) * (1 - 0.05 * Double(setting.density))
            let pages = max(1, Int((left / 50).rounded(.up)))
            return ((), Compiled(pdf: [], pages: pages, used: left - Double(pages - 1) * 50, height: 50))
        }
        return Found(
            dropped: found.setting.dropped, density: found.setting.density, pages: found.compiled.pages,
            compiles: compiles)
    }

    private struct Found: Equatable {
        let dropped: Int
        let density: Int
        let pages: Int
        let compiles: Int
    }

    @Test func `what fits is left whole, by one compile`() async throws {
        #expect(
            try await search(lines: 45, droppable: 30, most: nil)
                == Found(dropped: 0, density: 0, pages: 1, compiles: 1))
        #expect(
            try await search(lines: 95, droppable: 30, most: nil)
                == Found(dropped: 0, density: 0, pages: 2, compiles: 1))
    }

    @Test func `a page with room is set more openly, as long as it stays one`() async throws {
        #expect(
            try await search(lines: 30, droppable: 0, most: nil)
                == Found(dropped: 0, density: -1, pages: 1, compiles: 2))
        #expect(try await search(lines: 75, droppable: 0, most: nil).density == -1)
    }

    @Test func `what is a little too long is set more closely before anything is dropped`() async throws {
        #expect(
            try await search(lines: 52, droppable: 30, most: 1) == Found(dropped: 0, density: 1, pages: 1, compiles: 2))
        #expect(
            try await search(lines: 55, droppable: 30, most: 1) == Found(dropped: 0, density: 2, pages: 1, compiles: 3))
        #expect(try await search(lines: 52, droppable: 30, most: nil).pages == 1)
    }

    @Test func `no more is dropped than is needed, and few compiles find it`() async throws {
        for lines in 112...220 {
            let found = try await search(lines: lines, droppable: 120, most: 2)
            // At the tightest density, of which 111 lines fill two pages.
            #expect(found.dropped == lines - 111 && found.pages == 2)
            #expect(found.compiles <= 13)
        }
    }

    @Test func `a last page of a few lines goes, if a page can hold the rest`() async throws {
        #expect(
            try await search(lines: 60, droppable: 30, most: nil)
                == Found(dropped: 5, density: 2, pages: 1, compiles: 11))
        // Nothing was asked to go, and the steps of density do not suffice: then the last page gets what it can.
        #expect(
            try await search(lines: 60, droppable: 2, most: nil)
                == Found(dropped: 0, density: -1, pages: 2, compiles: 5))
        #expect(try await search(lines: 60, droppable: 30, most: 2).dropped == 0)
    }

    @Test func `what cannot be made to fit is an error, not a longer resume`() async throws {
        await #expect(throws: DoesNotFit(pages: 4, limit: 1)) {
            _ = try await search(lines: 160, droppable: 60, most: 1)
        }
    }
}
