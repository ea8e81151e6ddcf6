/// A statement's parameters as libpq takes them: in one block, each ended by a zero that text needs and binary ignores.
struct ParameterBlock {
    let lengths: [Int32]
    /// 1 for binary, 0 for text.
    let formats: [Int32]
    private let block: [UInt8]
    private let starts: [Int?]

    var count: Int32 { Int32(starts.count) }

    init(_ parameters: [PostgresValue]) throws(PostgresError) {
        var block: [UInt8] = []
        var starts: [Int?] = []
        var lengths: [Int32] = []
        var formats: [Int32] = []
        for parameter in parameters {
            let start = block.count
            switch parameter {
            case .null: break
            case .text(let text):
                block += text.utf8
                if block[start...].contains(0) { throw .nullCharacter }
            case .integer(let number): block += String(number).utf8
            case .bool(let flag): block.append(UInt8(ascii: flag ? "t" : "f"))
            case .bytes(let raw): block += raw
            }
            // libpq counts in C integers, and so do messages.
            guard let length = Int32(exactly: block.count - start) else { throw .tooLarge }
            starts.append(parameter == .null ? nil : start)
            lengths.append(length)
            if case .bytes = parameter { formats.append(1) } else { formats.append(0) }
            block.append(0)
        }
        self.block = block
        self.starts = starts
        self.lengths = lengths
        self.formats = formats
    }

    /// Lends the addresses of the values, for as long as `body` runs.
    func withPointers<Result>(_ body: ([UnsafePointer<CChar>?]) -> Result) -> Result {
        block.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                body(starts.map { start in start.flatMap { characters.baseAddress?.advanced(by: $0) } })
            }
        }
    }
}
