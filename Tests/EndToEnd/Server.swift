import Foundation
import FoundationNetworking
import Resume

/// The project's own folder.
let project = URL(filePath: #filePath).appending(path: "../../..").standardized.path

/// The real server: the program that was built beside the tests, on a free port, with data of its own.
final class Server: Sendable {
    let data: URL
    private let process: Process
    let base: String

    private init(data: URL, process: Process, base: String) {
        self.data = data
        self.process = process
        self.base = base
    }

    static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
        path: "kongresume")

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
    static func start(data: URL, settings: [String: String] = [:]) async throws -> Server {
        let log = data.appending(path: "server-\(UUID().uuidString.prefix(8)).log")
        try Data().write(to: log)
        let process = Process()
        process.executableURL = program
        process.arguments = ["serve", "--port", "0"]
        process.environment = environment(data).merging(settings) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        while true {
            let text = try String(contentsOf: log, encoding: .utf8)
            if let found = text.firstMatch(of: /address=([0-9.:]+)/) {
                return Server(data: data, process: process, base: "http://\(found.1)")
            }
            guard process.isRunning else { throw ServerError(text: text) }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// SIGTERM, and wait for the end. Returns the exit status.
    @discardableResult
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func remove() { try? FileManager.default.removeItem(at: data) }

    /// Runs a command on the server's data; returns what it printed.
    @discardableResult
    func run(_ arguments: String...) throws -> String {
        let (status, output, error) = try command(arguments, environment: Self.environment(data))
        guard status == 0 else { throw ServerError(text: "\(arguments): \(status) \(error)") }
        return output
    }

    /// Adds a user with a profile and credits. Returns a key.
    func addUser(_ email: String, profile: String = "icu-nurse", credits: Int = 10, test: Bool = false) throws -> String
    {
        try run("user", "add", email)
        try run("profile", "import", email, "\(project)/samples/profiles/\(profile).json")
        if credits > 0 { try run("credits", "grant", email, "\(credits)") }
        return test ? try run("key", "create", email, "--test") : try run("key", "create", email)
    }
}

struct ServerError: Error {
    let text: String
}

/// Runs the program once.
func command(_ arguments: [String], environment: [String: String], input: Data? = nil) throws -> (
    status: Int32, output: String, error: String
) {
    let folder = URL(filePath: "/tmp/kongresume-command-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = Server.program
    process.arguments = arguments
    process.environment = environment
    // Files, not pipes: a PostgreSQL that the command starts inherits them and outlives it.
    func file(_ name: String, _ contents: Data = Data()) throws -> FileHandle {
        let url = folder.appending(path: name)
        try contents.write(to: url)
        return try FileHandle(forUpdating: url)
    }
    process.standardInput = try file("input", input ?? Data())
    process.standardOutput = try file("output")
    process.standardError = try file("error")
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8).trimmingCharacters(
            in: .whitespacesAndNewlines)
    }
    return (process.terminationStatus, try text("output"), try text("error"))
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

func pdfText(_ pdf: Data) throws -> String {
    let file = URL(filePath: "/tmp/kongresume-\(UUID().uuidString).pdf")
    try pdf.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/pdftotext")
    process.arguments = ["-raw", file.path, "-"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
}
