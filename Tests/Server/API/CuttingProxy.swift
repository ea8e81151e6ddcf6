import Foundation
import Synchronization

/// Stands between a client and PostgreSQL, on a Unix socket, and cuts the connection at a COMMIT when it is told to.
final class CuttingProxy: Sendable {
    enum Cut: String, CaseIterable, Sendable {
        /// The server never gets the COMMIT.
        case before
        /// The server commits, and its answer does not arrive.
        case after
    }

    /// For `host=`.
    let directory: String
    private let target: String
    private let listener: Int32
    private let orders = Mutex<(pending: [Cut], done: Int)>(([], 0))

    /// Connections cut so far.
    var cuts: Int { orders.withLock { $0.done } }

    init(to target: String) throws {
        self.target = target
        directory = "/tmp/kongresume-proxy-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let path = directory + "/.s.PGSQL.5432"
        let status = withAddress(path) { bind(listener, $0, $1) }
        guard status == 0, listen(listener, 16) == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        Thread.detachNewThread { [self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                Thread.detachNewThread { self.serve(client) }
            }
        }
    }

    /// Cuts the next connections that send a COMMIT.
    func cut(_ cut: Cut, count: Int = 1) {
        orders.withLock { $0.pending += Array(repeating: cut, count: count) }
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        try? FileManager.default.removeItem(atPath: directory)
    }

    private func serve(_ client: Int32) {
        let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer {
            close(client)
            close(server)
        }
        guard withAddress(target, { connect(server, $0, $1) }) == 0 else { return }
        var polled = [
            pollfd(fd: client, events: Int16(POLLIN), revents: 0),
            pollfd(fd: server, events: Int16(POLLIN), revents: 0),
        ]
        while poll(&polled, 2, -1) > 0 {
            if polled[0].revents != 0 {
                guard let bytes = receive(client) else { return }
                // The word of the statement, in a Parse or a Query message.
                let order =
                    bytes.firstRange(of: Array("COMMIT\0".utf8)) == nil
                    ? nil : orders.withLock { $0.pending.isEmpty ? nil : $0.pending.removeFirst() }
                if order == .before {
                    orders.withLock { $0.done += 1 }
                    return
                }
                guard transmit(bytes, server) else { return }
                if order == .after {
                    // Its answer to COMMIT comes last, and is COMMIT again.
                    var answer: [UInt8] = []
                    while answer.firstRange(of: Array("COMMIT\0".utf8)) == nil {
                        guard let bytes = receive(server) else { break }
                        answer += bytes
                    }
                    orders.withLock { $0.done += 1 }
                    return
                }
            }
            if polled[1].revents != 0 {
                guard let bytes = receive(server), transmit(bytes, client) else { return }
            }
        }
    }

    private func receive(_ descriptor: Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? Array(buffer[..<count]) : nil
    }

    private func transmit(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

/// Lends a path as a socket's address (unix(7)).
private func withAddress(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
    return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
    }
}
