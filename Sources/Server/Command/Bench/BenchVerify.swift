import API
import ArgumentParser
import Foundation
import Inspect
import Subprocess
import SystemPackage

/// `kongresume bench verify`: an inspection beside `pdftotext` on the same file, in one run.
struct BenchVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Time the inspection of a PDF beside pdftotext.",
        discussion: """
            The ways take turns. pdftotext writes one order of the text; an inspection finds both, words with their places,
            fonts, hidden text and all else that the checks ask for.

            Example: kongresume bench verify resume.pdf
            """)

    @Argument(help: "The PDF.")
    var file: String

    @Option(help: "How often each way is taken.")
    var rounds = 200

    func run() async throws {
        guard rounds > 0 else { throw ValidationError("--rounds must be at least 1") }
        let pdf = try readBytes(file)
        let settings = try Settings(environment: ProcessInfo.processInfo.environment)
        let verifier = try Verifier.start(Installation.find(settings), settings)
        do {
            print(try await measure(pdf, verifier))
        } catch {
            await verifier.stop()
            throw Failure(explaining: error)
        }
        await verifier.stop()
    }

    private func measure(_ pdf: [UInt8], _ verifier: Verifier) async throws -> String {
        try await verifier.ready()
        var (text, inspection, verdict) = (
            Samples(way: "pdftotext -raw"), Samples(way: "inspection"), Samples(way: "inspection and checks")
        )
        var memory = 0
        for _ in 0..<rounds {
            try await text.measure { try await pdftotext() }
            try await inspection.measure { memory = try await verifier.inspector.inspect(pdf).peakMemory }
            try await verdict.measure { _ = try await verifier.verify(pdf, for: nil, from: nil) }
        }
        let start = ContinuousClock.now
        let rounds = rounds
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { for _ in 0..<rounds { _ = try await verifier.verify(pdf, for: nil, from: nil) } }
            }
            try await group.waitForAll()
        }
        let perSecond = Double(4 * rounds) / ((.now - start) / .seconds(1))
        var lines = ["way                    count  p50 ms  p95 ms"]
        for way in [text, inspection, verdict] {
            lines.append(
                String(
                    format: "%@  %5d  %6.2f  %6.2f", way.way.padding(toLength: 21, withPad: " ", startingAt: 0),
                    way.count, way.median, way.percentile(0.95)))
        }
        lines.append(String(format: "%.0f verdicts a second with 4 clients", perSecond))
        lines.append(String(format: "%.1f MiB in memory at most, per inspection", Double(memory) / 1_048_576))
        return lines.joined(separator: "\n")
    }

    private func pdftotext() async throws {
        let result = try await Subprocess.run(
            .path("/usr/bin/pdftotext"), arguments: ["-raw", file, "-"], output: .string(limit: 1 << 22))
        guard result.terminationStatus.isSuccess else { throw Failure("pdftotext failed on \(file)") }
    }
}
