import Glibc
import Synchronization

/// Owner of a listening TCP socket.
struct ListenSocket: ~Copyable, Sendable {
    struct Accepted {
        /// Never blocks, and is for the caller to close.
        let descriptor: CInt
        /// No descriptor is left for what serving this client takes.
        let isBeyondMeans: Bool
    }

    let descriptor: CInt
    /// Given up for a moment when descriptors run out: a client that cannot even be accepted cannot be told so, and would
    /// keep the socket readable for ever.
    private let spare = Mutex<CInt>(Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC))

    init(host: String, port: Int) throws(ListenerError) {
        descriptor = try Self.open(host: host, port: port)
    }

    deinit {
        Glibc.close(descriptor)
        spare.withLock { _ = Glibc.close($0) }
    }

    /// The port it was bound to.
    var port: Int {
        var address = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutableBytes(of: &address) { bytes in
            guard let base = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                getsockname(descriptor, base, &size) == 0
            else { return 0 }
            // The port is at the same place in `sockaddr_in` and `sockaddr_in6`, in network order.
            return Int(bytes[2]) << 8 | Int(bytes[3])
        }
    }

    /// The next client; `nil` when none is waiting.
    func accept() -> Accepted? {
        while true {
            var client = Glibc.accept(descriptor, nil, nil)
            let isBeyondMeans = client < 0 && (errno == EMFILE || errno == ENFILE)
            if isBeyondMeans {
                client = spare.withLock { spare in
                    Glibc.close(spare)
                    defer { spare = Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC) }
                    return Glibc.accept(descriptor, nil, nil)
                }
            }
            guard client >= 0 else {
                // One that was gone before it was accepted is no reason to keep the next waiting (accept(2)).
                if errno == EINTR || errno == ECONNABORTED { continue }
                return nil
            }
            _ = fcntl(client, F_SETFD, FD_CLOEXEC)
            _ = fcntl(client, F_SETFL, O_NONBLOCK)
            // Answers are written whole, so there is nothing to wait for.
            var yes: CInt = 1
            setsockopt(client, CInt(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<CInt>.size))
            return Accepted(descriptor: client, isBeyondMeans: isBeyondMeans)
        }
    }

    private static func failure(_ place: String) -> ListenerError {
        let code: ListenerError.Code =
            switch errno {
            case EADDRINUSE: .addressInUse
            case EACCES, EPERM: .permissionDenied
            default: .socket
            }
        return ListenerError(code: code, context: "cannot listen on \(place)", systemError: errno)
    }

    private static func open(host: String, port: Int) throws(ListenerError) -> CInt {
        let place = "\(host):\(port)"
        var hints = addrinfo()
        hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE
        hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard (0...0xFFFF).contains(port),
            getaddrinfo(host == "localhost" ? "127.0.0.1" : host, String(port), &hints, &list) == 0, let list
        else {
            throw ListenerError(
                code: .invalidHost, context: "\(place) is not a numeric address and port", systemError: 0)
        }
        defer { freeaddrinfo(list) }
        let address = list.pointee
        let type = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(address.ai_family, type, address.ai_protocol)
        guard descriptor >= 0 else { throw failure(place) }
        var yes: CInt = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<CInt>.size))
        guard bind(descriptor, address.ai_addr, address.ai_addrlen) == 0, listen(descriptor, 1024) == 0 else {
            let failure = failure(place)
            Glibc.close(descriptor)
            throw failure
        }
        return descriptor
    }
}
