import Glibc

/// Owner of a socket pair: any thread rings one end, one thread polls the other.
struct Bell: ~Copyable, Sendable {
    /// Readable when the bell has been rung.
    let descriptor: CInt
    private let clapper: CInt

    init() throws(ListenerError) {
        var ends: [CInt] = [-1, -1]
        // Unlike a pipe, a socket pair can be made close-on-exec and non-blocking in one step.
        let type = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
            throw ListenerError(code: .socket, context: "cannot make a socket pair", systemError: errno)
        }
        descriptor = ends[0]
        clapper = ends[1]
    }

    deinit {
        Glibc.close(descriptor)
        Glibc.close(clapper)
    }

    /// Never blocks: when the pair is full, it has been rung often enough.
    func ring() { _ = send(clapper, [1], 1, CInt(MSG_NOSIGNAL)) }

    /// Forgets the rings so far.
    func silence() {
        var rings = [UInt8](repeating: 0, count: 256)
        while recv(descriptor, &rings, rings.count, 0) == rings.count {}
    }
}
