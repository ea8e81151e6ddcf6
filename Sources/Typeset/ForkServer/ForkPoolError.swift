/// Why a job has no outcome.
package enum ForkPoolError: Error, Sendable, Hashable {
    /// The queue is full, or the job waited in it for as long as a job may. Nothing was started.
    case overloaded
    /// The job went beyond one of its limits; the log holds what it had written by then.
    case limitExceeded(Limit, log: [UInt8])
    /// The child ended by a signal that no limit explains.
    case crashed(signal: Int32, log: [UInt8])
    /// The program cannot be started, or died twice under the same job.
    case unavailable(String)
    /// The caller's task was cancelled.
    case cancelled
    /// The pool was stopped.
    case stopped

    package enum Limit: String, Sendable { case wallClock, processor, output }
}
