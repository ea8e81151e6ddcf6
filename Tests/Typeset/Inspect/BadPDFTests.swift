import Foundation
import Inspect
import Resume
import Subprocess
import SystemPackage
import Template
import Testing

/// Deliberately bad PDFs (bad_pdfs.py): each is found by the right check and by no wrong one.
@Suite struct BadPDFTests {
    private static let python = project + "/.build/python/bin/python"

    private struct Case {
        let name: String
        let pdf: [UInt8]
        let expected: JSON

        func names(_ member: String) -> [String] { expected[member: member]?.array?.compactMap(\.string) ?? [] }
    }

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: python),
            "make debug installs reportlab and pikepdf into .build/python"))
    func `each is found by the check that is for it, and by no other`() async throws {
        let cases = try await Self.cases()
        #expect(cases.count >= 40)
        let gate = Gate(.standard)
        try await withInspector(.make(idle: 2, busy: 2)) { inspector in
            for each in cases {
                do throws(InspectError) {
                    let report = gate.verify(try await inspector.inspect(each.pdf))
                    #expect(each.expected[member: "error"] == nil, "\(each.name) was read")
                    let failed = report.checks.filter { $0.status == .fail }
                    let warned = report.checks.filter { $0.status == .warn }
                    #expect(failed.map(\.id.rawValue) == each.names("fail"), "\(each.name): \(failed.map(\.detail))")
                    if each.expected[member: "warn"] == "without_text" {
                        #expect(warned.allSatisfy { $0.points == 0 }, "\(each.name)")
                        #expect(report.score < 15, "\(each.name)")
                    } else {
                        #expect(
                            warned.map(\.id.rawValue) == each.names("warn"), "\(each.name): \(warned.map(\.detail))")
                    }
                    #expect((failed + warned).allSatisfy { $0.mend != nil || $0.lookedAt == "nothing" })
                    #expect(report.score == report.checks.reduce(0) { $0 + $1.points })
                } catch {
                    #expect(Self.reason(error) == each.expected[member: "error"]?.string, "\(each.name)")
                }
            }
        }
    }

    @Test func `lines that two columns mix are shown`() async throws {
        guard let columns = try await Self.cases().first(where: { $0.name == "two-columns" }) else { return }
        let report = Gate(.standard).verify(try await withInspector { try await $0.inspect(columns.pdf) })
        let check = try #require(report.checks.first { $0.id == .oneColumn })
        #expect(check.detail.contains("“Leather: paring, reback, tooling ‖ Cataloguing in Koha”"))
    }

    private static func reason(_ error: InspectError) -> String? {
        switch error {
        case .notPDF: "not_a_pdf"
        case .encrypted: "encrypted"
        case .tooManyPages: "too_many_pages"
        case .tooComplex: "too_complex"
        case .overloaded, .unavailable, .unusableReport, .cancelled: "\(error)"
        }
    }

    private static func cases() async throws -> [Case] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bad-pdfs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = project + "/Tests/Typeset/Inspect/bad_pdfs.py"
        let result = try await Subprocess.run(
            .path(FilePath(python)), arguments: [script, folder.path], output: .discarded,
            error: .string(limit: 1 << 16))
        #expect(result.terminationStatus.isSuccess, "\(result.standardError)")
        let expected = try JSON(parsing: Array(try Data(contentsOf: folder.appending(path: "expected.json"))))
        return try (expected.object ?? []).map { member in
            Case(
                name: member.name, pdf: Array(try Data(contentsOf: folder.appending(path: "\(member.name).pdf"))),
                expected: member.value)
        }
    }
}
