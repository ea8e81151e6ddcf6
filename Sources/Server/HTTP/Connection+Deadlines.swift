import Glibc
import Synchronization

/// `POLLRDHUP`, which `<poll.h>` shows only to those who ask for GNU's extensions: the other side sends no more.
private let readHangUp: Int16 = 0x2000

/// What the keeper does. libmicrohttpd's own timeout counts silence only, and does not run while a connection is
/// suspended.
extension Connection {
    /// Ends the stage if its time is up: with 408 where a request was being read, and by shutting the socket down.
    func expire(at now: ContinuousClock.Instant) {
        let overdue = state.withLock { state in
            state.isOverdue(at: now) ? (head: state.head, isReading: state.isReading) : nil
        }
        guard let overdue else { return }
        let id = overdue.head?.id ?? RequestHead.newIdentifier()
        var message: [UInt8] = []
        if overdue.isReading {
            service.observe(.refused(.timedOut, requestID: id))
            message = RawResponse.serialize(service.refuse(.timedOut, id), requestID: id)
        }
        state.withLock { state in
            guard state.isOverdue(at: now) else { return }
            state.stage = .givenUp
            state.deadline = nil
            // The socket is open as long as the stage is not `closed`. Whatever does not fit its buffer is lost, which
            // is all that a client past its deadline can ask for.
            if overdue.isReading {
                _ = send(handle.descriptor, message, message.count, CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT))
            }
            shutdown(handle.descriptor, CInt(SHUT_RDWR))
        }
    }

    /// The socket and the events to poll it for while the handler works; `nil` otherwise.
    var watch: pollfd? {
        state.withLock { state in
            guard case .working = state.stage else { return nil }
            // Once half-closed it would be reported at every poll; errors and hang-ups are reported unasked.
            let events = state.halfClosedSince == nil ? readHangUp : 0
            return pollfd(fd: handle.descriptor, events: events, revents: 0)
        }
    }

    /// Looks at what polling found, and gives up on a client that is gone.
    func notice(_ events: Int16, at now: ContinuousClock.Instant) {
        let isGone = state.withLock { state in
            guard case .working = state.stage else { return false }
            if events & Int16(POLLERR | POLLHUP | POLLNVAL) != 0 { return true }
            if events & readHangUp != 0, state.halfClosedSince == nil { state.halfClosedSince = now }
            guard let since = state.halfClosedSince else { return false }
            return now - since >= service.configuration.halfClosedGrace
        }
        if isGone { abandon() }
    }
}

extension Connection.State {
    fileprivate func isOverdue(at now: ContinuousClock.Instant) -> Bool {
        guard let deadline, now >= deadline else { return false }
        if case .closed = stage { return false }
        return true
    }

    /// Whether a request is being read that a 408 would answer. To a client that only kept its connection open, one
    /// would look like the answer to the request it sends next.
    fileprivate var isReading: Bool {
        switch stage {
        case .idle: !hasServed
        case .header, .body, .draining: true
        case .starting, .working, .answered, .sending, .givenUp, .closed: false
        }
    }
}
