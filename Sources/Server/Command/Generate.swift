import API
import ArgumentParser

/// `kongresume generate`: a tailored resume, without a server.
struct Generate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a tailored PDF from a profile and a posting, without a server.",
        discussion: "Example: kongresume generate --profile me.json --job posting.txt -o resume.pdf --json report.json")

    @OptionGroup var making: MakingOptions

    @Option(help: "The posting's text: a file, or - for standard input.")
    var job: String

    func validate() throws {
        if job == "-", making.profile == "-" {
            throw ValidationError("only one of --profile and --job can be standard input")
        }
    }

    func run() async throws {
        let profile = try making.readProfile()
        let text = try readText(job)
        try await making.make { maker, timings in
            let posting = try await timings.measure(.job) { try maker.posting(from: text) }
            return try await maker.generate(profile, for: posting, making.options, timings: &timings)
        }
    }
}
