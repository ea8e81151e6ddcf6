/// An HTTP client for one service that the operator named, which speaks JSON: at any address, with a key, and with the same
/// limits as pages have. It follows no redirect, so that the key goes nowhere else.
package final class EndpointClient: Sendable {
    package struct Configuration: Sendable {
        /// Such as `https://api.example.com/v1`; paths are appended to it.
        package var base: Destination
        /// Sent as `Authorization: Bearer …`; visible ASCII only.
        package var key: String?
        /// A file of certificates that are trusted instead of the system's.
        package var certificateFile: String?
        package var userAgent = "KongResume"
        package var timeout = Duration.seconds(30)
        /// Of an answer, decompressed.
        package var bodyBytes = 1 << 20

        package init(base: Destination) { self.base = base }
    }

    private let configuration: Configuration
    private let client: PageClient

    package init(_ configuration: Configuration) {
        self.configuration = configuration
        var pages = ClientConfiguration()
        pages.mirror = configuration.base
        pages.certificateFile = configuration.certificateFile
        pages.userAgent = configuration.userAgent
        pages.timeout = configuration.timeout
        // Who thinks before answering sends nothing for a while.
        pages.leastBytesPerSecond = 0
        pages.bodyBytes = configuration.bodyBytes
        client = PageClient(pages)
    }

    /// `GET base/path`, or `POST` where there is a body.
    ///
    /// - Parameter timeout: of this transfer, at most the configuration's.
    package func ask(_ path: String, body: [UInt8]? = nil, timeout: Duration? = nil) async throws(FetchError)
        -> FetchedPage
    {
        let base = configuration.base
        let url = base.url.hasSuffix("/") ? base.url + path : "\(base.url)/\(path)"
        let destination = try Destination(url, schemes: [base.scheme])
        var message = ClientMessage()
        message.fields = ["Accept: application/json"]
        if let key = configuration.key { message.fields.append("Authorization: Bearer \(key)") }
        if body != nil {
            // Without `Expect: 100-continue`, which many a service leaves unanswered (CURLOPT_HTTPHEADER(3)).
            message.fields += ["Content-Type: application/json", "Expect:"]
        }
        message.body = body
        message.timeout = timeout
        return try await client.send(message, to: destination)
    }
}
