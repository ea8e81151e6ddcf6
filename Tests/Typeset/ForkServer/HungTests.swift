import Engine
import ForkServer
import Foundation
import Testing

/// A program stops, and does not end.
@Suite(.serialized) struct HungTests {
    @Test(.timeLimit(.minutes(2)))
    func `a job that was given to an engine that hangs is done by another`() async throws {
        let engine = try await Engine.start("template1", .make())
        let expected = try await engine.compile(EngineTests.body).pdf
        let first = try await idleProcess(of: engine)
        let children = Self.children(of: first)
        #expect(!children.isEmpty)
        for process in [first] + children { #expect(kill(process, SIGSTOP) == 0) }
        #expect(try await engine.compile(EngineTests.body).pdf == expected)
        let figures = await engine.figures()
        #expect(figures.process != first && figures.hung == 1)
        // Whoever adopted the children takes a moment to reap them.
        for process in [first] + children {
            while kill(process, 0) == 0 { try await Task.sleep(for: .milliseconds(20)) }
        }
        await engine.stop()
    }

    @Test(.timeLimit(.minutes(2)))
    func `an engine that hangs while nobody asks for anything is replaced`() async throws {
        let engine = try await Engine.start("template1", .make())
        try await engine.ready()
        let first = try await idleProcess(of: engine)
        #expect(kill(first, SIGSTOP) == 0)
        while await engine.figures().hung == 0 { try await Task.sleep(for: .milliseconds(20)) }
        _ = try await engine.compile(EngineTests.body)
        #expect(await engine.figures().process != first)
        await engine.stop()
    }

    @Test(.timeLimit(.minutes(2)))
    func `an engine that nobody asks for anything is not taken for one that hangs`() async throws {
        let engine = try await Engine.start("template1", .make())
        let first = try await idleProcess(of: engine)
        // Beyond the silence after which it is asked, and the time that it has to answer: the other hung one tells.
        let other = try await Engine.start("template1", .make())
        #expect(kill(try await idleProcess(of: other), SIGSTOP) == 0)
        while await other.figures().hung == 0 { try await Task.sleep(for: .milliseconds(20)) }
        let figures = await engine.figures()
        #expect(figures.process == first && figures.hung == 0 && figures.starts == 1)
        await other.stop()
        await engine.stop()
    }

    /// Once it has forked all the children that are to wait.
    private func idleProcess(of engine: Engine) async throws -> Int32 {
        try await engine.ready()
        while await engine.figures().idle < 2 { try await Task.sleep(for: .milliseconds(20)) }
        return try #require(await engine.figures().process)
    }

    private static func children(of process: Int32) -> [Int32] {
        let text = try? String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
        return (text ?? "").split(separator: " ").compactMap { Int32($0) }
    }
}
