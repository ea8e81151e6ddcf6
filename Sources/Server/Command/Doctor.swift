import API
import ArgumentParser
import Engine
import Font
import ForkServer
import Foundation
import Inspect
import Template

/// `kongresume doctor`: every part that is needed, found or not, and how to get it.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check every part that the server needs.",
        discussion: "Exits with 1 if a part is missing.\n\nExample: kongresume doctor")

    func run() async throws {
        var findings: [(part: String, found: Result<String, any Error>)] = []
        func look(_ part: String, _ body: () async throws -> String) async {
            do { findings.append((part, .success(try await body()))) } catch {
                findings.append((part, .failure(error)))
            }
        }
        let workplace = try Workplace()
        let configuration = workplace.installation.engineConfiguration(workplace.settings)
        await look("templates") { workplace.catalog.templates.map(\.id).joined(separator: ", ") }
        await look("TeX") { try TeXInstallation.find().engine }
        for template in workplace.catalog.templates {
            for kind in TeXEngine.allCases {
                await look("\(kind.rawValue) of \(template.id)") {
                    let engine = try await Engine.start(
                        template.id, configuration, by: kind, report: progress)
                    defer { Task { await engine.stop() } }
                    try await engine.ready()
                    let compiled = try await engine.compile("\\ResumeName{Doctor}")
                    return "typesets (\(compiled.pdf.count) bytes); \(Self.confinement(await engine.figures()))"
                }
            }
        }
        await look("inspector") {
            let inspector = try Inspector(InspectorConfiguration(program: workplace.installation.inspector))
            defer { Task { await inspector.stop() } }
            try await inspector.ready()
            return "ready; \(Self.confinement(await inspector.figures()))"
        }
        await look("database") {
            let database = try await Database.open(workplace.settings, workplace.installation)
            await database.close()
            return database.isPrivate
                ? "private PostgreSQL in \(workplace.installation.database)" : "reached and up to date"
        }
        await look("language model") {
            guard let model = workplace.settings.model else { return "not configured: the offline agent writes" }
            return try await ModelEndpoint(model).check()
        }
        let width = findings.map(\.part.count).max() ?? 0
        var missing = 0
        for (part, found) in findings {
            let name = part + String(repeating: " ", count: width - part.count)
            switch found {
            case .success(let text): print("ok       \(name)  \(text)")
            case .failure(let error):
                missing += 1
                print("MISSING  \(name)  \(error)")
            }
        }
        if missing > 0 {
            print("\n`make setup` installs what comes from Debian, `make build` makes the rest.")
            throw ExitCode.failure
        }
    }

    private static func confinement(_ figures: ForkPoolFigures) -> String {
        switch (figures.landlock, figures.seccomp) {
        case (true, true): "confined by Landlock and seccomp"
        case (true, false): "confined by Landlock only: this kernel or libseccomp lacks seccomp filters"
        case (false, true): "confined by seccomp only: this kernel lacks Landlock"
        case (false, false): "NOT CONFINED: this kernel lacks Landlock and seccomp"
        }
    }
}
