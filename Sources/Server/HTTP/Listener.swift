/// HTTP/1.1 for handlers that are Swift tasks.
///
/// libmicrohttpd reads and writes on its own threads and suspends a connection while a task makes the answer, so that
/// no thread waits for another. This module turns its callbacks into two values, ``Request`` and ``Response``, and adds
/// what it lacks: a strict reading of headers, limits on bodies, absolute deadlines, shedding, a graceful stop. It
/// knows no route and no account; what it refuses it names (``Refusal``), and others write the answer. It does not log:
/// it tells an observer (``Event``).
package final class Listener: Sendable {
    /// The port that is listened on; with the configuration's port 0, the one that was found.
    package let port: Int
    private let registry: ConnectionRegistry

    /// Listens from the moment it returns.
    /// - Parameters:
    ///   - observe: called on the listener's threads; must not block.
    ///   - refuse: writes the answer to a refusal; called on the listener's threads, so it must not block either.
    ///   - handler: answers a request. Its task is cancelled when the client goes away or a stop takes too long.
    package static func start(
        _ configuration: ListenerConfiguration,
        observe: @escaping @Sendable (Event) -> Void = { _ in },
        refuse: @escaping @Sendable (Refusal, _ requestID: String) -> Response,
        handler: @escaping @Sendable (Request) async -> Response
    ) throws(ListenerError) -> Listener {
        let service = Service(configuration: configuration, refuse: refuse, handler: handler, observe: observe)
        let socket = try ListenSocket(host: configuration.host, port: configuration.port)
        let port = socket.port
        let registry = ConnectionRegistry(service: service, bell: try Bell())
        let daemon = try Daemon(registry)
        let relay = try Relay(registry, door: daemon.door)
        try Keeper.start(daemon, registry: registry, relay: relay)
        do {
            try relay.start(accepting: socket)
        } catch {
            registry.drain(until: .now)
            throw error
        }
        return Listener(port: port, registry: registry)
    }

    private init(port: Int, registry: ConnectionRegistry) {
        self.port = port
        self.registry = registry
    }

    /// A listener that nobody holds any more stops at once.
    deinit { registry.drain(until: .now) }

    /// Stops: requests that were let in are finished and answered, new ones get ``Refusal/shuttingDown``, and
    /// connections close after their answer. Handlers still at work after this time are cancelled, have one more second
    /// to answer, and are then abandoned. Returns when every thread and socket is gone. May be called more than once;
    /// the shortest time counts.
    package func shutdown(within time: Duration) async {
        registry.drain(until: .now + time)
        await registry.waitUntilStopped()
    }
}
