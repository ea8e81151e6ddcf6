import Foundation
import JWTKit
import Resume
import Testing

/// `/v1/keys`, and the sessions that it takes.
@Suite(.serialized) struct KeyTests {
    @Test(arguments: DatabaseWay.allCases)
    func `a session makes, lists and revokes keys, and reads what a key reads`(way: DatabaseWay) async throws {
        let issuer = try Issuer()
        let signer = try await SigningKey.elliptic("one")
        issuer.publish([signer.published])
        let server = try await Server.start(data: Server.makeDataFolder(), by: way, settings: issuer.settings)
        defer { server.remove() }
        let user = try await server.run("user", "add", "ada@example.com")
        let session = try await signer.sign(issuer.claims(for: user))

        let order = Data(
            #"{"name":"nightly job","mode":"test","scopes":["read"],"expires_at":"2099-01-01T00:00:00Z"}"#.utf8)
        let made = try await server.send("POST", "/v1/keys", key: session, body: order)
        #expect(made.status == 201)
        #expect(made.header("Cache-Control")?.contains("no-store") == true)
        let key = try #require(try made.json[member: "key"]?.string)
        let id = try #require(try made.json[member: "id"]?.string)
        #expect(key.hasPrefix("kr_test_"))
        #expect(try await server.send("GET", "/v1/resumes", key: key).status == 200)
        #expect(try await server.send("DELETE", "/v1/resumes/gen_1", key: key).status == 403, "it may only read")

        let list = try await server.send("GET", "/v1/keys", key: session)
        #expect(try list.json[member: "items"]?[element: 0]?[member: "name"]?.string == "nightly job")
        #expect(try list.json[member: "items"]?[element: 0]?[member: "expires_at"]?.string == "2099-01-01T00:00:00Z")
        #expect(!String(decoding: list.body, as: UTF8.self).contains(key), "a key is shown once")

        #expect(try await server.send("GET", "/v1/resumes", key: session).status == 200)
        #expect(try await server.send("GET", "/v1/credits", key: session).status == 200)
        let written = try await server.send("POST", "/v1/resumes/generate", key: session, body: Data("{}".utf8))
        #expect(written.status == 403)

        #expect(try await server.send("DELETE", "/v1/keys/\(id)", key: session).status == 204)
        #expect(try await server.send("GET", "/v1/resumes", key: key).status == 401)
        #expect(try await server.send("DELETE", "/v1/keys/\(UUID().uuidString)", key: session).status == 404)
        #expect(try await server.send("DELETE", "/v1/keys/%00", key: session).status == 400)
        await server.stop()
        await issuer.stop()
    }

    @Test func `a key manages no keys, and other people's keys are not there`() async throws {
        let issuer = try Issuer()
        let signer = try await SigningKey.elliptic("one")
        issuer.publish([signer.published])
        let server = try await Server.start(data: Server.makeDataFolder(), settings: issuer.settings)
        defer { server.remove() }
        let ada = try await server.run("user", "add", "ada@example.com")
        let grace = try await server.run("user", "add", "grace@example.com")
        let key = try await server.run("key", "create", "ada@example.com")
        let his = try await signer.sign(issuer.claims(for: grace))
        let hers = try await signer.sign(issuer.claims(for: ada))
        for (method, path) in [("GET", "/v1/keys"), ("POST", "/v1/keys"), ("DELETE", "/v1/keys/\(ada)")] {
            let answer = try await server.send(method, path, key: key)
            #expect(answer.status == 403)
            #expect(try answer.json[member: "code"]?.string == "insufficient_scope")
        }
        let id = try #require(
            try await server.send("GET", "/v1/keys", key: hers).json[member: "items"]?[element: 0]?[member: "id"]?
                .string)
        #expect(try await server.send("GET", "/v1/keys", key: his).json[member: "items"] == JSON.array([]))
        #expect(try await server.send("DELETE", "/v1/keys/\(id)", key: his).status == 404)
        #expect(try await server.send("GET", "/v1/credits", key: key).status == 200)
        await server.stop()
        await issuer.stop()
    }

