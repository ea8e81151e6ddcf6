// A pool of children forked ahead from a warm program, each of which does one job and is gone.
//
// The program (a TeX engine with our library inside, or the inspector) is started once. It loads all that does not
// depend on a job and waits; from there it forks children on demand, and they wait in turn, so that neither the start
// nor the fork is on a request's path. A job's input goes to a child, and its output comes back, through memory. One
// thread per pool owns everything (`Supervisor`); this type is its front.

internal import Synchronization

package final class ForkPool: Sendable {
    private let inbox: Inbox
    private let nextJob = Atomic<UInt64>(0)

    /// Starts the thread, which starts the program. Returns before the program is warm: jobs wait for it.
    package init(_ configuration: ForkPoolConfiguration) throws(ForkPoolError) {
        let inbox = try Inbox()
        self.inbox = inbox
        let started = startThread {
            let supervisor = Supervisor(configuration, inbox: inbox)
            supervisor.run()
        }
        guard started else { throw .unavailable("no thread for the pool") }
    }

    deinit { inbox.send(.stop(nil)) }

    /// Has a child do a job.
    ///
    /// - Parameters:
    ///   - input: what the child reads.
    ///   - option: a number for the program, which knows what it means.
    package func run(_ input: [UInt8], option: UInt32 = 0) async throws(ForkPoolError) -> Outcome {
        let number = nextJob.wrappingAdd(1, ordering: .relaxed).newValue
        let result: Result<Outcome, ForkPoolError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                inbox.send(
                    .job(Job(number: number, input: input, option: option, since: .now, reply: continuation)))
            }
        } onCancel: {
            inbox.send(.cancel(number))
        }
        return try result.get()
    }

    /// Starts the program anew. The one there is works until the other is warm, and nothing is lost.
    package func recycle() { inbox.send(.recycle) }

    /// What the pool is doing now.
    package func figures() async -> ForkPoolFigures {
        await withCheckedContinuation { inbox.send(.figures($0)) }
    }

    /// Waits until the program is warm. Throws what it said if it cannot be started.
    package func ready() async throws(ForkPoolError) {
        let result: Result<Void, ForkPoolError> = await withCheckedContinuation { inbox.send(.ready($0)) }
        try result.get()
    }

    /// Ends the program and every child, and answers what waits with `stopped`. Returns when all are gone.
    package func stop() async {
        await withCheckedContinuation { inbox.send(.stop($0)) }
    }
}

/// One piece of work on its way through the pool.
struct Job {
    let number: UInt64
    let input: [UInt8]
    let option: UInt32
    /// When it was asked for.
    let since: ContinuousClock.Instant
    let reply: CheckedContinuation<Result<Outcome, ForkPoolError>, Never>
    /// How often a child took it and was lost through no fault of the job.
    var losses = 0
}
