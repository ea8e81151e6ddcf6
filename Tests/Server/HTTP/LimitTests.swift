import HTTP
import Testing

@Sendable private func count(_ request: Request) async -> Response {
    Response(status: 200, text: "\(request.body.count)")
}

@Suite struct LimitTests {
    @Test func `a body within its route's limit passes and one byte more is refused before it is sent`() async throws {
        let byRoute: (inout ListenerConfiguration) -> Void = { configuration in
            configuration.bodyBytes = { $0.path == "/large" ? 100 : 10 }
        }
        try await withListener(configure: byRoute, handler: count) { listener in
            for (path, limit) in [("/small", 10), ("/large", 100)] {
                let within = try Client(port: listener.port)
                let body = String(repeating: "x", count: limit)
                await within.send("POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Length: \(limit)\r\n\r\n\(body)")
                #expect(try await within.answer()?.text == "\(limit)")
                let beyond = try Client(port: listener.port)
                await beyond.send("POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Length: \(limit + 1)\r\n\r\n")
                let answer = try await beyond.answer()
                #expect(answer?.status == 413)
                #expect(answer?.text == "refused: tooLarge(limit: \(limit))")
                #expect(try await beyond.rest().isEmpty)
            }
        }
    }

    @Test func `a body that grows past its limit in chunks is refused at its end`() async throws {
        try await withListener(configure: { $0.bodyBytes = { _ in 10 } }, handler: count) { listener in
            let client = try Client(port: listener.port)
            await client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
            for _ in 0..<5 { await client.send("8\r\n12345678\r\n") }
            await client.send("0\r\n\r\n")
            #expect(try await client.answer()?.status == 413)
            #expect(try await client.rest().isEmpty)
        }
    }

    @Test func `a body without an end is cut off`() async throws {
        try await withListener(configure: { $0.bodyBytes = { _ in 10 } }, handler: count) { listener in
            let client = try Client(port: listener.port)
            await client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = "1000\r\n" + String(repeating: "x", count: 0x1000) + "\r\n"
            var sent = 0
            while sent < 100_000, await client.send(chunk) { sent += 1 }
            #expect(sent < 100_000)
        }
    }

    @Test func `a header past its limit is refused with 431`() async throws {
        try await withListener(configure: { $0.headerBytes = 1000 }, handler: count) { listener in
            let client = try Client(port: listener.port)
            await client.send("GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 1000))\r\n\r\n")
            #expect(try await client.answer()?.text == "refused: headersTooLarge(limit: 1000)")
        }
    }

    @Test func `a connection past the number that is served gets 503 at once, and room when others have left`()
        async throws
    {
        let events = Events()
        try await withListener(
            configure: { $0.overloadAt = 4 }, observe: events.observe, handler: count
        ) { listener in
            var clients: [Client] = []
            for _ in 0..<4 {
                let client = try Client(port: listener.port)
                await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try await client.answer()?.status == 200)
                clients.append(client)
            }
            let fifth = try Client(port: listener.port)
            await fifth.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            let answer = try await fifth.answer()
            #expect(answer?.text == "refused: overloaded")
            #expect(answer?["Connection"] == "close")
            await clients[0].send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try await clients[0].answer()?.status == 200, "who came earlier is still served")
            clients = []
            _ = await events.next { if case .connectionClosed(open: 0) = $0 { true } else { nil } }
            let sixth = try Client(port: listener.port)
            await sixth.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try await sixth.answer()?.status == 200)
        }
    }

    @Test func `past the very limit a client is told so before it has said anything`() async throws {
        try await withListener(
            configure: {
                $0.overloadAt = 2
                $0.connectionLimit = 3
            }, handler: count
        ) { listener in
            var clients: [Client] = []
            for _ in 0..<3 { clients.append(try Client(port: listener.port)) }
            #expect(try await clients[0].ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n")?.status == 200)
            let fourth = try Client(port: listener.port)
            #expect(try await fourth.answer()?.text == "refused: overloaded")
            // One that was let in to be refused is refused even if it says nothing.
            #expect(try await clients[2].answer()?.status == 503)
        }
    }
}