    @Test func `bad orders for keys are told what is wrong`() async throws {
        let issuer = try Issuer()
        let signer = try await SigningKey.elliptic("one")
        issuer.publish([signer.published])
        let server = try await Server.start(data: Server.makeDataFolder(), settings: issuer.settings)
        defer { server.remove() }
        let user = try await server.run("user", "add", "ada@example.com")
        let session = try await signer.sign(issuer.claims(for: user))
        for (order, pointer) in [
            (#"{}"#, "/name"), (#"{"name":""}"#, "/name"), (#"{"name":"\u200b"}"#, "/name"),
            (#"{"name":"a","scopes":[]}"#, "/scopes"), (#"{"name":"a","scopes":["read","read"]}"#, "/scopes"),
            (#"{"name":"a","scopes":["admin"]}"#, "/scopes"), (#"{"name":"a","mode":"prod"}"#, "/mode"),
            (#"{"name":"a","expires_at":"2001-01-01T00:00:00Z"}"#, "/expires_at"),
            (#"{"name":"a","expires_at":"tomorrow"}"#, "/expires_at"), (#"{"name":"a","admin":true}"#, "/admin"),
        ] {
            let answer = try await server.send("POST", "/v1/keys", key: session, body: Data(order.utf8))
            #expect(answer.status == 422, "\(order)")
            let pointers = try answer.json[member: "errors"]?.array?.compactMap { $0[member: "pointer"]?.string }
            #expect(pointers == [pointer], "\(order)")
        }
        #expect(try await server.send("GET", "/v1/keys", key: session).json[member: "items"] == JSON.array([]))
        await server.stop()
        await issuer.stop()
    }

    @Test(arguments: SigningKey.Algorithm.allCases)
    func `a token that anybody could have made, or that is not for here and now, is refused`(
        algorithm: SigningKey.Algorithm
    ) async throws {
        let issuer = try Issuer()
        let signer = try await SigningKey.make(algorithm, "one")
        let stranger = try await SigningKey.make(algorithm, "one")
        let other = try await SigningKey.make(algorithm.other, "one")
        let secret = "thirty-six characters that are public"
        issuer.publish([
            signer.published,
            // What must not be believed though it is published: a secret for HMAC.
            ["kty": "oct", "kid": "secret", "k": .string(Data(secret.utf8).base64EncodedString())],
        ])
        let server = try await Server.start(data: Server.makeDataFolder(), settings: issuer.settings)
        defer { server.remove() }
        let user = try await server.run("user", "add", "ada@example.com")
        let good = issuer.claims(for: user)
        func refused(_ token: String, _ why: Comment, status: Int = 401) async throws {
            let answer = try await server.send("GET", "/v1/keys", key: token)
            #expect(answer.status == status, why)
        }
        #expect(try await server.send("GET", "/v1/keys", key: signer.sign(good)).status == 200)
        try await refused(stranger.sign(good), "another key under the same id")
        try await refused(other.sign(good), "a key of the other kind under the same id")
        var claims = good
        claims.exp = Int(Date().timeIntervalSince1970) - 1
        try await refused(signer.sign(claims), "expired")
        claims = good
        claims.exp = nil
        try await refused(signer.sign(claims), "without an end")
        claims = good
        claims.nbf = Int(Date().timeIntervalSince1970) + 3600
        try await refused(signer.sign(claims), "not yet valid")
        claims = good
        claims.aud = "anon"
        try await refused(signer.sign(claims), "for another audience")
        claims = good
        claims.iss = "https://issuer.example"
        try await refused(signer.sign(claims), "of another issuer")
        try await refused(
            SigningKey.forge(["alg": "none", "kid": "one"], good, secret: nil), "not signed")
        for publicKey in [signer.published.text, signer.publicPEM] {
            try await refused(
                SigningKey.forge(["alg": "HS256", "kid": "one"], good, secret: publicKey), "HMAC with a public key")
        }
        try await refused(
            SigningKey.forge(["alg": "HS256", "kid": "secret"], good, secret: secret), "HMAC with a published secret")
        try await refused(
            SigningKey.forge(["alg": .string(algorithm.other.rawValue), "kid": "one"], good, secret: secret),
            "the other algorithm than the key's")
        let whole = try await signer.sign(good)
        try await refused(String(whole.dropLast(3)), "cut short")
        try await refused("a.b.c", "nonsense")
        try await refused(String(repeating: "a.", count: 3000), "long nonsense")
        try await refused(
            signer.sign(issuer.claims(for: UUID().uuidString)), "a user that was never added", status: 403)
        try await refused(signer.sign(issuer.claims(for: "' OR 1=1")), "no id of a user", status: 403)
        try await server.run("user", "suspend", "ada@example.com")
        try await refused(signer.sign(good), "a user who is not approved", status: 403)
        await server.stop()
        await issuer.stop()
    }

    @Test(arguments: SigningKey.Algorithm.allCases)
    func `a new signing key is found, and invented key ids do not make the server ask again and again`(
        algorithm: SigningKey.Algorithm
    ) async throws {
        let issuer = try Issuer()
        let first = try await SigningKey.make(algorithm, "first")
        issuer.publish([first.published])
        let server = try await Server.start(data: Server.makeDataFolder(), settings: issuer.settings)
        defer { server.remove() }
        let user = try await server.run("user", "add", "ada@example.com")
        #expect(issuer.fetches == 0, "keys are fetched when they are first needed")
        let second = try await SigningKey.make(algorithm, "second")
        issuer.publish([first.published, second.published])
        #expect(try await server.send("GET", "/v1/keys", key: first.sign(issuer.claims(for: user))).status == 200)
        #expect(try await server.send("GET", "/v1/keys", key: second.sign(issuer.claims(for: user))).status == 200)
        #expect(issuer.fetches == 1)
        for number in 0..<20 {
            let invented = try await SigningKey.elliptic("invented \(number)")
            #expect(
                try await server.send("GET", "/v1/keys", key: invented.sign(issuer.claims(for: user))).status == 401)
        }
        #expect(issuer.fetches == 1, "within ten seconds of the last time it does not ask")
        #expect(try await server.send("GET", "/v1/keys", key: first.sign(issuer.claims(for: user))).status == 200)

        // The keys change while the server runs, from one algorithm to the other: the new key's id makes it ask again.
        let third = try await SigningKey.make(algorithm.other, "third")
        issuer.publish([third.published])
        let (old, new) = (
            try await first.sign(issuer.claims(for: user)), try await third.sign(issuer.claims(for: user))
        )
        #expect(try await server.send("GET", "/v1/keys", key: new).status == 401, "not yet")
        let deadline = ContinuousClock.now + .seconds(60)
        while try await server.send("GET", "/v1/keys", key: new).status != 200 {
            try #require(ContinuousClock.now < deadline)
            try await Task.sleep(for: .milliseconds(200))
        }
        #expect(issuer.fetches == 2)
        #expect(try await server.send("GET", "/v1/keys", key: old).status == 401, "the old key was withdrawn")
        await server.stop()
        await issuer.stop()
    }

    @Test func `where the issuer cannot be reached, sessions are unavailable and keys are not`() async throws {
        let issuer = try Issuer()
        let signer = try await SigningKey.elliptic("one")
        let settings = issuer.settings
        await issuer.stop()
        let server = try await Server.start(data: Server.makeDataFolder(), settings: settings)
        defer { server.remove() }
        let user = try await server.run("user", "add", "ada@example.com")
        let key = try await server.run("key", "create", "ada@example.com")
        let answer = try await server.send("GET", "/v1/keys", key: signer.sign(issuer.claims(for: user)))
        #expect(answer.status == 503)
        #expect(answer.header("Retry-After") != nil)
        #expect(try await server.send("GET", "/v1/credits", key: key).status == 200)
        await server.stop()
    }
}
