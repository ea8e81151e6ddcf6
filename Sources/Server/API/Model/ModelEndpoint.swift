// A language model behind an endpoint that speaks OpenAI's protocol: deadlines, retries and the breaker are here, what is
// asked and what is made of the answer is in Tailoring/LLM.

internal import Foundation
internal import HTTP
internal import Resume
internal import Tailoring

package struct ModelEndpoint: Sendable {
    let settings: ModelSettings
    let breaker: CircuitBreaker
    /// Before the second try; doubled for each further one.
    var firstPause = Duration.milliseconds(300)
    private let client: EndpointClient
    private let observe: @Sendable (Event) -> Void

    /// - Throws: ``SettingsError``.
    package init(_ settings: ModelSettings, observe: @escaping @Sendable (Event) -> Void = { _ in }) throws {
        self.init(settings, breaker: CircuitBreaker(), client: try Self.client(settings), observe: observe)
    }

    init(
        _ settings: ModelSettings, breaker: CircuitBreaker, client: EndpointClient,
        observe: @escaping @Sendable (Event) -> Void
    ) {
        self.settings = settings
        self.breaker = breaker
        self.client = client
        self.observe = observe
    }

    static func client(_ settings: ModelSettings) throws -> EndpointClient {
        let base: Destination
        do { base = try Destination(settings.url, schemes: ["https", "http"]) } catch {
            throw SettingsError(message: "KONGRESUME_LLM_URL is not an address that can be used: \(error.context)")
        }
        guard base.scheme == "https" || base.isLoopback || settings.allowsHTTP else {
            throw SettingsError(
                message: "KONGRESUME_LLM_URL is http to another machine: use https, or set KONGRESUME_LLM_ALLOW_HTTP=1")
        }
        var configuration = EndpointClient.Configuration(base: base)
        configuration.key = try key(settings)
        configuration.certificateFile = settings.certificates
        configuration.timeout = settings.timeout
        return EndpointClient(configuration)
    }

    private static func key(_ settings: ModelSettings) throws -> String? {
        let (key, variable): (String, String)
        switch settings.key {
        case .none: return nil
        case .text(let text): (key, variable) = (text, "KONGRESUME_LLM_KEY")
        case .file(let path):
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw SettingsError(message: "KONGRESUME_LLM_KEY_FILE names \(path), which cannot be read")
            }
            (key, variable) = (text.trimmingCharacters(in: .whitespacesAndNewlines), "KONGRESUME_LLM_KEY_FILE")
        }
        guard !key.isEmpty, key.utf8.count <= 4096, key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw SettingsError(message: "\(variable) does not hold a key: one line of visible ASCII characters")
        }
        return key
    }

    // MARK: Asking

    /// Runs a rewriting, if the breaker lets it, and tells the breaker how it ended: what became of an answer only its
    /// reader knows.
    func watch<Result>(_ rewriting: () async throws(ModelError) -> Result) async throws(ModelError) -> Result {
        guard breaker.allows() else {
            observe(.modelEnded(outcome: ModelError.Code.paused.rawValue))
            throw ModelError(.paused, "It failed too often lately; it is asked again in a moment.")
        }
        do throws(ModelError) {
            let result = try await rewriting()
            breaker.succeeded()
            observe(.modelEnded(outcome: "ok"))
            return result
        } catch {
            if error.code == .cancelled { breaker.abandoned() } else { breaker.failed() }
            observe(.modelEnded(outcome: error.code.rawValue))
            throw error
        }
    }

    /// Asks for a completion, again after a pause where that may help, until the deadline.
    func complete(_ body: JSON) async throws(ModelError) -> [UInt8] {
        let body = body.bytes
        let deadline = ContinuousClock.now + settings.timeout
        var pause = firstPause
        var attempt = 1
        while true {
            observe(.modelAsked)
            var wait = Duration.zero
            let failure: ModelError
            switch await answer(body, within: deadline - .now) {
            case .success(let page):
                guard let error = Self.fault(page) else { return page.body }
                failure = error
                guard page.status == 429 || page.status >= 500 else { throw failure }
                wait = page.headers["Retry-After"].flatMap(Self.delay) ?? .zero
            case .failure(let error):
                failure = Self.failure(error)
                guard error.isPassing else { throw failure }
            }
            let jittered = max(wait, pause * Double.random(in: 0.5...1.5))
            guard attempt < 3, ContinuousClock.now + jittered < deadline else { throw failure }
            do { try await Task.sleep(for: jittered) } catch {
                throw ModelError(.cancelled, "Nobody waits for it any more.")
            }
            pause *= 2
            attempt += 1
        }
    }

    private func answer(_ body: [UInt8], within time: Duration) async -> Result<FetchedPage, FetchError> {
        do throws(FetchError) {
            return .success(
                try await client.ask("chat/completions", body: body, timeout: max(time, .milliseconds(1))))
        } catch { return .failure(error) }
    }

    /// RFC 9110, 10.2.3: seconds. A date is not waited for.
    private static func delay(_ text: String) -> Duration? { Int(text).map { .seconds(max(0, min($0, 86_400))) } }

    /// `nil` for an answer that can be read.
    private static func fault(_ page: FetchedPage) -> ModelError? {
        switch page.status {
        case 200:
            let type = page.headers["Content-Type"]?.lowercased() ?? ""
            return type.hasPrefix("application/json")
                ? nil : ModelError(.badAnswer, "The answer is not declared as JSON.")
        case 300..<400:
            return ModelError(.badStatus, "The endpoint leads elsewhere (\(page.status)), which is not followed.")
        case 401, 403: return ModelError(.keyRefused, "The endpoint refused the key (\(page.status)).")
        case 429: return ModelError(.rateLimited, "The endpoint is asked too much (429).")
        default: return ModelError(.badStatus, "The endpoint answered with status \(page.status).")
        }
    }

    private static func failure(_ error: FetchError) -> ModelError {
        switch error.code {
        case .tooSlow: ModelError(.tooSlow, "The endpoint did not answer in time.")
        case .tooLarge: ModelError(.tooLarge, "The answer is larger than any rewriting.")
        case .untrusted: ModelError(.untrusted, "The endpoint's certificate is not trusted.")
        case .cancelled: ModelError(.cancelled, "Nobody waits for it any more.")
        case .forbiddenDestination, .forbiddenAddress, .unresolved, .unconnected:
            ModelError(.unreachable, "The endpoint cannot be reached.")
        case .malformed: ModelError(.unreachable, "The endpoint broke off.")
        }
    }

    // MARK: For the operator

    /// Whether the endpoint is there and takes the key, by its list of models.
    ///
    /// - Returns: such as `answers; model gpt-x`.
    package func check() async throws -> String {
        let page = try await client.ask("models", timeout: .seconds(5))
        if let fault = Self.fault(page), fault.code == .keyRefused || page.status >= 500 { throw fault }
        return "answers (\(page.status)); model \(settings.model); on failure: \(settings.fallback.rawValue)"
    }
}
