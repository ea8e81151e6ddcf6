import CCurl
import Foundation
import Synchronization

/// Owner of a libcurl multi handle, and the thread that all transfers run on.
///
/// Sendable: what threads share is behind `state`; the handle is its own thread's, as said there.
final class ClientThread: @unchecked Sendable {
    struct Order: Sendable {
        let number: Int
        let destination: Destination
        var message = ClientMessage()
        let continuation: CheckedContinuation<FetchedPage, any Error>
    }

    private struct State {
        var orders: [Order] = []
        var cancelled: Set<Int> = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let configuration: ClientConfiguration
    /// Used by its own thread alone, but for `curl_multi_wakeup`, which any thread may call.
    private let multi: UnsafeMutableRawPointer?

    init(_ configuration: ClientConfiguration) {
        self.configuration = configuration
        _ = Self.library
        multi = curl_multi_init()
    }

    deinit { curl_multi_cleanup(multi) }

    /// Once for the process, before anything else of libcurl.
    private static let library = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    func start() {
        let thread = Thread { self.run() }
        thread.name = "client"
        thread.start()
    }

    func submit(_ order: Order) {
        let isOpen = state.withLock { state in
            if !state.isClosed { state.orders.append(order) }
            return !state.isClosed
        }
        guard isOpen else { return order.continuation.resume(throwing: FetchError(.cancelled, "the client is closed")) }
        curl_multi_wakeup(multi)
    }

    func cancel(_ number: Int) {
        _ = state.withLock { $0.cancelled.insert(number) }
        curl_multi_wakeup(multi)
    }

    /// The order has its answer: what is remembered of it may go.
    func forget(_ number: Int) { _ = state.withLock { $0.cancelled.remove(number) } }

    func close() {
        state.withLock { $0.isClosed = true }
        curl_multi_wakeup(multi)
    }

    private func run() {
        var transfers: [UnsafeMutableRawPointer: Transfer] = [:]
        func end(_ handle: UnsafeMutableRawPointer, _ result: (Transfer) -> Result<FetchedPage, FetchError>) {
            guard let transfer = transfers.removeValue(forKey: handle) else { return }
            curl_multi_remove_handle(multi, handle)
            transfer.order.continuation.resume(with: result(transfer).mapError { $0 as any Error })
        }
        while true {
            let (orders, cancelled, isClosed) = state.withLock { state in
                defer { state.orders = [] }
                return (state.orders, state.cancelled, state.isClosed)
            }
            for order in orders {
                guard let transfer = Transfer(order, configuration),
                    curl_multi_add_handle(multi, transfer.handle) == CURLM_OK
                else {
                    order.continuation.resume(throwing: FetchError(.unconnected, "libcurl has no memory left"))
                    continue
                }
                transfers[transfer.handle] = transfer
            }
            for (handle, transfer) in transfers where isClosed || cancelled.contains(transfer.order.number) {
                end(handle) { _ in .failure(FetchError(.cancelled, "nobody waits for it any more")) }
            }
            if isClosed { return }
            var running: CInt = 0
            curl_multi_perform(multi, &running)
            var code = CURLE_OK
            while let handle = kong_curl_next_finished(multi, &code) { end(handle) { $0.result(code) } }
            // A wake-up ends the wait at once (curl_multi_poll(3)); otherwise libcurl's own timeouts shorten it.
            curl_multi_poll(multi, nil, 0, running > 0 ? 1000 : 60_000, nil)
        }
    }
}
