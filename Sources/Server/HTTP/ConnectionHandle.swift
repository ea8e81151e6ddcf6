import CMicrohttpd

/// libmicrohttpd's connection, which the daemon owns and this borrows. It is valid from the notification that it
/// started to the one that it closed, and a suspended connection is never closed; ``Connection`` keeps to that, and so it may go from thread to thread.
struct ConnectionHandle: @unchecked Sendable {
    private let connection: OpaquePointer

    init(_ connection: OpaquePointer) {
        self.connection = connection
    }

    /// The socket. The daemon closes it, after the notification that the connection closed.
    var descriptor: CInt { kong_connection_descriptor(connection) }

    /// The status of the answer that is queued, by us or by libmicrohttpd itself; 0 if there is none.
    var queuedStatus: Int { Int(kong_connection_status(connection)) }

    /// What the start notification stored for this socket.
    var context: UnsafeMutableRawPointer? { kong_connection_context(connection) }

    /// Takes the connection out of its thread's loop until ``resume()``. Only from within the access handler.
    func suspend() { MHD_suspend_connection(connection) }

    /// Calls the access handler again, on the connection's own thread. From any thread, once for each ``suspend()``.
    func resume() { MHD_resume_connection(connection) }

    /// Queues an answer. Only from within the access handler, on its first call or once the whole request has come.
    /// - Returns: the names of headers that could not be sent; `nil` if the answer could not be queued.
    func send(_ response: Response, requestID: String, closes: Bool) -> [String]? {
        guard let handle = ResponseHandle(response.body) else { return nil }
        let dropped = response.sentHeaders(requestID: requestID, closes: closes).filter { !handle.add($0) }
        return handle.queue(on: connection, status: response.status) ? dropped.map(\.name) : nil
    }
}
