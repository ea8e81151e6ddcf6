/// What a client sends besides the address.
struct ClientMessage: Sendable {
    /// Whole lines, such as `Accept: text/html`.
    var fields = ["Accept: text/html,application/xhtml+xml", "Accept-Language: en"]
    /// `nil` for a GET; else a POST.
    var body: [UInt8]?
    /// Shorter than the configuration's.
    var timeout: Duration?
}
