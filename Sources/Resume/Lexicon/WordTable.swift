/// Words by their bytes, each with a number: a hash table with open addressing, made once and then only read.
struct WordTable: Sendable {

    private var bytes: [UInt8] = []
    /// Where each word ends in `bytes`; it begins where the one before ends.
    private var ends: [Int32] = [0]
    /// Numbers of words, -1 where a slot is free; a power of two of them, at least half of them free.
    private var slots = [Int32](repeating: -1, count: 64)
    /// By slot, so that most wrong words are told without a look at their bytes.
    private var hashes = [UInt32](repeating: 0, count: 64)

    var count: Int { ends.count - 1 }

    /// The number of a word, which it gets if it has none.
    mutating func insert(_ word: ArraySlice<UInt8>) -> Int {
        let hash = Self.hash(word, then: [])
        var slot = slot(of: hash)
        while slots[slot] >= 0 {
            if hashes[slot] == hash, isEqual(Int(slots[slot]), word, []) { return Int(slots[slot]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = count
        bytes.append(contentsOf: word)
        ends.append(Int32(bytes.count))
        slots[slot] = Int32(number)
        hashes[slot] = hash
        if count * 2 > slots.count { grow() }
        return number
    }

    /// The number of the word that a stem and an ending make, -1 for none.
    func number(of stem: ArraySlice<UInt8>, then ending: [UInt8] = []) -> Int {
        let hash = Self.hash(stem, then: ending)
        var slot = slot(of: hash)
        while slots[slot] >= 0 {
            if hashes[slot] == hash, isEqual(Int(slots[slot]), stem, ending) { return Int(slots[slot]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return -1
    }

    private func slot(of hash: UInt32) -> Int { Int(hash &* 0x9E37_79B1 >> 7) & (slots.count - 1) }

    /// FNV-1a.
    private static func hash(_ stem: ArraySlice<UInt8>, then ending: [UInt8]) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in stem { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        for byte in ending { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return hash
    }

    private func isEqual(_ number: Int, _ stem: ArraySlice<UInt8>, _ ending: [UInt8]) -> Bool {
        let start = Int(ends[number])
        guard Int(ends[number + 1]) - start == stem.count + ending.count else { return false }
        var place = start
        for byte in stem {
            if bytes[place] != byte { return false }
            place += 1
        }
        for byte in ending {
            if bytes[place] != byte { return false }
            place += 1
        }
        return true
    }

    private mutating func grow() {
        let old = zip(slots, hashes).filter { $0.0 >= 0 }
        slots = [Int32](repeating: -1, count: slots.count * 2)
        hashes = [UInt32](repeating: 0, count: slots.count)
        for (number, hash) in old {
            var slot = slot(of: hash)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = number
            hashes[slot] = hash
        }
    }
}
