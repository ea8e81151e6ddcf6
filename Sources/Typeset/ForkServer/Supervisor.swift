internal import CForkServer
internal import Glibc

/// All the state of a pool, confined to the pool's thread: the programs, the queue, the figures.
final class Supervisor {
    private let configuration: ForkPoolConfiguration
    private let inbox: Inbox
    /// Whose children do the jobs.
    private var current: Brood?
    /// Started to take the place of `current` as soon as it is warm.
    private var successor: Brood?
    /// Replaced, but with children still at work.
    private var retired: [Brood] = []
    private var restart: ContinuousClock.Instant? = .now
    /// Starts that failed in a row; each doubles the pause before the next.
    private var failures = 0
    private var lastWords = ""
    private var queue = JobQueue()
    private var waitingForWarmth: [CheckedContinuation<Result<Void, ForkPoolError>, Never>] = []
    private var figures = ForkPoolFigures()
    private var latencies = LatencyWindow()
    /// Jobs until the program's memory is looked at again.
    private var untilMemoryCheck = Supervisor.jobsBetweenMemoryChecks

    /// Reading /proc costs some 20 µs; a program that leaks has not gone far in so many jobs.
    private static let jobsBetweenMemoryChecks = 64

    init(_ configuration: ForkPoolConfiguration, inbox: Inbox) {
        self.configuration = configuration
        self.inbox = inbox
    }

    private var isWarm: Bool { current?.isWarm ?? false }
    private var broods: [Brood] { [current, successor].compactMap { $0 } + retired }

    /// The thread's whole life.
    func run() {
        var stopped: [CheckedContinuation<Void, Never>] = []
        var stopping = false
        while !stopping {
            startIfDue()
            dispatch()
            if let current, current.isWarm { current.replenish(to: configuration.idle, configuration.limits) }
            wait()
            for message in inbox.take() {
                switch message {
                case .job(let job): admit(job)
                case .cancel(let number): cancel(number)
                case .recycle: recycle()
                case .figures(let reply): reply.resume(returning: currentFigures())
                case .ready(let reply): answerWhenWarm(reply)
                case .stop(let reply):
                    stopping = true
                    if let reply { stopped.append(reply) }
                }
            }
            for brood in broods { receive(from: brood) }
            enforceDeadlines()
        }
        stop()
        stopped.forEach { $0.resume() }
    }

    // MARK: Programs

    private func startIfDue() {
        guard let due = restart, due <= .now else { return }
        restart = nil
        do throws(ForkPoolError) {
            current = try start()
        } catch {
            lastWords = "\(error)"
            scheduleRestart()
        }
    }

    private func start() throws(ForkPoolError) -> Brood {
        figures.starts += 1
        return try Brood(configuration.program)
    }

    private func scheduleRestart() {
        failures += 1
        // From a tenth of a second to five: quick after an accident, gentle when the program cannot start at all.
        restart = .now + .milliseconds(min(100 << min(failures, 6), 5000))
        let error = ForkPoolError.unavailable(lastWords)
        waitingForWarmth.forEach { $0.resume(returning: .failure(error)) }
        waitingForWarmth = []
        if failures > 2 { queue.removeAll().forEach { $0.reply.resume(returning: .failure(error)) } }
    }

    /// Starts another program in the place of this one, which does jobs until the other is warm.
    private func recycle() {
        guard isWarm, successor == nil else { return }
        successor = try? start()
    }

    private func receive(from brood: Brood) {
        for news in brood.news() {
            switch news {
            case .warm: isWarm(brood)
            case .finished(let child, let status): finish(child, status)
            case .ended(let child, let waitStatus): bury(child, waitStatus: waitStatus)
            case .gone: isGone(brood)
            }
        }
        if brood !== current, brood !== successor, brood.busy.isEmpty {
            retired.removeAll { $0 === brood }
            _ = brood.end()
        }
    }

    private func isWarm(_ brood: Brood) {
        if brood === successor {
            successor = nil
            if let old = current {
                old.dismiss()
                retired.append(old)
            }
            current = brood
            figures.recycled += 1
        }
        failures = 0
        waitingForWarmth.forEach { $0.resume(returning: .success(())) }
        waitingForWarmth = []
    }

