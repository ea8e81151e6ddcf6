import Synchronization

/// The open connections, and whether more work may begin.
final class ConnectionRegistry: Sendable {
    enum Phase {
        case serving
        /// No new requests; those that were let in are finished until this time.
        case draining(until: ContinuousClock.Instant)
        /// Nothing is suspended and nothing may be: the daemon may be stopped.
        case stopping
        case stopped
    }

    private struct State {
        var phase = Phase.serving
        var open: [Int: Connection] = [:]
        /// Given to the daemon, by the socket it was given, and not yet opened there.
        var expected: [CInt: Link] = [:]
        var count = 0
        var suspended = 0
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    let service: Service
    /// Wakes the keeper out of its poll.
    let bell: Bell
    private let state = Mutex(State())
    /// Beside the phase, so that the many who ask need no lock.
    private let draining = Atomic(false)

    init(service: Service, bell: consuming Bell) {
        self.service = service
        self.bell = bell
    }

    var isDraining: Bool { draining.load(ordering: .acquiring) }

    /// Makes room for a connection that the daemon is about to get.
    /// - Returns: false when as many are open as are served.
    func expect(_ link: Link, at descriptor: CInt) -> Bool {
        state.withLock { state in
            guard state.open.count + state.expected.count < service.configuration.overloadAt else { return false }
            state.expected[descriptor] = link
            return true
        }
    }

    /// The daemon did not take it.
    func forget(_ descriptor: CInt) { state.withLock { $0.expected[descriptor] = nil } }

    /// - Returns: `nil` for a socket that nobody announced.
    func open(_ handle: ConnectionHandle) -> Connection? {
        let opened = state.withLock { state -> (Connection, Int)? in
            guard let link = state.expected.removeValue(forKey: handle.descriptor) else { return nil }
            state.count += 1
            let connection = Connection(number: state.count, handle: handle, registry: self, link: link)
            state.open[connection.number] = connection
            return (connection, state.open.count)
        }
        guard let (connection, open) = opened else { return nil }
        if open == 1 { bell.ring() }
        service.observe(.connectionOpened(open: open))
        return connection
    }

    func close(_ connection: Connection) {
        connection.close()
        let open = state.withLock { state in
            state.open[connection.number] = nil
            return state.open.count
        }
        service.observe(.connectionClosed(open: open))
    }

    var connections: [Connection] { state.withLock { Array($0.open.values) } }

    var phase: Phase { state.withLock { $0.phase } }

    /// Counts a connection that is about to be suspended.
    /// - Returns: false once the daemon is being stopped, when a suspended connection would be misuse.
    func beginWork() -> Bool {
        state.withLock { state in
            switch state.phase {
            case .serving, .draining:
                state.suspended += 1
                return true
            case .stopping, .stopped: return false
            }
        }
    }

    /// The connection has been resumed.
    func endWork() {
        state.withLock { $0.suspended -= 1 }
        wakeIfDraining()
    }

    /// - Returns: true when nothing is suspended, and from then on nothing can be.
    func endAllWork() -> Bool {
        state.withLock { state in
            guard state.suspended == 0 else { return false }
            state.phase = .stopping
            return true
        }
    }

    func drain(until deadline: ContinuousClock.Instant) {
        state.withLock { state in
            switch state.phase {
            case .serving: state.phase = .draining(until: deadline)
            case .draining(let earlier): state.phase = .draining(until: min(earlier, deadline))
            case .stopping, .stopped: break
            }
        }
        draining.store(true, ordering: .releasing)
        bell.ring()
    }

    func wakeIfDraining() {
        if isDraining { bell.ring() }
    }

    func finish() {
        let waiters = state.withLock { state in
            state.phase = .stopped
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    func waitUntilStopped() async {
        await withCheckedContinuation { waiter in
            let isStopped = state.withLock { state in
                if case .stopped = state.phase { return true }
                state.waiters.append(waiter)
                return false
            }
            if isStopped { waiter.resume() }
        }
    }
}
