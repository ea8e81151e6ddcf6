/// How English spelling changes a word that stays the same term.
enum TermWord {
    /// `visualization` as `visualisation`: of the two spellings one.
    static func respelt(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard word.count >= 7, let place = zed(word) else { return word }
        var other = word
        other[place] = UInt8(ascii: "s")
        return other
    }

    /// Where a word has the `z` of `-ization`, `-izing`, `-ized`, `-ize` or `-izer`.
    private static func zed(_ word: ArraySlice<UInt8>) -> Int? {
        let last = word[word.endIndex - 1]
        guard
            last == UInt8(ascii: "e") || last == UInt8(ascii: "d") || last == UInt8(ascii: "g")
                || last == UInt8(ascii: "n") || last == UInt8(ascii: "r")
        else { return nil }
        for stem in stems where word.count > stem.count + 1 {
            let place = word.endIndex - stem.count - 1
            if word[place] == UInt8(ascii: "z"), word[place - 1] == UInt8(ascii: "i"), word[(place + 1)...] == stem {
                return place
            }
        }
        return nil
    }

    private static let (s, es, ies, y) = (Array("s".utf8), Array("es".utf8), Array("ies".utf8), Array("y".utf8))
    private static let stems: [ArraySlice<UInt8>] = ["ation", "ing", "ed", "e", "er"].map { Array($0.utf8)[...] }

    /// Calls with each stem and ending that make the singular of a plural or the plural of a singular, until told to stop.
    static func forEachOtherNumber(_ word: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>, [UInt8]) -> Bool) {
        guard word.count >= 3, let last = word.last, last | 0x20 >= UInt8(ascii: "a"), last | 0x20 <= UInt8(ascii: "z")
        else { return }
        func tell(_ dropped: Int, _ ending: [UInt8]) -> Bool {
            word.count - dropped >= 2 && body(word.dropLast(dropped), ending)
        }
        if last == UInt8(ascii: "s") {
            let before = word[word.endIndex - 2]
            // A singular in -ss or -us keeps its s; `analysis` is no plural, but `APIs` is.
            if before != UInt8(ascii: "s"), before != UInt8(ascii: "u"), word.count > 3 {
                guard tell(1, []) else { return }
            }
            if word.count > 4, before == UInt8(ascii: "e") {
                let end = word[word.endIndex - 3]
                if end == UInt8(ascii: "i") { guard tell(3, y) else { return } }
                if end == UInt8(ascii: "s") || end == UInt8(ascii: "h") || end == UInt8(ascii: "x") {
                    guard tell(2, []) else { return }
                }
            }
            if before == UInt8(ascii: "s") { guard tell(0, es) else { return } }
            return
        }
        // `SSI` is no singular of `SSIS`: no word in -is or -us is a plural.
        if last == UInt8(ascii: "i") || last == UInt8(ascii: "u") { return }
        if last == UInt8(ascii: "y") { guard tell(1, ies) else { return } }
        if last == UInt8(ascii: "x") || last == UInt8(ascii: "h") { guard tell(0, es) else { return } }
        _ = tell(0, s)
    }
}
