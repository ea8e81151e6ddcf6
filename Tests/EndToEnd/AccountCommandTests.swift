import Foundation
import Postgres
import Resume
import Testing

/// `kongresume user|key|credits`, and what they mean to a server that runs.
@Suite(.serialized) struct AccountCommandTests {
    @Test(arguments: DatabaseWay.allCases)
    func `keys are made, listed and revoked while the server runs, and it takes note within a second`(way: DatabaseWay)
        async throws
    {
        let server = try await Server.start(data: Server.makeDataFolder(), by: way)
        defer { server.remove() }
        try await server.run("user", "add", "ada@example.com")
        let reader = try await server.run(
            "key", "create", "ada@example.com", "--name", "phone", "--scope", "read", "--expires", "90d")
        func status() async throws -> Int { try await server.send("GET", "/v1/resumes", key: reader).status }
        #expect(try await status() == 200)
        #expect(
            try await server.send("POST", "/v1/resumes/generate", key: reader, body: Data("{}".utf8)).status == 403)

        let line = try await server.run("key", "list", "ada@example.com")
        #expect(line.contains("  read  used 20"))
        #expect(line.contains("phone  until 20"))
        #expect(!line.contains(reader))

        try await server.run("user", "suspend", "ada@example.com")
        let suspended = ContinuousClock.now
        while try await status() == 200 {}
        #expect(ContinuousClock.now - suspended < .seconds(1))
        let refused = try await server.send("GET", "/v1/resumes", key: reader)
        #expect(refused.status == 403)
        #expect(try refused.json[member: "code"]?.string == "account_not_approved")
        try await server.run("user", "approve", "ada@example.com")
        while try await status() == 403 {}
        #expect(try await status() == 200)

        try await server.run("key", "revoke", String(line.prefix(36)))
        let revoked = ContinuousClock.now
        while try await status() == 200 {}
        #expect(ContinuousClock.now - revoked < .seconds(1))
        #expect(try await status() == 401)
        #expect(try await server.run("key", "list", "ada@example.com").hasSuffix("(revoked)"))
        await server.stop()
    }

    @Test func `a key with a wrong checksum is refused without a question to the database`() async throws {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        try await server.run("user", "add", "ada@example.com")
        let key = try await server.run("key", "create", "ada@example.com")
        let mistyped = String(key.dropLast()) + (key.hasSuffix("x") ? "y" : "x")
        let database = PostgresPool("host='\(server.data.path)/database/run' user=kongresume dbname=postgres")
        // While nobody can read keys, the right one waits, and the mistyped one is answered.
        let right = try await database.withTransaction { holder in
            try await holder.script("LOCK TABLE kongresume.api_keys IN ACCESS EXCLUSIVE MODE")
            let right = Task { try await server.send("GET", "/v1/resumes", key: key).status }
            for _ in 0..<10 {
                let answer = try await server.send("GET", "/v1/resumes", key: mistyped)
                #expect(answer.status == 401)
            }
            return right
        }
        #expect(try await right.value == 200)
        await database.close()
        await server.stop()
    }

    @Test func `plans are kept, users put on them, and the audit names an account whose figures do not agree`()
        async throws
    {
        let server = try await Server.start(data: Server.makeDataFolder())
        defer { server.remove() }
        try await server.run("credits", "plan", "put", "starter", "50")
        #expect(try await server.run("credits", "plan", "list") == "prepaid  0\nstarter  50")
        let id = try await server.run("user", "add", "ada@example.com", "--plan", "starter")
        #expect(try await server.run("credits", "grant", id, "3", "--note", "invoice 1") == "53")
        let shown = try await server.run("credits", "show", id, "--plan")
        #expect(
            shown.wholeMatch(
                of:
                    /granted 53, remaining 53, claimed 0, spent 0\nplan starter, allowance 50, left of it 50, resets at 2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ/
            ) != nil)
        let ledger = try await server.run("credits", "ledger", id).split(separator: "\n")
        #expect(ledger.map { $0.dropFirst(22) } == ["grant  3  invoice 1", "allowance  50"])
        try await server.run("credits", "audit")

        let database = PostgresPool("host='\(server.data.path)/database/run' user=kongresume dbname=postgres")
        try await database.run(Statement("UPDATE kongresume.credits SET spent = 1"))
        await database.close()
        let (status, output, error) = try await command(
            ["credits", "audit"], environment: Server.environment(server.data))
        #expect(status == 1)
        #expect(output.split(separator: "\n").contains("\(id)  ada@example.com  spent 1, by the ledger 0"))
        #expect(error.contains("1 account(s)"))
        await server.stop()
    }

    @Test(arguments: [
        (["key", "create", "a@example.com", "--expires", "2001-01-01"], "--expires"),
        (["key", "create", "a@example.com", "--expires", "0d"], "--expires"),
        (["key", "create", "a@example.com", "--expires", "soon"], "--expires"),
        (["key", "create", "a@example.com", "--scope", "admin"], "--scope"),
        (["key", "create", "a@example.com", "--name", ""], "--name"),
        (["credits", "grant", "a@example.com", "0"], "from 1 to"),
        (["credits", "plan", "put", "Gold!", "5"], "Gold!"),
        (["credits", "plan", "put", "gold", "1000000001"], "from 0 to"),
        (["user", "add", "no-address"], "no-address"),
    ])
    func `what cannot be meant is refused before anything is opened`(words: [String], hint: String) async throws {
        let (status, output, error) = try await command(words, environment: ["KONGRESUME_DATA_DIR": "/nonexistent"])
        #expect(status == 2)
        #expect(output.isEmpty)
        #expect(error.contains(hint))
    }
}
