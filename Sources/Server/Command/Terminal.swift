import ArgumentParser
import Foundation

/// Says what is being done, on a terminal only: a pipe gets results and nothing else.
func progress(_ text: String) {
    guard isatty(FileHandle.standardError.fileDescriptor) == 1 else { return }
    FileHandle.standardError.write(Data("\(text)\n".utf8))
}

/// Reads a file, or standard input for `-`.
func readBytes(_ path: String) throws -> [UInt8] {
    if path == "-" { return Array(try FileHandle.standardInput.readToEnd() ?? Data()) }
    do {
        return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
        throw ValidationError("cannot read \(path): \((error as NSError).localizedFailureReason ?? "no such file")")
    }
}

func readText(_ path: String) throws -> String {
    guard let text = String(validating: try readBytes(path), as: UTF8.self) else {
        throw ValidationError("\(path) is not UTF-8 text")
    }
    return text
}

/// Writes a file at once, or to standard output for `-`.
func write(_ bytes: [UInt8], to path: String) throws {
    if path == "-" { return FileHandle.standardOutput.write(Data(bytes)) }
    try Data(bytes).write(to: URL(filePath: path), options: .atomic)
}
