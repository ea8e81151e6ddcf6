/// What the listener tells its observer. It is told on the thread where it happened, so the observer must not block.
package enum Event: Sendable {
    case connectionOpened(open: Int)
    case connectionClosed(open: Int)
    case requestFinished(Finished)
    case refused(Refusal, requestID: String)
    /// libmicrohttpd answered by itself, before the handler was asked: a header that it cannot read or hold.
    case refusedByLibrary(status: Int)
    /// The client went away, or the listener stopped, before the handler had answered; its task is cancelled.
    case requestAbandoned(requestID: String)
    /// A header that cannot be sent, such as one with a line break, was left out.
    case headerDropped(name: String, requestID: String)

    package struct Finished: Sendable {
        package let requestID: String
        package let method: String
        /// Without the query, which may hold what no log should.
        package let path: String
        package let status: Int
        /// From the complete header to the last byte of the answer.
        package let duration: Duration
        /// Of the answer's body.
        package let bytes: Int
        /// Whether the whole answer was handed to the system; a client that left early may still have missed it.
        package let isDelivered: Bool
    }
}
