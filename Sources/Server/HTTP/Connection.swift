import Synchronization

/// One client's connection: where it is in its life, and until when it may stay there.
///
/// Three parties meet here: a thread of libmicrohttpd, which reads and writes (all its calls for one connection come on
/// one thread), the handler's task, and the ``Keeper``. Each step is taken under the lock, and only from the stage it
/// belongs to, so that of two who come at once the second finds nothing to do.
final class Connection: Sendable {
    enum Stage {
        /// No request line has come since the connection opened or the last answer went.
        case idle
        /// The first bytes of a header have come.
        case header
        case body
        /// The body is too long; what is left of it is thrown away, so that the client reads its answer.
        case draining(bytes: Int)
        /// The request is whole and its connection is being suspended.
        case starting
        /// Suspended: the handler's task runs.
        case working(Task<Void, Never>)
        /// Resumed, with what the handler answered.
        case answered(Response)
        case sending
        /// Resumed or shut down, to be closed without an answer of libmicrohttpd's.
        case givenUp
        case closed
    }

    struct State {
        var stage = Stage.idle
        /// When the keeper ends the stage; `nil` while the handler works, which is its own business.
        var deadline: ContinuousClock.Instant?
        var hasServed = false
        var head: RequestHead?
        var body: [UInt8] = []
        var bodyLimit = 0
        var halfClosedSince: ContinuousClock.Instant?
        var sent: (status: Int, bytes: Int)?

        /// Whether the answer that is queued, if one is, was queued here.
        var isAnswered: Bool {
            switch stage {
            case .sending, .givenUp, .closed: true
            case .idle, .header, .body, .draining, .starting, .working, .answered: false
            }
        }
    }

    let number: Int
    let handle: ConnectionHandle
    let registry: ConnectionRegistry
    let link: Link
    let state: Mutex<State>

    var service: Service { registry.service }

    init(number: Int, handle: ConnectionHandle, registry: ConnectionRegistry, link: Link) {
        self.number = number
        self.handle = handle
        self.registry = registry
        self.link = link
        state = Mutex(State(deadline: .now + registry.service.configuration.headerDeadline))
        link.join(self)
    }

    /// Whether a stop should wait for this one: a request was let in and its answer is not out.
    var isBusy: Bool {
        state.withLock { state in
            switch state.stage {
            case .idle, .header, .givenUp, .closed: false
            case .body, .draining, .starting, .working, .answered, .sending: true
            }
        }
    }

    /// The first bytes of a header have come. That of a first request keeps the deadline it has since the connection.
    func beginHead() {
        state.withLock { state in
            guard case .idle = state.stage else { return }
            state.stage = .header
            if state.hasServed { state.deadline = .now + service.configuration.headerDeadline }
        }
    }

    /// The request is answered, or will never be.
    func complete(isDelivered: Bool) {
        let configuration = service.configuration
        let (head, sent, isOurs) = state.withLock { state in
            let finished = (state.head, state.sent, state.isAnswered)
            state.head = nil
            state.sent = nil
            state.body = []
            state.hasServed = true
            if case .givenUp = state.stage {
                state.deadline = nil
            } else {
                state.stage = .idle
                state.deadline = .now + configuration.idleTimeout
            }
            return finished
        }
        registry.wakeIfDraining()
        link.complete()
        if !isOurs, handle.queuedStatus != 0 { service.observe(.refusedByLibrary(status: handle.queuedStatus)) }
        guard let head, let sent else { return }
        service.observe(
            .requestFinished(
                Event.Finished(
                    requestID: head.id, method: head.method, path: head.path, status: sent.status,
                    duration: .now - head.received, bytes: head.method == "HEAD" ? 0 : sent.bytes,
                    isDelivered: isDelivered)))
    }

    /// The last word: after this the socket is somebody else's.
    func close() {
        state.withLock { $0.stage = .closed }
        link.join(nil)
    }
}
