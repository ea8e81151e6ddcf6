import API
import ArgumentParser

/// `kongresume generate`: a tailored resume, without a server.
struct Generate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a tailored PDF from a profile and a posting, without a server.",
        discussion: "Example: kongresume generate --profile me.json --job posting.txt -o resume.pdf --json report.json")

    @OptionGroup var making: MakingOptions

    @Option(help: "The posting: a text or a saved page, its address on LinkedIn, or - for standard input.")
    var job: String

    func validate() throws {
        if job == "-", making.profile == "-" {
            throw ValidationError("only one of --profile and --job can be standard input")
        }
    }

    func run() async throws {
        let profile = try making.readProfile()
        let given = try GivenJob(job)
        try await making.make { maker, timings in
            let jobs = try JobReader(maker.lexicon, given.source())
            let posting = try await timings.measure(.job) { try await given.read(by: jobs) }
            return try await maker.generate(profile, for: posting, making.options, timings: &timings)
        }
    }
}
