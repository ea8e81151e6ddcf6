/// One attempt at a time, whose outcome all who asked during it share.
actor Revival {
    private var running: Task<Bool, any Error>?
    private var isOver = false

    func run(_ attempt: @escaping @Sendable () async throws -> Bool) async throws -> Bool {
        guard !isOver else { throw PostgresError.closed }
        let task = running ?? Task { try await attempt() }
        running = task
        defer { if running == task { running = nil } }
        return try await task.value
    }

    /// Waits for the attempt under way. There are none after it.
    func end() async {
        isOver = true
        _ = await running?.result
    }
}
