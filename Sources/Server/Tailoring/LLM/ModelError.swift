/// Why a language model did not rewrite. Never holds a key, or a text of a profile or a posting.
package struct ModelError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        /// Nothing connected, or what was connected broke off.
        case unreachable
        case untrusted
        case tooSlow = "too_slow"
        case tooLarge = "too_large"
        /// 429.
        case rateLimited = "rate_limited"
        /// 401 or 403.
        case keyRefused = "key_refused"
        /// Another status than 200.
        case badStatus = "bad_status"
        /// No JSON, or not of the shape that was asked for.
        case badAnswer = "bad_answer"
        /// The model would not.
        case refused
        /// The model stopped at its limit, in the middle of its answer.
        case cutOff = "cut_off"
        /// Too many failures lately: it is not asked for a while.
        case paused
        case cancelled
    }

    package let code: Code
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { "\(code.rawValue): \(message)" }
}
