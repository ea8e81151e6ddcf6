/// Reads the bytes of one client, request by request, and passes on those that are HTTP/1.1 to the letter.
///
/// It stands before libmicrohttpd 0.9.75, which forgives bare line feeds in chunks, folded lines and more, and says some
/// of its refusals in a form of its own. It is a value without a socket, so that it can be tried with any bytes.
struct RequestScreen {
    enum Progress {
        /// All that came was passed; more is to come.
        case hungry
        /// The header was passed; the body is next.
        case head(RequestHead, contentLength: Int?)
        /// The request is whole. What follows it belongs to the next.
        case whole
    }

    private enum Part {
        case head
        case counted(left: Int)
        case chunked(ChunkScreen)
    }

    private let headLimit: Int
    private var part = Part.head
    private var head: [UInt8] = []
    private var hasSkippedLine = false
    /// The id and method of the request that is being read, once they are known.
    private(set) var requestID: String?
    private(set) var method: String?

    init(headLimit: Int) { self.headLimit = headLimit }

    /// Whether part of a header has come.
    var isInHead: Bool { !head.isEmpty }

    /// Whether the request is whole already, without a body.
    var isAtEnd: Bool {
        if case .counted(left: 0) = part { true } else { false }
    }

    /// Takes what it can from `input` and appends to `output` what may be passed on.
    /// - Throws: why the client must not be read any further. Nothing of the part at fault was passed on.
    mutating func pass(_ input: inout ArraySlice<UInt8>, into output: inout [UInt8]) throws(Refusal) -> Progress {
        switch part {
        case .head: return try passHead(&input, &output)
        case .counted(let left):
            let taken = input.prefix(left)
            output += taken
            input = input.dropFirst(taken.count)
            return finish(left == taken.count, otherwise: .counted(left: left - taken.count))
        case .chunked(var chunks):
            let isWhole = try chunks.pass(&input, into: &output)
            return finish(isWhole, otherwise: .chunked(chunks))
        }
    }

    private mutating func finish(_ isWhole: Bool, otherwise rest: Part) -> Progress {
        part = isWhole ? .head : rest
        if isWhole {
            requestID = nil
            method = nil
            hasSkippedLine = false
        }
        return isWhole ? .whole : .hungry
    }

    private mutating func passHead(
        _ input: inout ArraySlice<UInt8>, _ output: inout [UInt8]
    ) throws(Refusal) -> Progress {
        while let byte = input.popFirst() {
            let before = head.last
            guard (byte == 0x0A) == (before == 0x0D) else {
                throw .malformed("a line of the header does not end with CR LF")
            }
            head.append(byte)
            if head.count > headLimit {
                throw head.contains(0x0A) ? .headersTooLarge(limit: headLimit) : .targetTooLong(limit: headLimit)
            }
            guard byte == 0x0A else { continue }
            if head.count == 2 {
                // One empty line before a request is an old client's habit (RFC 9112, 2.2).
                guard !hasSkippedLine else { throw .malformed("there are empty lines before the request") }
                hasSkippedLine = true
                head = []
            } else if head.suffix(4).elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) {
                return try openHead(&output)
            }
        }
        return .hungry
    }

    private mutating func openHead(_ output: inout [UInt8]) throws(Refusal) -> Progress {
        var parser = HeadParser()
        defer {
            requestID = RequestHead.identify(parser.headers)
            method = parser.method
        }
        try parser.parse(head)
        let (parsed, contentLength) = try RequestHead.judge(
            method: parser.method, target: parser.target, version: parser.version, headers: parser.headers,
            id: RequestHead.identify(parser.headers))
        output += head
        head = []
        part = parsed.isChunked ? .chunked(ChunkScreen(trailerLimit: headLimit)) : .counted(left: contentLength ?? 0)
        return .head(parsed, contentLength: contentLength)
    }
}
