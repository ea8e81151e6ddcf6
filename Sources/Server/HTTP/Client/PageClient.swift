// An HTTP client for places that strangers name: https only, to hosts of a list, at global addresses, with limits on
// everything. It follows no redirect and keeps no connection, cookie or credential.

internal import Synchronization

package final class PageClient: Sendable {
    package let configuration: ClientConfiguration
    private let thread: ClientThread
    private let count = Atomic(0)

    package init(_ configuration: ClientConfiguration) {
        self.configuration = configuration
        thread = ClientThread(configuration)
        thread.start()
    }

    deinit { thread.close() }

    /// Asks for a page. Cancelling the task ends the transfer.
    package func get(_ destination: Destination) async throws(FetchError) -> FetchedPage {
        try await send(ClientMessage(), to: destination)
    }

    func send(_ message: ClientMessage, to destination: Destination) async throws(FetchError) -> FetchedPage {
        try configuration.check(destination)
        let number = count.wrappingAdd(1, ordering: .relaxed).newValue
        defer { thread.forget(number) }
        do {
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    thread.submit(
                        .init(
                            number: number, destination: destination, message: message, continuation: continuation))
                }
            } onCancel: {
                thread.cancel(number)
            }
        } catch {
            throw error as? FetchError ?? FetchError(.cancelled, "\(error)")
        }
    }
}
