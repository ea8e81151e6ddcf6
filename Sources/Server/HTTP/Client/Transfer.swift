import CCurl
import Glibc

/// Owner of a libcurl easy handle: one request and its answer. All of its life is on the client's thread.
final class Transfer {
    let order: ClientThread.Order
    let handle: UnsafeMutableRawPointer
    private let configuration: ClientConfiguration
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private var headers = Headers()
    private var headerBytes = 0
    private var body: [UInt8] = []
    private var isTooLarge = false
    private var refused: InternetAddress?

    init?(_ order: ClientThread.Order, _ configuration: ClientConfiguration) {
        guard let handle = curl_easy_init() else { return nil }
        self.order = order
        self.handle = handle
        self.configuration = configuration
        let milliseconds = { (duration: Duration) in Int(duration / .milliseconds(1)) }
        for (option, value) in [
            (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_NOSIGNAL, 1), (CURLOPT_SSL_VERIFYPEER, 1),
            (CURLOPT_SSL_VERIFYHOST, 2), (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            // A connection that is used again is not asked about its address again.
            (CURLOPT_FRESH_CONNECT, 1), (CURLOPT_FORBID_REUSE, 1), (CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue)),
            (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)), (CURLOPT_MAXFILESIZE, configuration.bodyBytes),
            (
                CURLOPT_TIMEOUT_MS,
                milliseconds(min(order.message.timeout ?? configuration.timeout, configuration.timeout))
            ),
            (CURLOPT_CONNECTTIMEOUT_MS, milliseconds(configuration.connectTimeout)),
            (CURLOPT_LOW_SPEED_LIMIT, configuration.leastBytesPerSecond),
            (CURLOPT_LOW_SPEED_TIME, max(1, Int(configuration.patience / .seconds(1)))),
        ] { kong_curl_set_number(handle, option, value) }
        for (option, value) in [
            (CURLOPT_URL, order.destination.url), (CURLOPT_PROTOCOLS_STR, order.destination.scheme),
            (CURLOPT_REDIR_PROTOCOLS_STR, "https"), (CURLOPT_PROXY, ""), (CURLOPT_NOPROXY, "*"),
            (CURLOPT_USERAGENT, configuration.userAgent), (CURLOPT_ACCEPT_ENCODING, "gzip, deflate"),
        ] { kong_curl_set_text(handle, option, value) }
        if let file = configuration.certificateFile {
            kong_curl_set_text(handle, CURLOPT_CAINFO, file)
            kong_curl_set_text(handle, CURLOPT_CAPATH, nil)
        }
        set(CURLOPT_HTTPHEADER, order.message.fields)
        if let body = order.message.body {
            kong_curl_set_number(handle, CURLOPT_POST, 1)
            // The size first: CURLOPT_COPYPOSTFIELDS(3) copies that much.
            kong_curl_set_number(handle, CURLOPT_POSTFIELDSIZE, body.count)
            body.withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    _ = kong_curl_set_text(handle, CURLOPT_COPYPOSTFIELDS, characters.baseAddress)
                }
            }
        }
        set(CURLOPT_RESOLVE, configuration.resolved)
        kong_curl_set_callbacks(
            handle, Unmanaged.passUnretained(self).toOpaque(), receiveBody, receiveHeader, openSocket)
    }

    deinit {
        curl_easy_cleanup(handle)
        for list in lists { curl_slist_free_all(list) }
    }

    private func set(_ option: CURLoption, _ texts: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for text in texts { list = curl_slist_append(list, text) ?? list }
        guard let list else { return }
        lists.append(list)
        kong_curl_set_list(handle, option, list)
    }

    // MARK: What libcurl calls

    /// `false` ends the transfer.
    fileprivate func take(body part: UnsafeRawBufferPointer) -> Bool {
        guard body.count + part.count <= configuration.bodyBytes else {
            isTooLarge = true
            return false
        }
        body.append(contentsOf: part)
        return true
    }

    fileprivate func take(header line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        guard headerBytes <= 64 << 10 else {
            isTooLarge = true
            return false
        }
        let text = String(decoding: line, as: UTF8.self)
        // A 1xx comes before the header that counts.
        if text.hasPrefix("HTTP/") { headers = Headers() }
        guard let colon = text.firstIndex(of: ":") else { return true }
        let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        headers.append(String(value.reversed().drop(while: \.isWhitespace).reversed()), to: String(text[..<colon]))
        return true
    }

    /// Makes the socket, if the address is one that may be connected to.
    fileprivate func open(_ address: UnsafePointer<curl_sockaddr>) -> curl_socket_t {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = Int(kong_curl_address(address, &bytes))
        let internet = InternetAddress(bytes: Array(bytes.prefix(count)))
        guard count > 0, configuration.isMirror(order.destination) || configuration.accepts(internet) else {
            refused = internet
            return -1
        }
        let type = address.pointee.socktype | CInt(SOCK_CLOEXEC.rawValue)
        return socket(address.pointee.family, type, address.pointee.protocol)
    }

    // MARK: The end

    func result(_ code: CURLcode) -> Result<FetchedPage, FetchError> {
        if code == CURLE_OK {
            return .success(FetchedPage(status: kong_curl_status(handle), headers: headers, body: body))
        }
        let said = String(cString: curl_easy_strerror(code))
        if isTooLarge { return .failure(FetchError(.tooLarge, "over \(configuration.bodyBytes) bytes")) }
        if let refused, code == CURLE_COULDNT_CONNECT {
            return .failure(FetchError(.forbiddenAddress, "\(refused.bytes) of \(order.destination.host)"))
        }
        let reason: FetchError.Code =
            switch code {
            case CURLE_COULDNT_RESOLVE_HOST: .unresolved
            case CURLE_COULDNT_CONNECT: .unconnected
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE: .untrusted
            case CURLE_OPERATION_TIMEDOUT: .tooSlow
            case CURLE_FILESIZE_EXCEEDED: .tooLarge
            case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT: .forbiddenDestination
            default: .malformed
            }
        return .failure(FetchError(reason, said))
    }
}

private func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

/// CURLOPT_WRITEFUNCTION(3): taking fewer bytes than came is an error.
private func receiveBody(
    part: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
    let bytes = UnsafeRawBufferPointer(start: part, count: count * size)
    return transfer(context)?.take(body: bytes) == true ? bytes.count : 0
}

/// CURLOPT_HEADERFUNCTION(3): one line each.
private func receiveHeader(
    part: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
    let bytes = UnsafeRawBufferPointer(start: part, count: count * size)
    return transfer(context)?.take(header: bytes) == true ? bytes.count : 0
}

/// CURLOPT_OPENSOCKETFUNCTION(3): called for every address that would be connected to, in its final form.
private func openSocket(
    context: UnsafeMutableRawPointer?, purpose: curlsocktype, address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let address else { return -1 }
    return transfer(context)?.open(address) ?? -1
}
