internal import Foundation

/// Everything that can be set, from the environment: one row of `all` for each.
package struct Settings: Sendable {
    package struct Name: Sendable {
        package let variable: String
        package let meaning: String
        package let fallback: String
    }

    package static let all =
        [
            Name(
                variable: "KONGRESUME_DATABASE_URL", meaning: "a PostgreSQL, such as Supabase's",
                fallback: "a private cluster below the data directory"),
            Name(
                variable: "KONGRESUME_DATA_DIR", meaning: "where formats and the private cluster are kept",
                fallback: "$XDG_STATE_HOME/kongresume or ~/.local/state/kongresume; for root /var/lib/kongresume"),
            Name(
                variable: "KONGRESUME_SHARE_DIR", meaning: "where templates/ and texmf/ are",
                fallback: "beside the program"
            ),
            Name(
                variable: "KONGRESUME_PUBLIC_URL", meaning: "how clients reach the server; begins download_url",
                fallback: "http://HOST:PORT"),
            Name(
                variable: "KONGRESUME_ENGINES", meaning: "documents typeset at once",
                fallback: "the number of processors"),
            Name(
                variable: "KONGRESUME_WARM",
                meaning: "engines that are started with the server: pdftex, or all, with XeTeX for other scripts",
                fallback: "pdftex; XeTeX when it is first needed"),
            Name(variable: "KONGRESUME_QUEUE", meaning: "documents that may wait for an engine", fallback: "64"),
            Name(variable: "KONGRESUME_DATABASE_CONNECTIONS", meaning: "connections to PostgreSQL", fallback: "8"),
            Name(
                variable: "KONGRESUME_RATE_LIMIT",
                meaning: "requests of one key, and the seconds for them, as in 600/60; 0 for no limit",
                fallback: "600/60"),
            Name(
                variable: "KONGRESUME_JWKS",
                meaning: "the keys of sessions that may manage API keys: a URL, or a file (JWKS)",
                fallback: "none: keys are managed by `kongresume key`"),
            Name(
                variable: "KONGRESUME_JWT_ISSUER", meaning: "the issuer of those sessions",
                fallback: "KONGRESUME_JWKS without /.well-known/jwks.json"),
            Name(variable: "KONGRESUME_JWT_AUDIENCE", meaning: "their audience", fallback: "authenticated"),
            Name(
                variable: "KONGRESUME_LINKEDIN_URL",
                meaning: "a mirror that is asked instead of LinkedIn, https; short links as /lnkd.in/…",
                fallback: LinkedInSource.address),
            Name(
                variable: "KONGRESUME_LINKEDIN_CA_FILE",
                meaning: "certificates that LinkedIn or its mirror is trusted by",
                fallback: "the system's"),
            Name(
                variable: "KONGRESUME_LINKEDIN_PER_MINUTE", meaning: "requests to LinkedIn each minute", fallback: "30"),
            Name(
                variable: "KONGRESUME_USER_AGENT", meaning: "what LinkedIn is told of who asks", fallback: "KongResume"),
            Name(
                variable: "KONGRESUME_LOG_LEVEL", meaning: "trace, debug, info, notice, warning or error",
                fallback: "info"),
        ] + ModelSettings.names

    package let databaseURL: String?
    package let dataDirectory: String
    package let shareDirectory: String?
    package let publicURL: String?
    package let engines: Int
    /// XeTeX is started with the server, not when it is first needed.
    package let warmsXeTeX: Bool
    package let queue: Int
    package let databaseConnections: Int
    package let linkedInURL: String?
    package let linkedInCertificates: String?
    package let linkedInPerMinute: Int
    package let userAgent: String
    package let logLevel: String
    /// `nil` where the offline agent writes alone.
    package let model: ModelSettings?
    /// `nil` for no limit.
    package let rateLimit: RateLimiter.Quota?
    /// `nil` where sessions are not taken.
    package let sessions: Sessions.Configuration?

    /// - Throws: ``SettingsError`` that names the variable, what it holds and what it may hold.
    package init(environment: [String: String]) throws(SettingsError) {
        func text(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        func number(_ name: String, _ range: ClosedRange<Int>, default value: Int) throws(SettingsError) -> Int {
            guard let given = text(name) else { return value }
            guard let parsed = Int(given), range.contains(parsed) else {
                throw SettingsError(
                    message:
                        "\(name) is \"\(given)\": it must be a number from \(range.lowerBound) to \(range.upperBound)")
            }
            return parsed
        }
        let known = Set(Self.all.map(\.variable))
        if let unknown = environment.keys.sorted().first(where: { $0.hasPrefix("KONGRESUME_") && !known.contains($0) })
        {
            throw SettingsError(message: "\(unknown) is not a setting: `kongresume serve --help` lists them all")
        }
        let home = text("HOME") ?? "/"
        // PostgreSQL runs under an account of its own if this is root, and cannot reach root's home.
        let state = text("XDG_STATE_HOME") ?? (geteuid() == 0 ? "/var/lib" : "\(home)/.local/state")
        databaseURL = text("KONGRESUME_DATABASE_URL")
        dataDirectory =
            URL(
                filePath: text("KONGRESUME_DATA_DIR") ?? "\(state)/kongresume"
            ).standardized.path
        shareDirectory = text("KONGRESUME_SHARE_DIR")
        publicURL = text("KONGRESUME_PUBLIC_URL")
        engines = try number("KONGRESUME_ENGINES", 1...256, default: ProcessInfo.processInfo.activeProcessorCount)
        switch text("KONGRESUME_WARM") {
        case nil, "pdftex": warmsXeTeX = false
        case "all": warmsXeTeX = true
        case let other?:
            throw SettingsError(message: "KONGRESUME_WARM is \"\(other)\": it must be pdftex or all")
        }
        queue = try number("KONGRESUME_QUEUE", 0...100_000, default: 64)
        databaseConnections = try number("KONGRESUME_DATABASE_CONNECTIONS", 1...1000, default: 8)
        linkedInURL = text("KONGRESUME_LINKEDIN_URL")
        linkedInCertificates = text("KONGRESUME_LINKEDIN_CA_FILE")
        linkedInPerMinute = try number("KONGRESUME_LINKEDIN_PER_MINUTE", 1...6000, default: 30)
        userAgent = text("KONGRESUME_USER_AGENT") ?? "KongResume"
        guard userAgent.utf8.count <= 200, userAgent.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw SettingsError(message: "KONGRESUME_USER_AGENT must be at most 200 visible ASCII characters")
        }
        logLevel = text("KONGRESUME_LOG_LEVEL") ?? "info"
        model = try ModelSettings.read(text, number)
        rateLimit = try Self.quota(text("KONGRESUME_RATE_LIMIT") ?? "600/60")
        sessions = try Self.sessions(
            keys: text("KONGRESUME_JWKS"), issuer: text("KONGRESUME_JWT_ISSUER"),
            audience: text("KONGRESUME_JWT_AUDIENCE"))
    }

    private static func quota(_ text: String) throws(SettingsError) -> RateLimiter.Quota? {
        if text == "0" { return nil }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        guard parts.count == 2, (1...1_000_000).contains(parts[0]), (1...86_400).contains(parts[1]) else {
            throw SettingsError(
                message: "KONGRESUME_RATE_LIMIT is \"\(text)\": it must be requests/seconds, such as 600/60, or 0")
        }
        return RateLimiter.Quota(requests: parts[0], seconds: parts[1])
    }

    private static func sessions(
        keys: String?, issuer: String?, audience: String?
    ) throws(SettingsError) -> Sessions.Configuration? {
        guard let keys else {
            guard issuer == nil, audience == nil else {
                throw SettingsError(message: "KONGRESUME_JWT_ISSUER and KONGRESUME_JWT_AUDIENCE need KONGRESUME_JWKS")
            }
            return nil
        }
        if keys.hasPrefix("http://"), !isLoopback(keys) {
            throw SettingsError(
                message: "KONGRESUME_JWKS is \"\(keys)\": whoever can change it on its way can sign sessions; use https"
            )
        }
        let wellKnown = "/.well-known/jwks.json"
        guard let issuer = issuer ?? (keys.hasSuffix(wellKnown) ? String(keys.dropLast(wellKnown.count)) : nil) else {
            throw SettingsError(
                message: "KONGRESUME_JWT_ISSUER is missing: it cannot be read off KONGRESUME_JWKS (\"\(keys)\")")
        }
        return Sessions.Configuration(keys: keys, issuer: issuer, audience: audience ?? "authenticated")
    }

    private static func isLoopback(_ address: String) -> Bool {
        ["127.0.0.1", "localhost", "[::1]"].contains { host in
            [":", "/"].contains { address.hasPrefix("http://\(host)\($0)") }
        }
    }
}

package struct SettingsError: Error, CustomStringConvertible {
    let message: String

    package var description: String { message }
}
