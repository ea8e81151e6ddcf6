import Engine
import ForkServer
import Foundation
import Testing

/// Bodies that try to read, write or run something, and bodies that never end, on a warm engine.
@Suite(.serialized) struct HostileBodyTests {
    @Test func `no body reads a file, a variable of the environment, or writes outside`() async throws {
        let leaks = try await leaks(isConfined: true)
        #expect(leaks.tried >= 34)
        #expect(leaks.names == [])
    }

    /// Without the sandbox the same harness must see leaks: it is not blind.
    @Test func `without confinement the same bodies do leak`() async throws {
        #expect(try await !leaks(isConfined: false).names.isEmpty)
    }

    @Test func `a body that never ends is ended, and the next document is the same as before`() async throws {
        var configuration = EngineConfiguration.make(idle: 1, busy: 1)
        configuration.limits.wall = .seconds(3)
        configuration.limits.processor = 3
        let engine = try await Engine.start("template1", configuration)
        let before = try await engine.compile(EngineTests.body).pdf
        let bodies = try Self.bodies("runaway")
        #expect(bodies.count >= 23)
        for (name, body) in bodies {
            do {
                _ = try await engine.compile(body)
                Issue.record("\(name) came to an end")
            } catch EngineError.compileFailed, EngineError.limitExceeded {
            } catch {
                Issue.record("\(name): \(error)")
            }
            #expect(try await engine.compile(EngineTests.body).pdf == before, "after \(name)")
        }
        await engine.stop()
    }

    private func leaks(isConfined: Bool) async throws -> (tried: Int, names: [String]) {
        let token = "CANARY\(UInt32.random(in: 1_000_000 ... .max))"
        let folder = FileManager.default.temporaryDirectory.appending(path: "hostile-\(UUID().uuidString)")
        let outside = folder.appending(path: "outside")
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let canary = folder.appending(path: "canary").path
        try Data(token.utf8).write(to: URL(filePath: canary + ".txt"))
        try Data(token.utf8).write(to: URL(filePath: canary + ".pfb"))
        try Data(HandmadePDF(pages: [HandmadePDF.lines([token])]).bytes).write(to: URL(filePath: canary + ".pdf"))
        setenv("CANARYVAR", canary + ".txt", 1)
        setenv("SECRETENV", token, 1)

        var configuration = EngineConfiguration.make(idle: 1, busy: 1)
        configuration.isConfined = isConfined
        configuration.limits.wall = .seconds(3)
        let engine = try await Engine.start("template1", configuration)
        let bodies = try Self.bodies("read")
        var names: [String] = []
        for (name, source) in bodies {
            let body = source.replacing("@CANARY_ONES@", with: canary.replacing("/", with: "1"))
                .replacing("@CANARY@", with: canary).replacing("@OUTSIDE@", with: outside.path)
            let seen: String
            do {
                let pdf = try await engine.compile(body).pdf
                let plain = try? await make(
                    "out.pdf", with: ["qpdf", "--qdf", "--object-streams=disable", "in.pdf", "out.pdf"],
                    files: ["in.pdf": pdf])
                seen = String(decoding: plain ?? pdf, as: UTF8.self) + (try await extractedText(from: pdf))
            } catch {
                seen = "\(error)"
            }
            let written = try FileManager.default.contentsOfDirectory(atPath: outside.path)
            if seen.contains(token) || !written.isEmpty { names.append(name) }
            for file in written { try FileManager.default.removeItem(at: outside.appending(path: file)) }
        }
        await engine.stop()
        return (bodies.count, names)
    }

    private static func bodies(_ folder: String) throws -> [(name: String, text: String)] {
        let path = "\(project)/Tests/Typeset/Engine/Cases/\(folder)"
        return try FileManager.default.contentsOfDirectory(atPath: path).sorted().map { name in
            (name, try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8))
        }
    }
}
