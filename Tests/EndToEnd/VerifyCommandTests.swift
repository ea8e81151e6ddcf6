import Foundation
import Resume
import Testing

/// `kongresume verify`: a table for people, JSON for programs, and an exit status for scripts.
@Suite(.serialized) struct VerifyCommandTests {
    @Test func `a PDF of ours passes, with a table or as JSON`() async throws {
        let data = try Server.makeDataFolder()
        defer { try? FileManager.default.removeItem(at: data) }
        let environment = Server.environment(data)
        let pdf = data.appending(path: "resume.pdf").path
        let profile = project + "/samples/profiles/icu-nurse.json"
        let made = try await command(["render", "--profile", profile, "-o", pdf], environment: environment)
        try #require(made.status == 0, "\(made.error)")

        let job = project + "/samples/postings/icu-nurse.txt"
        let table = try await command(["verify", pdf, "--job", job, "--profile", profile], environment: environment)
        #expect(table.status == 0)
        #expect(table.output.contains("Score 100 of 100; 100 could be reached."))
        #expect(table.output.contains("pass  no-hidden-text      7/7     Everything can be seen."))
        #expect(table.output.contains(/Keywords: ([0-9]+) of \1\n/))
        #expect(table.output.contains("required   present, as “Registered Nurse”"))
        #expect(table.output.contains("Siobhán O'Sullivan-Reyes"))

        let other = project + "/samples/postings/pipe-welder.txt"
        let json = try await command(["verify", pdf, "--json", "--job", other], environment: environment)
        #expect(json.status == 0 && json.error.isEmpty)
        let report = try JSON(parsing: json.output)
        for member in ["pages", "score", "reachable_score", "checks", "keywords", "coverage", "round_trip"] {
            #expect(report[member: member] != nil, "\(member)")
        }
        #expect((report[member: "keywords"]?[member: "missing"]?.array?.count ?? 0) > 3)
        #expect((report[member: "score"]?.integer ?? 100) < 100)
        #expect(report[member: "reachable_score"] == 100)
    }

    @Test func `what is no file is written to, not replaced`() async throws {
        let data = try Server.makeDataFolder()
        defer { try? FileManager.default.removeItem(at: data) }
        let null = data.appending(path: "null").path
        try FileManager.default.createSymbolicLink(atPath: null, withDestinationPath: "/dev/null")
        let made = try await command(
            ["render", "--profile", project + "/samples/profiles/icu-nurse.json", "-o", null],
            environment: Server.environment(data))
        #expect(made.status == 0, "\(made.error)")
        let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        #expect(type == .typeCharacterSpecial)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: null) == "/dev/null")
    }

    @Test func `a check that fails ends with 1, and so does what is no PDF; wrong use ends with 2`() async throws {
        let data = try Server.makeDataFolder()
        defer { try? FileManager.default.removeItem(at: data) }
        let environment = Server.environment(data)
        // One line, no contacts, no headings: readable, and no resume.
        let bad = data.appending(path: "bad.pdf")
        let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>"
        let pdf = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj\(page)endobj
            4 0 obj<</Length 38>>stream
            BT /F 12 Tf 72 700 Td (One line) Tj ET
            endstream endobj
            5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj
            trailer<</Root 1 0 R/Size 6>>
            %%EOF

            """
        try Data(pdf.utf8).write(to: bad)
        let failed = try await command(["verify", bad.path], environment: environment)
        #expect(failed.status == 1)
        #expect(failed.output.contains("fail  contact-at-top"))
        #expect(failed.output.contains("→ Write e-mail and phone as text under the name"))
        #expect(failed.error.isEmpty)

        let none = try await command(["verify", project + "/README.md"], environment: environment)
        #expect(none.status == 1 && none.output.isEmpty)
        #expect(none.error.contains("This is not a PDF"))
        let piped = try await command(["verify", "-"], environment: environment, input: "{\\rtf1}")
        #expect(piped.status == 1 && piped.error.contains("a rich text document, not a PDF"))
        #expect(try await command(["verify", data.path + "/nothing.pdf"], environment: environment).status == 1)
        #expect(try await command(["verify"], environment: environment).status == 2)
        #expect(try await command(["verify", "-", "--job", "-"], environment: environment).status == 2)
        let help = try await command(["verify", "--help"], environment: environment)
        #expect(help.status == 0 && help.output.contains("Example: kongresume verify"))
    }
}
