internal import Foundation

/// Runs an actor's work on one thread of its own, where it may block.
final class ThreadExecutor: SerialExecutor {
    private let condition = NSCondition()
    // Both are touched only while the condition is locked.
    nonisolated(unsafe) private var jobs: [UnownedJob] = []
    nonisolated(unsafe) private var stopped = false

    init(name: String) {
        let thread = Thread { [self] in run() }
        thread.name = name
        thread.start()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        condition.lock()
        jobs.append(job)
        condition.signal()
        condition.unlock()
    }

    /// Lets the thread end once its work is done.
    func stop() {
        condition.lock()
        stopped = true
        condition.signal()
        condition.unlock()
    }

    private func run() {
        while true {
            condition.lock()
            while jobs.isEmpty && !stopped { condition.wait() }
            let next = jobs
            jobs = []
            condition.unlock()
            if next.isEmpty { return }
            for job in next { job.runSynchronously(on: asUnownedSerialExecutor()) }
        }
    }
}
