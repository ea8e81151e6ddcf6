import Engine
import ForkServer
import Foundation
import Testing

/// Engines and their children die under their jobs, over and over.
@Suite(.serialized) struct EngineTurmoilTests {
    private static let documents = 1000

    @Test(.timeLimit(.minutes(10)))
    func `a thousand documents while fifty children and five engines are killed are all answered`() async throws {
        // What the process opens once and for all is open before it is counted.
        try await Self.useEngine()
        let before = try Self.openDescriptors()
        try await turmoil()
        #expect(Self.zombies() == [])
        // The pool's thread lets go of its last one after it has said that all is gone.
        while try Self.openDescriptors() != before { await Task.yield() }
    }

    private static func useEngine() async throws {
        let engine = try await Engine.start("template1", .make())
        _ = try await engine.compile(EngineTests.body)
        await engine.stop()
    }

    private func turmoil() async throws {
        let engine = try await Engine.start("template1", .make(idle: 3, busy: 2, queue: 100))
        try await engine.ready()
        let expected = try await engine.compile(EngineTests.body).pdf
        var clients: [Client] = []
        try await withThrowingTaskGroup(of: Client.self) { group in
            for first in 0..<4 {
                group.addTask {
                    var client = Client()
                    for turn in stride(from: first, to: Self.documents, by: 4) {
                        try await client.sabotage(engine, turn)
                        await client.compile(engine, expecting: expected)
                    }
                    return client
                }
            }
            for try await client in group { clients.append(client) }
        }
        let (done, refused, wrong) = (
            clients.reduce(0) { $0 + $1.done }, clients.flatMap(\.refused), clients.reduce(0) { $0 + $1.wrong }
        )
        let killed = (clients.reduce(0) { $0 + $1.children }, clients.reduce(0) { $0 + $1.engines })
        print(
            "turmoil: \(done) documents, \(refused.count) errors \(Set(refused)), killed \(killed.0) children, \(killed.1) engines"
        )
        #expect(done + refused.count == Self.documents)
        #expect(wrong == 0)
        // A job that is lost runs again; only one that is lost three times is told so.
        #expect(refused.allSatisfy { $0.contains("lost three times") })
        #expect(killed.0 >= 50 && killed.1 == 5)
        while await engine.figures().idle < 3 { await Task.yield() }
        // Those that have done their job take a moment to be gone.
        let process = try #require(await engine.figures().process)
        while Self.children(of: process).count != 3 { await Task.yield() }
        await engine.stop()
    }

    private struct Client {
        var done = 0
        var wrong = 0
        var refused: [String] = []
        var children = 0
        var engines = 0

        mutating func compile(_ engine: Engine, expecting pdf: [UInt8]) async {
            do {
                let compiled = try await engine.compile(EngineTests.body)
                done += 1
                if compiled.pdf != pdf { wrong += 1 }
            } catch {
                refused.append("\(error)")
            }
        }

        /// Kills a child each twentieth time, and the engine each two hundredth.
        mutating func sabotage(_ engine: Engine, _ turn: Int) async throws {
            guard turn % 20 == 10, let process = await engine.figures().process else { return }
            if turn % 200 == 110 {
                if kill(process, SIGKILL) == 0 { engines += 1 }
            }
            // An engine that has just been killed has no children: the next one has.
            while true {
                let process = await engine.figures().process
                if let child = process.flatMap({ EngineTurmoilTests.children(of: $0).randomElement() }),
                    kill(child, SIGKILL) == 0
                {
                    children += 1
                    return
                }
                await Task.yield()
            }
        }
    }

    private static func children(of process: Int32) -> [Int32] {
        let text = try? String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
        return (text ?? "").split(separator: " ").compactMap { Int32($0) }
    }

    /// What each open descriptor leads to, such as `socket`, `pipe` or a path, in order.
    private static func openDescriptors() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { descriptor in
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)")
            return target.map { String($0.prefix { $0 != "[" && $0 != ":" }) }
        }.sorted()
    }

    /// Children of this process that have ended and that nobody has waited for.
    private static func zombies() -> [Int32] {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        let children = tasks.flatMap { task in
            ((try? String(contentsOfFile: "/proc/self/task/\(task)/children", encoding: .utf8)) ?? "")
                .split(separator: " ").compactMap { Int32($0) }
        }
        return children.filter { child in
            let status = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? ""
            return status.split(separator: ")").last?.hasPrefix(" Z") ?? false
        }
    }
}
