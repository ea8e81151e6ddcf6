internal import Foundation
internal import JWTKit
internal import Resume

/// Sessions of the console: JSON Web Tokens that Supabase signs, checked with the keys that it publishes.
package actor Sessions {
    package struct Configuration: Sendable, Hashable {
        /// A URL, or the path of a file.
        package let keys: String
        package let issuer: String
        package let audience: String
    }

    /// A key that was withdrawn is trusted for this long.
    private static let lifetime = Duration.seconds(600)
    /// Tokens with invented key ids must not make this server ask for keys at every request.
    private static let pause = Duration.seconds(10)

    private let configuration: Configuration
    private let source: KeySource
    private let observe: @Sendable (Event) -> Void
    private var keys = PublishedKeys.none
    private var fetched: ContinuousClock.Instant?
    private var tried: ContinuousClock.Instant?
    private var fetch: Task<PublishedKeys, any Error>?

    package init(_ configuration: Configuration, observe: @escaping @Sendable (Event) -> Void) {
        self.configuration = configuration
        self.observe = observe
        source = KeySource(configuration.keys)
    }

    /// The user that a session speaks for, as its issuer names it.
    ///
    /// - Throws: `Problem` with `invalid_key` for a token that is not good, with `unavailable` where its keys cannot be
    ///   had.
    func subject(of token: String) async throws -> String {
        guard let header = TokenHeader(token) else { throw Self.refusal }
        let key = try await key(for: header)
        let claims: SessionToken
        do {
            let trusted = JWTKeyCollection()
            try await trusted.add(jwk: key)
            claims = try await trusted.verify(token, as: SessionToken.self)
        } catch {
            throw Self.refusal
        }
        guard claims.iss.value == configuration.issuer, claims.aud.all.contains(configuration.audience) else {
            throw Self.refusal
        }
        return claims.sub.value
    }

    /// Why does not matter to an honest client, and would help another.
    private static let refusal = Problem(
        .invalidKey, "This is neither an API key of this server nor a valid session: it may have expired.")

    private func key(for header: TokenHeader) async throws -> JWK {
        let isFresh = fetched.map { .now - $0 < Self.lifetime } ?? false
        if !isFresh || keys[header] == nil { try await renew(isNeeded: fetched == nil) }
        // Keys that could not be renewed for ten minutes are no longer trusted after an hour.
        guard let fetched, .now - fetched < Self.lifetime * 6 else { throw Self.unreachable }
        guard let key = keys[header] else { throw Self.refusal }
        return key
    }

    private static let unreachable = Problem(
        .unavailable, "The keys of the sessions' issuer cannot be had now.", retryAfter: 10)

    /// Asks for the keys, unless somebody just did. All who wait share one fetch.
    private func renew(isNeeded: Bool) async throws {
        if fetch == nil {
            if let tried, .now - tried < Self.pause {
                if isNeeded { throw Self.unreachable }
                return
            }
            tried = .now
            fetch = Task { [source] in try await source.read() }
        }
        guard let running = fetch else { return }
        do {
            keys = try await running.value
            fetched = .now
            fetch = nil
        } catch {
            if fetch == running { observe(.unexpected(error: "\(error)", requestID: nil)) }
            fetch = nil
            if isNeeded { throw Self.unreachable }
        }
    }
}

/// The keys of a set that could have signed a session (RFC 7517): for signatures, of a kind that is believed.
struct PublishedKeys: Sendable {
    private let keys: [String: JWK]
    private let types: [String: String]

    static let none = PublishedKeys(keys: [:], types: [:])

    /// The key for a token: of its id, and of the kind that its algorithm takes.
    subscript(header: TokenHeader) -> JWK? {
        types[header.keyID] == header.algorithm.keyType ? keys[header.keyID] : nil
    }
}

extension PublishedKeys {
    /// - Throws: ``KeySetError`` for what is no key set. Keys of other kinds are passed over.
    init(_ bytes: [UInt8]) throws {
        guard let all = try JSON(parsing: bytes)[member: "keys"]?.array else { throw KeySetError.noKeySet }
        var keys: [String: JWK] = [:], types: [String: String] = [:]
        for key in all {
            guard let id = key[member: "kid"]?.string, let type = key[member: "kty"]?.string,
                let algorithm = [TokenHeader.Algorithm.rs256, .es256].first(where: { $0.keyType == type }),
                type != "EC" || key[member: "crv"]?.string == "P-256",
                key[member: "use"]?.string ?? "sig" == "sig",
                key[member: "alg"]?.string ?? algorithm.rawValue == algorithm.rawValue,
                let parsed = try? JWK(json: key.text)
            else { continue }
            keys[id] = parsed
            types[id] = type
        }
        self.init(keys: keys, types: types)
    }
}

enum KeySetError: Error {
    case noKeySet
    case status(Int)
    case tooLarge
}
