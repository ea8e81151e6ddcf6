import Engine
import Font
import ForkServer
import Foundation
import Subprocess
import SystemPackage
import Testing

/// Bodies that try to read, write or run something, and bodies that never end: on warm engines, and through the command.
@Suite(.serialized) struct HostileBodyTests {
    @Test(arguments: TeXEngine.allCases)
    func `no body reads a file, a variable of the environment, or writes outside`(_ kind: TeXEngine) async throws {
        var bodies = try HostileBody.all(in: "read")
        #expect(bodies.count >= 34)
        if kind == .xetex { bodies += try HostileBody.all(in: "read-xetex") }
        #expect(try await leaks(bodies, by: kind, isConfined: true) == [])
    }

    /// The settings of TeX alone are no sandbox; and the harness is not blind.
    @Test func `without confinement the same bodies do leak`() async throws {
        #expect(try await !leaks(HostileBody.all(in: "read"), by: .pdftex, isConfined: false).isEmpty)
    }

    /// Nothing off the list may be there: a body that leaks nowhere proves nothing about the sandbox.
    @Test func `with everything allowed every body leaks, but for those that a stock pdfTeX has no way for`()
        async throws
    {
        let trap = try Trap()
        defer { trap.remove() }
        var silent: [String] = []
        for body in try HostileBody.all(in: "read") {
            let told = try await Lax.compile(trap.bait(body), in: trap)
            let written = try trap.takeWritten()
            if !trap.isSprung(by: told), written.isEmpty { silent.append(body.name) }
        }
        #expect(silent.sorted() == Lax.silent.sorted())
        print("lax: \(try HostileBody.all(in: "read").count - silent.count) bodies leak from a stock pdfTeX")
    }

    @Test(arguments: TeXEngine.allCases)
    func `a body that never ends is ended, and the next document is the same as before`(_ kind: TeXEngine) async throws
    {
        var configuration = EngineConfiguration.make(idle: 1, busy: 1)
        configuration.limits.wall = .seconds(3)
        configuration.limits.processor = 3
        let engine = try await Engine.start("template1", configuration, by: kind)
        let before = try await engine.compile(EngineTests.body).pdf
        let bodies = try HostileBody.all(in: "runaway")
        #expect(bodies.count >= 23)
        var slowest = (name: "", time: Duration.zero)
        for body in bodies {
            let start = ContinuousClock.now
            do {
                _ = try await engine.compile(body.source)
                Issue.record("\(body) came to an end")
            } catch EngineError.compileFailed, EngineError.limitExceeded {
            } catch {
                Issue.record("\(body): \(error)")
            }
            let time = ContinuousClock.now - start
            if time > slowest.time { slowest = (body.name, time) }
            #expect(try await engine.compile(EngineTests.body).pdf == before, "after \(body)")
        }
        print("\(kind): \(bodies.count) runaways ended, the slowest (\(slowest.name)) after \(slowest.time)")
        await engine.stop()
    }

    @Test func `the command leaks nothing either, and ends what never ends`() async throws {
        let trap = try Trap()
        defer { trap.remove() }
        for body in try HostileBody.all(in: "read") {
            let (status, told) = try await command(trap.bait(body), in: trap)
            #expect(!trap.isSprung(by: told), "\(body)")
            #expect(try trap.takeWritten() == [], "\(body)")
            #expect(status == 0 || status == 1, "\(body)")
        }
        for body in try HostileBody.all(in: "runaway") {
            let (status, told) = try await command(body.source, in: trap)
            #expect(status == 1, "\(body)")
            #expect(!told.isEmpty, "\(body) ended without a word")
        }
    }

    private func leaks(
        _ bodies: [HostileBody], by kind: TeXEngine, isConfined: Bool
    ) async throws -> [String] {
        let trap = try Trap()
        defer { trap.remove() }
        for (name, value) in trap.variables where name != "HOME" { setenv(name, value, 1) }
        var configuration = EngineConfiguration.make(idle: 1, busy: 1)
        configuration.isConfined = isConfined
        configuration.limits.wall = .seconds(3)
        let engine = try await Engine.start("template1", configuration, by: kind)
        var names: [String] = []
        for body in bodies {
            let told: String
            do { told = try await trap.readable(engine.compile(trap.bait(body)).pdf) } catch { told = "\(error)" }
            let written = try trap.takeWritten()
            if trap.isSprung(by: told) || !written.isEmpty { names.append(body.name) }
        }
        await engine.stop()
        return names
    }

    /// `kongresume compile`: its exit status, and all that it says and writes.
    private func command(_ body: String, in trap: Trap) async throws -> (status: Int, told: String) {
        let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "kongresume")
        let environment = trap.variables.merging([
            "PATH": "/usr/bin:/bin", "KONGRESUME_SHARE_DIR": project,
            "KONGRESUME_DATA_DIR": project + "/.build/test-data",
        ]) { $1 }
        let result = try await Subprocess.run(
            .path(FilePath(program.path)), arguments: ["compile", "-", "-o", "-"],
            environment: .exactly(environment), workingDirectory: FilePath(trap.workplace.path),
            input: .string(body), output: .bytes(limit: 64 << 20), error: .string(limit: 1 << 20))
        guard case .exited(let status) = result.terminationStatus else { return (-1, "ended by a signal") }
        var told = result.standardError
        if !result.standardOutput.isEmpty { told += try await trap.readable(result.standardOutput) }
        return (Int(status), told)
    }
}

/// A stock pdfTeX with everything allowed that can be allowed.
private enum Lax {
    /// A stock pdfTeX has no way for these: it does not expand variables in names of files that it writes or embeds, takes
    /// only fonts and pictures for fonts and pictures, and a JavaScript action or root's home hold no token.
    static let silent = [
        "active-content", "env-in-mapfile", "env-in-openout", "env-in-pdfobj", "font-path", "font-path-traversal",
        "mapline-embed", "mapline-font-file", "selfautoparent-openout", "tilde-home", "ximage-text",
    ]

    /// All that comes out of it.
    static func compile(_ body: String, in trap: Trap) async throws -> String {
        let document = "\\documentclass{template1}\\begin{document}\\input{body}\\end{document}\n"
        let folder = trap.workplace
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            try FileManager.default.removeItem(at: folder.appending(path: file))
        }
        // In a file of its own, as an engine of the pool reads it: a body may end it.
        try Data(body.utf8).write(to: folder.appending(path: "body.tex"))
        try Data(document.utf8).write(to: folder.appending(path: "resume.tex"))
        let environment = trap.variables.merging([
            "PATH": "/usr/bin:/bin", "TEXMFAUXTREES": project + "/texmf,", "openin_any": "a", "openout_any": "a",
            "max_print_line": "1000", "MKTEXTFM": "1",
        ]) { $1 }
        let result = try await Subprocess.run(
            .path("/usr/bin/pdflatex"), arguments: ["-shell-escape", "-interaction=nonstopmode", "resume.tex"],
            environment: .exactly(environment), workingDirectory: FilePath(folder.path),
            output: .string(limit: 8 << 20), error: .string(limit: 8 << 20))
        var told = result.standardOutput + result.standardError
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !file.hasSuffix(".tex") {
            let contents = try Data(contentsOf: folder.appending(path: file))
            told +=
                file.hasSuffix(".pdf")
                ? try await trap.readable(Array(contents)) : String(decoding: contents, as: UTF8.self)
        }
        return told
    }
}
