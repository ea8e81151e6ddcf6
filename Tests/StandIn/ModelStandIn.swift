import Foundation
import FoundationNetworking

/// A language model as `model.py` plays it, on a loopback port.
package final class ModelStandIn: @unchecked Sendable {
    /// The key that it takes.
    package static let key = "sk-larch-0123456789abcdef"
    package let port: Int
    private let process: Process
    private let input: Pipe

    /// Begins `…/chat/completions`.
    package var url: String { "http://127.0.0.1:\(port)/v1" }

    package init() throws {
        process = Process()
        input = Pipe()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [
            URL(filePath: #filePath).deletingLastPathComponent().appending(path: "model.py").path, Self.key,
        ]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while line.last != UInt8(ascii: "\n"), let byte = try output.fileHandleForReading.read(upToCount: 1),
            !byte.isEmpty
        { line += byte }
        guard let port = Int(String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
        else { throw StandInError() }
        self.port = port
    }

    deinit {
        // It serves until its input ends.
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Has it answer in a way that `model.py` lists, and forget what it heard.
    ///
    /// - Parameter lines: what it says in the mode `say`, as JSON.
    package func play(_ mode: String, lines: String = "[]") async throws {
        var request = URLRequest(url: try address("_play"))
        request.httpMethod = "POST"
        let mode = String(decoding: try JSONEncoder().encode(mode), as: UTF8.self)
        request.httpBody = Data("{\"mode\": \(mode), \"lines\": \(lines)}".utf8)
        _ = try await URLSession.shared.data(for: request)
    }

    /// What it was asked since it was told what to play: how often, what was wrong with that, and the last body.
    package func heard() async throws -> (count: Int, faults: [String], last: String) {
        let (data, _) = try await URLSession.shared.data(from: try address("_heard"))
        let heard = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        let last = try heard["last"].flatMap {
            $0 is NSNull ? nil : String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self)
        }
        return (heard["count"] as? Int ?? 0, heard["faults"] as? [String] ?? [], last ?? "")
    }

    private func address(_ path: String) throws -> URL {
        guard let url = URL(string: "http://127.0.0.1:\(port)/\(path)") else { throw StandInError() }
        return url
    }
}