@Suite struct DeadlineTests {
    private func short(_ configuration: inout ListenerConfiguration) {
        configuration.headerDeadline = .milliseconds(500)
        configuration.bodyDeadline = .milliseconds(500)
        configuration.answerDeadline = .milliseconds(500)
        configuration.idleTimeout = .seconds(1)
    }

    /// Sends a byte every 20 milliseconds until the server has had enough: never idle, never done.
    private func drip(_ client: Client, after start: String) async throws -> Client.Answer? {
        await client.send(start)
        let dripping = Task {
            while !Task.isCancelled, await client.send("x") { try await Task.sleep(for: .milliseconds(20)) }
        }
        defer { dripping.cancel() }
        return try await client.answer()
    }

    @Test func `a header that trickles in ends with 408`() async throws {
        try await withListener(configure: short, handler: count) { listener in
            let client = try Client(port: listener.port)
            let answer = try await drip(client, after: "GET / HTTP/1.1\r\nHost: a\r\nX: ")
            #expect(answer?.text == "refused: timedOut")
            #expect(answer?["X-Request-Id"]?.isEmpty == false)
        }
    }

    @Test func `so does the header of a later request`() async throws {
        try await withListener(configure: short, handler: count) { listener in
            let client = try Client(port: listener.port)
            #expect(try await client.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n")?.status == 200)
            let answer = try await drip(client, after: "GET / HTTP/1.1\r\nHost: a\r\nX: ")
            #expect(answer?.text == "refused: timedOut")
        }
    }

    @Test func `a body that trickles in ends with 408 and never reaches the handler`() async throws {
        let handler: @Sendable (Request) async -> Response = { _ in
            Issue.record("half a request was handled")
            return Response(status: 200)
        }
        try await withListener(configure: short, handler: handler) { listener in
            let client = try Client(port: listener.port)
            let start = "POST / HTTP/1.1\r\nHost: a\r\nX-Request-Id: slow\r\nContent-Length: 100000\r\n\r\n"
            let answer = try await drip(client, after: start)
            #expect(answer?.text == "refused: timedOut")
            #expect(answer?["X-Request-Id"] == "slow")
        }
    }

    @Test func `a connection that says nothing is closed`() async throws {
        try await withListener(configure: short, handler: count) { listener in
            let silent = try Client(port: listener.port)
            #expect(try await silent.answer()?.status == 408)
            #expect(try await silent.rest().isEmpty)
        }
    }

    @Test func `a connection kept open for nothing is closed without a word`() async throws {
        try await withListener(configure: short, handler: count) { listener in
            let client = try Client(port: listener.port)
            await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try await client.answer()?.status == 200)
            #expect(try await client.rest().isEmpty)
        }
    }

    @Test func `a client that does not read its answer is cut off`() async throws {
        let events = Events()
        let large = [UInt8](repeating: 0, count: 32 << 20)
        try await withListener(
            configure: short, observe: events.observe, handler: { _ in Response(status: 200, body: large) }
        ) { listener in
            let client = try Client(port: listener.port)
            await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            let finished = await events.next { if case .requestFinished(let finished) = $0 { finished } else { nil } }
            #expect(finished?.isDelivered == false)
        }
    }

    @Test func `a handler may take longer than any deadline`() async throws {
        let gate = Gate()
        let handler: @Sendable (Request) async -> Response = { _ in
            await gate.pass()
            return Response(status: 200)
        }
        try await withListener(configure: short, handler: handler) { listener in
            let patient = try Client(port: listener.port)
            await patient.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            await gate.arrivals(1)
            // Another connection lives through its whole deadline in the meantime.
            let other = try Client(port: listener.port)
            #expect(try await other.answer()?.status == 408)
            await gate.open()
            #expect(try await patient.answer()?.status == 200)
        }
    }
}
