import Foundation
import Resume
import Subprocess
import SystemPackage
import Testing

/// openapi.json against a real server: `Tests/Contract/answers.py`.
@Suite(.serialized) struct ContractTests {
    static let python = project + "/.build/python/bin/python"

    @Test(.enabled(if: FileManager.default.fileExists(atPath: python), "`make debug` brings Python's jsonschema"))
    func `every route answers with every status that the contract names, in the form it names`() async throws {
        let issuer = try Issuer()
        let signer = try await SigningKey.elliptic("one")
        issuer.publish([signer.published])
        let settings = issuer.settings.merging(["KONGRESUME_RATE_LIMIT": "150/86400"]) { $1 }
        let server = try await Server.start(data: Server.makeDataFolder(), settings: settings)
        defer { server.remove() }
        var tokens: [JSON.Member] = []
        func give(_ name: String, _ token: String) { tokens.append(JSON.Member(name, .string(token))) }
        give("key", try await server.addUser("ada@example.com", profile: "data-analyst", test: true))
        give("reader", try await server.run("key", "create", "ada@example.com", "--scope", "read"))
        give("tired", try await server.run("key", "create", "ada@example.com"))
        give("poor", try await server.addUser("poor@example.com", profile: "data-analyst", credits: 0))
        give("suspended", try await server.addUser("suspended@example.com"))
        try await server.run("user", "suspend", "suspended@example.com")
        let console = try await server.run("user", "add", "console@example.com")
        give("session", try await signer.sign(issuer.claims(for: console)))
        let tired = try await server.run("user", "add", "tired@example.com")
        give("tired_session", try await signer.sign(issuer.claims(for: tired)))
        try await server.run("user", "add", "stranger@example.com")
        give("stranger", try await server.run("key", "create", "stranger@example.com"))

        let result = try await run(
            .path(FilePath(Self.python)),
            arguments: [
                project + "/Tests/Contract/answers.py", String(server.base.dropFirst("http://".count)),
                JSON.object(tokens).text,
            ], output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
        #expect(
            result.terminationStatus.isSuccess,
            "\(result.standardOutput)\(result.standardError)")
        await server.stop()
        await issuer.stop()
    }
}
