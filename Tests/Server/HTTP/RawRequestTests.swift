import Foundation
import HTTP
import Synchronization
import Testing

/// A request as raw bytes and the answer that is right.
struct RawRequest: Decodable, Sendable, CustomTestStringConvertible {
    struct Repeat: Decodable, Sendable {
        let text: String
        let times: Int
    }

    let name: String
    let expect: String
    let reaches_handler: Bool
    let raw: String?
    let raw_prefix: String?
    let raw_suffix: String?
    let `repeat`: Repeat?

    var testDescription: String { name }

    var bytes: [UInt8] {
        var text = raw ?? raw_prefix ?? ""
        if let part = `repeat` {
            for index in 0..<part.times { text += part.text.replacingOccurrences(of: "{i}", with: "\(index)") }
        }
        return Array((text + (raw_suffix ?? "")).utf8)
    }

    /// The statuses that the expectation names, without its explanation.
    var statuses: [Int] {
        let said = expect.split(separator: "(").first.map(String.init) ?? expect
        return said.split { !$0.isNumber }.compactMap { $0.count == 3 ? Int($0) : nil }
    }
    var mayBeHandled: Bool { reaches_handler || expect.contains("normal answer") }
    var mayBeClosed: Bool { expect.contains("close") }

    static let all: [RawRequest] = {
        guard let url = Bundle.module.url(forResource: "requests", withExtension: "json", subdirectory: "Cases"),
            let data = try? Data(contentsOf: url)
        else { return [] }
        return (try? JSONDecoder().decode([RawRequest].self, from: data)) ?? []
    }()
}

@Suite struct RawRequestTests {
    @Test func `all cases are here`() {
        #expect(RawRequest.all.count == 54)
    }

    @Test(arguments: RawRequest.all)
    func `HTTP that must not be guessed at is answered as it should be`(_ request: RawRequest) async throws {
        let handled = Mutex<[String]>([])
        let handler: @Sendable (Request) async -> Response = { request in
            handled.withLock { $0.append(request.path) }
            let isKnown = ["/p", "/lf", "/gb", "/1", "/2", "/ex", "/h2", "/many"].contains(request.path)
            let isTrailing = request.path == "/p" && request.headers["Authorization"] == nil
            return Response(status: !isKnown ? 404 : isTrailing ? 401 : 200, headers: ["X-Handled": "yes"])
        }
        let configure: (inout ListenerConfiguration) -> Void = { configuration in
            configuration.headerDeadline = .seconds(2)
            configuration.bodyDeadline = .seconds(2)
        }
        try await withListener(configure: configure, handler: handler) { listener in
            let client = try Client(port: listener.port)
            await client.send(request.bytes)
            guard let answer = try await client.answer() else {
                #expect(request.mayBeClosed, "closed without an answer")
                return
            }
            let isHandled = answer["X-Handled"] == "yes"
            #expect(
                request.statuses.contains(answer.status) || isHandled && request.mayBeHandled,
                "\(answer.status), expected \(request.expect)")
            #expect(request.mayBeHandled || !isHandled)
            if request.name == "pipeline" { #expect(try await client.answer()?["X-Handled"] == "yes") }
            if !isHandled {
                _ = try await client.rest()
                #expect(handled.withLock { $0 }.isEmpty, "a refused request led to a handled one")
            }
            #expect(!handled.withLock { $0 }.contains("/smug"))
        }
    }
}
