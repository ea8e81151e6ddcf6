internal import HTTP
package import Resume

/// An error as a client sees it: problem details (RFC 9457) with a stable code. What is logged is not in here.
package struct Problem: Error, Sendable, Hashable {
    /// One thing that is wrong with a body, and where.
    package struct Fault: Sendable, Hashable {
        package let pointer: JSONPointer
        package let message: String
    }

    package let code: Code
    /// A sentence for the person who sent the request: what was wrong, and what to do.
    package let detail: String
    package var faults: [Fault] = []
    /// Members that only this code has, such as `remaining`.
    package var extra: [(name: String, value: JSON)] { pairs.map { ($0.name, $0.value) } }
    private var pairs: [JSON.Member] = []
    /// Header fields that only this code has, such as `Content-Range`.
    private(set) var fields: Headers = [:]
    /// Seconds after which a retry makes sense.
    package var retryAfter: Int?

    package init(_ code: Code, _ detail: String, faults: [Fault] = [], retryAfter: Int? = nil) {
        self.code = code
        self.detail = detail
        self.faults = faults
        self.retryAfter = retryAfter
    }

    /// The same with one more header field.
    func withField(_ name: String, _ value: String) -> Problem {
        var problem = self
        problem.fields[name] = value
        return problem
    }

    /// The same, of a value that lies at `pointer` in the body.
    func inside(_ pointer: JSONPointer) -> Problem {
        var problem = self
        problem.faults = faults.map { Fault(pointer: pointer.appending($0.pointer), message: $0.message) }
        return problem
    }

    /// The same with one more member.
    package func with(_ name: String, _ value: JSON) -> Problem {
        var problem = self
        problem.pairs.append(JSON.Member(name, value))
        return problem
    }
}

extension Problem {
    /// The closed set of what can go wrong. Raw values are the contract's codes.
    package enum Code: String, Sendable, CaseIterable {
        case missingJob = "missing_job"
        case invalidTemplate = "invalid_template"
        case badRequest = "bad_request"
        case missingKey = "missing_key"
        case invalidKey = "invalid_key"
        case noCredits = "no_credits"
        case insufficientScope = "insufficient_scope"
        case accountNotApproved = "account_not_approved"
        case notFound = "not_found"
        case methodNotAllowed = "method_not_allowed"
        case notAcceptable = "not_acceptable"
        case requestTimeout = "request_timeout"
        case idempotencyInFlight = "idempotency_in_flight"
        case preconditionFailed = "precondition_failed"
        case tooLarge = "too_large"
        case targetTooLong = "uri_too_long"
        case unsupportedMediaType = "unsupported_media_type"
        case rangeNotSatisfiable = "range_not_satisfiable"
        case preconditionRequired = "precondition_required"
        case rateLimited = "rate_limited"
        case headersTooLarge = "headers_too_large"
        case invalidBody = "invalid_body"
        case jobSourceUnreadable = "job_source_unreadable"
        case idempotencyMismatch = "idempotency_mismatch"
        case unreadablePDF = "unreadable_pdf"
        case providerFailed = "provider_failed"
        case notImplemented = "not_implemented"
        case compileFailed = "compile_failed"
        case verificationFailed = "verification_failed"
        case `internal` = "internal"
        case overloaded = "overloaded"
        case unavailable = "unavailable"

        package var status: Int {
            switch self {
            case .missingJob, .invalidTemplate, .badRequest: 400
            case .missingKey, .invalidKey: 401
            case .noCredits: 402
            case .insufficientScope, .accountNotApproved: 403
            case .notFound: 404
            case .methodNotAllowed: 405
            case .notAcceptable: 406
            case .requestTimeout: 408
            case .idempotencyInFlight: 409
            case .preconditionFailed: 412
            case .tooLarge: 413
            case .targetTooLong: 414
            case .unsupportedMediaType: 415
            case .rangeNotSatisfiable: 416
            case .invalidBody, .jobSourceUnreadable, .unreadablePDF, .idempotencyMismatch: 422
            case .preconditionRequired: 428
            case .rateLimited: 429
            case .headersTooLarge: 431
            case .compileFailed, .providerFailed, .verificationFailed, .internal: 500
            case .notImplemented: 501
            case .overloaded, .unavailable: 503
            }
        }

        /// The same for every occurrence (RFC 9457, 3.1.4).
        package var title: String {
            switch self {
            case .missingJob: "No job was given"
            case .invalidTemplate: "There is no such template"
            case .badRequest: "The request is not valid HTTP for this server"
            case .missingKey: "An API key is needed"
            case .invalidKey: "The API key is not valid"
            case .noCredits: "No credits are left"
            case .insufficientScope: "The API key may not do this"
            case .accountNotApproved: "The account is not approved"
            case .notFound: "Not found"
            case .methodNotAllowed: "The method is not allowed here"
            case .notAcceptable: "The answer cannot have that form"
            case .requestTimeout: "The request took too long to arrive"
            case .idempotencyInFlight: "The same request is being worked on"
            case .preconditionFailed: "It has changed in the meantime"
            case .tooLarge: "The request is too large"
            case .targetTooLong: "The address is too long"
            case .unsupportedMediaType: "The content type is not supported"
            case .rangeNotSatisfiable: "There are no such bytes"
            case .preconditionRequired: "Say which version is to be replaced"
            case .rateLimited: "Too many requests"
            case .headersTooLarge: "The request's header is too large"
            case .invalidBody: "The body is not valid"
            case .jobSourceUnreadable: "The job could not be read"
            case .idempotencyMismatch: "The Idempotency-Key was used for another request"
            case .unreadablePDF: "The PDF could not be read"
            case .providerFailed: "A service that this one needs did not do its part"
            case .notImplemented: "The request asks for something this server does not do"
            case .compileFailed: "The resume could not be typeset"
            case .verificationFailed: "The resume did not pass inspection"
            case .internal: "Something went wrong here"
            case .overloaded: "The server is at its limit"
            case .unavailable: "A part of the server is not available"
            }
        }

        /// Whether the same request may succeed later.
        package var isRetryable: Bool {
            switch self {
            case .requestTimeout, .idempotencyInFlight, .rateLimited, .compileFailed, .providerFailed,
                .verificationFailed, .internal,
                .overloaded,
                .unavailable:
                true
            default: false
            }
        }
    }
}
