import Engine
import Font
import Foundation
import Resume
import Template
import Testing

@testable import Inspect

/// What readers that are not ours get back from the PDF of every sample profile, in every template.
@Suite struct ExtractionTests {
    private struct Sample {
        let name: String
        let lines: [String]
        let pdf: [UInt8]
    }

    private static let python = project + "/.build/python/bin/python"

    /// Every character in the order of reading. pdfminer.six then arranges what it has read by places on the page, the
    /// dates beside the titles behind them, and does not turn text from right to left around: there each word counts.
    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: python),
            "make debug installs pypdf and pdfminer.six into .build/python"))
    func `Poppler, pypdf, PDFium and pdfminer read what went in`() async throws {
        var samples: [Sample] = []
        for template in try TemplateCatalog.make().templates { samples += try await typeset(by: template) }
        #expect(samples.count >= 3 * 40)
        let files = Dictionary(uniqueKeysWithValues: samples.map { ($0.name + ".pdf", $0.pdf) })
        let judge = project + "/Tests/Typeset/Engine/judges.py"
        let output = try await make("texts.json", with: [Self.python, judge], files: files)
        let texts = try JSONDecoder().decode([String: [String: [String]]].self, from: Data(output))
        for sample in samples {
            let expected = ExpectedTokens(sample.lines)
            for (judge, pages) in try #require(texts[sample.name]) {
                // PDFium turns words with vowel signs around, and brackets, in every PDF from right to left; pdfminer
                // turns nothing.
                if expected.hasRightToLeft, ["PDFium", "pdfminer.six"].contains(judge) { continue }
                let keepsOrder = judge != "pdfminer.six, arranged"
                let stream = TokenStream(
                    keepsOrder ? pages : pages.map(Self.turnedAround), endingWithDirection: expected.hasRightToLeft)
                let count = TokenCount(stream, for: expected)
                #expect(count.missing(of: expected) == [], "\(sample.name) by \(judge)")
                #expect(count.surplus(of: expected) == [], "\(sample.name) by \(judge)")
                guard keepsOrder else { continue }
                let order = Gate.textOrder(expected, in: stream, missing: [])
                #expect(order.status == .pass, "\(sample.name) by \(judge): \(order.detail)")
            }
        }
    }

    /// Letters from right to left in the order in which they are read.
    private static func turnedAround(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var run: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if TokenStream.isRightToLeft(scalar) {
                run.append(scalar)
            } else {
                result.append(contentsOf: run.reversed() + [scalar])
                run = []
            }
        }
        result.append(contentsOf: run.reversed())
        return String(result)
    }

    private func typeset(by template: ResumeTemplate) async throws -> [Sample] {
        var engines: [TeXEngine: Engine] = [:]
        for kind in TeXEngine.allCases { engines[kind] = try await Engine.start(template.id, .make(), by: kind) }
        var samples: [Sample] = []
        let profiles = project + "/samples/profiles"
        let densities = Array(TypesetBody.densities)
        for (number, file) in try FileManager.default.contentsOfDirectory(atPath: profiles).sorted().enumerated() {
            let text = try String(contentsOfFile: "\(profiles)/\(file)", encoding: .utf8)
            let resume = TailoredResume(everythingIn: try Profile(json: JSON(parsing: text)))
            let body = try template.render(
                resume, paper: number % 2 == 0 ? .a4 : .letter, density: densities[number % densities.count])
            let compiled = try #require(try await engines[body.engine]?.compile(body.latex))
            samples.append(Sample(name: "\(template.id)-\(file.dropLast(5))", lines: body.lines, pdf: compiled.pdf))
        }
        for engine in engines.values { await engine.stop() }
        return samples
    }
}
