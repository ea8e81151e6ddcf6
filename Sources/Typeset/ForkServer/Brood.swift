internal import CForkServer
internal import Glibc

/// A running program and the children that it has forked: what is lost when the program dies.
final class Brood {
    let process: pid_t
    /// `nil` once it was ended.
    private var program: WarmProgram?
    /// The program has loaded all that it loads, and forks when it is asked to.
    private(set) var isWarm = false
    private(set) var landlock = false
    private(set) var seccomp = false
    /// Asked for, not yet announced, in the order of asking.
    private var coming: [Child] = []
    private(set) var idle: [Child] = []
    private(set) var busy: [Child] = []
    /// Resident memory of the program when it was warm, in bytes.
    private var memoryWhenWarm = 0
    private let since = ContinuousClock.now
    private var heard = ContinuousClock.now
    private var pinged: ContinuousClock.Instant?

    init(_ program: Program) throws(ForkPoolError) {
        let started = try WarmProgram.start(program)
        process = started.process
        self.program = consume started
    }

    /// How much the program's memory has grown since it was warm, in bytes.
    var growth: Int { max(0, residentMemory - memoryWhenWarm) }

    private var residentMemory: Int { program?.residentMemory ?? 0 }

    // MARK: Children

    /// Asks for children until so many wait, or are about to.
    func replenish(to count: Int, _ limits: JobLimits) {
        while idle.count + coming.count < count, let socket = program?.fork(limits) {
            coming.append(Child(socket: socket, askedFor: .now))
        }
    }

    /// Gives a job to the child that has waited longest: the latest may not have prepared itself yet. `false` when none is
    /// left; the job is then still the caller's.
    func take(_ job: Job, within wall: Duration) throws(ForkPoolError) -> Bool {
        while !idle.isEmpty {
            let child = idle.removeFirst()
            guard try child.take(job, within: wall) else { continue }
            busy.append(child)
            return true
        }
        return false
    }

    func kill(_ child: Child) {
        child.askedFor = .now
        program?.kill(child.process)
    }

    /// Lets go of every child that waits: it sees its socket close, and ends.
    func dismiss() { (coming, idle) = ([], []) }

    // MARK: What the program and its children say

    enum News {
        case warm
        case finished(Child, status: Int32)
        /// A child ended without a result.
        case ended(Child, waitStatus: Int32)
        /// The program is gone, and every child with it.
        case gone
    }

    /// What has come in since; `gone` is the last there is.
    func news() -> [News] {
        var news: [News] = []
        while let received = program?.receive() {
            switch received {
            case .nothing: return news + results()
            case .gone: return news + results() + [.gone]
            case .event(let event): if let one = hear(event) { news.append(one) }
            }
        }
        return news
    }

    private func results() -> [News] {
        var news: [News] = []
        busy.removeAll { child in
            guard let status = child.result() else { return false }
            news.append(.finished(child, status: status))
            return true
        }
        return news
    }

    private func hear(_ event: kr_event) -> News? {
        heard = .now
        pinged = nil
        switch event.kind {
        case UInt32(KR_EVENT_HELLO.rawValue):
            isWarm = true
            landlock = event.value & Int32(KR_SANDBOX_LANDLOCK) != 0
            seccomp = event.value & Int32(KR_SANDBOX_SECCOMP) != 0
            memoryWhenWarm = residentMemory
            return .warm
        case UInt32(KR_EVENT_FORKED.rawValue) where !coming.isEmpty:
            let child = coming.removeFirst()
            guard event.process > 0 else { return nil }
            child.process = event.process
            child.askedFor = nil
            idle.append(child)
        case UInt32(KR_EVENT_EXITED.rawValue):
            idle.removeAll { $0.process == event.process }
            guard let index = busy.firstIndex(where: { $0.process == event.process }) else { return nil }
            let child = busy.remove(at: index)
            return child.result().map { .finished(child, status: $0) } ?? .ended(child, waitStatus: event.value)
        default: break
        }
        return nil
    }

    /// The descriptors on which something may come in.
    var polled: [Int32] {
        // A child that ended without a result leaves its socket readable for ever: its end comes as an event instead.
        [program?.descriptor].compactMap { $0 } + busy.filter { !$0.hungUp }.map { $0.socket.number }
    }

    // MARK: Whether the program lives

    /// How long a warm program may take to answer, on a machine that does much else: it answers at once.
    private static let answerTime = Duration.seconds(2)
    /// How long it may take to become warm.
    private static let warmingTime = Duration.seconds(60)
    /// How long it may be silent before it is asked for a sign of life.
    private static let silence = Duration.seconds(3)

    /// When something is to be done about the program that says nothing: it is to be asked, or it hangs.
    var isDue: ContinuousClock.Instant { answerIsDue ?? (heard + Self.silence) }

    /// Whether it did not answer in time. Asks for a sign of life where it owes no answer.
    func hangs(at now: ContinuousClock.Instant) -> Bool {
        if let answerIsDue { return answerIsDue <= now }
        if heard + Self.silence <= now {
            pinged = now
            program?.ping()
        }
        return false
    }

    /// `nil` when it owes no answer.
    private var answerIsDue: ContinuousClock.Instant? {
        guard isWarm else { return since + Self.warmingTime }
        let asked = [pinged, coming.first?.askedFor] + busy.map(\.askedFor)
        return asked.compactMap { $0 }.min().map { $0 + Self.answerTime }
    }

    /// Ends the program, and returns its last words. Its children get SIGKILL from the kernel as it dies.
    func end() -> String { program.take()?.end() ?? "" }
}
