internal import Foundation

/// An advisory lock on a file (flock(2)). The system lets go of it when the process ends, however it ends.
final class FileLock: Sendable {
    enum Kind { case shared, exclusive }

    private let descriptor: Int32

    /// Takes the lock, waiting for it if it must.
    init(_ path: String, _ kind: Kind) async throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw PostgresError.cluster("cannot open \(path): \(String(cString: strerror(errno)))")
        }
        // Whoever holds it exclusively is about to stop a cluster, which takes a moment: asking again is simple, and
        // flock's own waiting would block a thread of Swift's.
        while !attempt(kind) { try await Task.sleep(for: .milliseconds(50)) }
    }

    deinit { close(descriptor) }

    func release() { flock(descriptor, LOCK_UN) }

    /// Changes the lock's kind if that can be done at once.
    func attempt(_ kind: Kind) -> Bool {
        flock(descriptor, (kind == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0
    }
}
