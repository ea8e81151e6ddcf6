package import Inspect
package import Resume
package import Tailoring

/// A resume that passed inspection, and the proof.
package struct FinishedResume: Sendable {
    package let title: String
    package let templateID: String
    /// The engine and the state of its inputs, such as `pdftex-210ede79c1cb65d5`.
    package let engine: String
    package let job: JobPosting?
    package let pdf: [UInt8]
    /// Of the PDF.
    package let sha256: [UInt8]
    package let pages: Int
    package let report: Report
    package let resume: TailoredResume
    package let dropped: [(item: JSONPointer, reason: String)]
    /// The whole document that was typeset.
    package let latex: String
    package let fit: Fit
    /// What each item of the profile is worth for the posting; empty without one.
    package var items: [JudgedItem] = []
    /// What it was kept consistent with.
    package var sent: SentResume?
    /// What the person who asked for it should know of how it came about.
    package var notes: [String] = []
    /// `nil` where nothing was tailored.
    var agent: Tailored.Agent?
    /// Lines that an agent wrote and that are not printed, because the profile does not hold them.
    var replaced: [GroundedPlan.Replaced] = []
}

extension FinishedResume {
    /// The answer in JSON, as `generate --json` and `response_format: json` give it.
    package func json(id: String?, timings: Timings) -> JSON {
        [
            "id": id.map { .string($0) } ?? .null,
            "title": .string(title),
            "template_id": .string(templateID),
            "engine": .string(engine),
            "job": job?.json ?? .null,
            "pages": .number(.init(pages)),
            "report": report.json,
            "provenance": .array(resume.provenance),
            "dropped": .array(
                dropped.map { ["item": .string($0.item.description), "reason": .string($0.reason)] }),
            "agent": agent.map { .string($0.rawValue) } ?? .null,
            "replaced": .array(
                replaced.map { replaced in
                    [
                        "line": .string(replaced.line), "reason": .string(replaced.reasons.joined(separator: "; ")),
                        "items": .array(replaced.items.map { .string($0.description) }),
                    ]
                }),
            "items": .array(items.map(\.json)),
            "fit": fit.json,
            "history": sent.map { ["consistent_with": .string($0.id), "title": .string($0.title)] } ?? .null,
            "notes": .array(notes.map { .string($0) }),
            "timings": .object(
                timings.milliseconds.map { JSON.Member($0.stage.rawValue, JSON(floatLiteral: $0.value)) }),
            "sha256": .string(hexadecimal(sha256)),
            "latex": .string(latex),
        ]
    }
}

extension TailoredResume {
    /// Which items of the profile each printed line comes from.
    fileprivate var provenance: [JSON] {
        var lines = [name, headline, summary].compactMap { $0 } + contacts.map(\.line)
        for entry in sections.flatMap(\.entries) {
            lines += [entry.title, entry.organization, entry.location, entry.note, entry.summary].compactMap { $0 }
            lines += entry.bullets + entry.terms
        }
        return lines.map { line in
            ["line": .string(line.text), "items": .array(line.items.map { .string($0.description) })]
        }
    }
}

/// Lower-case hexadecimal.
func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}
