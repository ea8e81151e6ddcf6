internal import CForkServer
internal import Glibc

/// All the state of a pool, confined to the pool's thread: the program, its children, the queue.
final class Supervisor {
    private let configuration: ForkPoolConfiguration
    private let inbox: Inbox
    private var program: WarmProgram?
    private var warm = false
    private var restart: ContinuousClock.Instant? = .now
    /// Starts that failed in a row; each doubles the pause before the next.
    private var failures = 0
    private var lastWords = ""
    /// Asked for, not yet announced, in the order of asking.
    private var coming: [Child] = []
    private var idle: [Child] = []
    private var busy: [Child] = []
    private var queue: [(job: Job, deadline: ContinuousClock.Instant)] = []
    private var waitingForWarmth: [CheckedContinuation<Result<Void, ForkPoolError>, Never>] = []
    private var figures = ForkPoolFigures()

    init(_ configuration: ForkPoolConfiguration, inbox: Inbox) {
        self.configuration = configuration
        self.inbox = inbox
    }

    /// The thread's whole life.
    func run() {
        var stopped: [CheckedContinuation<Void, Never>] = []
        var stopping = false
        while !stopping {
            startIfDue()
            dispatch()
            replenish()
            wait()
            for message in inbox.take() {
                switch message {
                case .job(let job): admit(job)
                case .cancel(let number): cancel(number)
                case .figures(let reply): reply.resume(returning: currentFigures())
                case .ready(let reply): answerWhenWarm(reply)
                case .stop(let reply):
                    stopping = true
                    if let reply { stopped.append(reply) }
                }
            }
            receiveEvents()
            receiveResults()
            enforceDeadlines()
        }
        stop()
        stopped.forEach { $0.resume() }
    }

    // MARK: The program

    private func startIfDue() {
        guard let due = restart, due <= .now else { return }
        restart = nil
        figures.starts += 1
        do throws(ForkPoolError) {
            program = try WarmProgram.start(configuration.program)
        } catch {
            lastWords = "\(error)"
            scheduleRestart()
        }
    }

    private func scheduleRestart() {
        failures += 1
        // From a tenth of a second to five: quick after an accident, gentle when the program cannot start at all.
        restart = .now + .milliseconds(min(100 << min(failures, 6), 5000))
        let error = ForkPoolError.unavailable(lastWords)
        waitingForWarmth.forEach { $0.resume(returning: .failure(error)) }
        waitingForWarmth = []
        if failures > 2 {
            queue.forEach { $0.job.reply.resume(returning: .failure(error)) }
            queue = []
        }
    }

    private func programIsGone() {
        guard let gone = program.take() else { return }
        lastWords = gone.end()
        warm = false
        coming = []
        idle = []
        for child in busy { lose(child) }
        busy = []
        scheduleRestart()
    }

    private func receiveEvents() {
        while program != nil {
            guard let received = program?.receive() else { return }
            switch received {
            case .nothing: return
            case .gone: programIsGone()
            case .event(let event): handle(event)
            }
        }
    }

    private func handle(_ event: kr_event) {
        switch event.kind {
        case UInt32(KR_EVENT_HELLO.rawValue):
            warm = true
            failures = 0
            figures.landlock = event.value & Int32(KR_SANDBOX_LANDLOCK) != 0
            figures.seccomp = event.value & Int32(KR_SANDBOX_SECCOMP) != 0
            waitingForWarmth.forEach { $0.resume(returning: .success(())) }
            waitingForWarmth = []
        case UInt32(KR_EVENT_FORKED.rawValue) where !coming.isEmpty:
            let child = coming.removeFirst()
            guard event.process > 0 else { return }
            child.process = event.process
            idle.append(child)
        case UInt32(KR_EVENT_EXITED.rawValue):
            idle.removeAll { $0.process == event.process }
            guard let index = busy.firstIndex(where: { $0.process == event.process }) else { return }
            let child = busy.remove(at: index)
            if let status = child.result() { finish(child, status) } else { bury(child, waitStatus: event.value) }
        default: break
        }
    }

    // MARK: Jobs

    private func admit(_ job: Job) {
        if queue.count >= configuration.queue {
            job.reply.resume(returning: .failure(.overloaded))
        } else {
            queue.append((job, .now + configuration.patience))
        }
    }

    private func cancel(_ number: UInt64) {
        if let index = queue.firstIndex(where: { $0.job.number == number }) {
            queue.remove(at: index).job.reply.resume(returning: .failure(.cancelled))
        } else if let child = busy.first(where: { $0.work?.job.number == number }) {
            child.work?.cancelled = true
            program?.kill(child.process)
        }
    }

