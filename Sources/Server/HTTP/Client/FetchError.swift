/// Why a page was not fetched.
package struct FetchError: Error, Sendable, CustomStringConvertible {
    package enum Code: Sendable, Hashable {
        /// No address that this client may go to: scheme, host, port, user, or not an address at all.
        case forbiddenDestination
        /// The host's name leads to an address that is not global.
        case forbiddenAddress
        case unresolved
        case unconnected
        /// The certificate or the handshake.
        case untrusted
        /// The whole transfer, or a stretch of it, took too long.
        case tooSlow
        /// The body, decompressed, or the header is over the limit.
        case tooLarge
        /// What came is not HTTP, or broke off.
        case malformed
        case cancelled
    }

    package let code: Code
    package let context: String

    init(_ code: Code, _ context: String) {
        self.code = code
        self.context = context
    }

    /// Whether the same may succeed a moment later.
    package var isPassing: Bool {
        switch code {
        case .unresolved, .unconnected, .malformed: true
        default: false
        }
    }

    package var description: String { "\(code): \(context)" }
}
