import ArgumentParser
import Foundation

/// Runs the command. Exits with 0, with 1 when it failed, with 2 when it was used wrongly.
@main
enum Main {
    static func main() async {
        do {
            var command = try Kongresume.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            let code = Kongresume.exitCode(for: error)
            let text = Kongresume.fullMessage(for: error)
            let output = code.isSuccess ? FileHandle.standardOutput : .standardError
            if !text.isEmpty { output.write(Data((text + "\n").utf8)) }
            exit(code == .validationFailure ? 2 : code.rawValue)
        }
    }
}

/// The command: subcommands and wiring only.
struct Kongresume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kongresume",
        abstract: "A profile and a job go in; a tailored PDF that applicant tracking systems can read comes out.",
        subcommands: [
            Serve.self, Generate.self, Render.self, Verify.self, Job.self, Compile.self, User.self, Key.self,
            ProfileCommand.self,
            Credits.self, Formats.self, Bench.self, Doctor.self,
        ])
}
