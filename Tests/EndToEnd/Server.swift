import Foundation
import FoundationNetworking
import Resume
import Subprocess
import SystemPackage

/// The project's own folder.
let project = URL(filePath: #filePath).appending(path: "../../..").standardized.path

/// The real server: the program that was built beside the tests, on a free port, with data of its own.
final class Server: Sendable {
    let data: URL
    let process: pid_t
    let base: String
    private let settings: [String: String]
    /// What stands between it and its database.
    private let pooler: PooledDatabase?

    private init(data: URL, process: pid_t, base: String, settings: [String: String], pooler: PooledDatabase?) {
        self.data = data
        self.process = process
        self.base = base
        self.settings = settings
        self.pooler = pooler
    }

    static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "kongresume")

    /// A folder that PostgreSQL's account can reach.
    static func makeDataFolder() throws -> URL {
        let folder = URL(filePath: "/tmp/kongresume-test-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        // Formats and fonts are the same for every test: made once, and found by their fingerprint.
        let formats = URL(filePath: project + "/.build/formats")
        try FileManager.default.createDirectory(at: formats, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(at: folder.appending(path: "texmf"), withDestinationURL: formats)
        return folder
    }

    static func environment(_ data: URL) -> [String: String] {
        ["PATH": "/usr/sbin:/usr/bin:/bin", "HOME": data.path, "KONGRESUME_DATA_DIR": data.path]
    }

    /// Starts the server and waits until it says where it listens.
    ///
    /// - Parameters:
    ///   - way: how it reaches its database.
    ///   - settings: environment variables besides those that every test needs.
    static func start(
        data: URL, by way: DatabaseWay = .cluster, settings: [String: String] = [:]
    ) async throws -> Server {
        var settings = settings
        let pooler = way == .pooler ? try await PooledDatabase.start(in: data) : nil
        settings["KONGRESUME_DATABASE_URL"] = pooler?.address
        let log = data.appending(path: "server-\(UUID().uuidString.prefix(8)).log")
        let process = try spawn(environment(data).merging(settings) { $1 }, log: log)
        while true {
            let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
            if let found = text.firstMatch(of: /address=([0-9.:]+)/) {
                return Server(
                    data: data, process: process, base: "http://\(found.1)", settings: settings, pooler: pooler)
            }
            var status: Int32 = 0
            guard waitpid(process, &status, WNOHANG) == 0 else { throw ServerError(text: text) }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    private static func spawn(_ environment: [String: String], log: URL) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, log.path, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        let words = [program.path, "serve", "--port", "0"]
        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var process = pid_t()
        let error = posix_spawn(&process, program.path, &actions, nil, arguments, variables)
        guard error == 0 else { throw ServerError(text: String(cString: strerror(error))) }
        return process
    }

    /// SIGTERM, and wait for the end. Returns the exit status, -1 after a signal.
    @discardableResult
    func stop() async -> Int32 {
        let status = await end(SIGTERM)
        await pooler?.stop()
        return status
    }

    func kill() async { _ = await end(SIGKILL) }

    private func end(_ signal: Int32) async -> Int32 {
        Foundation.kill(process, signal)
        return await withCheckedContinuation { continuation in
            // waitpid blocks: not on one of Swift's own threads.
            DispatchQueue.global().async { [process] in
                var status: Int32 = 0
                while waitpid(process, &status, 0) < 0 && errno == EINTR {}
                continuation.resume(returning: status & 0x7f == 0 ? status >> 8 : -1)
            }
        }
    }

    func remove() { try? FileManager.default.removeItem(at: data) }

    /// Runs a command on the server's data; returns what it printed.
    @discardableResult
    func run(_ arguments: String...) async throws -> String {
        let (status, output, error) = try await command(
            arguments, environment: Self.environment(data).merging(settings) { $1 })
        guard status == 0 else { throw ServerError(text: "\(arguments): \(status) \(error)") }
        return output
    }

    /// Adds a user with a profile and credits. Returns a key.
    func addUser(
        _ email: String, profile: String = "icu-nurse", credits: Int = 10, test: Bool = false
    ) async throws -> String {
        try await run("user", "add", email)
        try await run("profile", "import", email, "\(project)/samples/profiles/\(profile).json")
        if credits > 0 { try await run("credits", "grant", email, "\(credits)") }
        return test ? try await run("key", "create", email, "--test") : try await run("key", "create", email)
    }
}

struct ServerError: Error {
    let text: String
}

/// Runs the program once.
func command(
    _ arguments: [String], environment: [String: String], input: String = ""
) async throws -> (status: Int, output: String, error: String) {
    let result = try await run(
        .path(FilePath(Server.program.path)), arguments: Arguments(arguments),
        environment: .custom(Dictionary(uniqueKeysWithValues: environment.map { (.init(stringLiteral: $0), $1) })),
        input: .string(input), output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    let status = if case .exited(let code) = result.terminationStatus { Int(code) } else { -1 }
    func text(_ output: String) -> String { output.trimmingCharacters(in: .whitespacesAndNewlines) }
    return (status, text(result.standardOutput), text(result.standardError))
}

/// A server's answer.
struct Answer {
    let status: Int
    let headers: HTTPURLResponse
    let body: Data

    func header(_ name: String) -> String? { headers.value(forHTTPHeaderField: name) }

    var json: JSON { get throws { try JSON(parsing: Array(body)) } }
}

extension Server {
    func send(
        _ method: String, _ path: String, key: String? = nil, body: Data? = nil, type: String = "application/json",
        headers: [String: String] = [:]
    ) async throws -> Answer {
        guard let url = URL(string: base + path) else { throw ServerError(text: path) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body
        if body != nil { request.setValue(type, forHTTPHeaderField: "Content-Type") }
        if let key { request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await URLSession.shared.data(for: request)
        guard let http = response as? HTTPURLResponse else { throw ServerError(text: "no HTTP") }
        return Answer(status: http.statusCode, headers: http, body: data)
    }

    func generate(_ fields: [String: JSON], key: String?) async throws -> Answer {
        let body = JSON.object(fields.sorted { $0.key < $1.key }.map { JSON.Member($0.key, $0.value) })
        return try await send("POST", "/v1/resumes/generate", key: key, body: Data(body.bytes))
    }
}

func posting(_ name: String) throws -> JSON {
    .string(try String(contentsOfFile: "\(project)/samples/postings/\(name).txt", encoding: .utf8))
}

func pdfText(_ pdf: Data) async throws -> String {
    let file = URL(filePath: "/tmp/kongresume-\(UUID().uuidString).pdf")
    try pdf.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let result = try await run(
        .path("/usr/bin/pdftotext"), arguments: ["-raw", file.path, "-"], output: .string(limit: 1 << 20))
    return result.standardOutput
}
