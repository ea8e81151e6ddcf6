/// Finds any of many short phrases at the beginnings of words, in one pass over a text.
struct CueTable: Sendable {
    private struct Cue {
        let bytes: [UInt8]
        let meaning: Int
    }

    /// By the first two bytes, in UTF-8, lower case, with one space for everything that is no letter or digit.
    private var cues: [UInt16: [Cue]] = [:]
    /// Whether any cue begins with a byte: most bytes of a text are looked up no further.
    private var begins = [Bool](repeating: false, count: 256)

    init() {}

    /// - Parameter cues: what a word begins with, such as `wünschenswert` or `obrigatóri`; with a space at the end, what it
    ///   is.
    init(_ cues: [String]) {
        for cue in cues { insert(cue, meaning: 0) }
    }

    /// - Parameter list: cues parted by commas or line breaks; a `_` at the end of one stands for the space.
    init(list: String) {
        insert(list: list, meaning: 0)
    }

    mutating func insert(list: String, meaning: Int) {
        for cue in list.split(whereSeparator: { $0 == "," || $0.isNewline }) {
            insert(String(cue.trimmed.map { $0 == "_" ? " " : $0 }), meaning: meaning)
        }
    }

    mutating func insert(_ cue: String, meaning: Int) {
        let bytes = Self.folded(cue[...])
        guard bytes.count >= 2 else { return }
        begins[Int(bytes[0])] = true
        cues[Self.key(bytes[0], bytes[1]), default: []].append(Cue(bytes: bytes, meaning: meaning))
    }

    private static func key(_ first: UInt8, _ second: UInt8) -> UInt16 { UInt16(first) << 8 | UInt16(second) }

    /// A text in the form in which it is searched: once, for all tables. One byte for each of the text, but for the few
    /// letters whose lower case is longer.
    static func folded(_ text: Substring) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 1)
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        let fold: (UInt8) -> UInt8 = { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"),
                UInt8(ascii: "+"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "@"), 0x80...:
                byte
            default: UInt8(ascii: " ")
            }
        }
        if isPlain { return text.utf8.map(fold) }
        for byte in text.lowercased().replacing("’", with: "'").utf8 { bytes.append(fold(byte)) }
        return bytes
    }

    func occurs(in folded: [UInt8]) -> Bool {
        var isFound = false
        scan(folded) { _, _ in
            isFound = true
            return false
        }
        return isFound
    }

    /// Calls with the place and meaning of each cue, until told to stop.
    func scan(_ folded: [UInt8], _ body: (Range<Int>, Int) -> Bool) {
        var last = UInt8(ascii: " ")
        var index = 0
        while index + 1 < folded.count {
            let byte = folded[index]
            defer {
                last = byte
                index += 1
            }
            guard last == UInt8(ascii: " ") || last == UInt8(ascii: "'"), begins[Int(byte)],
                let candidates = cues[Self.key(byte, folded[index + 1])]
            else { continue }
            for cue in candidates where Self.matches(cue.bytes, folded, at: index) {
                if !body(index..<(index + cue.bytes.count), cue.meaning) { return }
            }
        }
    }

    private static func matches(_ cue: [UInt8], _ folded: [UInt8], at index: Int) -> Bool {
        // A cue that asks for a word's end is content with the text's.
        let isEnded = cue.last == UInt8(ascii: " ") && index + cue.count == folded.count + 1
        let count = isEnded ? cue.count - 1 : cue.count
        guard index + count <= folded.count else { return false }
        for offset in 0..<count where folded[index + offset] != cue[offset] { return false }
        return true
    }
}
