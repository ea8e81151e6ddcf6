import Randomness
import Testing

@testable import HTTP

/// What became of bytes that were screened.
private struct Screened: Equatable {
    var passed: [UInt8] = []
    var heads: [String] = []
    var whole = 0
    var refusal: Refusal?
}

/// Screens bytes as they might come, in pieces of the sizes that `size` gives.
private func screen(_ bytes: [UInt8], pieces size: () -> Int) -> Screened {
    var screen = RequestScreen(headLimit: 16 << 10)
    var result = Screened()
    var rest = bytes[...]
    while !rest.isEmpty {
        var piece = rest.prefix(max(1, size()))
        rest = rest.dropFirst(piece.count)
        while !piece.isEmpty || screen.isAtEnd {
            do throws(Refusal) {
                switch try screen.pass(&piece, into: &result.passed) {
                case .hungry: break
                case .head(let head, _): result.heads.append("\(head.method) \(head.path)")
                case .whole: result.whole += 1
                }
            } catch {
                result.refusal = error
                return result
            }
        }
    }
    return result
}

@Suite struct RequestScreenTests {
    @Test func `what is HTTP to the letter is passed byte for byte, however it is cut`() {
        var random = SeededGenerator(seed: 3)
        let text =
            "GET /a?b HTTP/1.1\r\nHost: a\r\nX:\r\n\r\n"
            + "POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe\nlo"
            + "POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;n=v\r\na\r\nbc\r\n0\r\nT: v\r\n\r\n"
            + "GET /end HTTP/1.0\r\n\r\n"
        for _ in 0..<500 {
            let result = screen(Array(text.utf8)) { Int.random(in: 1...40, using: &random) }
            #expect(String(decoding: result.passed, as: UTF8.self) == text)
            #expect(result.heads == ["GET /a", "POST /p", "POST /c", "GET /end"])
            #expect(result.whole == 4)
            #expect(result.refusal == nil)
        }
    }

    @Test func `the verdict on any bytes does not depend on how they are cut, and nothing at fault is passed`() {
        var random = SeededGenerator(seed: 4)
        let whole = Array(
            "POST /p HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"
                .utf8)
        let spice: [UInt8] = Array("\r\n\t :;%\0aF0\u{7F}\u{80}".utf8)
        for _ in 0..<20_000 {
            var mangled = whole
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<mangled.count, using: &random)
                let byte = spice.randomElement(using: &random) ?? 0
                if Bool.random(using: &random) { mangled[place] = byte } else { mangled.insert(byte, at: place) }
            }
            let atOnce = screen(mangled) { mangled.count }
            #expect(screen(mangled) { 1 } == atOnce)
            #expect(screen(mangled) { Int.random(in: 1...9, using: &random) } == atOnce)
            #expect(mangled.starts(with: atOnce.passed) || atOnce.refusal == nil)
        }
    }

    @Test(arguments: [
        "3\nabc\r\n0\r\n\r\n", "3\r\nabc\n0\r\n\r\n", "3\r\nabcd\r\n0\r\n\r\n", "3\r\nabc\r\n0\r\n\n",
        "0x3\r\nabc\r\n0\r\n\r\n",
        " 3\r\nabc\r\n0\r\n\r\n", "3 \r\nabc\r\n0\r\n\r\n", "\r\n0\r\n\r\n", ";a\r\n", "-3\r\nabc\r\n0\r\n\r\n",
        "1000000000000000\r\n", "3;a\nabc\r\n0\r\n\r\n", "0\r\n folded\r\n\r\n", "0\r\nT: \0\r\n\r\n",
    ])
    func `chunks are read in one way only`(_ body: String) {
        let head = "POST /p HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        let result = screen(Array((head + body).utf8)) { 1 }
        #expect(result.refusal?.status == 400)
        #expect(result.whole == 0)
    }

    @Test func `a hundred fields are enough`() {
        let fields = (0..<100).map { "X\($0): y\r\n" }.joined()
        let result = screen(Array("GET / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n".utf8)) { 1000 }
        #expect(result.refusal == .tooManyFields(limit: 100))
    }
}
