/// How a pool keeps its children.
package struct ForkPoolConfiguration: Sendable, Hashable {
    package var program: Program
    package var limits: JobLimits
    /// Children forked ahead that wait for a job: a burst of this size never waits for a fork.
    package var idle: Int
    /// Jobs at work at once. More than there are processors only makes each of them slower.
    package var busy: Int
    /// Jobs that may wait for a child; the next is refused.
    package var queue: Int
    /// How long a job may wait in the queue.
    package var patience: Duration
    /// The program is replaced when it holds so many bytes of memory more than when it was warm.
    package var growth: Int

    package init(
        program: Program, limits: JobLimits, idle: Int = 2, busy: Int = 2, queue: Int = 64,
        patience: Duration = .seconds(10), growth: Int = 64 << 20
    ) {
        self.program = program
        self.limits = limits
        self.idle = idle
        self.busy = busy
        self.queue = queue
        self.patience = patience
        self.growth = growth
    }
}

/// What a pool is doing now, and what it has done since it began.
package struct ForkPoolFigures: Sendable, Hashable {
    /// Children that wait for a job.
    package var idle = 0
    /// Children at work.
    package var busy = 0
    /// Jobs that wait for a child.
    package var queued = 0
    /// Jobs that ended with an outcome.
    package var served = 0
    /// Children ended by the pool or by a limit.
    package var killed = 0
    /// Times the program was started.
    package var starts = 0
    /// Times it was ended because it did not answer.
    package var hung = 0
    /// Times it was replaced while it worked.
    package var recycled = 0
    /// From asking to outcome, of the latest thousand jobs.
    package var p50 = Duration.zero
    package var p95 = Duration.zero
    /// The process of the warm program; `nil` while there is none.
    package var process: Int32?
    package var landlock = false
    package var seccomp = false
}
