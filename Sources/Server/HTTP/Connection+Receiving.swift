import Synchronization

/// What a thread of libmicrohttpd does with a connection when a part of a request has come.
extension Connection {
    /// - Parameter part: bytes of the body, or nothing on the first call and when the request is whole.
    /// - Returns: false to close the connection at once.
    func receive(_ part: UnsafeRawBufferPointer) -> Bool {
        switch state.withLock({ $0.stage }) {
        case .idle, .header:
            // The relay has read the header already. What it did not pass on is no request, whoever takes it for one.
            guard let (head, contentLength) = link.takeHead() else { return false }
            return admit(head, contentLength: contentLength)
        case .body, .draining: return part.isEmpty ? finishBody() : receiveBody(part)
        case .answered(let response): return send(response)
        case .starting, .working, .sending, .givenUp, .closed: return false
        }
    }

    private func admit(_ head: RequestHead, contentLength: Int?) -> Bool {
        if registry.isDraining { return refuse(.shuttingDown, id: head.id) }
        let limit = service.configuration.bodyBytes(head)
        if let contentLength, contentLength > limit { return refuse(.tooLarge(limit: limit), id: head.id) }
        return advance { state in
            state.stage = .body
            state.deadline = .now + service.configuration.bodyDeadline
            state.head = head
            state.bodyLimit = limit
            // A length is only a claim: memory for it is taken as the bytes come.
            state.body.reserveCapacity(min(contentLength ?? 0, 64 << 10))
        }
    }

    private func receiveBody(_ part: UnsafeRawBufferPointer) -> Bool {
        var mayGoOn = true
        let isOpen = advance { state in
            if case .draining(let bytes) = state.stage {
                state.stage = .draining(bytes: bytes + part.count)
                // Patience for a client that cannot stop: as much again as it was allowed, within the same deadline.
                mayGoOn = bytes <= max(state.bodyLimit, 64 << 10)
            } else if part.count <= state.bodyLimit - state.body.count {
                state.body.append(contentsOf: part)
            } else {
                state.stage = .draining(bytes: part.count)
                state.body = []
            }
        }
        return isOpen && mayGoOn
    }

    private func finishBody() -> Bool {
        let (head, limit, isTooLong) = state.withLock { state in
            if case .draining = state.stage { return (state.head, state.bodyLimit, true) }
            return (state.head, state.bodyLimit, false)
        }
        guard let head else { return false }
        return isTooLong ? refuse(.tooLarge(limit: limit), id: head.id) : work(on: head)
    }

    /// Answers in the handler's stead. libmicrohttpd lets only the first call of a request do so before its body has
    /// come, and closes after it.
    func refuse(_ refusal: Refusal, id: String) -> Bool {
        service.observe(.refused(refusal, requestID: id))
        let response = service.refuse(refusal, id)
        guard advance({ $0.startSending(service.configuration) }) else { return false }
        return handle.send(response, requestID: id, closes: true) != nil
    }

    private func send(_ response: Response) -> Bool {
        var head: RequestHead?
        let isOpen = advance { state in
            state.startSending(service.configuration)
            state.sent = (response.status, response.body.count)
            head = state.head
        }
        guard isOpen, let head else { return false }
        guard let dropped = handle.send(response, requestID: head.id, closes: registry.isDraining) else { return false }
        for name in dropped { service.observe(.headerDropped(name: name, requestID: head.id)) }
        return true
    }

    /// Takes a step, unless the keeper gave the connection up in the meantime.
    func advance(_ step: (inout State) -> Void) -> Bool {
        state.withLock { state in
            if case .givenUp = state.stage { return false }
            step(&state)
            return true
        }
    }
}

extension Connection.State {
    fileprivate mutating func startSending(_ configuration: ListenerConfiguration) {
        stage = .sending
        deadline = .now + configuration.answerDeadline
    }
}
