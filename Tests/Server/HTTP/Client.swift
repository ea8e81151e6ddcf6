import Dispatch
import Glibc

/// A client that says exactly the bytes it is given. It waits on threads of its own, so that waiting takes none from
/// the handlers under test. Every wait ends after 20 seconds, as a failure.
final class Client: Sendable {
    struct Broken: Error {
        let what: String
    }

    struct Answer: Sendable {
        let status: Int
        let head: String
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }

        subscript(name: String) -> String? {
            for line in head.split(separator: "\r\n").dropFirst() {
                let parts = line.split(separator: ":", maxSplits: 1)
                if parts.count == 2, parts[0].lowercased() == name.lowercased() {
                    return String(parts[1].drop { $0 == " " })
                }
            }
            return nil
        }
    }

    private let descriptor: CInt
    /// Reading and writing do not wait for each other.
    private let reading = DispatchQueue(label: "client reads")
    private let writing = DispatchQueue(label: "client writes")

    init(port: Int) throws {
        descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = withUnsafeBytes(of: &address) { bytes in
            bytes.assumingMemoryBound(to: sockaddr.self).baseAddress.map {
                connect(descriptor, $0, socklen_t(bytes.count))
            }
        }
        guard result == 0 else { throw Broken(what: "cannot connect: \(errno)") }
    }

    deinit { Glibc.close(descriptor) }

    /// - Returns: whether the server still took it.
    @discardableResult
    func send(_ text: String) async -> Bool { await send(Array(text.utf8)) }

    @discardableResult
    func send(_ bytes: [UInt8]) async -> Bool {
        await withCheckedContinuation { continuation in
            writing.async { [descriptor] in continuation.resume(returning: Self.write(bytes, to: descriptor)) }
        }
    }

    /// The next whole answer; `nil` if the server closed instead. `100 Continue` is passed over.
    func answer(toHead: Bool = false) async throws -> Answer? {
        try await on(reading) { [descriptor] in
            while true {
                var head: [UInt8] = []
                while !head.ends(with: "\r\n\r\n") {
                    guard let byte = try Self.read(1, from: descriptor).first else {
                        if head.isEmpty { return nil }
                        throw Broken(what: "closed within a header: \(String(decoding: head, as: UTF8.self))")
                    }
                    head.append(byte)
                }
                let text = String(decoding: head, as: UTF8.self)
                guard let status = Int(text.dropFirst(9).prefix(3)) else { throw Broken(what: text) }
                if status == 100 { continue }
                let bare = Answer(status: status, head: text, body: [])
                let length = bare["Content-Length"].flatMap { Int($0) } ?? 0
                let body = toHead || status == 304 || status == 204 ? [] : try Self.read(length, from: descriptor)
                return Answer(status: status, head: text, body: body)
            }
        }
    }

    /// Everything until the server closes.
    func rest() async throws -> [UInt8] {
        try await on(reading) { [descriptor] in try Self.read(.max, from: descriptor) }
    }

    /// Says that no more will come, and still listens.
    func closeSending() { shutdown(descriptor, CInt(SHUT_WR)) }

    /// Vanishes the way a killed process with unread data does.
    func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
        // Disconnecting an AF_INET socket sends the reset and keeps the descriptor for `deinit`.
        var nowhere = sockaddr()
        nowhere.sa_family = sa_family_t(AF_UNSPEC)
        connect(descriptor, &nowhere, socklen_t(MemoryLayout<sockaddr>.size))
    }

    private func on<T: Sendable>(
        _ queue: DispatchQueue, _ body: @escaping @Sendable () throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body() }) }
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private static func read(_ count: Int, from descriptor: CInt) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count < count {
            let received = recv(descriptor, &buffer, min(buffer.count, count - bytes.count), 0)
            if received < 0, errno == EAGAIN { throw Broken(what: "the server was silent for 20 seconds") }
            guard received > 0 else { break }
            bytes += buffer[..<received]
        }
        return bytes
    }
}

extension [UInt8] {
    fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}

extension Client {
    func ask(_ text: String) async throws -> Answer? {
        await send(text)
        return try await answer()
    }
}
