import HTTP
import Randomness
import Synchronization
import Testing

@Suite struct TurmoilTests {
    @Test func `any text in a path or query arrives as it was encoded`() async throws {
        var random = SeededGenerator(seed: 1)
        let alphabet = Array("aZ09/%+&=?#. é漢🙂;:'\"<>\\{}|^~`")
        let handler: @Sendable (Request) async -> Response = { request in
            let query = request.query.first
            return Response(
                status: 200,
                text: "\(request.segments.count) \(request.segments[0]) \(query?.name ?? "") \(query?.value ?? "")")
        }
        try await withListener(handler: handler) { listener in
            let client = try Client(port: listener.port)
            for _ in 0..<200 {
                let text = String(
                    (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in
                        alphabet.randomElement(using: &random)
                    })
                let encoded = text.utf8.map { byte in
                    let digits = String(byte, radix: 16)
                    return "%" + (digits.count == 1 ? "0" : "") + digits
                }.joined()
                let answer = try await client.ask("GET /\(encoded)?\(encoded)=\(encoded) HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(answer?.text == "1 \(text) \(text) \(text)")
            }
        }
    }

    @Test(arguments: [
        "/%", "/%4", "/%zz", "/%00", "/%ff", "/%0a", "/a?%", "/a?x=%0", "/a?x=%00", "/a?x=%c3", "*", "a", "/#a", "/é",
    ])
    func `a target that cannot be decoded is refused`(_ target: String) async throws {
        try await withListener(handler: { _ in Response(status: 200) }) { listener in
            let client = try Client(port: listener.port)
            #expect(try await client.ask("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n")?.status == 400)
        }
    }

    @Test func `no mangled request reaches the handler mangled, and none harms the listener`() async throws {
        var random = SeededGenerator(seed: 2)
        let whole = Array(
            "POST /p/q?a=b HTTP/1.1\r\nHost: a\r\nX-A: one two\r\nContent-Length: 5\r\nX-B:\r\n\r\nhello".utf8)
        let spice: [UInt8] = Array("\r\n\t :;%\0aZ0\u{7F}\u{80}".utf8)
        let handler: @Sendable (Request) async -> Response = { request in
            let fields = request.headers.fields.flatMap { [$0.name, $0.value] } + [request.method] + request.segments
            for field in fields where field.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
                Issue.record("a control character got through")
            }
            #expect(request.headers.fields.allSatisfy { !$0.name.isEmpty && !$0.name.contains(" ") })
            return Response(status: 200)
        }
        // libmicrohttpd may miss that a client stopped in the middle of a request; the deadlines do not.
        let soon: (inout ListenerConfiguration) -> Void = { configuration in
            configuration.bodyBytes = { _ in 1000 }
            configuration.headerDeadline = .milliseconds(100)
            configuration.bodyDeadline = .milliseconds(100)
        }
        try await withListener(configure: soon, handler: handler) { listener in
            for _ in 0..<1500 {
                var mangled = whole
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    let place = Int.random(in: 0..<mangled.count, using: &random)
                    let byte = spice.randomElement(using: &random) ?? 0
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: mangled[place] = byte
                    case 1: mangled.insert(byte, at: place)
                    case 2: mangled.remove(at: place)
                    default: mangled.insert(contentsOf: mangled[place...].prefix(20), at: place)
                    }
                }
                let client = try Client(port: listener.port)
                await client.send(mangled)
                client.closeSending()
                _ = try await client.rest()
            }
            let client = try Client(port: listener.port)
            await client.send(whole)
            #expect(try await client.answer()?.status == 200)
        }
    }

    @Test(arguments: 0..<20)
    func `a stop amid traffic ends cleanly`(_ seed: UInt64) async throws {
        let handler: @Sendable (Request) async -> Response = { request in
            for _ in 0..<(request.body.count % 7) { await Task.yield() }
            if request.body.count % 5 == 0 { try? await Task.sleep(for: .milliseconds(2)) }
            return Response(status: 200, body: request.body)
        }
        let opened = Mutex(0)
        let closed = Mutex(0)
        let observe: @Sendable (Event) -> Void = { event in
            switch event {
            case .connectionOpened: opened.withLock { $0 += 1 }
            case .connectionClosed: closed.withLock { $0 += 1 }
            default: break
            }
        }
        let listener = try Listener.start(
            ListenerConfiguration(), observe: observe, refuse: refusal, handler: handler)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<16 {
                group.addTask {
                    var random = SeededGenerator(seed: seed &* 1000 &+ UInt64(number))
                    for _ in 0..<15 {
                        guard let client = try? Client(port: listener.port) else { return }
                        let body = String(repeating: "x", count: Int.random(in: 0..<50, using: &random))
                        let request = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
                        switch Int.random(in: 0..<5, using: &random) {
                        case 0:
                            await client.send(request)
                            client.reset()
                        case 1: await client.send(String(request.prefix(30)))
                        case 2:
                            await client.send(request + request)
                            _ = try? await client.answer()
                        default: _ = try? await client.ask(request)
                        }
                    }
                }
            }
            group.addTask {
                var random = SeededGenerator(seed: seed)
                for _ in 0..<Int.random(in: 0..<200, using: &random) { await Task.yield() }
                await listener.shutdown(within: .milliseconds(Int.random(in: 0..<50, using: &random)))
            }
        }
        #expect(opened.withLock { $0 } == closed.withLock { $0 })
    }
}
