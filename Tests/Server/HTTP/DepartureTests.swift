import HTTP
import Testing

/// Works until it is cancelled, and says so.
private func workUntilCancelled(_ cancelled: Gate, _ started: Gate) -> @Sendable (Request) async -> Response {
    { _ in
        await started.pass()
        try? await Task.sleep(for: .seconds(3600))
        await cancelled.pass()
        return Response(status: 200, text: "late")
    }
}

@Suite struct DepartureTests {
    private func openGate() async -> Gate {
        let gate = Gate()
        await gate.open()
        return gate
    }

    @Test func `the work for a client that is gone is cancelled and its connection freed`() async throws {
        let (cancelled, started) = (await openGate(), await openGate())
        let events = Events()
        try await withListener(
            observe: events.observe, handler: workUntilCancelled(cancelled, started)
        ) { listener in
            let client = try Client(port: listener.port)
            await client.send("GET / HTTP/1.1\r\nHost: a\r\nX-Request-Id: gone\r\n\r\n")
            await started.arrivals(1)
            client.reset()
            await cancelled.arrivals(1)
            let abandoned = await events.next { if case .requestAbandoned(let id) = $0 { id } else { nil } }
            #expect(abandoned == "gone")
            let open = await events.next { if case .connectionClosed(let open) = $0 { open } else { nil } }
            #expect(open == 0)
        }
    }

    @Test func `a client that closed its side is given up after the grace`() async throws {
        let (cancelled, started) = (await openGate(), await openGate())
        try await withListener(
            configure: { $0.halfClosedGrace = .milliseconds(200) }, handler: workUntilCancelled(cancelled, started)
        ) { listener in
            let client = try Client(port: listener.port)
            await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            await started.arrivals(1)
            client.closeSending()
            await cancelled.arrivals(1)
            #expect(try await client.rest().isEmpty)
        }
    }

    @Test func `a client that closed its side and waits is answered`() async throws {
        let gate = Gate()
        let handler: @Sendable (Request) async -> Response = { _ in
            await gate.pass()
            return Response(status: 200, text: "in time")
        }
        try await withListener(handler: handler) { listener in
            let client = try Client(port: listener.port)
            await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            client.closeSending()
            await gate.arrivals(1)
            await gate.open()
            #expect(try await client.answer()?.text == "in time")
        }
    }

    @Test func `a stop answers what is at work and refuses what is new, on old and new connections`() async throws {
        let gate = Gate()
        let handler: @Sendable (Request) async -> Response = { request in
            if request.path == "/slow" { await gate.pass() }
            return Response(status: 200, text: request.path)
        }
        var configuration = ListenerConfiguration()
        configuration.overloadAt = 11
        let listener = try Listener.start(configuration, refuse: refusal, handler: handler)
        let kept = try Client(port: listener.port)
        await kept.send("GET /kept HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try await kept.answer()?.status == 200)
        var working: [Client] = []
        for _ in 0..<10 {
            let client = try Client(port: listener.port)
            await client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
            working.append(client)
        }
        await gate.arrivals(10)

        let stopping = Gate()
        let stop = Task {
            async let stopped: Void = listener.shutdown(within: .seconds(60))
            await stopping.pass()
            await stopped
        }
        await stopping.arrivals(1)
        await stopping.open()
        // The stop has been asked for by the time a connection, old or new, is refused.
        var answer = try await kept.ask("GET /kept HTTP/1.1\r\nHost: a\r\n\r\n")
        while answer?.status == 200 { answer = try await kept.ask("GET /kept HTTP/1.1\r\nHost: a\r\n\r\n") }
        if let answer { #expect(answer.text == "refused: shuttingDown") }
        let new = try Client(port: listener.port)
        let refused = try await new.ask("GET /new HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(refused?.text == "refused: shuttingDown")
        #expect(refused?["Connection"] == "close")
        // One for whom there would be no place is told why there will be none.
        let others = [try Client(port: listener.port), try Client(port: listener.port)]
        let late = try Client(port: listener.port)
        #expect(try await late.ask("GET /late HTTP/1.1\r\nHost: a\r\n\r\n")?.text == "refused: shuttingDown")
        withExtendedLifetime(others) {}

        await gate.open()
        for client in working {
            let answer = try await client.answer()
            #expect(answer?.text == "/slow")
            #expect(answer?["Connection"] == "close")
        }
        await stop.value
        #expect(throws: Client.Broken.self) { try Client(port: listener.port) }
        await listener.shutdown(within: .zero)
    }

    @Test func `a stop does not wait for ever: handlers are cancelled, then abandoned`() async throws {
        let deaf = Gate()
        let (cancelled, started) = (await openGate(), await openGate())
        let obedient = workUntilCancelled(cancelled, started)
        let handler: @Sendable (Request) async -> Response = { request in
            if request.path == "/obedient" { return await obedient(request) }
            await deaf.pass()
            return Response(status: 200)
        }
        let listener = try Listener.start(ListenerConfiguration(), refuse: refusal, handler: handler)
        let first = try Client(port: listener.port)
        await first.send("GET /obedient HTTP/1.1\r\nHost: a\r\n\r\n")
        let second = try Client(port: listener.port)
        await second.send("GET /deaf HTTP/1.1\r\nHost: a\r\n\r\n")
        await started.arrivals(1)
        await deaf.arrivals(1)
        await listener.shutdown(within: .zero)
        #expect(try await first.answer()?.text == "late", "a handler that heeds its cancellation still answers")
        #expect(try await second.answer() == nil)
        await deaf.open()
    }
}
