package import ForkServer

/// Where the parts of an engine are, and how much of them to keep warm.
package struct EngineConfiguration: Sendable {
    /// The project's TEXMF tree.
    package var texmf: String
    /// Where formats are kept: a TEXMF tree of its own, which this process may write.
    package var formats: String
    /// The libraries that go into the engine, absolute paths: the fork server's, and whatever a test puts behind it.
    package var libraries: [String]
    package var idle: Int
    package var busy: Int
    package var queue: Int
    package var limits: JobLimits
    /// An engine that holds so many bytes of memory more than when it was warm is replaced.
    package var growth = 64 << 20
    /// Off only to see what an engine could do that is not confined.
    package var isConfined = true

    package init(texmf: String, formats: String, library: String, idle: Int = 3, busy: Int = 2, queue: Int = 64) {
        self.texmf = texmf
        self.formats = formats
        libraries = [library]
        self.idle = idle
        self.busy = busy
        self.queue = queue
        // TeX's arrays take 300 MB of addresses, touched or not. A long resume is 200 KB of PDF and takes 30 ms.
        limits = JobLimits(memory: 1 << 30, output: 16 << 20, processor: 5, wall: .seconds(5))
    }
}
