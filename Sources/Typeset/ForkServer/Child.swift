internal import CForkServer
internal import Glibc

/// A forked child: the socket to it, and its process once the program has told it.
final class Child {
    let socket: Descriptor
    var process: pid_t = 0
    /// When the program was last asked for something about this child that it announces: its birth, or its end.
    var askedFor: ContinuousClock.Instant?
    var work: Work?
    /// The child closed its socket without a result; how it ended comes from its parent.
    private(set) var hungUp = false

    init(socket: consuming Descriptor, askedFor: ContinuousClock.Instant) {
        self.socket = socket
        self.askedFor = askedFor
    }

    /// A job at work, and the files it writes.
    final class Work {
        let job: Job
        let deadline: ContinuousClock.Instant
        let output: Descriptor
        let log: Descriptor
        /// The pool's own reason for having killed the child.
        var killedFor: ForkPoolError.Limit?
        var cancelled = false

        init(_ job: Job, deadline: ContinuousClock.Instant, output: consuming Descriptor, log: consuming Descriptor) {
            self.job = job
            self.deadline = deadline
            self.output = output
            self.log = log
        }
    }

    /// Hands the job over. `false` when the child is gone; the job is then still the caller's.
    func take(_ job: Job, within wall: Duration) throws(ForkPoolError) -> Bool {
        let input = try Descriptor.memoryFile("input", holding: job.input)
        let output = try Descriptor.memoryFile("output")
        let log = try Descriptor.memoryFile("log")
        let order = kr_order(option: job.option)
        guard kr_send_job(socket.number, order, input.number, output.number, log.number) == 0 else { return false }
        work = Work(job, deadline: .now + wall, output: output, log: log)
        return true
    }

    /// The result, if the child has sent one.
    func result() -> Int32? {
        var result = kr_result()
        switch kr_receive_result(socket.number, &result) {
        case 1: return result.status
        case 0: hungUp = true
        default: break
        }
        return nil
    }
}
