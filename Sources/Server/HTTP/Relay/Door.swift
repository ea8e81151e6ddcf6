import CMicrohttpd
import Synchronization

/// The way into a daemon, open from its start until shortly before its stop.
final class Door: Sendable {
    /// Sendable: used only while `way` is locked.
    private struct Way: @unchecked Sendable {
        let daemon: OpaquePointer
    }

    private let way: Mutex<Way?>

    init(_ daemon: OpaquePointer) { way = Mutex(Way(daemon: daemon)) }

    /// Gives a socket to the daemon, which closes it in any case.
    func add(_ descriptor: CInt) -> Bool {
        way.withLock { way in
            guard let way else { return false }
            return kong_add_connection(way.daemon, descriptor)
        }
    }

    /// When this returns, no call of ``add(_:)`` uses the daemon any more.
    func close() { way.withLock { $0 = nil } }
}
