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
        var places: [(start: Int, count: Int)?] = []
        for parameter in parameters {
            let bytes: [UInt8]
            switch parameter {
            case .null:
                places.append(nil)
                continue
            case .text(let text): bytes = Array(text.utf8)
            case .integer(let number): bytes = Array(String(number).utf8)
            case .bool(let flag): bytes = [UInt8(ascii: flag ? "t" : "f")]
            case .bytes(let raw): bytes = raw
            }
            if case .bytes = parameter {} else if bytes.contains(0) { throw .nullCharacter }
            places.append((block.count, bytes.count))
            block += bytes
            block.append(0)
        }
        self.block = block
        starts = places.map { $0?.start }
        lengths = places.map { Int32($0?.count ?? 0) }
        formats = parameters.map { if case .bytes = $0 { 1 } else { 0 } }
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
