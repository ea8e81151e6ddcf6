import ArgumentParser

/// `kongresume bench`: measures, and prints how.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure this installation.", discussion: "Example: kongresume bench compile",
        subcommands: [BenchCompile.self, BenchJob.self, BenchVerify.self])
}
