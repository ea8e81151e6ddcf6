internal import CForkServer
internal import Glibc

/// The one owner of a file descriptor; closes it at the end of its life.
struct Descriptor: ~Copyable {
    let number: Int32

    init(owning number: Int32) { self.number = number }

    deinit { close(number) }
}

extension Descriptor {
    /// An anonymous file (memfd_create(2)) that holds `bytes`.
    static func memoryFile(_ name: String, holding bytes: [UInt8] = []) throws(ForkPoolError) -> Descriptor {
        let number = bytes.withUnsafeBytes { kr_memory_file(name, $0.baseAddress, $0.count) }
        guard number >= 0 else { throw .unavailable("no memory file: \(systemMessage(errno))") }
        return Descriptor(owning: number)
    }

    /// Everything that was written to the file, whoever wrote it and wherever its offset stands.
    func contents() -> [UInt8] {
        var status = stat()
        guard fstat(number, &status) == 0, status.st_size > 0 else { return [] }
        let size = Int(status.st_size)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let read = pread(number, buffer.baseAddress?.advanced(by: count), size - count, off_t(count))
                if read < 0 && errno == EINTR { continue }
                if read <= 0 { break }
                count += read
            }
        }
    }
}

/// What errno means, in the system's words.
func systemMessage(_ code: Int32) -> String { String(cString: strerror(code)) }