    private func isGone(_ brood: Brood, hung: Bool = false) {
        var words = brood.end()
        if hung {
            figures.hung += 1
            words = "the program did not answer, and was ended" + (words.isEmpty ? "" : ": \(words)")
        }
        brood.busy.forEach(lose)
        if brood === successor {
            successor = nil
        } else if brood === current {
            lastWords = words
            // The successor is as good as a restart, and already under way.
            current = successor.take()
            if current == nil { scheduleRestart() }
        } else {
            retired.removeAll { $0 === brood }
        }
    }

    /// A fork server that only forks should not grow at all; if it does, it is replaced before that is a problem.
    private func checkMemory() {
        untilMemoryCheck -= 1
        guard untilMemoryCheck <= 0, let current else { return }
        untilMemoryCheck = Self.jobsBetweenMemoryChecks
        if current.growth > configuration.growth { recycle() }
    }

    // MARK: Jobs

    private func admit(_ job: Job) {
        if queue.count >= configuration.queue {
            job.reply.resume(returning: .failure(.overloaded))
        } else {
            queue.append(job, within: configuration.patience)
        }
    }

    private func cancel(_ number: UInt64) {
        if let job = queue.remove(number) { return job.reply.resume(returning: .failure(.cancelled)) }
        for brood in broods {
            for child in brood.busy where child.work?.job.number == number {
                child.work?.cancelled = true
                brood.kill(child)
            }
        }
    }

    private func dispatch() {
        while let current, busy < configuration.busy, let next = queue.first {
            do throws(ForkPoolError) {
                guard try current.take(next, within: configuration.limits.wall) else { return }
            } catch {
                next.reply.resume(returning: .failure(error))
            }
            queue.removeFirst()
        }
    }

    private var busy: Int { broods.reduce(0) { $0 + $1.busy.count } }

    private func finish(_ child: Child, _ status: Int32) {
        guard let work = child.work else { return }
        figures.served += 1
        latencies.add(.now - work.job.since)
        let outcome = Outcome(status: status, output: work.output.contents(), log: work.log.contents())
        work.job.reply.resume(returning: .success(outcome))
        checkMemory()
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
        } else if let limit = work.killedFor {
            job.reply.resume(returning: .failure(.limitExceeded(limit, log: work.log.contents())))
        } else if job.losses > 2 {
            job.reply.resume(returning: .failure(.unavailable("the program was lost three times under one job")))
        } else {
            queue.putBack(job, within: configuration.patience)
        }
    }

    private func enforceDeadlines() {
        let now = ContinuousClock.now
        for brood in broods {
            for child in brood.busy {
                guard let work = child.work, work.deadline <= now, work.killedFor == nil else { continue }
                work.killedFor = .wallClock
                brood.kill(child)
            }
            if brood.hangs(at: now) { isGone(brood, hung: true) }
        }
        for job in queue.removeOverdue(at: now) {
            job.reply.resume(returning: .failure(isWarm ? .overloaded : .unavailable(lastWords)))
        }
    }

    // MARK: The loop's wait

    private func wait() {
        var polled = ([inbox.wake] + broods.flatMap(\.polled)).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let deadlines =
            broods.flatMap(\.busy).compactMap { $0.work?.killedFor == nil ? $0.work?.deadline : nil }
            + [queue.nearestDeadline, restart].compactMap { $0 } + broods.map(\.isDue)
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
        if isWarm {
            reply.resume(returning: .success(()))
        } else if failures > 0 {
            reply.resume(returning: .failure(.unavailable(lastWords)))
        } else {
            waitingForWarmth.append(reply)
        }
    }

    private func currentFigures() -> ForkPoolFigures {
        var now = figures
        now.idle = current?.idle.count ?? 0
        now.busy = busy
        now.queued = queue.count
        now.process = current?.process
        now.landlock = current?.landlock ?? false
        now.seccomp = current?.seccomp ?? false
        now.p50 = latencies.percentile(0.5)
        now.p95 = latencies.percentile(0.95)
        return now
    }

    private func stop() {
        for job in queue.removeAll() { job.reply.resume(returning: .failure(.stopped)) }
        for brood in broods {
            for child in brood.busy { child.work?.job.reply.resume(returning: .failure(.stopped)) }
            _ = brood.end()
        }
        waitingForWarmth.forEach { $0.resume(returning: .failure(.stopped)) }
        (current, successor, retired, waitingForWarmth) = (nil, nil, [], [])
        inbox.closeAndRefuse()
    }
}
