import CMicrohttpd
import Glibc

/// A response as bytes, for what libmicrohttpd cannot answer: half a request, and one that it must not see.
enum RawResponse {
    static func serialize(_ response: Response, requestID: String, omittingBody: Bool = false) -> [UInt8] {
        let reason = MHD_get_reason_phrase_for(UInt32(clamping: response.status)).map { String(cString: $0) } ?? ""
        var text =
            "HTTP/1.1 \(response.status) \(reason)\r\nDate: \(date())\r\nContent-Length: \(response.body.count)\r\n"
        for field in response.sentHeaders(requestID: requestID, closes: true) where isSendable(field) {
            text += "\(field.name): \(field.value)\r\n"
        }
        return Array((text + "\r\n").utf8) + (omittingBody ? [] : response.body)
    }

    private static func isSendable(_ field: Headers.Field) -> Bool {
        field.name.utf8.allSatisfy { $0 > 0x20 } && field.value.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x09 }
    }

    /// RFC 9110, 5.6.7; English whatever the locale, which `strftime` is not.
    private static func date() -> String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return
            "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900) "
            + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
    }
}
