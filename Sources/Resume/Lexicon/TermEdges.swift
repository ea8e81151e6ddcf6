/// The edges of a trie: from a node by a word to a node. A hash table with open addressing, made once and then only read.
struct TermEdges: Sendable {
    private var keys = [UInt64](repeating: 0, count: 64)
    private var nodes = [Int32](repeating: 0, count: 64)
    private var count = 0

    /// - Parameter isGlued: whether the word must stand right after the one before, such as the `+` of `C++`.
    /// - Returns: the node that the edge leads to, 0 for none: no edge leads to the root.
    func node(after node: Int, word: Int, isGlued: Bool) -> Int {
        guard word >= 0 else { return 0 }
        let key = Self.key(node, word, isGlued)
        var slot = slot(of: key)
        while keys[slot] != 0 {
            if keys[slot] == key { return Int(nodes[slot]) }
            slot = (slot + 1) & (keys.count - 1)
        }
        return 0
    }

    /// The edge must not be there yet.
    mutating func insert(from node: Int, word: Int, isGlued: Bool, to target: Int) {
        add(Self.key(node, word, isGlued), Int32(target))
        count += 1
        if count * 2 > keys.count { grow() }
    }

    private mutating func add(_ key: UInt64, _ node: Int32) {
        var slot = slot(of: key)
        while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
        keys[slot] = key
        nodes[slot] = node
    }

    /// Never 0, which marks a free slot.
    private static func key(_ node: Int, _ word: Int, _ isGlued: Bool) -> UInt64 {
        UInt64(node) << 33 | UInt64(word) << 2 | (isGlued ? 2 : 0) | 1
    }

    private func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 24) & (keys.count - 1)
    }

    private mutating func grow() {
        let old = zip(keys, nodes).filter { $0.0 != 0 }
        keys = [UInt64](repeating: 0, count: keys.count * 2)
        nodes = [Int32](repeating: 0, count: keys.count)
        for (key, node) in old { add(key, node) }
    }
}
