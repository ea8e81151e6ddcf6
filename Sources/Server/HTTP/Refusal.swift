/// Why the listener refuses a request before any handler sees it. The connection closes after each of them.
package enum Refusal: Sendable, Hashable {
    /// HTTP that must not be guessed at. The reason is for the client to read, and holds nothing of the request.
    case malformed(String)
    /// The body is, or would be, longer than this many bytes.
    case tooLarge(limit: Int)
    /// The header is longer than this many bytes.
    case headersTooLarge(limit: Int)
    /// The request line is longer than this many bytes.
    case targetTooLong(limit: Int)
    /// The header has more than this many fields.
    case tooManyFields(limit: Int)
    /// Header or body did not come within the time they have.
    case timedOut
    /// More connections are open than the listener serves.
    case overloaded
    case shuttingDown
    /// A transfer coding other than `chunked`.
    case unsupportedTransferCoding

    /// The status that fits (RFC 9110, 15).
    package var status: Int {
        switch self {
        case .malformed: 400
        case .tooLarge: 413
        case .headersTooLarge, .tooManyFields: 431
        case .targetTooLong: 414
        case .timedOut: 408
        case .overloaded, .shuttingDown: 503
        case .unsupportedTransferCoding: 501
        }
    }
}

extension Refusal: Error {}
