import Foundation

/// Says what is being done, on a terminal only: a pipe gets results and nothing else.
func progress(_ text: String) {
    guard isatty(FileHandle.standardError.fileDescriptor) == 1 else { return }
    FileHandle.standardError.write(Data("\(text)\n".utf8))
}

/// Characters of a line of the terminal; 100 where there is none.
func terminalWidth() -> Int {
    var size = winsize()
    guard unsafe ioctl(FileHandle.standardOutput.fileDescriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
        return 100
    }
    return Int(size.ws_col)
}

/// Reads a file, or standard input for `-`.
func readBytes(_ path: String) throws -> [UInt8] {
    if path == "-" { return Array(try FileHandle.standardInput.readToEnd() ?? Data()) }
    do {
        // Through a handle, so that a pipe or a device can be read too.
        return Array(try FileHandle(forReadingFrom: URL(filePath: path)).readToEnd() ?? Data())
    } catch {
        throw Failure("cannot read \(path): \(reason(error))")
    }
}

func readText(_ path: String) throws -> String {
    guard let text = String(validating: try readBytes(path), as: UTF8.self) else {
        throw Failure("\(path) is not UTF-8 text")
    }
    return text
}

/// Writes a file at once, or to standard output for `-`. What is there and is no file, such as a pipe or `/dev/null`, is
/// written to, not replaced.
func write(_ bytes: [UInt8], to path: String) throws {
    if path == "-" { return FileHandle.standardOutput.write(Data(bytes)) }
    let url = URL(filePath: path).resolvingSymlinksInPath()
    do {
        switch try? FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType {
        case nil, .typeRegular?, .typeDirectory?: try Data(bytes).write(to: url, options: .atomic)
        default: try FileHandle(forWritingTo: url).write(contentsOf: Data(bytes))
        }
    } catch {
        throw Failure("cannot write \(path): \(reason(error))")
    }
}

/// Why a file could not be read or written, in the system's words.
private func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
    guard underlying.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
    return unsafe String(cString: strerror(Int32(underlying.code)))
}
