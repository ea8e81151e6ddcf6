internal import Engine
package import HTTP
internal import Inspect
internal import JobSource
internal import Postgres
internal import Resume
internal import Tailoring
internal import Template

extension Problem {
    /// What a client is told of an error. Total: an error that is not foreseen is `internal`, without its text.
    package init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as MethodNotAllowed: self = Self.unroutable(error)
        case let error as ProfileError: self = Self.unusableProfile(error)
        case let error as JobSourceError:
            self = Problem(error.isPassing ? .providerFailed : .jobSourceUnreadable, error.message)
        case let error as TemplateError: self = Self.unprintable(error)
        case let error as EngineError: self = Self.untypeset(error)
        case let error as UnreadablePDF:
            self = Problem(.unreadablePDF, error.message).with("reason", .string(error.reason.rawValue))
        case let error as InspectError: self = Self.uninspected(error)
        case let error as DoesNotFit:
            self = Problem(
                .invalidBody,
                "Even without everything that may be left out, the resume needs more than \(error.limit) "
                    + "page\(error.limit == 1 ? "" : "s"): raise max_pages, or shorten the profile.",
                faults: [Fault(pointer: .root.member("max_pages"), message: "This is less than the profile needs.")])
        case let error as IdempotencyConflict: self = Self.conflict(error)
        case is GenerationAbandoned:
            self = Problem(.internal, "The resume was deleted or given up while it was made. Nothing was charged.")
        case AccountError.notApproved:
            self = Problem(.accountNotApproved, "This account is not approved: ask the operator of this server.")
        case let error as AccountError: self = Problem(.invalidBody, "\(error)")
        case let error as ModelError:
            self = Problem(
                .providerFailed, "The language model did not write the lines. \(error.message) Nothing was charged.")
        case is FailedInspection:
            self = Problem(
                .verificationFailed, "The PDF did not pass inspection, so it is not returned. Nothing was charged.")
        case is PostgresError:
            self = Problem(.unavailable, "The database cannot be reached now. Nothing was charged.", retryAfter: 5)
        default:
            self = Problem(
                .internal, "This should not have happened. Nothing was charged; the same request may succeed.")
        }
    }

    /// What a client is told of a request that no handler saw.
    package init(_ refusal: Refusal) {
        switch refusal {
        case .malformed(let reason): self = Problem(.badRequest, reason)
        case .tooLarge(let limit): self = Problem(.tooLarge, "The body may have \(limit) bytes at most.")
        case .headersTooLarge(let limit):
            self = Problem(.headersTooLarge, "The header may have \(limit) bytes at most.")
        case .targetTooLong(let limit):
            self = Problem(.targetTooLong, "The request line may have \(limit) bytes at most.")
        case .tooManyFields(let limit):
            self = Problem(.headersTooLarge, "The header may have \(limit) fields at most.")
        case .timedOut: self = Problem(.requestTimeout, "The request did not arrive in the time it has.")
        case .unsupportedTransferCoding: self = Problem(.notImplemented, "Transfer-Encoding may only be chunked.")
        case .overloaded:
            self = Problem(.overloaded, "Too many connections are open. Nothing was started.", retryAfter: 1)
        case .shuttingDown: self = Problem(.unavailable, "The server is stopping. Nothing was started.", retryAfter: 2)
        }
    }

    private static func unroutable(_ error: MethodNotAllowed) -> Problem {
        error.allowed.isEmpty
            ? Problem(.notFound, "There is nothing at this address.")
            : Problem(.methodNotAllowed, "This address allows \(error.allow).")
    }

    private static func conflict(_ conflict: IdempotencyConflict) -> Problem {
        switch conflict {
        case .inFlight:
            Problem(.idempotencyInFlight, "The first request with this Idempotency-Key is not done.", retryAfter: 1)
        case .mismatch:
            Problem(.idempotencyMismatch, "This Idempotency-Key came with another body before: use a new one.")
        case .forgotten:
            Problem(.notFound, "What this Idempotency-Key made was deleted: use a new one to make it again.")
        }
    }

    private static func unusableProfile(_ error: ProfileError) -> Problem {
        Problem(
            .invalidBody, "The profile has \(error.count) fault\(error.count == 1 ? "" : "s"); `errors` lists them.",
            faults: error.faults.map { Fault(pointer: $0.pointer, message: $0.message) })
    }

    private static func unprintable(_ error: TemplateError) -> Problem {
        guard case .unprintable(let texts) = error else { return Problem(.internal, "A template is not usable.") }
        let faults = texts.map { text in
            Fault(pointer: text.pointer, message: "This cannot be printed: \(text.names).")
        }
        return Problem(
            .invalidBody,
            "The profile has characters that this template's fonts cannot print. Nothing was charged.", faults: faults)
    }

    private static func untypeset(_ error: EngineError) -> Problem {
        switch error {
        case .overloaded: Problem(.overloaded, "All engines are busy. Nothing was charged.", retryAfter: 1)
        case .unavailable, .notInstalled:
            Problem(.unavailable, "The typesetting engine is not available now. Nothing was charged.", retryAfter: 5)
        case .compileFailed, .formatFailed, .limitExceeded, .cancelled:
            Problem(.compileFailed, "The resume could not be typeset. Nothing was charged.")
        }
    }

    private static func uninspected(_ error: InspectError) -> Problem {
        switch error {
        case .overloaded: Problem(.overloaded, "All inspectors are busy. Nothing was charged.", retryAfter: 1)
        case .unavailable:
            Problem(.unavailable, "The inspector is not available now. Nothing was charged.", retryAfter: 5)
        default:
            Problem(.verificationFailed, "The PDF could not be inspected, so it is not returned. Nothing was charged.")
        }
    }
}
