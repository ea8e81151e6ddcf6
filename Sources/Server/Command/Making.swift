import API
import ArgumentParser
import Engine
import Foundation
import Inspect
import Resume
import Template

/// What `generate` and `render` share: a profile, a template, and where the result goes.
struct MakingOptions: ParsableArguments {
    @Option(help: "The profile, a JSON Resume file, or - for standard input.")
    var profile: String

    @Option(help: "The template.")
    var template = "template1"

    @Option(help: "letter or a4.")
    var paper = "letter"

    @Option(help: "At most this many pages, 1 or 2. Default: what the career needs, at most 2.")
    var maxPages: Int?

    @Option(name: .shortAndLong, help: "Where the PDF goes, or - for standard output.")
    var output = "resume.pdf"

    @Option(help: "Where the full report goes as JSON, or - for standard output.")
    var json: String?

    func validate() throws {
        guard Paper(rawValue: paper) != nil else { throw ValidationError("--paper must be letter or a4") }
        guard maxPages.map((1...2).contains) ?? true else { throw ValidationError("--max-pages must be 1 or 2") }
    }

    func readProfile() throws -> Profile { try kongresume.readProfile(profile) }

    var options: ResumeMaker.Options {
        var options = ResumeMaker.Options()
        options.templateID = template
        options.maxPages = maxPages
        options.paper = Paper(rawValue: paper) ?? .letter
        return options
    }

    /// Starts what is needed, makes a resume, writes it and its report, and stops what was started.
    func make(_ body: (ResumeMaker, inout Timings) async throws -> FinishedResume) async throws {
        let workplace = try Workplace()
        guard workplace.catalog[id: template] != nil else { throw workplace.noSuchTemplate(template) }
        let maker = try await ResumeMaker.start(workplace.installation, workplace.settings) { progress($0) }
        var timings = Timings()
        let result: Result<FinishedResume, any Error>
        do { result = .success(try await body(maker, &timings)) } catch { result = .failure(error) }
        await maker.stop()
        let finished: FinishedResume
        do { finished = try result.get() } catch { throw Failure(explaining: error) }
        try write(finished.pdf, to: output)
        if let json { try write(Array((finished.json(id: nil, timings: timings).text + "\n").utf8), to: json) }
        let stages = timings.milliseconds.map { "\($0.stage.rawValue) \($0.value) ms" }.joined(separator: ", ")
        FileHandle.standardError.write(Data((Summary(finished).text + "\n\(output): \(stages)\n").utf8))
    }
}

/// Reads a profile; each of its faults is a line of the error.
func readProfile(_ path: String) throws -> Profile {
    let bytes = try readBytes(path)
    do {
        return try Profile(json: JSON(parsing: bytes))
    } catch let error as JSONError {
        throw Failure("\(path) is not JSON: \(error)")
    } catch let error as ProfileError {
        throw Failure("\(path) is not a usable profile:\n\(error)")
    }
}

/// An error that is said in full, and ends the command with 1.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// What a client of the server would be told, with its pointers, and for a failed inspection the checks that failed.
    init(explaining error: any Error) {
        let problem = Problem(error)
        // What a client wants to know of its credits means nothing here.
        let detail = problem.detail.replacing(" Nothing was charged.", with: "")
        var lines = problem.code == .internal ? ["\(error)"] : [detail]
        lines += problem.faults.map { "  \($0.pointer): \($0.message)" }
        if case EngineError.compileFailed(let said) = error { lines.append("  \(said)") }
        if let failed = error as? FailedInspection {
            lines += failed.report.checks.filter { $0.status == .fail }.map { "  \($0.id.rawValue): \($0.detail)" }
        }
        description = lines.joined(separator: "\n")
    }
}
