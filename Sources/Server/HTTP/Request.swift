/// What is known of a request once its header has come: enough to choose a limit for its body.
package struct RequestHead: Sendable {
    /// Upper-case letters, such as `GET`.
    package let method: String
    package let target: RequestTarget
    package let headers: Headers
    /// The client's `X-Request-Id` if it is 1 to 128 of `[A-Za-z0-9._-]`, otherwise 32 random hexadecimal digits.
    package let id: String
    /// When the header was complete.
    package let received: ContinuousClock.Instant
    /// Whether the body comes in chunks, of a length that is known only at its end.
    package let isChunked: Bool

    /// The path as it came, percent-encoding and all.
    package var path: String { target.path }
    /// The decoded parts of the path between its slashes: `/v1/a%2Fb/` is `["v1", "a/b", ""]`. Dots are not resolved.
    package var segments: [String] { target.segments }
    /// Decoded, in order.
    package var query: [RequestTarget.Parameter] { target.query }
}

/// A whole request, as a handler sees it. Trailers are not part of it: nothing may depend on them (RFC 9110, 6.5.1).
package struct Request: Sendable {
    package let head: RequestHead
    package let body: [UInt8]

    package var method: String { head.method }
    package var path: String { head.path }
    package var segments: [String] { head.segments }
    package var query: [RequestTarget.Parameter] { head.query }
    package var headers: Headers { head.headers }
    package var id: String { head.id }
    package var received: ContinuousClock.Instant { head.received }
}
