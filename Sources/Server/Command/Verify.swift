import API
import ArgumentParser
import Foundation
import Inspect
import Resume

/// `kongresume verify`: what a machine makes of a PDF, without a server.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell what an applicant tracking system reads in a PDF, without a server.",
        discussion: """
            Ends with 0 if no check fails, with 1 if one does or the PDF cannot be read.

            Example: kongresume verify resume.pdf --job posting.txt --profile me.json
            """)

    @Argument(help: "The PDF, or - for standard input.")
    var file: String

    @Option(help: "The posting whose keywords are looked for: a text or a saved page, an address on LinkedIn, or -.")
    var job: String?

    @Option(help: "A JSON Resume file of what the person has: tells what could be named from what could not.")
    var profile: String?

    @Flag(help: "Print the whole report as JSON.")
    var json = false

    func validate() throws {
        guard [file, job, profile].count(where: { $0 == "-" }) < 2 else {
            throw ValidationError("only one of FILE, --job and --profile can be standard input")
        }
    }

    func run() async throws {
        let pdf = try readBytes(file)
        guard pdf.count <= 10 << 20 else { throw Failure("\(file) has \(pdf.count) bytes; at most 10 MiB are read") }
        let given = try job.map { try GivenJob($0) }
        let profile = try profile.map(readProfile)
        let settings = try Settings(environment: ProcessInfo.processInfo.environment)
        let verifier = try Verifier.start(Installation.find(settings), settings)
        let result: Result<Report, any Error>
        do {
            var posting: JobPosting?
            if let given { posting = try await given.read(by: JobReader(verifier.lexicon, given.source())) }
            result = .success(try await verifier.verify(pdf, for: posting, from: profile))
        } catch {
            result = .failure(error)
        }
        await verifier.stop()
        let report: Report
        do { report = try result.get() } catch { throw Failure(explaining: error) }
        let output = json ? report.json.text : ReportTable(report, width: terminalWidth()).text
        try write(Array((output + "\n").utf8), to: "-")
        if !report.passes { throw ExitCode(1) }
    }
}
