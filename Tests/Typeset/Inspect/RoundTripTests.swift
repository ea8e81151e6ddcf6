import Engine
import Font
import Foundation
import Inspect
import Resume
import Template
import Testing

/// Every sample profile in every template, typeset, read back as an applicant tracking system does, and compared field by
/// field with what was meant.
@Suite struct RoundTripTests {
    @Test(arguments: ["template1", "template2", "template3"])
    func `what is read back is what was meant, of every sample`(id: String) async throws {
        let template = try #require(try TemplateCatalog.make()[id: id])
        let reader = ResumeReader(.standard)
        var engines: [TeXEngine: Engine] = [:]
        for kind in TeXEngine.allCases { engines[kind] = try await Engine.start(id, .make(), by: kind) }
        try await withInspector { inspector in
            var fields = 0
            for (name, resume) in try Samples.resumes() {
                for density in [0, 2] {
                    let body = try template.render(resume, paper: .a4, density: density)
                    let compiled = try #require(try await engines[body.engine]?.compile(body.latex))
                    let facts = try await inspector.inspect(compiled.pdf)
                    let trip = RoundTrip(meant: resume, read: reader.read(facts))
                    fields += trip.fields
                    for difference in trip.differences.prefix(4) {
                        Issue.record(
                            "\(name), density \(density): \(difference.field): meant “\(difference.meant)”, read “\(difference.read)”"
                        )
                    }
                    // Nothing of ours is hidden, acts, or is a picture.
                    #expect(facts.pages.allSatisfy { $0.hidden.isEmpty && $0.artifactText.isEmpty }, "\(name)")
                    #expect(facts.active.isEmpty && facts.actualTexts == 0, "\(name)")
                    #expect(facts.fonts.allSatisfy { $0.hasToUnicode && $0.unmapped == 0 }, "\(name)")
                }
            }
            #expect(fields > 1000)
        }
        for engine in engines.values { await engine.stop() }
    }
}

/// The project's sample profiles as resumes.
enum Samples {
    static func resumes() throws -> [(name: String, resume: TailoredResume)] {
        let folder = project + "/samples/profiles"
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { file in
            let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
            return (String(file.dropLast(5)), TailoredResume(everythingIn: try Profile(json: JSON(parsing: text))))
        }
    }
}
