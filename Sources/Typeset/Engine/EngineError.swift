/// Why there is no PDF.
package enum EngineError: Error, Sendable, Hashable {
    /// A part of TeX is missing on this machine; the text says which, and how to get it.
    case notInstalled(String)
    /// A format could not be built; `log` is the end of what the engine said.
    case formatFailed(template: String, log: String)
    /// The engine stopped at an error in the document.
    case compileFailed(TeXError)
    /// The job went beyond a limit of time, processor or output.
    case limitExceeded(String)
    /// The queue is full. Nothing was started.
    case overloaded
    /// There is no engine, or the one there was is gone.
    case unavailable(String)
    case cancelled
}

extension EngineError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notInstalled(let what): what
        case .formatFailed(let template, let log): "the format of \(template) could not be built:\n\(log)"
        case .compileFailed(let error): "\(error)"
        case .limitExceeded(let limit): "the document was stopped: \(limit)"
        case .overloaded: "all engines are busy"
        case .unavailable(let reason): "the engine is not available: \(reason)"
        case .cancelled: "the request was cancelled"
        }
    }
}

/// An error as TeX reports it (The TeXbook, chapter 6).
package struct TeXError: Sendable, Hashable {
    /// The line after the exclamation mark, such as `Undefined control sequence.`
    package let message: String
    /// The line of the body, counted from 1; `nil` if TeX did not say.
    package let line: Int?
    /// What TeX had read of that line when it stopped.
    package let context: String?
}

extension TeXError: CustomStringConvertible {
    /// `line 3: Undefined control sequence.` and what TeX had read of it.
    package var description: String {
        (line.map { "line \($0): " } ?? "") + message + (context.map { "\n  \($0)" } ?? "")
    }
}
