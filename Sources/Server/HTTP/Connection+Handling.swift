import Synchronization

/// The handler's task: it starts with the connection suspended and ends by resuming it.
extension Connection {
    /// Suspends the connection and starts the handler.
    func work(on head: RequestHead) -> Bool {
        guard registry.beginWork() else { return refuse(.shuttingDown, id: head.id) }
        var body: [UInt8] = []
        let isOpen = advance { state in
            state.stage = .starting
            state.deadline = nil
            state.halfClosedSince = nil
            swap(&body, &state.body)
        }
        guard isOpen else {
            registry.endWork()
            return false
        }
        handle.suspend()
        let request = Request(head: head, body: body)
        // The task may end before it is noted here; it then waits at the lock to say so.
        state.withLock { state in
            state.stage = .working(
                Task { [service] in
                    answer(await service.handler(request))
                })
        }
        return true
    }

    private func answer(_ response: Response) {
        let isAwaited = state.withLock { state in
            guard case .working = state.stage else { return false }
            state.stage = .answered(response)
            return true
        }
        if isAwaited { resume() }
    }

    /// Asks the handler to come to an end. What it then answers is still sent.
    func cancel() {
        let task = state.withLock { state in
            if case .working(let task) = state.stage { task } else { nil as Task<Void, Never>? }
        }
        task?.cancel()
    }

    /// Cancels the handler and closes the connection without waiting for it.
    func abandon() {
        let (task, head) = state.withLock { state in
            guard case .working(let task) = state.stage else { return (nil as Task<Void, Never>?, state.head) }
            state.stage = .givenUp
            return (task, state.head)
        }
        guard let task else { return }
        task.cancel()
        if let head { service.observe(.requestAbandoned(requestID: head.id)) }
        resume()
    }

    /// Only who took the stage away from `working` may come here: a connection is resumed once for each suspension, and
    /// until then libmicrohttpd keeps it.
    private func resume() {
        handle.resume()
        registry.endWork()
    }
}
