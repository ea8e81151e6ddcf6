/// Finds any of many short phrases at the beginnings of words, in one pass over a text.
struct CueTable: Sendable {
    /// By first byte, in UTF-8, lower case, with one space for everything that is no letter or digit.
    private var cues: [UInt8: [[UInt8]]] = [:]

    /// - Parameter cues: what a word begins with, such as `wünschenswert` or `obrigatóri`; with a space at the end, what it
    ///   is.
    init(_ cues: [String]) {
        for cue in cues {
            let bytes = Self.folded(cue[...])
            if let first = bytes.first { self.cues[first, default: []].append(bytes) }
        }
    }

    /// A text in the form in which it is searched: once, for all tables.
    static func folded(_ text: Substring) -> [UInt8] {
        text.lowercased().utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"),
                0x80...:
                byte
            default: UInt8(ascii: " ")
            }
        }
    }

    func occurs(in folded: [UInt8]) -> Bool {
        var last = UInt8(ascii: " ")
        for index in folded.indices {
            defer { last = folded[index] }
            guard last == UInt8(ascii: " "), let candidates = cues[folded[index]] else { continue }
            for cue in candidates where folded[index...].starts(with: cue) { return true }
        }
        return false
    }
}
