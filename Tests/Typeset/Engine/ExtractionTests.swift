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

    /// What is demanded of the order in which a reader gives the words.
    private enum Order {
        /// Every token, punctuation too.
        case tokens
        /// The lines of the page; within one, letters and figures are only counted.
        case lines
        /// All is only counted.
        case none

        /// pdfminer.six arranges what it has read by places on the page, the dates beside the titles behind them. In text
        /// from right to left MuPDF lets short words, and the mark behind one, change places, and PDFium turns brackets and
        /// what runs the other way inside a line (`9001 ISO`, `1B`), in every PDF.
        init(of judge: String, rightToLeft: Bool) {
            switch judge {
            case "pdfminer.six, arranged": self = .none
            case "MuPDF" where rightToLeft: self = .none
            case "PDFium" where rightToLeft: self = .lines
            default: self = .tokens
            }
        }
    }

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: python),
            "make debug installs the other readers into .build/python"))
    func `Poppler, pypdf, MuPDF, PDFium and pdfminer read what went in`() async throws {
        var samples: [Sample] = []
        for template in try TemplateCatalog.make().templates { samples += try await typeset(by: template) }
        #expect(samples.count >= 3 * 40)
        let files = Dictionary(uniqueKeysWithValues: samples.map { ($0.name + ".pdf", $0.pdf) })
        let judge = project + "/Tests/Typeset/Engine/judges.py"
        let output = try await make("texts.json", with: [Self.python, judge], files: files)
        let texts = try JSONDecoder().decode([String: [String: [String]]].self, from: Data(output))
        for sample in samples {
            let expected = ExpectedTokens(sample.lines)
            let judges = try #require(texts[sample.name])
            #expect(judges.count == 6)
            for (judge, pages) in judges {
                let who: Comment = "\(sample.name) by \(judge)"
                let order = Order(of: judge, rightToLeft: expected.hasRightToLeft)
                let stream = TokenStream(
                    judge.hasSuffix("arranged") ? pages.map(Self.turnedAround) : pages,
                    endingWithDirection: expected.hasRightToLeft)
                guard order != .lines else {
                    let words = expected.lines.joined().filter(Self.isWord)
                    Self.expect(pages.flatMap { $0.split(whereSeparator: \.isNewline) }, toHold: words, who)
                    continue
                }
                let count = TokenCount(stream, for: expected)
                #expect(count.missing(of: expected) == [], who)
                #expect(count.surplus(of: expected) == [], who)
                guard order == .tokens else { continue }
                let check = Gate.textOrder(expected, in: stream, missing: [])
                #expect(check.status == .pass, "\(sample.name) by \(judge): \(check.detail)")
            }
        }
    }

    /// Each line holds the next of the letters and figures, in whatever order.
    private static func expect(_ lines: [Substring], toHold words: [String], _ who: Comment) {
        func letters(_ words: [String]) -> [Unicode.Scalar] {
            words.flatMap { $0.decomposedStringWithCanonicalMapping.unicodeScalars }
        }
        var rest = letters(words)[...]
        for line in lines {
            let found = letters(TokenStream.tokens(of: String(line), endingWithDirection: true).filter(isWord))
            #expect(found.sorted() == rest.prefix(found.count).sorted(), "\(who), “\(line)”")
            rest = rest.dropFirst(found.count)
        }
        #expect(rest.isEmpty, who)
    }

    private static func isWord(_ token: String) -> Bool { token.contains { $0.isLetter || $0.isNumber } }

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
