/// An Adobe Type 1 font program (Adobe Type 1 Font Format, version 1.1), taken apart as far as a subset needs: the clear
/// text, the private dictionary, its subroutines and its glyphs.
struct Type1Font {
    struct Glyph {
        var name: String
        /// Decrypted, without the leading random bytes.
        var charstring: [UInt8]
    }

    /// Everything before the encrypted portion.
    let clearText: [UInt8]
    /// The encrypted portion, decrypted, up to the word after `/Subrs`.
    let beforeSubroutines: [UInt8]
    var subroutines: [[UInt8]]
    /// Between the last subroutine and the count of glyphs.
    let beforeGlyphs: [UInt8]
    var glyphs: [Glyph]
    let afterGlyphs: [UInt8]
    /// Zeros and `cleartomark`.
    let trailer: [UInt8]

    /// Takes apart a font in PFB form (Adobe Technical Note 5040, 3.3).
    init(pfb: [UInt8]) throws(FontError) {
        var segments: [[UInt8]] = []
        var place = 0
        while place + 6 <= pfb.count, pfb[place] == 0x80, pfb[place + 1] != 3 {
            let length = (0..<4).reduce(0) { $0 | Int(pfb[place + 2 + $1]) << (8 * $1) }
            guard place + 6 + length <= pfb.count else { throw .malformed("a segment is longer than the file") }
            segments.append(Array(pfb[(place + 6)..<(place + 6 + length)]))
            place += 6 + length
        }
        guard segments.count == 3 else { throw .malformed("\(segments.count) segments instead of 3") }
        clearText = segments[0]
        trailer = segments[2]
        var scanner = ByteScanner(Type1Cipher.eexec.decrypt(segments[1], skipping: 4))

        let subroutineCount: Int
        (beforeSubroutines, subroutineCount) = try scanner.skip(to: "/Subrs")
        var subroutines = [[UInt8]](repeating: [], count: subroutineCount)
        var read = 0
        while read < subroutineCount, try scanner.skip(to: { $0 == "dup" }, before: "/CharStrings") != nil {
            let number = try scanner.number()
            guard subroutines.indices.contains(number) else { throw .malformed("subroutine \(number)") }
            subroutines[number] = Type1Cipher.charstring.decrypt(try scanner.binary(), skipping: 4)
            read += 1
        }
        self.subroutines = subroutines

        let glyphCount: Int
        (beforeGlyphs, glyphCount) = try scanner.skip(to: "/CharStrings")
        var glyphs: [Glyph] = []
        for _ in 0..<glyphCount {
            guard let name = try scanner.skip(to: { $0.hasPrefix("/") }, before: "end")?.dropFirst() else { break }
            glyphs.append(
                Glyph(name: String(name), charstring: Type1Cipher.charstring.decrypt(try scanner.binary(), skipping: 4))
            )
        }
        self.glyphs = glyphs
        afterGlyphs = scanner.rest()
    }

    /// The font in PFB form.
    var pfb: [UInt8] {
        var secret = beforeSubroutines + " \(subroutines.count) array\n".utf8
        for (number, subroutine) in subroutines.enumerated() {
            let bytes = Type1Cipher.charstring.encrypt(subroutine)
            secret += Array("dup \(number) \(bytes.count) RD ".utf8) + bytes + Array(" NP\n".utf8)
        }
        secret += beforeGlyphs + " \(glyphs.count) dict dup begin\n".utf8
        for glyph in glyphs {
            let bytes = Type1Cipher.charstring.encrypt(glyph.charstring)
            secret += Array("/\(glyph.name) \(bytes.count) RD ".utf8) + bytes + Array(" ND\n".utf8)
        }
        secret += afterGlyphs
        func segment(_ kind: UInt8, _ bytes: [UInt8]) -> [UInt8] {
            [0x80, kind] + (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) } + bytes
        }
        return segment(1, clearText) + segment(2, Type1Cipher.eexec.encrypt(secret)) + segment(1, trailer) + [0x80, 3]
    }
}

package enum FontError: Error, Sendable, Hashable {
    case malformed(String)
    /// Something that Type 1 allows and this reader does not handle.
    case unsupported(String)
}

/// The encryption of Type 1 fonts (chapter 7): not a secret, only a form.
struct Type1Cipher {
    static let eexec = Type1Cipher(key: 55665)
    static let charstring = Type1Cipher(key: 4330)

    private let key: UInt16

    func decrypt(_ bytes: [UInt8], skipping random: Int) -> [UInt8] {
        var state = key
        let plain = bytes.map { cipher -> UInt8 in
            defer { state = (UInt16(cipher) &+ state) &* 52845 &+ 22719 }
            return cipher ^ UInt8(state >> 8)
        }
        return Array(plain.dropFirst(random))
    }

    /// Begins with four bytes that should be random and here are zero: the same font, the same bytes.
    func encrypt(_ bytes: [UInt8]) -> [UInt8] {
        var state = key
        return ([0, 0, 0, 0] + bytes).map { plain in
            let cipher = plain ^ UInt8(state >> 8)
            state = (UInt16(cipher) &+ state) &* 52845 &+ 22719
            return cipher
        }
    }
}

/// Reads the PostScript around a font's binary parts.
private struct ByteScanner {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Moves past a name and the count that follows it, and past the rest of that line. Returns what was passed, the
    /// name included, and the count.
    mutating func skip(to name: String) throws(FontError) -> (passed: [UInt8], count: Int) {
        let start = place
        guard let found = find(name, from: place) else { throw .malformed("no \(name)") }
        place = found + name.utf8.count
        let passed = Array(bytes[start..<place])
        let count = try number()
        // What follows the count is written anew: "array", or "dict dup begin".
        for word in name == "/Subrs" ? ["array"] : ["dict", "dup", "begin"] where self.word() != word {
            throw .malformed("\(name) is not followed by \(word)")
        }
        return (passed, count)
    }

    /// Moves past the next word that is wanted, and returns it; `nil`, and nothing moved, if `end` comes first.
    mutating func skip(to isWanted: (String) -> Bool, before end: String) throws(FontError) -> String? {
        while true {
            let start = place
            let next = word()
            if isWanted(next) { return next }
            if next == end {
                place = start
                return nil
            }
            guard !next.isEmpty else { throw .malformed("it ends before \(end)") }
        }
    }

    mutating func word() -> String {
        while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
        let start = place
        while place < bytes.count, bytes[place] > 0x20 { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    mutating func number() throws(FontError) -> Int {
        let word = word()
        guard let number = Int(word), number >= 0, number < 65536 else { throw .malformed("\(word) is no count") }
        return number
    }

    /// `length RD bytes`
    mutating func binary() throws(FontError) -> [UInt8] {
        let length = try number()
        _ = word()
        let start = place + 1
        guard start + length <= bytes.count else { throw .malformed("a charstring is longer than the font") }
        place = start + length
        return Array(bytes[start..<place])
    }

    func rest() -> [UInt8] { Array(bytes[place...].drop { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }) }

    private func find(_ text: String, from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        guard let first = wanted.first, start + wanted.count <= bytes.count else { return nil }
        return (start...(bytes.count - wanted.count)).first { place in
            bytes[place] == first && bytes[place..<(place + wanted.count)].elementsEqual(wanted)
        }
    }
}
