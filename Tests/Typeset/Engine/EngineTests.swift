import Engine
import ForkServer
import Foundation
import Testing

@Suite struct EngineTests {
    static let body = #"""
        \ResumeName{Ada Lovelace}
        \ResumeSection{EXPERIENCE}
        \ResumeEntry{Analyst}{1842 – 1843}{Analytical Engine}
        \ResumeBullet{Wrote the first programme.}
        """#

    @Test func `a body becomes a PDF of one page`() async throws {
        let engine = try await Engine.start("template1", .make())
        let compiled = try await engine.compile(Self.body)
        #expect(compiled.pages == 1)
        #expect(compiled.pdf.starts(with: "%PDF-1.7".utf8))
        #expect(compiled.used > 50 && compiled.used < compiled.height)
        await engine.stop()
    }

    @Test func `the same body gives the same bytes`() async throws {
        let engine = try await Engine.start("template1", .make())
        let first = try await engine.compile(Self.body)
        let second = try await engine.compile(Self.body)
        #expect(first.pdf == second.pdf)
        await engine.stop()
    }

    @Test func `an error in the body names its message, its line and its place`() async throws {
        let engine = try await Engine.start("template1", .make())
        do {
            _ = try await engine.compile("first line\nsecond \\nosuchcommand line\n")
            Issue.record("it compiled")
        } catch EngineError.compileFailed(let error) {
            #expect(error.message == "Undefined control sequence.")
            #expect(error.line == 2)
            #expect(error.context == "second \\nosuchcommand")
        }
        await engine.stop()
    }

    @Test func `a body that never ends is ended, and the next is served as before`() async throws {
        var configuration = EngineConfiguration.make()
        // Long enough for the other documents on a busy machine.
        configuration.limits.wall = .seconds(3)
        let engine = try await Engine.start("template1", configuration)
        let before = try await engine.compile(Self.body)
        await #expect(throws: EngineError.limitExceeded("it ran for longer than a job may")) {
            try await engine.compile(#"\def\x{\x}\x"#)
        }
        #expect(try await engine.compile(Self.body).pdf == before.pdf)
        await engine.stop()
    }

    @Test func `a hundred bodies at once are all typeset`() async throws {
        let engine = try await Engine.start("template1", .make(queue: 100))
        let pages = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<100 {
                group.addTask { try await engine.compile("\(Self.body)\n\\ResumeText{Number \(number)}").pages }
            }
            return try await group.reduce(0, +)
        }
        #expect(pages == 100)
        await engine.stop()
    }

    @Test func `the engine is confined by Landlock and seccomp`() async throws {
        let engine = try await Engine.start("template1", .make())
        try await engine.ready()
        let figures = await engine.figures()
        #expect(figures.landlock && figures.seccomp)
        await engine.stop()
    }

    @Test func `an engine killed under its jobs is replaced, and the jobs are done`() async throws {
        let engine = try await Engine.start("template1", .make(queue: 100))
        try await engine.ready()
        let first = try #require(await engine.figures().process)
        let pages = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<40 { group.addTask { try await engine.compile(Self.body).pages } }
            kill(first, SIGKILL)
            return try await group.reduce(0, +)
        }
        #expect(pages == 40)
        #expect(await engine.figures().process != first)
        await engine.stop()
    }
}
