/// The language model that rewrites, and what happens when it does not.
package struct ModelSettings: Sendable {
    package enum Fallback: String, Sendable, CaseIterable { case offline, fail }

    /// Begins `…/chat/completions`.
    package let url: String
    package let model: String
    let key: Key
    /// Of a whole rewriting, retries and waits included.
    package let timeout: Duration
    package let fallback: Fallback
    let certificates: String?
    let allowsHTTP: Bool
    let inputTokens: Int
    let outputTokens: Int

    /// Where the key is, so that settings can be printed.
    enum Key: Sendable, CustomStringConvertible {
        case none
        case text(String)
        case file(String)

        var description: String {
            switch self {
            case .none: "none"
            case .text: "given"
            case .file(let path): "in \(path)"
            }
        }
    }

    static let names = [
        Settings.Name(
            variable: "KONGRESUME_LLM_URL",
            meaning:
                "a language model that rewords lines: an endpoint that speaks OpenAI's protocol, such as https://…/v1",
            fallback: "none: the offline agent writes"),
        Settings.Name(
            variable: "KONGRESUME_LLM_MODEL", meaning: "the model's name at that endpoint",
            fallback: "none; needed with KONGRESUME_LLM_URL"),
        Settings.Name(
            variable: "KONGRESUME_LLM_KEY", meaning: "the endpoint's key; better in KONGRESUME_LLM_KEY_FILE",
            fallback: "none"),
        Settings.Name(variable: "KONGRESUME_LLM_KEY_FILE", meaning: "a file that holds the key", fallback: "none"),
        Settings.Name(
            variable: "KONGRESUME_LLM_TIMEOUT", meaning: "seconds for a rewriting, retries included", fallback: "30"),
        Settings.Name(
            variable: "KONGRESUME_LLM_FALLBACK",
            meaning: "what follows where the model fails: offline (the offline agent's words, and a note) or fail",
            fallback: "offline"),
        Settings.Name(
            variable: "KONGRESUME_LLM_CA_FILE", meaning: "certificates that the endpoint is trusted by",
            fallback: "the system's"),
        Settings.Name(
            variable: "KONGRESUME_LLM_ALLOW_HTTP",
            meaning: "1 lets http be spoken to other machines too: profiles and the key then travel in the open",
            fallback: "0: http on this machine only"),
        Settings.Name(
            variable: "KONGRESUME_LLM_INPUT_TOKENS", meaning: "the most that is sent, in tokens", fallback: "12000"),
        Settings.Name(
            variable: "KONGRESUME_LLM_OUTPUT_TOKENS", meaning: "the most that is answered, in tokens",
            fallback: "4000"),
    ]

    /// - Returns: `nil` where no endpoint is set.
    /// - Throws: ``SettingsError`` that names the variable; it never holds the key.
    static func read(
        _ text: (String) -> String?, _ number: (String, ClosedRange<Int>, Int) throws(SettingsError) -> Int
    ) throws(SettingsError) -> ModelSettings? {
        guard let url = text("KONGRESUME_LLM_URL") else {
            if let lonely = names.map(\.variable).first(where: { text($0) != nil }) {
                throw SettingsError(message: "\(lonely) needs KONGRESUME_LLM_URL")
            }
            return nil
        }
        guard let model = text("KONGRESUME_LLM_MODEL") else {
            throw SettingsError(message: "KONGRESUME_LLM_MODEL is missing: the endpoint must be told which model")
        }
        let key: Key
        switch (text("KONGRESUME_LLM_KEY"), text("KONGRESUME_LLM_KEY_FILE")) {
        case (nil, nil): key = .none
        case (let given?, nil): key = .text(given)
        case (nil, let path?): key = .file(path)
        default: throw SettingsError(message: "KONGRESUME_LLM_KEY and KONGRESUME_LLM_KEY_FILE: only one may be set")
        }
        let fallbackText = text("KONGRESUME_LLM_FALLBACK") ?? Fallback.offline.rawValue
        guard let fallback = Fallback(rawValue: fallbackText) else {
            throw SettingsError(message: "KONGRESUME_LLM_FALLBACK is \"\(fallbackText)\": it must be offline or fail")
        }
        return ModelSettings(
            url: url, model: model, key: key,
            timeout: .seconds(try number("KONGRESUME_LLM_TIMEOUT", 1...600, 30)), fallback: fallback,
            certificates: text("KONGRESUME_LLM_CA_FILE"),
            allowsHTTP: try number("KONGRESUME_LLM_ALLOW_HTTP", 0...1, 0) == 1,
            inputTokens: try number("KONGRESUME_LLM_INPUT_TOKENS", 1000...1_000_000, 12_000),
            outputTokens: try number("KONGRESUME_LLM_OUTPUT_TOKENS", 100...100_000, 4_000))
    }
}
