internal import CForkServer
internal import Glibc
internal import Synchronization

/// How the rest of the process speaks to a pool's thread: messages in order, and a descriptor that wakes it.
final class Inbox: Sendable {
    enum Message {
        case job(Job)
        case cancel(UInt64)
        case recycle
        case figures(CheckedContinuation<ForkPoolFigures, Never>)
        case ready(CheckedContinuation<Result<Void, ForkPoolError>, Never>)
        case stop(CheckedContinuation<Void, Never>?)
    }

    private struct State {
        var messages: [Message] = []
        var closed = false
    }

    private let state = Mutex(State())
    /// An eventfd(2): readable while there are messages.
    let wake: Int32

    init() throws(ForkPoolError) {
        wake = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard wake >= 0 else { throw .unavailable("no eventfd: \(systemMessage(errno))") }
    }

    deinit { close(wake) }

    func send(_ message: Message) {
        let accepted = state.withLock { state in
            if !state.closed { state.messages.append(message) }
            return !state.closed
        }
        if accepted { eventfd_write(wake, 1) } else { Self.refuse(message) }
    }

    func take() -> [Message] {
        var count: eventfd_t = 0
        eventfd_read(wake, &count)
        return state.withLock { state in
            defer { state.messages = [] }
            return state.messages
        }
    }

    /// After this every message is answered at once: the thread that read them is gone.
    func closeAndRefuse() {
        let rest = state.withLock { state in
            state.closed = true
            defer { state.messages = [] }
            return state.messages
        }
        rest.forEach(Self.refuse)
    }

    private static func refuse(_ message: Message) {
        switch message {
        case .job(let job): job.reply.resume(returning: .failure(.stopped))
        case .cancel, .recycle: break
        case .figures(let reply): reply.resume(returning: ForkPoolFigures())
        case .ready(let reply): reply.resume(returning: .failure(.stopped))
        case .stop(let reply): reply?.resume()
        }
    }
}
