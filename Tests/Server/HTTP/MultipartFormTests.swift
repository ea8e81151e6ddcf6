import Randomness
import Testing

@testable import HTTP

@Suite struct MultipartFormTests {
    private func form(_ body: String, _ type: String = "multipart/form-data; boundary=x") throws -> MultipartForm {
        try MultipartForm(Array(body.replacing("\n", with: "\r\n").utf8), contentType: type)
    }

    private func error(_ body: String, _ type: String = "multipart/form-data; boundary=x") -> MultipartError? {
        do {
            _ = try form(body, type)
            return nil
        } catch {
            return error as? MultipartError
        }
    }

    private func text(_ part: MultipartForm.Part) -> String { String(decoding: part.body, as: UTF8.self) }

    private static let two = """
        --x
        Content-Disposition: form-data; name="file"; filename="my \\"new\\" cv.pdf"
        Content-Type: application/pdf

        %PDF-
        --x
        Content-Disposition: form-data; name=job_description

        A job
        with two lines

        --x--

        """

    @Test func `a file and a field come with their names and bytes`() throws {
        let form = try form(Self.two)
        #expect(form.parts.map(\.name) == ["file", "job_description"])
        #expect(form.parts[0].fileName == "my \"new\" cv.pdf")
        #expect(form.parts[0].contentType == "application/pdf")
        #expect(text(form.parts[0]) == "%PDF-")
        #expect(text(form.parts[1]) == "A job\r\nwith two lines\r\n")
        #expect(form.parts(named: "file").count == 1)
    }

    @Test func `what stands before the first delimiter and behind the last is no part`() throws {
        let form = try form("preamble\n--x\nContent-Disposition: form-data; name=a\n\n1\n--x--\nepilogue --x")
        #expect(form.parts.map(text) == ["1"])
    }

    @Test func `a part may be empty, and hold what looks like a delimiter`() throws {
        let form = try form(
            "--x\nContent-Disposition: form-data; name=a\n\n\n--x  \nContent-Disposition: form-data; name=b\n\n --x \r--y\n--x--"
        )
        #expect(form.parts.map(text) == ["", " --x \r--y"])
    }

    @Test func `a boundary may be quoted and hold spaces`() throws {
        let form = try form(
            "--a b:c\nContent-Disposition: form-data; name=a\n\n1\n--a b:c--",
            "Multipart/Form-Data; charset=utf-8; boundary=\"a b:c\"")
        #expect(form.parts.map(text) == ["1"])
    }

    @Test func `no form, no boundary and no end are told apart`() {
        #expect(error(Self.two, "text/plain") == .notAForm)
        #expect(error(Self.two, "multipart/form-data") == .noBoundary)
        #expect(error(Self.two, "multipart/form-data; boundary=\"x") == .notAForm)
        #expect(error(Self.two, "multipart/form-data; boundary=x; boundary=y") == .notAForm)
        #expect(error(Self.two, "multipart/form-data; boundary=" + String(repeating: "x", count: 71)) == .noBoundary)
        #expect(error(Self.two, "multipart/form-data; boundary=y") == .noDelimiter)
        #expect(error("") == .noDelimiter)
        #expect(error(String(Self.two.dropLast(8))) == .cutShort)
        #expect(error("--x\nContent-Disposition: form-data; name=a") == .cutShort)
        #expect(error("--xy\nContent-Disposition: form-data; name=a\n\n1\n--x--") == .malformed("a delimiter"))
    }

    @Test func `a part without a name, an encoding and a swollen header are refused`() {
        #expect(error("--x\nContent-Type: text/plain\n\n1\n--x--") == .malformed("a part without a name"))
        #expect(
            error("--x\nContent-Disposition: attachment; name=a\n\n1\n--x--") == .malformed("a part without a name"))
        #expect(
            error("--x\nContent-Disposition: form-data; name=a\nContent-Transfer-Encoding: base64\n\nMQ==\n--x--")
                == .malformed("a Content-Transfer-Encoding"))
        let swollen = String(repeating: "a", count: 5000)
        #expect(error("--x\nX: \(swollen)\n\n1\n--x--") == .malformed("the header of a part"))
        let part = "--x\nContent-Disposition: form-data; name=a\n\n1\n"
        #expect(error(String(repeating: part, count: 33) + "--x--") == .tooManyParts(most: 32))
    }

    @Test func `ten megabytes are one part`() throws {
        let head = "--x\r\nContent-Disposition: form-data; name=file\r\n\r\n"
        let file = Array(repeating: UInt8(ascii: "\r"), count: 10 << 20)
        let form = try MultipartForm(
            Array(head.utf8) + file + Array("\r\n--x--\r\n".utf8), contentType: "multipart/form-data; boundary=x")
        #expect(form.parts.first?.body.count == 10 << 20)
    }

    /// Whatever is cut or changed, the parser comes to an end and reads nothing that is not there.
    @Test func `a form with bytes cut or changed is read or refused`() {
        var random = SeededGenerator(seed: 42)
        let whole = Array(Self.two.replacing("\n", with: "\r\n").utf8)
        for _ in 0..<2000 {
            var body = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) where !body.isEmpty {
                switch Int.random(in: 0..<3, using: &random) {
                case 0: body.remove(at: Int.random(in: 0..<body.count, using: &random))
                case 1: body[Int.random(in: 0..<body.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                default: body.removeLast(Int.random(in: 1...body.count, using: &random))
                }
            }
            if let form = try? MultipartForm(body, contentType: "multipart/form-data; boundary=x") {
                #expect(form.parts.reduce(0) { $0 + $1.body.count } <= body.count)
            }
        }
    }
}
