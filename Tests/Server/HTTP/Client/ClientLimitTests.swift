import HTTP
import StandIn
import Testing

/// What never ends, or is too much, is given up.
@Suite(.serialized) struct ClientLimitTests {
    private func client(_ server: LinkedInStandIn, timeout: Duration = .seconds(20)) throws -> (PageClient, Destination)
    {
        var configuration = ClientConfiguration()
        let base = try Destination(server.url)
        configuration.mirror = base
        configuration.certificateFile = server.certificate
        configuration.timeout = timeout
        configuration.patience = .seconds(1)
        return (PageClient(configuration), base)
    }

    @Test(arguments: [
        (10, FetchError.Code.tooLarge), (11, .tooLarge), (12, .tooSlow), (14, .malformed), (18, .tooLarge),
    ])
    func `a gzip bomb, an endless body, one byte at a time, a torn body, an endless header`(
        kind: Int, code: FetchError.Code
    ) async throws {
        let server = try LinkedInStandIn()
        let (client, base) = try client(server)
        await #expect {
            _ = try await client.get(Destination("/jobs/view/\(4_000_000_000 + kind)", relativeTo: base))
        } throws: {
            ($0 as? FetchError)?.code == code
        }
        // And the next is served.
        #expect(try await client.get(Destination("/agent", relativeTo: base)).status == 200)
    }

    @Test func `a transfer ends when its time is up, and when nobody waits for it any more`() async throws {
        let server = try LinkedInStandIn()
        let (hurried, base) = try client(server, timeout: .milliseconds(300))
        let slow = try Destination("/jobs/view/4000000012", relativeTo: base)
        await #expect {
            _ = try await hurried.get(slow)
        } throws: {
            ($0 as? FetchError)?.code == .tooSlow
        }
        let (patient, _) = try client(server)
        let task = Task { try await patient.get(slow) }
        task.cancel()
        await #expect {
            _ = try await task.value
        } throws: {
            ($0 as? FetchError)?.code == .cancelled
        }
    }

    @Test func `many at once are each answered`() async throws {
        let server = try LinkedInStandIn()
        let (client, base) = try client(server)
        let page = try Destination("/jobs/view/4000000001", relativeTo: base)
        let sizes = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<40 { group.addTask { try await client.get(page).body.count } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sizes.count == 40 && Set(sizes).count == 1 && sizes[0] > 1000)
    }
}
