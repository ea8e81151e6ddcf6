import API
import Foundation
import Resume
import Template

/// Makes what the tailoring is judged by: a resume for every sample profile and many postings, twice, and each profile as
/// it is. `judge.py` reads what lies in the folder then; it shares no code with what made it.
///
/// `tailoring-evaluation PROJECT OUTPUT [N]`: the postings are those of `samples/postings` and every third of
/// `Tests/Evaluation/tuning`. Templates and numbers of pages take turns. With N only every Nth pair is made.
@main
struct TailoringEvaluation {
    private let maker: ResumeMaker
    private let project: URL
    private let output: URL
    private let stride: Int

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard (3...4).contains(arguments.count) else {
            FileHandle.standardError.write(Data("usage: tailoring-evaluation PROJECT OUTPUT [N]\n".utf8))
            exit(2)
        }
        let (project, output) = (URL(filePath: arguments[1]), URL(filePath: arguments[2]))
        let settings = try Settings(environment: [
            "KONGRESUME_SHARE_DIR": project.path, "KONGRESUME_DATA_DIR": output.appending(path: "data").path,
        ])
        let maker = try await ResumeMaker.start(Installation.find(settings), settings)
        try await maker.ready()
        let stride = arguments.count > 3 ? max(Int(arguments[3]) ?? 1, 1) : 1
        let evaluation = TailoringEvaluation(maker: maker, project: project, output: output, stride: stride)
        do { try await evaluation.run() } catch {
            await maker.stop()
            throw error
        }
        await maker.stop()
    }

    private func run() async throws {
        for folder in ["pairs", "as-is"] {
            try? FileManager.default.removeItem(at: output.appending(path: folder))
            try FileManager.default.createDirectory(
                at: output.appending(path: folder), withIntermediateDirectories: true)
        }
        let profiles = try texts(in: "samples/profiles", ".json").map { name, text in
            (name, try Profile(json: JSON(parsing: text)))
        }
        let postings = try
            (texts(in: "samples/postings", ".txt")
            + texts(in: "Tests/Evaluation/tuning", ".txt").enumerated().filter { $0.offset % 3 == 0 }.map(\.element))
            .map { name, text in (name, try maker.posting(from: text)) }
        let templates = maker.catalog.templates.map(\.id)
        for (name, profile) in profiles {
            for template in templates { try await render(profile, name, template) }
        }
        for (number, profile) in profiles.enumerated() {
            for (place, posting) in postings.enumerated() where (number * 7 + place) % stride == 0 {
                var options = ResumeMaker.Options()
                options.templateID = templates[(number + place) % templates.count]
                options.maxPages = [nil, 1, 2][(number + place / templates.count) % 3]
                try await pair(profile, posting, options)
            }
            FileHandle.standardError.write(Data("\r\(number + 1) of \(profiles.count) profiles ".utf8))
        }
        FileHandle.standardError.write(Data("\n".utf8))
    }

    private func render(_ profile: Profile, _ name: String, _ template: String) async throws {
        var options = ResumeMaker.Options()
        options.templateID = template
        var timings = Timings()
        let finished = try await maker.render(profile, options, timings: &timings)
        let file = output.appending(path: "as-is/\(name)-\(template)")
        try Data(finished.pdf).write(to: file.appendingPathExtension("pdf"))
        try Data(finished.json(id: nil, timings: timings).bytes).write(to: file.appendingPathExtension("json"))
    }

    private func pair(
        _ profile: (name: String, value: Profile), _ posting: (name: String, value: JobPosting),
        _ options: ResumeMaker.Options
    ) async throws {
        let file = output.appending(path: "pairs/\(profile.name)--\(posting.name)")
        var members: [JSON.Member] = [
            .init("profile", .string(profile.name)), .init("posting", .string(posting.name)),
            .init("template", .string(options.templateID)),
            .init("asked", options.maxPages.map { .number(.init($0)) } ?? .null),
        ]
        do {
            var timings = Timings()
            let finished = try await maker.generate(profile.value, for: posting.value, options, timings: &timings)
            var ignored = Timings()
            let again = try await maker.generate(profile.value, for: posting.value, options, timings: &ignored)
            members += [
                .init("same", .bool(again.pdf == finished.pdf && again.latex == finished.latex)),
                .init("ms", JSON(floatLiteral: timings.milliseconds.reduce(0) { $0 + $1.value })),
                .init("made", finished.json(id: nil, timings: timings)),
            ]
            try Data(finished.pdf).write(to: file.appendingPathExtension("pdf"))
        } catch {
            members.append(.init("error", .string("\(error)")))
        }
        try Data(JSON.object(members).bytes).write(to: file.appendingPathExtension("json"))
    }

    private func texts(in folder: String, _ ending: String) throws -> [(name: String, text: String)] {
        let url = project.appending(path: folder)
        return try FileManager.default.contentsOfDirectory(atPath: url.path).filter { $0.hasSuffix(ending) }.sorted()
            .map { ($0.replacing(ending, with: ""), try String(contentsOf: url.appending(path: $0), encoding: .utf8)) }
    }
}
