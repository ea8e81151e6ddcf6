import Engine
import ForkServer
import Testing

/// A pool's program is replaced while it works.
@Suite struct RecycleTests {
    @Test func `a program is replaced under load, and no job notices`() async throws {
        let engine = try await Engine.start("template1", .make(queue: 100))
        try await engine.ready()
        let first = try #require(await engine.figures().process)
        let expected = try await engine.compile(EngineTests.body).pdf
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<60 { group.addTask { try await engine.compile(EngineTests.body).pdf } }
            engine.recycle()
            for try await pdf in group { #expect(pdf == expected) }
        }
        while await engine.figures().recycled == 0 { await Task.yield() }
        #expect(try await engine.compile(EngineTests.body).pdf == expected)
        let figures = await engine.figures()
        #expect(figures.process != first)
        #expect(figures.starts == 2 && figures.killed == 0)
        await engine.stop()
    }

    /// A fork server does not grow, so the limit comes to it: below nothing.
    @Test func `a program that holds more memory than it may is replaced`() async throws {
        var configuration = EngineConfiguration.make(queue: 100)
        configuration.growth = -1
        let engine = try await Engine.start("template1", configuration)
        var documents = 0
        while await engine.figures().recycled == 0, documents < 1000 {
            _ = try await engine.compile(EngineTests.body)
            documents += 1
        }
        #expect(await engine.figures().recycled > 0)
        await engine.stop()
    }

    @Test func `figures say how long jobs took`() async throws {
        let engine = try await Engine.start("template1", .make())
        for _ in 0..<20 { _ = try await engine.compile(EngineTests.body) }
        let figures = await engine.figures()
        #expect(figures.served == 20 && figures.queued == 0 && figures.busy == 0)
        #expect(figures.p50 > .zero && figures.p95 >= figures.p50)
        await engine.stop()
    }

    @Test func `an engine that typesets is healthy, one that was stopped is not`() async throws {
        let engine = try await Engine.start("template1", .make())
        try await engine.check()
        await engine.stop()
        await #expect(throws: EngineError.self) { try await engine.check() }
    }
}