    private func dispatch() {
        while busy.count < configuration.busy, let next = queue.first, let child = idle.popLast() {
            do throws(ForkPoolError) {
                guard try child.take(next.job, within: configuration.limits.wall) else { continue }
                busy.append(child)
            } catch {
                next.job.reply.resume(returning: .failure(error))
            }
            queue.removeFirst()
        }
    }

    private func replenish() {
        guard warm else { return }
        while idle.count + coming.count < configuration.idle, let socket = program?.fork(configuration.limits) {
            coming.append(Child(socket: socket))
        }
    }

    private func receiveResults() {
        busy.removeAll { child in
            guard let status = child.result() else { return false }
            finish(child, status)
            return true
        }
    }

    private func finish(_ child: Child, _ status: Int32) {
        guard let work = child.work else { return }
        figures.served += 1
        let outcome = Outcome(status: status, output: work.output.contents(), log: work.log.contents())
        work.job.reply.resume(returning: .success(outcome))
    }

    /// Answers the job of a child that died without a result, by how it died.
    private func bury(_ child: Child, waitStatus: Int32) {
        guard let work = child.work else { return }
        figures.killed += 1
        let log = work.log.contents()
        let signal = waitStatus & 0x7f
        let error: ForkPoolError
        switch signal {
        case _ where work.cancelled: error = .cancelled
        case _ where work.killedFor != nil: error = .limitExceeded(work.killedFor ?? .wallClock, log: log)
        case SIGXCPU: error = .limitExceeded(.processor, log: log)
        case SIGXFSZ: error = .limitExceeded(.output, log: log)
        case SIGKILL, 0: return lose(child)
        default: error = .crashed(signal: signal, log: log)
        }
        work.job.reply.resume(returning: .failure(error))
    }

    /// A child that somebody else ended: its job is a pure function of its input, so it runs once more.
    private func lose(_ child: Child) {
        guard let work = child.work else { return }
        var job = work.job
        job.losses += 1
        if work.cancelled {
            job.reply.resume(returning: .failure(.cancelled))
        } else if job.losses > 2 {
            job.reply.resume(returning: .failure(.unavailable("the program was lost three times under one job")))
        } else {
            queue.insert((job, .now + configuration.patience), at: 0)
        }
    }

    private func enforceDeadlines() {
        let now = ContinuousClock.now
        for child in busy {
            guard let work = child.work, work.deadline <= now, work.killedFor == nil else { continue }
            work.killedFor = .wallClock
            program?.kill(child.process)
        }
        queue.removeAll { waiting in
            guard waiting.deadline <= now else { return false }
            waiting.job.reply.resume(returning: .failure(warm ? .overloaded : .unavailable(lastWords)))
            return true
        }
    }

    // MARK: The loop's wait

    private func wait() {
        var polled = [pollfd(fd: inbox.wake, events: Int16(POLLIN), revents: 0)]
        if let control = program?.descriptor {
            polled.append(pollfd(fd: control, events: Int16(POLLIN), revents: 0))
        }
        // A child that ended without a result leaves its socket readable for ever: its end comes as an event instead.
        polled += busy.filter { !$0.hungUp }.map { pollfd(fd: $0.socket.number, events: Int16(POLLIN), revents: 0) }
        let deadlines =
            busy.compactMap { $0.work?.killedFor == nil ? $0.work?.deadline : nil }
            + queue.map(\.deadline) + [restart].compactMap { $0 }
        var timeout: Int32 = -1
        if let nearest = deadlines.min() {
            let (seconds, fraction) = (nearest - .now).components
            // Rounded up, so that the deadline has passed when the wait ends.
            timeout = Int32(clamping: max(0, seconds * 1000 + fraction / 1_000_000_000_000_000 + 1))
        }
        poll(&polled, nfds_t(polled.count), timeout)
    }

    // MARK: Answers

    private func answerWhenWarm(_ reply: CheckedContinuation<Result<Void, ForkPoolError>, Never>) {
        if warm {
            reply.resume(returning: .success(()))
        } else if failures > 0 {
            reply.resume(returning: .failure(.unavailable(lastWords)))
        } else {
            waitingForWarmth.append(reply)
        }
    }

    private func currentFigures() -> ForkPoolFigures {
        var current = figures
        current.idle = idle.count
        current.busy = busy.count
        current.queued = queue.count
        current.process = program?.process
        return current
    }

    private func stop() {
        for waiting in queue { waiting.job.reply.resume(returning: .failure(.stopped)) }
        for child in busy { child.work?.job.reply.resume(returning: .failure(.stopped)) }
        waitingForWarmth.forEach { $0.resume(returning: .failure(.stopped)) }
        (coming, idle, busy, queue, waitingForWarmth) = ([], [], [], [], [])
        if let last = program.take() { _ = last.end() }
        inbox.closeAndRefuse()
    }
}
