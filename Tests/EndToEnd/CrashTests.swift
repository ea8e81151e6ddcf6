import Foundation
import Resume
import Testing

/// The server is killed, or told to stop, in the middle of its work.
@Suite(.serialized) struct CrashTests {
    @Test func `kill -9 during 20 generations loses no credit, spends none twice, and leaves no process`() async throws
    {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", credits: 100)
        let job = try posting("icu-nurse")
        let answered = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    (try? await server.generate(["job_description": job], key: key).status == 200) ?? false
                }
            }
            // Once the first is answered, the others are under way.
            let first = await group.next() ?? false
            await server.kill()
            var count = first ? 1 : 0
            for await success in group where success { count += 1 }
            return count
        }
        #expect(answered >= 1 && answered < 20)
        try await expectNoEngines(of: server.data)

        let again = try await Server.start(data: server.data)
        let items = try await again.send("GET", "/v1/resumes?limit=100", key: key).json[member: "items"]?.array ?? []
        let statuses = items.compactMap { $0[member: "status"]?.string }
        let completed = statuses.filter { $0 == "completed" }.count
        #expect(!statuses.contains("processing"))
        #expect(completed >= answered)
        #expect(
            try await again.run("credits", "show", "ada@example.com")
                == "granted 100, remaining \(100 - completed), claimed 0, spent \(completed)")
        for item in items where item[member: "status"]?.string == "completed" {
            let id = try #require(item[member: "id"]?.string)
            #expect(
                try await again.send("GET", "/v1/resumes/\(id)/pdf", key: key).body.starts(with: Data("%PDF-".utf8)))
        }
        #expect(try await again.generate(["job_description": job], key: key).status == 200)
        #expect(await again.stop() == 0)
        try await expectNoEngines(of: server.data)
        #expect(processes(holding: server.data.path).isEmpty)
    }

    @Test func `an engine or inspector that hangs does not outlive a server that is killed`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let programs = ["pdftex", "pdf-inspector"]
        let parents = children(of: server.process).filter { programs.contains($0.name) }.map(\.process)
        #expect(parents.count > 2)
        for process in parents { #expect(Foundation.kill(process, SIGSTOP) == 0) }
        await server.kill()
        let deadline = ContinuousClock.now + .seconds(10)
        while parents.contains(where: isRunning), .now < deadline { try await Task.sleep(for: .milliseconds(20)) }
        #expect(parents.filter(isRunning) == [])
        // The private PostgreSQL outlives it.
        try await Server.start(data: server.data).stop()
    }

    @Test func `a private PostgreSQL that dies is started again`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", credits: 5)
        let file = server.data.appending(path: "database/data/postmaster.pid")
        let postmaster = try #require(
            String(contentsOf: file, encoding: .utf8).split(separator: "\n").first.flatMap { pid_t($0) })
        #expect(Foundation.kill(postmaster, SIGKILL) == 0)
        while Foundation.kill(postmaster, 0) == 0 { try await Task.sleep(for: .milliseconds(20)) }
        var answer = try await server.generate(["job_description": try posting("icu-nurse")], key: key)
        let deadline = ContinuousClock.now + .seconds(30)
        while answer.status != 200, .now < deadline {
            #expect(answer.status == 503)
            answer = try await server.generate(["job_description": try posting("icu-nurse")], key: key)
        }
        #expect(answer.status == 200)
        #expect(await server.stop() == 0)
    }

    @Test func `SIGTERM lets the requests under way finish`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        let key = try await server.addUser("ada@example.com", credits: 100)
        let job = try posting("icu-nurse")
        let statuses = await withTaskGroup(of: Int?.self) { group in
            for _ in 0..<8 { group.addTask { try? await server.generate(["job_description": job], key: key).status } }
            var statuses = [await group.next() ?? nil]
            #expect(await server.stop() == 0)
            for await status in group { statuses.append(status) }
            return statuses
        }
        // Those that were let in are answered; what came too late is told so, or finds nobody.
        #expect(statuses.allSatisfy { $0 == 200 || $0 == 503 || $0 == nil })
        let again = try await Server.start(data: server.data)
        let balance = try await again.run("credits", "show", "ada@example.com")
        let successes = statuses.filter { $0 == 200 }.count
        #expect(balance == "granted 100, remaining \(100 - successes), claimed 0, spent \(successes)")
        await again.stop()
    }

    /// Engines and inspectors end by themselves when their server is gone: waits for it, for ten seconds at most.
    private func expectNoEngines(of data: URL) async throws {
        let deadline = ContinuousClock.now + .seconds(10)
        while !engines(of: data).isEmpty && .now < deadline { try await Task.sleep(for: .milliseconds(50)) }
        #expect(engines(of: data).isEmpty)
    }

    private func engines(of data: URL) -> [String] {
        processes(holding: "\(data.path)/texmf").filter { $0.contains("pdftex") }
    }
}

/// What a process has started, by the name of the program.
private func children(of parent: pid_t) -> [(process: pid_t, name: String)] {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(parent)/task")) ?? []
    return threads.flatMap { thread in
        let text = try? String(contentsOfFile: "/proc/\(parent)/task/\(thread)/children", encoding: .utf8)
        return (text ?? "").split(separator: " ").compactMap { pid_t($0) }
    }.map { process in
        let name = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
        return (process, (name ?? "").trimmingCharacters(in: .newlines))
    }
}

/// Whether it has not ended: one that has, and is yet to be reaped, has no command line.
private func isRunning(_ process: pid_t) -> Bool {
    FileManager.default.contents(atPath: "/proc/\(process)/cmdline")?.isEmpty == false
}

/// The command lines of the processes that mention a path.
private func processes(holding path: String) -> [String] {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.filter { Int($0) != nil } ?? []
    return numbers.compactMap { number in
        guard let line = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") else { return nil }
        let text = String(decoding: line, as: UTF8.self)
        return text.contains(path) ? text : nil
    }
}
