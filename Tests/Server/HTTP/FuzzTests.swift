import Foundation
import HTTP
import Randomness
import Testing

/// Raw bytes against a real listener. `make fuzz` runs it for longer (`FUZZ_SECONDS`, `FUZZ_SEED`).
@Suite struct FuzzTests {
    private static let seeds = [
        "GET /v1/resumes?limit=1&cursor=a%20b HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer x\r\nAccept: */*;q=0.5\r\n\r\n",
        "POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nhello",
        "POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nT: x\r\n\r\n",
        "HEAD / HTTP/1.0\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    ].map { Array($0.utf8) }

    private static let spice =
        [
            "\r\n", "\n", "\r", "\0", " ", "\t", ":", ";", "%", "%00", "HTTP/1.1", "Content-Length: 3\r\n",
            "Transfer-Encoding: chunked\r\n", "Content-Length: 99999999999999999999\r\n", "0\r\n\r\n",
            "ffffffffffffffff\r\n",
            "Host: b\r\n", "X: y\r\n", "é", "GET ",
        ].map { Array($0.utf8) } + [[0xFF], [0x80], [0x7F]]

    @Test func `raw bytes are answered or refused, never with a 5xx, and never reach the handler out of form`()
        async throws
    {
        let handler: @Sendable (Request) async -> Response = { request in
            let texts = request.headers.fields.flatMap { [$0.name, $0.value] } + [request.method] + request.segments
            let isInForm = texts.allSatisfy { $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 } }
            return Response(status: isInForm ? 200 : 500, body: request.body)
        }
        let soon: (inout ListenerConfiguration) -> Void = { configuration in
            configuration.bodyBytes = { _ in 1000 }
            configuration.headerDeadline = .milliseconds(200)
            configuration.bodyDeadline = .milliseconds(200)
        }
        let environment = ProcessInfo.processInfo.environment
        let seconds = environment["FUZZ_SECONDS"].flatMap { Int($0) }
        let seed = environment["FUZZ_SEED"].flatMap { UInt64($0) } ?? (seconds == nil ? 1 : .random(in: 0...999_999))
        let end = seconds.map { ContinuousClock.now + .seconds($0) }
        try await withListener(configure: soon, handler: handler) { listener in
            var round: UInt64 = 0
            while end.map({ .now < $0 }) ?? (round < 500) {
                var random = SeededGenerator(seed: seed &+ round)
                round += 1
                var bytes = Self.seeds.randomElement(using: &random) ?? []
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let place = Int.random(in: 0...bytes.count, using: &random)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: bytes.insert(contentsOf: Self.spice.randomElement(using: &random) ?? [], at: place)
                    case 1:
                        bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...9, using: &random)))
                    case 2 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                    default: bytes.append(contentsOf: Self.seeds.randomElement(using: &random) ?? [])
                    }
                }
                let client = try Client(port: listener.port)
                await client.send(bytes)
                client.closeSending()
                let text = String(decoding: try await client.rest(), as: UTF8.self)
                for line in text.matches(of: /HTTP\/1\.1 5[0-9]{2}/) where !line.0.hasSuffix("501") {
                    Issue.record(
                        "FUZZ_SEED=\(seed &+ round - 1): \(line.0) to \(String(decoding: bytes, as: UTF8.self))")
                }
            }
            print("\(round) rounds, from FUZZ_SEED=\(seed)")
            let client = try Client(port: listener.port)
            #expect(try await client.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n")?.status == 200)
        }
    }
}
