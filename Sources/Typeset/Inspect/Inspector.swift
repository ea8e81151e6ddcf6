// PDF in, facts and a verdict out. Poppler reads the PDF in a process of its own (CShims/PDFInspector), because a
// hostile PDF can take down or take over whoever reads it; this file speaks to that process through a ForkPool, and is
// the only one that does. `PDFFacts` is what it found, `Expectation` what should have been there, and `Gate` compares
// the two, check by check, into a `Report`.

package import ForkServer

/// A pool of sandboxed processes that read PDFs, one PDF each.
package struct Inspector: Sendable {
    private let pool: ForkPool

    /// Starts the pool. PDFs may come before it is warm.
    package init(_ configuration: InspectorConfiguration) throws(InspectError) {
        let program = Program(
            path: configuration.program,
            environment: ["KONGRESUME_READABLE": configuration.readable.joined(separator: ":")])
        do throws(ForkPoolError) {
            pool = try ForkPool(
                ForkPoolConfiguration(
                    program: program, limits: configuration.limits, idle: configuration.idle,
                    busy: configuration.busy, queue: configuration.queue))
        } catch {
            throw InspectError(error)
        }
    }

    /// Reads a PDF of at most `mostPages` pages.
    package func inspect(_ pdf: [UInt8], mostPages: Int = 50) async throws(InspectError) -> PDFFacts {
        let outcome: Outcome
        do throws(ForkPoolError) {
            outcome = try await pool.run(pdf, option: UInt32(clamping: max(1, mostPages)))
        } catch {
            throw InspectError(error)
        }
        switch outcome.status {
        case 0: return try PDFFacts(report: outcome.output)
        case 2: throw .notPDF(log: excerpt(outcome.log))
        case 3: throw .encrypted
        case 4: throw .tooManyPages(most: mostPages)
        case 5: throw .tooComplex("it needed more memory than an inspection may use")
        default: throw .unusableReport("the inspector ended with the unknown status \(outcome.status)")
        }
    }

    /// Waits until the inspector is warm.
    package func ready() async throws(InspectError) {
        do throws(ForkPoolError) { try await pool.ready() } catch { throw InspectError(error) }
    }

    package func figures() async -> ForkPoolFigures { await pool.figures() }

    package func stop() async { await pool.stop() }
}

/// Where the inspector is, and how much of it to keep warm.
package struct InspectorConfiguration: Sendable {
    /// pdf-inspector, an absolute path.
    package var program: String
    /// Folders that text in a PDF may need: the encodings of fonts that are not embedded.
    package var readable = ["/usr/share/poppler"]
    package var idle: Int
    package var busy: Int
    package var queue: Int
    package var limits: JobLimits

    package init(program: String, idle: Int = 2, busy: Int = 2, queue: Int = 64) {
        self.program = program
        self.idle = idle
        self.busy = busy
        self.queue = queue
        // A resume takes 15 ms and 25 MB of addresses, libraries included. A decompression bomb takes 600 MB before it
        // ends by itself, so it ends here.
        limits = JobLimits(memory: 256 << 20, output: 8 << 20, processor: 5, wall: .seconds(10))
    }
}

extension InspectError {
    fileprivate init(_ error: ForkPoolError) {
        switch error {
        case .overloaded: self = .overloaded
        case .limitExceeded(.wallClock, _): self = .tooComplex("reading it took longer than an inspection may take")
        case .limitExceeded(.processor, _):
            self = .tooComplex("reading it took more processor time than an inspection may use")
        case .limitExceeded(.output, _): self = .tooComplex("it holds more text than an inspection may report")
        case .crashed(let signal, let log):
            let said = excerpt(log)
            self = .tooComplex("the PDF reader ended by signal \(signal)" + (said.isEmpty ? "" : ": \(said)"))
        case .unavailable(let reason): self = .unavailable(reason)
        case .cancelled: self = .cancelled
        case .stopped: self = .unavailable("the inspector was stopped")
        }
    }
}

/// The end of a log, for people.
private func excerpt(_ log: [UInt8]) -> String {
    quotable(String(decoding: log.suffix(400), as: UTF8.self), limit: 400)
}
