import Glibc

/// Owner of a connected socket that never blocks.
struct Socket: ~Copyable {
    enum Outcome {
        case moved(Int)
        /// Nothing can be moved now.
        case later
        /// The other side sends no more.
        case ended
        case broken
    }

    let descriptor: CInt

    init(owning descriptor: CInt) { self.descriptor = descriptor }

    deinit { Glibc.close(descriptor) }

    /// Appends up to 16 KiB of what has come.
    func receive(into buffer: inout [UInt8]) -> Outcome {
        withUnsafeTemporaryAllocation(byteCount: 16 << 10, alignment: 1) { room in
            while true {
                let count = recv(descriptor, room.baseAddress, room.count, CInt(MSG_DONTWAIT))
                if count > 0 {
                    buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<count]))
                    return .moved(count)
                }
                if count == 0 { return .ended }
                if errno == EAGAIN { return .later }
                if errno != EINTR { return .broken }
            }
        }
    }

    func send(_ bytes: ArraySlice<UInt8>) -> Outcome {
        bytes.withUnsafeBytes { bytes in
            while true {
                let count = Glibc.send(
                    descriptor, bytes.baseAddress, bytes.count, CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT))
                if count >= 0 { return .moved(count) }
                if errno == EAGAIN { return .later }
                if errno != EINTR { return .broken }
            }
        }
    }

    /// Whether the other side closed its sending side and nothing of it is unread.
    var isAtEnd: Bool {
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, CInt(MSG_PEEK) | CInt(MSG_DONTWAIT)) == 0
    }

    func endSending() { shutdown(descriptor, CInt(SHUT_WR)) }

    /// Two connected sockets; the second is for somebody else to close.
    static func pair() -> (CInt, CInt)? {
        var ends: [CInt] = [-1, -1]
        let type = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        return socketpair(AF_UNIX, type, 0, &ends) == 0 ? (ends[0], ends[1]) : nil
    }
}

/// Bytes that wait to be written.
struct Outbox {
    private var bytes: [UInt8] = []
    private var sent = 0

    var isEmpty: Bool { sent == bytes.count }

    /// Lets `fill` append to what waits.
    mutating func add<Result, Failure>(_ fill: (inout [UInt8]) throws(Failure) -> Result) throws(Failure) -> Result {
        try fill(&bytes)
    }

    mutating func drop() {
        bytes.removeAll(keepingCapacity: bytes.capacity <= 64 << 10)
        sent = 0
    }

    /// - Returns: `.later` once it takes no more, `.moved` when all is written.
    mutating func write(_ send: (ArraySlice<UInt8>) -> Socket.Outcome) -> Socket.Outcome {
        while sent < bytes.count {
            let outcome = send(bytes[sent...])
            guard case .moved(let count) = outcome else { return outcome }
            sent += count
        }
        drop()
        return .moved(0)
    }
}
