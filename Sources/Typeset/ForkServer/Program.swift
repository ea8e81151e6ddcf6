/// A fork server to start: a warm engine or the inspector. It gets this environment and no other.
package struct Program: Sendable, Hashable {
    /// An absolute path.
    package var path: String
    /// Without the program's own name.
    package var arguments: [String]
    package var environment: [String: String]

    package init(path: String, arguments: [String] = [], environment: [String: String] = [:]) {
        self.path = path
        self.arguments = arguments
        self.environment = environment
    }
}

/// What one job may use; a child that goes beyond is ended by the kernel, or by the pool's clock.
package struct JobLimits: Sendable, Hashable {
    /// Address space of the child in bytes, what it shares with its parent included.
    package var memory: UInt64
    /// Size of the output and of the log in bytes, each.
    package var output: UInt64
    /// Seconds of processor time.
    package var processor: UInt32
    /// Wall-clock time from when a child takes the job.
    package var wall: Duration

    package init(memory: UInt64, output: UInt64, processor: UInt32, wall: Duration) {
        self.memory = memory
        self.output = output
        self.processor = processor
        self.wall = wall
    }
}

/// What a child gave back.
package struct Outcome: Sendable {
    /// The program's own exit status; 0 is success.
    package var status: Int32
    package var output: [UInt8]
    package var log: [UInt8]
}
