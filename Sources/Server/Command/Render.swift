import API
import ArgumentParser

/// `kongresume render`: a whole profile as it is, without a server.
struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Typeset a whole profile as it is, without a job and without a server.",
        discussion: "Example: kongresume render --profile me.json --paper a4 -o resume.pdf")

    @OptionGroup var making: MakingOptions

    func run() async throws {
        let profile = try making.readProfile()
        try await making.make { maker, timings in
            try await maker.render(profile, making.options, timings: &timings)
        }
    }
}
