import Foundation
import Subprocess
import SystemPackage
import Testing

/// A template is a folder and a class: nobody has to touch the program for a new one.
@Suite struct FourthTemplateTests {
    private let files = FileManager.default

    @Test func `a template dropped into templates and texmf is offered and typeset`() async throws {
        let share = files.temporaryDirectory.appending(path: "share-\(UUID().uuidString)")
        try files.createDirectory(at: share, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: share) }
        for folder in ["templates", "texmf"] {
            try files.copyItem(atPath: "\(project)/\(folder)", toPath: share.appending(path: folder).path)
        }
        let templates = share.appending(path: "templates")
        try files.copyItem(at: templates.appending(path: "template1"), to: templates.appending(path: "broadsheet"))
        let classes = share.appending(path: "texmf/tex/latex/kongresume")
        for kind in ["cls", "ini"] {
            let source = try String(contentsOf: classes.appending(path: "template1.\(kind)"), encoding: .utf8)
            try source.replacing("template1", with: "broadsheet")
                .write(to: classes.appending(path: "broadsheet.\(kind)"), atomically: true, encoding: .utf8)
        }

        for profile in ["icu-nurse", "el-dikigoros"] {
            let result = try await render("\(project)/samples/profiles/\(profile).json", below: share)
            #expect(result.status == 0, "\(profile): \(result.error)")
            #expect(result.pdf.starts(with: "%PDF-1.7".utf8))
        }
    }

    private func render(_ profile: String, below share: URL) async throws -> (status: Int, pdf: [UInt8], error: String)
    {
        let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "kongresume")
        let result = try await Subprocess.run(
            .path(FilePath(program.path)),
            arguments: ["render", "--profile", profile, "--template", "broadsheet", "-o", "-"],
            environment: .exactly([
                "PATH": "/usr/bin:/bin", "HOME": share.path, "KONGRESUME_SHARE_DIR": share.path,
                "KONGRESUME_DATA_DIR": share.appending(path: "data").path,
            ]), output: .bytes(limit: 16 << 20), error: .string(limit: 1 << 20))
        guard case .exited(let status) = result.terminationStatus else { return (-1, [], "ended by a signal") }
        return (Int(status), result.standardOutput, result.standardError)
    }
}
