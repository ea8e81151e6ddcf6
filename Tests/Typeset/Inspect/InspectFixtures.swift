import ForkServer
import Foundation
import Inspect
import Resume
import Subprocess
import SystemPackage

extension InspectorConfiguration {
    /// The inspector that was built beside the tests.
    static func make(idle: Int = 1, busy: Int = 1) -> InspectorConfiguration {
        let built = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
        return InspectorConfiguration(program: built + "/pdf-inspector", idle: idle, busy: busy)
    }
}

/// Runs `body` with an inspector of its own, and stops it.
func withInspector<Result>(
    _ configuration: InspectorConfiguration = .make(), _ body: (Inspector) async throws -> Result
) async throws -> Result {
    let inspector = try Inspector(configuration)
    do {
        let result = try await body(inspector)
        await inspector.stop()
        return result
    } catch {
        await inspector.stop()
        throw error
    }
}

func read(_ pdf: HandmadePDF) async throws -> PDFFacts {
    try await withInspector { try await $0.inspect(pdf.bytes) }
}

extension Keyword {
    static func make(_ term: String) -> Keyword { Keyword(term: term, canonical: term, importance: .required) }
}

/// Runs a program in a folder of its own that holds `files`, and returns what it made of `result` there.
func make(_ result: String, with command: [String], files: [String: [UInt8]]) async throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "inspect-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
    _ = try await Subprocess.run(
        .path("/usr/bin/env"), arguments: Arguments(command), workingDirectory: FilePath(folder.path),
        output: .discarded, error: .discarded)
    return [UInt8](try Data(contentsOf: folder.appending(path: result)))
}
