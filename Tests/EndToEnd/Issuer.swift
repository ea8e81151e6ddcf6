import Crypto
import CryptoExtras
import Foundation
import HTTP
import JWTKit
import Resume
import Synchronization
import Testing

/// An issuer of sessions, in Supabase's stead: it signs, and publishes its keys on a real socket.
final class Issuer: Sendable {
    /// What a token says. Every part of it is there to be wrong in some test.
    struct Claims: JWTPayload {
        var sub: String
        var iss: String
        var aud = "authenticated"
        var exp: Int? = Int(Date().timeIntervalSince1970) + 3600
        var nbf: Int?

        func verify(using algorithm: some JWTAlgorithm) {}
    }

    private final class Published: Sendable {
        let keys = Mutex<[JSON]>([])
        let fetches = Mutex(0)
    }

    private let published = Published()
    private let listener: Listener
    let url: String

    init() throws {
        listener = try Listener.start(
            ListenerConfiguration(), refuse: { refusal, _ in Response(status: refusal.status) },
            handler: { [published] request in
                guard request.path == "/auth/v1/.well-known/jwks.json" else { return Response(status: 404) }
                published.fetches.withLock { $0 += 1 }
                let keys = published.keys.withLock { $0 }
                return Response(
                    status: 200, headers: ["Content-Type": "application/json"],
                    body: JSON.object([JSON.Member("keys", .array(keys))]).bytes)
            })
        url = "http://127.0.0.1:\(listener.port)/auth/v1"
    }

    /// How often the keys were asked for.
    var fetches: Int { published.fetches.withLock { $0 } }

    /// What the server is started with.
    var settings: [String: String] { ["KONGRESUME_JWKS": "\(url)/.well-known/jwks.json"] }

    func claims(for user: String) -> Claims { Claims(sub: user, iss: url) }

    func publish(_ keys: [JSON]) { published.keys.withLock { $0 = keys } }

    func stop() async { await listener.shutdown(within: .zero) }
}

/// A key of an issuer's, with the form in which it is published.
struct SigningKey {
    enum Algorithm: String, CaseIterable, CustomTestStringConvertible {
        case es256 = "ES256"
        case rs256 = "RS256"

        var testDescription: String { rawValue }
        /// The other one.
        var other: Algorithm { self == .es256 ? .rs256 : .es256 }
    }

    static func make(_ algorithm: Algorithm, _ id: String) async throws -> SigningKey {
        switch algorithm {
        case .es256: try await elliptic(id)
        case .rs256: try await rsa(id)
        }
    }

    let id: String
    let published: JSON
    let publicPEM: String
    private let signers = JWTKeyCollection()

    /// ES256
    static func elliptic(_ id: String) async throws -> SigningKey {
        let key = ES256PrivateKey()
        guard let parameters = key.publicKey.parameters else { throw ServerError(text: "no parameters") }
        let published: JSON = [
            "kty": "EC", "crv": "P-256", "kid": .string(id), "alg": "ES256", "use": "sig",
            "x": .string(Self.base64URL(parameters.x)), "y": .string(Self.base64URL(parameters.y)),
        ]
        let made = SigningKey(id: id, published: published, publicPEM: key.publicKey.pemRepresentation)
        await made.signers.add(ecdsa: key, kid: JWKIdentifier(string: id))
        return made
    }

    /// RS256
    static func rsa(_ id: String) async throws -> SigningKey {
        let pair = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        let numbers = try pair.publicKey.getKeyPrimitives()
        let published: JSON = [
            "kty": "RSA", "kid": .string(id), "alg": "RS256", "use": "sig",
            "n": .string(Self.base64URL(numbers.modulus.base64EncodedString())),
            "e": .string(Self.base64URL(numbers.publicExponent.base64EncodedString())),
        ]
        let made = SigningKey(id: id, published: published, publicPEM: pair.publicKey.pemRepresentation)
        await made.signers.add(
            rsa: try Insecure.RSA.PrivateKey(backing: pair), digestAlgorithm: .sha256, kid: JWKIdentifier(string: id))
        return made
    }

    /// Coordinates come in plain base64.
    private static func base64URL(_ text: String) -> String {
        text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    func sign(_ claims: Issuer.Claims) async throws -> String {
        try await signers.sign(claims, kid: JWKIdentifier(string: id))
    }

    /// The same claims under a header of one's own, "signed" with HMAC and this secret, or not at all.
    static func forge(_ header: [String: JWTHeaderField], _ claims: Issuer.Claims, secret: String?) async throws
        -> String
    {
        let forgers = JWTKeyCollection()
        if let secret {
            await forgers.add(hmac: HMACKey(from: secret), digestAlgorithm: .sha256)
        } else {
            await forgers.addUnsecuredNone()
        }
        return try await forgers.sign(claims, header: JWTHeader(fields: header))
    }
}
