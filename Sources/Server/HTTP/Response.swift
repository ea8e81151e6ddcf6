/// An answer. The listener adds `X-Request-Id`, `Date`, `Content-Length` and, where it must, `Connection: close`.
/// For HEAD give GET's answer: its length is announced and its body not sent.
package struct Response: Sendable {
    /// 200 to 599.
    package var status: Int
    package var headers: Headers
    package var body: [UInt8]

    package init(status: Int, headers: Headers = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package init(status: Int, headers: Headers = [:], text: String) {
        self.init(status: status, headers: headers, body: Array(text.utf8))
    }

    /// Headers that only the listener writes: two opinions on where a message ends is how requests are smuggled.
    static let ownedByTheListener = ["Content-Length", "Transfer-Encoding", "Date", "X-Request-Id"]

    /// The headers a handler may choose, then the request's id, then how the connection goes on.
    func sentHeaders(requestID: String, closes: Bool) -> [Headers.Field] {
        var sent = headers.fields.filter { field in
            !Self.ownedByTheListener.contains { Headers.matches($0, field.name) }
        }
        sent.append(Headers.Field(name: "X-Request-Id", value: requestID))
        if closes, headers["Connection"] == nil { sent.append(Headers.Field(name: "Connection", value: "close")) }
        return sent
    }
}
