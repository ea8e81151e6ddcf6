import Engine
import Foundation
import Resume
import Subprocess
import SystemPackage

/// Typst by its Python package: the fastest peer, as a service would run it, in one process that stays up.
struct TypstPeer {
    let version: String
    private let python: String
    private let script: String
    private let fonts: String

    /// `nil` where no Python can import typst: then it is not part of the measurement.
    static func find(below project: String, _ installation: TeXInstallation) async -> TypstPeer? {
        guard let script = Bundle.module.path(forResource: "typst_peer", ofType: "py", inDirectory: "Peers"),
            let font = installation.findFont("texgyrepagella-regular.otf")
        else { return nil }
        let fonts = URL(filePath: font).deletingLastPathComponent().path
        for python in ["\(project)/.build/python/bin/python", "/usr/bin/python3"] {
            let probe = TypstPeer(version: "", python: python, script: script, fonts: fonts)
            if let answer = try? await probe.run(["x", "x"]) {
                return TypstPeer(version: answer.version, python: python, script: script, fonts: fonts)
            }
        }
        return nil
    }

    /// The milliseconds of each document, warm.
    func measure(_ documents: [String]) async throws -> [Double] {
        try await run(documents.prefix(1) + documents).milliseconds
    }

    private struct Answer: Decodable {
        let version: String
        let milliseconds: [Double]
    }

    private func run(_ documents: [String]) async throws -> Answer {
        let order: JSON = ["fonts": .string(fonts), "documents": .array(documents.map { .string($0) })]
        let result = try await Subprocess.run(
            .path(FilePath(python)), arguments: [script], input: .string(order.text),
            output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
        guard result.terminationStatus.isSuccess else { throw Failure("typst failed:\n\(result.standardError)") }
        return try JSONDecoder().decode(Answer.self, from: Data(result.standardOutput.utf8))
    }
}

extension TypstPeer {
    /// The resume in Typst's markup, set about as `template1` sets it.
    ///
    /// - Parameter number: of the document; it is in every paragraph, so that nothing can be remembered from another.
    static func document(_ resume: TailoredResume, number: Int) -> String {
        func text(_ line: TailoredResume.Line?) -> String { literal((line?.text ?? "") + " \(number)") }
        func list(_ lines: [TailoredResume.Line]) -> String { lines.map(\.text).joined(separator: ", ") }
        var source = """
            #set document(title: "Resume", author: "Kong Resume", date: none)
            #set page("us-letter", margin: (x: .85in, y: .75in))
            #set text(font: "TeX Gyre Pagella", size: 10pt, ligatures: false, hyphenate: false)
            #set par(leading: .5em, spacing: .5em)
            #let head(t) = { v(9pt); text(10.5pt, weight: "bold", t); v(-4pt); line(length: 100%, stroke: .4pt) }
            #let entry(t, d, p) = { v(3pt); grid(columns: (1fr, auto), text(weight: "bold", t), d); emph(p) }
            #set list(indent: 0pt, body-indent: 6pt, spacing: .55em)
            #align(center)[#text(22pt, weight: "bold", \(text(resume.name))) \\
            #text(12pt, style: "italic", \(text(resume.headline)))]

            """
        let contacts = resume.contacts.map { contact in
            contact.uri.map { "#link(\(literal($0)), \(literal(contact.line.text)))" }
                ?? "#\(literal(contact.line.text))"
        }
        source += "#align(center)[\(contacts.joined(separator: " | "))]\n"
        if resume.summary != nil { source += "#head(\"SUMMARY\")\n#\(text(resume.summary))\n" }
        for section in resume.sections {
            source += "#head(\(literal(section.kind.rawValue.uppercased())))\n"
            for entry in section.entries {
                let place = [entry.organization, entry.location].compactMap { $0?.text }.joined(separator: ", ")
                let dates = [entry.dates?.start, entry.dates?.end].compactMap { $0.map { "\($0.year)" } }
                    .joined(separator: " – ")
                source += "#entry(\(text(entry.title)), \(literal(dates)), \(literal(place)))\n"
                if entry.summary != nil { source += "#\(text(entry.summary))\n" }
                for bullet in entry.bullets { source += "- #\(text(bullet))\n" }
                if !entry.terms.isEmpty { source += "#\(literal(list(entry.terms) + " \(number)"))\n" }
            }
        }
        return source
    }

    /// A string of Typst's.
    private static func literal(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
