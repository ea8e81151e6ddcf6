/// Where a ``PageClient`` may go, and how much it takes.
package struct ClientConfiguration: Sendable {
    /// Exact names, in lower case; every subdomain is another name.
    package var hosts: Set<String> = []
    /// The port of `hosts`.
    package var port = 443
    /// A place that the operator named: it may have any address and port.
    package var mirror: Destination?
    /// A file of certificates that are trusted instead of the system's.
    package var certificateFile: String?
    package var userAgent = "KongResume"
    /// The whole of a transfer, the resolving of the name included.
    package var timeout = Duration.seconds(15)
    package var connectTimeout = Duration.seconds(5)
    /// Below this rate for `patience` a transfer is given up.
    package var leastBytesPerSecond = 256
    package var patience = Duration.seconds(5)
    /// Of a body, decompressed.
    package var bodyBytes = 2 << 20
    /// Addresses for names, in the form of CURLOPT_RESOLVE(3), instead of the system's.
    package var resolved: [String] = []
    /// Decides on every address before a socket is made for it.
    package var accepts: @Sendable (InternetAddress) -> Bool = \.isGlobal

    package init() {}

    func isMirror(_ destination: Destination) -> Bool {
        mirror.map { $0.host == destination.host && $0.port == destination.port } ?? false
    }

    /// - Throws: ``FetchError`` `forbiddenDestination`.
    func check(_ destination: Destination) throws(FetchError) {
        guard isMirror(destination) || hosts.contains(destination.host) && port == destination.port else {
            throw FetchError(.forbiddenDestination, "\(destination.host):\(destination.port) is none of the hosts")
        }
    }
}
