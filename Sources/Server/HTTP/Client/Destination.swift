internal import CCurl

/// An address as libcurl itself reads it, so that nothing is checked that is not then connected to.
package struct Destination: Sendable, Hashable {
    package let url: String
    package let scheme: String
    /// In lower case.
    package let host: String
    package let port: Int

    /// - Parameters:
    ///   - base: what a relative address, such as one of a `Location` header, is relative to.
    ///   - schemes: what may be spoken.
    /// - Throws: ``FetchError`` `forbiddenDestination` for another scheme, a user, and what is no address.
    package init(
        _ text: String, relativeTo base: Destination? = nil, schemes: Set<String> = ["https"]
    ) throws(FetchError) {
        guard text.utf8.count <= 4096, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x5C }) else {
            throw FetchError(.forbiddenDestination, "an address is at most 4096 visible ASCII characters, without \\")
        }
        guard let parts = AddressParts(text, base: base?.url) else {
            throw FetchError(.forbiddenDestination, "this is no address")
        }
        guard schemes.contains(parts.scheme) else {
            throw FetchError(.forbiddenDestination, "only \(schemes.sorted().joined(separator: " and ")) is spoken")
        }
        url = parts.url
        scheme = parts.scheme
        host = parts.host.lowercased()
        port = parts.port
    }

    /// Whether the host is this machine by its name or its address.
    package var isLoopback: Bool { ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host) }
}

/// Reads an address by libcurl's own parser (curl_url(3)) and lets go of the handle at once.
private struct AddressParts {
    var url = "", scheme = "", host = "", port = 0

    init?(_ text: String, base: String?) {
        guard let handle = curl_url() else { return nil }
        defer { curl_url_cleanup(handle) }
        if let base, curl_url_set(handle, CURLUPART_URL, base, 0) != CURLUE_OK { return nil }
        // A user in an address is there to be taken for the host.
        guard curl_url_set(handle, CURLUPART_URL, text, UInt32(CURLU_DISALLOW_USER)) == CURLUE_OK else { return nil }
        func part(_ part: CURLUPart, _ flags: UInt32 = 0) -> String? {
            var value: UnsafeMutablePointer<CChar>?
            guard curl_url_get(handle, part, &value, flags) == CURLUE_OK, let value else { return nil }
            defer { curl_free(value) }
            return String(cString: value)
        }
        guard let url = part(CURLUPART_URL), let scheme = part(CURLUPART_SCHEME), let host = part(CURLUPART_HOST),
            let port = part(CURLUPART_PORT, UInt32(CURLU_DEFAULT_PORT)).flatMap({ Int($0) })
        else { return nil }
        self.url = url
        self.scheme = scheme
        self.host = host
        self.port = port
    }
}
