internal import Foundation
internal import FoundationNetworking

/// Where the keys of sessions are published: a URL, or a file.
struct KeySource: Sendable {
    /// A set of keys has a few hundred bytes for each.
    private static let mostBytes = 256 << 10

    private let place: String

    init(_ place: String) { self.place = place }

    func read() async throws -> PublishedKeys {
        guard place.hasPrefix("https://") || place.hasPrefix("http://") else {
            return try PublishedKeys(Array(Data(contentsOf: URL(filePath: place))))
        }
        guard let url = URL(string: place) else { throw KeySetError.noKeySet }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 5
        configuration.timeoutIntervalForResource = 10
        configuration.httpShouldSetCookies = false
        let session = URLSession(configuration: configuration, delegate: NoRedirects(), delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        let (body, response) = try await session.data(from: url)
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        guard status == 200 else { throw KeySetError.status(status) }
        guard body.count <= Self.mostBytes else { throw KeySetError.tooLarge }
        return try PublishedKeys(Array(body))
    }

    /// The operator named one place to trust, and no other.
    private final class NoRedirects: NSObject, URLSessionTaskDelegate {
        func urlSession(
            _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
            newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
        ) {
            completionHandler(nil)
        }
    }
}
