import Glibc
import Synchronization

/// The thread that owns the daemon: it keeps the deadlines, looks after suspended connections, and stops it.
struct Keeper: Sendable {
    /// How late a deadline may be noticed, in milliseconds. Deadlines are seconds long, and a look costs microseconds.
    private static let tick: CInt = 100
    /// What a cancelled handler gets to answer in, once the time for a graceful stop is up.
    private static let lastGrace = Duration.seconds(1)

    let registry: ConnectionRegistry
    let relay: Relay

    /// Starts the thread. It ends when the registry has been told to drain.
    static func start(_ daemon: consuming Daemon, registry: ConnectionRegistry, relay: Relay) throws(ListenerError) {
        let daemon = Mutex<Daemon?>(consume daemon)
        try spawnThread {
            guard let daemon = daemon.withLock({ $0.take() }) else { return }
            Keeper(registry: registry, relay: relay).run(daemon)
        }
    }

    private func run(_ daemon: consuming Daemon) {
        var cancelledAt: ContinuousClock.Instant?
        while true {
            let connections = registry.connections
            let now = ContinuousClock.now
            for connection in connections { connection.expire(at: now) }
            if case .draining(let deadline) = registry.phase {
                if !connections.contains(where: \.isBusy), registry.endAllWork() { break }
                if let cancelledAt {
                    if now - cancelledAt >= Self.lastGrace { break }
                } else if now >= deadline {
                    for connection in connections { connection.cancel() }
                    cancelledAt = now
                }
            }
            watch(connections)
        }
        while !registry.endAllWork() {
            for connection in registry.connections { connection.abandon() }
            wait(for: [], milliseconds: 1)
        }
        relay.door.close()
        daemon.stop()
        relay.finish()
    }

    /// Waits for a tick, for the bell, or for a client with a suspended connection to go away.
    private func watch(_ connections: [Connection]) {
        let watched = connections.compactMap { connection in connection.watch.map { (connection, $0) } }
        let isAlone = connections.isEmpty && !registry.isDraining
        let found = wait(for: watched.map(\.1), milliseconds: isAlone ? -1 : Self.tick)
        let now = ContinuousClock.now
        for ((connection, _), events) in zip(watched, found) { connection.notice(events, at: now) }
    }

    @discardableResult
    private func wait(for sockets: [pollfd], milliseconds: CInt) -> [Int16] {
        var all = [pollfd(fd: registry.bell.descriptor, events: Int16(POLLIN), revents: 0)] + sockets
        poll(&all, nfds_t(all.count), milliseconds)
        registry.bell.silence()
        return all.dropFirst().map(\.revents)
    }
}

/// Runs a closure on a thread of its own, where it may block as Swift's tasks may not.
func spawnThread(_ body: @escaping @Sendable () -> Void) throws(ListenerError) {
    final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body))
    let result = pthread_create(
        &thread, nil,
        { context in
            if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body() }
            return nil
        }, box.toOpaque())
    guard result == 0 else {
        box.release()
        throw ListenerError(code: .thread, context: "cannot start the listener's thread", systemError: result)
    }
    pthread_detach(thread)
}
