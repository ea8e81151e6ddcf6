import HTTP
import Synchronization

/// Runs a listener on a free port for as long as the body takes.
func withListener(
    configure: (inout ListenerConfiguration) -> Void = { _ in },
    observe: @escaping @Sendable (Event) -> Void = { _ in },
    handler: @escaping @Sendable (Request) async -> Response,
    _ body: (Listener) async throws -> Void
) async throws {
    var configuration = ListenerConfiguration()
    configure(&configuration)
    let listener = try Listener.start(configuration, observe: observe, refuse: refusal, handler: handler)
    do {
        try await body(listener)
    } catch {
        await listener.shutdown(within: .zero)
        throw error
    }
    await listener.shutdown(within: .zero)
}

/// Refusals as the tests read them.
@Sendable func refusal(_ refusal: Refusal, requestID: String) -> Response {
    Response(status: refusal.status, headers: ["Content-Type": "text/plain"], text: "refused: \(refusal)")
}

/// Lets many wait until one says go, and tells how many have come.
actor Gate {
    private var isOpen = false
    private var arrived = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var watchers: [(count: Int, CheckedContinuation<Void, Never>)] = []

    func pass() async {
        arrived += 1
        let (due, later) = (watchers.filter { $0.count <= arrived }, watchers.filter { $0.count > arrived })
        watchers = later
        for watcher in due { watcher.1.resume() }
        if !isOpen { await withCheckedContinuation { waiting.append($0) } }
    }

    func open() {
        isOpen = true
        for one in waiting { one.resume() }
        waiting = []
    }

    func arrivals(_ count: Int) async {
        if arrived < count { await withCheckedContinuation { watchers.append((count, $0)) } }
    }
}

/// Events as they come, for a test that waits for one.
final class Events: Sendable {
    private let continuation: AsyncStream<Event>.Continuation
    private let stream: AsyncStream<Event>

    init() { (stream, continuation) = AsyncStream.makeStream() }

    var observe: @Sendable (Event) -> Void { { [continuation] in continuation.yield($0) } }

    /// Passes over events until one fits.
    func next<T>(_ fits: (Event) -> T?) async -> T? {
        for await event in stream { if let found = fits(event) { return found } }
        return nil
    }
}
