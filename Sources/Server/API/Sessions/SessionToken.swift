internal import Foundation
internal import JWTKit
internal import Resume

/// The claims of a session that are looked at (RFC 7519, 4.1). Those that are required are not optional.
struct SessionToken: JWTPayload {
    let sub: SubjectClaim
    let exp: ExpirationClaim
    let nbf: NotBeforeClaim?
    let iss: IssuerClaim
    let aud: Audience

    /// One text or several.
    struct Audience: Codable {
        let all: Set<String>

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            all = try (try? container.decode(String.self)).map { [$0] } ?? container.decode(Set<String>.self)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(all)
        }
    }

    func verify(using algorithm: some JWTAlgorithm) throws {
        try exp.verifyNotExpired()
        try nbf?.verifyNotBefore(currentDate: Date(timeIntervalSinceNow: Self.leeway))
    }

    /// Two machines' clocks agree to half a minute.
    private static let leeway: TimeInterval = 30
}

/// The header of a token, before anything of it is believed.
struct TokenHeader {
    /// What the issuers of sessions sign with. Never what a token says it is signed with: "none", or HMAC with a public
    /// key for its secret, would be anybody's signature.
    enum Algorithm: String {
        case rs256 = "RS256"
        case es256 = "ES256"

        /// `kty` of a key for it.
        var keyType: String {
            switch self {
            case .rs256: "RSA"
            case .es256: "EC"
            }
        }
    }

    let algorithm: Algorithm
    let keyID: String

    /// `nil` for what is not three parts of a sane length, has no `kid`, another algorithm, or a critical extension
    /// (RFC 7515, 4.1.11).
    init?(_ token: String) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard token.utf8.count <= 8192, parts.count == 3, parts.allSatisfy(Self.isBase64URL),
            let bytes = Self.decode(parts[0]), let header = try? JSON(parsing: bytes),
            let algorithm = header[member: "alg"]?.string.flatMap(Algorithm.init(rawValue:)),
            let keyID = header[member: "kid"]?.string, header[member: "crit"] == nil
        else { return nil }
        self.algorithm = algorithm
        self.keyID = keyID
    }

    /// Without padding (RFC 7515, 2), which libraries forgive: one token would have many spellings.
    private static func isBase64URL(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    private static func decode(_ text: Substring) -> [UInt8]? {
        let base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        return Data(base64Encoded: base64 + padding).map(Array.init)
    }
}
