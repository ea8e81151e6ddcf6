import CMicrohttpd
import Glibc

/// Owner of an `MHD_Daemon`, started with the callbacks below and stopped when it goes.
///
/// Sendable: libmicrohttpd takes calls for a daemon from any thread, and there is one owner to stop it.
struct Daemon: ~Copyable, @unchecked Sendable {
    private let daemon: OpaquePointer
    /// Kept for the callbacks, which hold it unretained.
    private let registry: ConnectionRegistry

    init(_ registry: ConnectionRegistry) throws(ListenerError) {
        let configuration = registry.service.configuration
        var settings = kong_daemon_settings(
            connection_memory: configuration.connectionMemory,
            connection_limit: UInt32(clamping: max(1, configuration.connectionLimit) + configuration.threads),
            idle_seconds: configuration.idleSeconds, threads: UInt32(clamping: max(1, configuration.threads)),
            context: Unmanaged.passUnretained(registry).toOpaque(), handle: handleRequest, completed: completeRequest,
            notify: noteConnection, unescape: leaveEscaped)
        guard let daemon = kong_start_daemon(&settings) else {
            throw ListenerError(code: .daemon, context: "libmicrohttpd did not start", systemError: errno)
        }
        self.daemon = daemon
        self.registry = registry
    }

    /// The way in. It must be closed before the daemon is stopped.
    var door: Door { Door(daemon) }

    /// Joins the daemon's threads, so it blocks. No connection may be suspended.
    consuming func stop() {}

    deinit { MHD_stop_daemon(daemon) }
}

private func connection(_ handle: ConnectionHandle) -> Connection? {
    handle.context.map { Unmanaged<Connection>.fromOpaque($0).takeUnretainedValue() }
}

/// `MHD_NotifyConnectionCallback`: the socket's context holds its ``Connection`` from start to close.
private func noteConnection(
    context: UnsafeMutableRawPointer?, handle: OpaquePointer?,
    socketContext: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, code: MHD_ConnectionNotificationCode
) {
    guard let context, let handle, let socketContext else { return }
    let registry = Unmanaged<ConnectionRegistry>.fromOpaque(context).takeUnretainedValue()
    if code == .CONNECTION_NOTIFY_STARTED {
        guard let connection = registry.open(ConnectionHandle(handle)) else { return }
        socketContext.pointee = Unmanaged.passRetained(connection).toOpaque()
    } else if let stored = socketContext.pointee {
        socketContext.pointee = nil
        registry.close(Unmanaged<Connection>.fromOpaque(stored).takeRetainedValue())
    }
}

/// libmicrohttpd would decode `%2f` into a slash; the target is decoded from its raw form instead.
private func leaveEscaped(
    context: UnsafeMutableRawPointer?, handle: OpaquePointer?, text: UnsafeMutablePointer<CChar>?
) -> Int {
    text.map { strlen($0) } ?? 0
}

/// `MHD_AccessHandlerCallback`. Every part of a body is taken whole.
private func handleRequest(
    context: UnsafeMutableRawPointer?, handle: OpaquePointer?, path: UnsafePointer<CChar>?,
    method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, part: UnsafePointer<CChar>?,
    partSize: UnsafeMutablePointer<Int>?, requestContext: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
    guard let handle, let partSize, let connection = connection(ConnectionHandle(handle)) else { return .NO }
    let bytes = UnsafeRawBufferPointer(start: part, count: part == nil ? 0 : partSize.pointee)
    partSize.pointee = 0
    return connection.receive(bytes) ? .YES : .NO
}

/// `MHD_RequestCompletedCallback`.
private func completeRequest(
    context: UnsafeMutableRawPointer?, handle: OpaquePointer?,
    requestContext: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, code: MHD_RequestTerminationCode
) {
    guard let handle else { return }
    connection(ConnectionHandle(handle))?.complete(isDelivered: code == .REQUEST_TERMINATED_COMPLETED_OK)
}
