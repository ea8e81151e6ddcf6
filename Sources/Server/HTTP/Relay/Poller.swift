import CEpoll
import Glibc

/// Owner of an epoll instance. Edge-triggered: it says once that something can be read or written, not until it is done.
struct Poller: ~Copyable, Sendable {
    struct Found {
        let token: UInt64
        let events: UInt32
    }

    private let descriptor: CInt

    init() throws(ListenerError) {
        descriptor = epoll_create1(CInt(EPOLL_CLOEXEC))
        guard descriptor >= 0 else {
            throw ListenerError(code: .socket, context: "cannot watch sockets", systemError: errno)
        }
    }

    deinit { Glibc.close(descriptor) }

    /// A socket that is closed is watched no more.
    @discardableResult
    func watch(_ socket: CInt, token: UInt64, isEdge: Bool = true) -> Bool {
        var event = epoll_event()
        event.events = EPOLLIN.rawValue
        if isEdge { event.events |= EPOLLOUT.rawValue | EPOLLRDHUP.rawValue | EPOLLET.rawValue }
        event.data.u64 = token
        return epoll_ctl(descriptor, EPOLL_CTL_ADD, socket, &event) == 0
    }

    func wait(milliseconds: CInt) -> [Found] {
        withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: 128) { room in
            let count = epoll_wait(descriptor, room.baseAddress, CInt(room.count), milliseconds)
            return (0..<max(0, Int(count))).map { Found(token: room[$0].data.u64, events: room[$0].events) }
        }
    }
}
