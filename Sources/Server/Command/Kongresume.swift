import ArgumentParser

/// The command: subcommands and wiring only.
@main
struct Kongresume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kongresume",
        abstract: "A profile and a job go in; a tailored PDF that applicant tracking systems can read comes out.",
        subcommands: [
            Serve.self, Generate.self, Render.self, Compile.self, User.self, Key.self, ProfileCommand.self,
            Credits.self, Formats.self, Bench.self, Doctor.self,
        ])
}
