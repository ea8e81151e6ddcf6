import HTTP
import Testing

/// Says what the handler was given.
@Sendable private func echo(_ request: Request) async -> Response {
    let query = request.query.map { "\($0.name)=\($0.value)" }
    let lines = [
        request.method, request.path, request.segments.joined(separator: "|"), query.joined(separator: "|"),
        request.headers.values(of: "x-many").joined(separator: "|"), String(decoding: request.body, as: UTF8.self),
    ]
    return Response(status: 200, headers: ["Content-Type": "text/plain"], text: lines.joined(separator: "\n"))
}

@Suite struct ListenerTests {
    @Test func `a GET arrives with its path, query and headers as they were sent`() async throws {
        try await withListener(handler: echo) { listener in
            let client = try Client(port: listener.port)
            await client.send(
                "GET /v1/a%2Fb/%C3%A9/?q=x+y%26&empty&=v HTTP/1.1\r\nHost: a\r\nX-Many: 1\r\nx-many:2  \r\n\r\n")
            let answer = try #require(try await client.answer())
            #expect(answer.status == 200)
            #expect(answer.text == "GET\n/v1/a%2Fb/%C3%A9/\nv1|a/b|é|\nq=x y&|empty=|=v\n1|2\n")
            #expect(answer["Date"] != nil)
        }
    }

    @Test func `a POST arrives with its body, counted or in chunks`() async throws {
        try await withListener(handler: echo) { listener in
            let client = try Client(port: listener.port)
            await client.send("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello")
            #expect(try await client.answer()?.text.hasSuffix("\nhello") == true)
            await client.send(
                "POST /p HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n")
            let answer = try #require(try await client.answer())
            #expect(answer.text.hasSuffix("\nabcde"))
            #expect(answer["Connection"] == nil)
            #expect(try await client.ask("GET /next HTTP/1.1\r\nHost: a\r\n\r\n")?.text.hasPrefix("GET\n/next") == true)
        }
    }

    @Test func `a body of a megabyte comes back byte for byte`() async throws {
        let body = (0..<(1 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
        try await withListener(handler: { Response(status: 200, body: $0.body) }) { listener in
            let client = try Client(port: listener.port)
            await client.send(Array("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.count)\r\n\r\n".utf8) + body)
            #expect(try await client.answer()?.body == body)
        }
    }

    @Test func `HEAD has GET's length and no body`() async throws {
        try await withListener(handler: { _ in Response(status: 200, text: "twelve bytes") }) { listener in
            let client = try Client(port: listener.port)
            await client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n")
            let head = try await client.answer(toHead: true)
            #expect(head?["Content-Length"] == "12")
            #expect(try await client.answer()?.text == "twelve bytes")
        }
    }

    @Test func `a connection serves one request after another`() async throws {
        try await withListener(handler: echo) { listener in
            let client = try Client(port: listener.port)
            for number in 0..<20 {
                await client.send("GET /\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try await client.answer()?.text.hasPrefix("GET\n/\(number)\n") == true)
            }
        }
    }

    @Test func `pipelined requests are answered in their order`() async throws {
        try await withListener(handler: echo) { listener in
            let client = try Client(port: listener.port)
            let all = (0..<20).map { "POST /\($0) HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n." }
            await client.send(all.joined())
            for number in 0..<20 {
                #expect(try await client.answer()?.text.hasPrefix("POST\n/\(number)\n") == true)
            }
        }
    }

    @Test func `a sane request id comes back, and any other is replaced`() async throws {
        try await withListener(handler: { Response(status: 200, text: $0.id) }) { listener in
            let client = try Client(port: listener.port)
            for (given, isSane) in [
                ("abc-1_2.Z", true), (String(repeating: "a", count: 128), true), ("a b", false), ("", false),
                (String(repeating: "a", count: 129), false), ("é", false),
            ] {
                await client.send("GET / HTTP/1.1\r\nHost: a\r\nX-Request-Id: \(given)\r\n\r\n")
                let answer = try #require(try await client.answer())
                #expect((answer["X-Request-Id"] == given) == isSane)
                #expect(answer["X-Request-Id"] == answer.text)
                #expect(!answer.text.isEmpty)
            }
        }
    }

    @Test func `a hundred requests wait together on two threads`() async throws {
        let gate = Gate()
        let handler: @Sendable (Request) async -> Response = { request in
            await gate.pass()
            return Response(status: 200, text: request.path)
        }
        try await withListener(handler: handler) { listener in
            var clients: [Client] = []
            for number in 0..<100 {
                let client = try Client(port: listener.port)
                await client.send("GET /\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
                clients.append(client)
            }
            await gate.arrivals(100)
            await gate.open()
            for (number, client) in clients.enumerated() {
                #expect(try await client.answer()?.text == "/\(number)")
            }
        }
    }

    @Test func `a header that would split the answer is left out and reported`() async throws {
        let events = Events()
        let handler: @Sendable (Request) async -> Response = { _ in
            Response(
                status: 200, headers: ["X-Bad": "a\r\nX-Smuggled: b", "X-Good": "c", "Content-Length": "99"], text: "ok"
            )
        }
        try await withListener(observe: events.observe, handler: handler) { listener in
            let client = try Client(port: listener.port)
            await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            let answer = try #require(try await client.answer())
            #expect(answer["X-Smuggled"] == nil)
            #expect(answer["X-Good"] == "c")
            #expect(answer.text == "ok")
            let dropped = await events.next { if case .headerDropped(let name, _) = $0 { name } else { nil } }
            #expect(dropped == "X-Bad")
        }
    }

    @Test func `a finished request is reported with what happened`() async throws {
        let events = Events()
        try await withListener(observe: events.observe, handler: { _ in Response(status: 201, text: "four") }) {
            listener in
            let client = try Client(port: listener.port)
            await client.send("POST /x?secret=1 HTTP/1.1\r\nHost: a\r\nX-Request-Id: r1\r\nContent-Length: 0\r\n\r\n")
            _ = try await client.answer()
            let finished = await events.next { if case .requestFinished(let finished) = $0 { finished } else { nil } }
            #expect(finished?.requestID == "r1")
            #expect(finished?.method == "POST")
            #expect(finished?.path == "/x")
            #expect(finished?.status == 201)
            #expect(finished?.bytes == 4)
            #expect(finished?.isDelivered == true)
        }
    }

    @Test func `a port in use and a host that is no address are told apart`() async throws {
        try await withListener(handler: echo) { listener in
            var taken = ListenerConfiguration()
            taken.port = listener.port
            let inUse = #expect(throws: ListenerError.self) {
                try Listener.start(taken, refuse: refusal, handler: echo)
            }
            #expect(inUse?.code == .addressInUse)
            var named = ListenerConfiguration()
            named.host = "example.invalid"
            let unknown = #expect(throws: ListenerError.self) {
                try Listener.start(named, refuse: refusal, handler: echo)
            }
            #expect(unknown?.code == .invalidHost)
        }
    }

    @Test func `it listens on IPv6 too`() async throws {
        try await withListener(configure: { $0.host = "::1" }, handler: echo) { listener in
            #expect(listener.port > 0)
        }
    }
}
