/// What a listener is started with. Every time and size is bounded by default.
package struct ListenerConfiguration: Sendable {
    /// A numeric IPv4 or IPv6 address, or `localhost`. Names are not resolved.
    package var host = "127.0.0.1"
    /// 0 takes any free port; ``Listener/port`` says which.
    package var port = 0
    /// Threads that read and write sockets. Handlers run on Swift's own threads, so few are enough.
    package var threads = 2

    /// Past this many connections a client is told 503 before it has said anything.
    package var connectionLimit = 1024
    /// A request on a connection opened past this number gets 503 at once.
    package var overloadAt = 896

    /// The longest header, in bytes, request line included.
    package var headerBytes = 16 << 10
    /// The longest body, in bytes, of the request with this head. Asked before any of the body is read.
    package var bodyBytes: @Sendable (RequestHead) -> Int = { _ in 1 << 20 }

    /// From the connection, or for a later request from its first byte, to the end of the header.
    package var headerDeadline: Duration = .seconds(10)
    /// From the end of the header to the end of the body.
    package var bodyDeadline: Duration = .seconds(60)
    /// From the answer to its last byte.
    package var answerDeadline: Duration = .seconds(60)
    /// A connection without a byte for so long after an answer is closed.
    package var idleTimeout: Duration = .seconds(30)
    /// A client that closed its sending side while its answer is being made may be gone or may be listening, and TCP
    /// does not say which. After this long it is taken for gone; one that reset the connection is gone at once.
    package var halfClosedGrace: Duration = .seconds(5)

    package init() {}

    /// libmicrohttpd keeps header, parsed fields and answer header of a connection in one block of this size. Twice the
    /// header's limit holds the longest header that is let through; its default of 32 KiB is enough for the usual one.
    var connectionMemory: Int { max(32 << 10, 2 * headerBytes) }

    /// libmicrohttpd sees nothing of a header before it is whole, so its own patience must outlast ours. Whole seconds,
    /// rounded up.
    var idleSeconds: UInt32 {
        let (seconds, attoseconds) = (idleTimeout + headerDeadline + .seconds(1)).components
        return UInt32(clamping: max(1, attoseconds > 0 ? seconds + 1 : seconds))
    }
}
