/// Words on one baseline, from left to right, and the order in which they are read.
///
/// A content stream in the order of the page would have the words of a line from right to left in the wrong order, and
/// most extractors leave it at that. Here words come in the order of reading; within a word the glyphs stay as they
/// stand, for that is what extractors turn around.
struct TextLine {
    struct Word {
        let direction: Direction
        /// Words of different groups were not written as one stretch, though they may stand side by side.
        let group: Int
        /// The stretch from right to left that it belongs to, where the text around it runs from left to right.
        let turn: Int?
        let left: Double
        let right: Double
        /// The font and size of the space that follows.
        let font: Int
        let size: Double
        var glyphs: [ShownGlyph]
    }

    enum Direction { case leftToRight, rightToLeft, neutral }

    let baseline: Double
    private(set) var words: [Word] = []

    init(baseline: Double) { self.baseline = baseline }

    /// Whether a word at this place goes on with the line.
    func continues(to x: Double, _ y: Double) -> Bool {
        guard abs(y - baseline) < 0.01 else { return false }
        return words.last.map { x > $0.right - 0.5 * $0.size } ?? true
    }

    mutating func append(_ word: Word) { words.append(word) }

    var hasRightToLeft: Bool { words.contains { $0.direction == .rightToLeft || $0.turn != nil } }

    /// The places of the words in the order of reading.
    ///
    /// - Parameter rightToLeft: the direction of the text that the line belongs to.
    func order(rightToLeft: Bool) -> [Int] {
        if rightToLeft { return turned(words.indices) }
        var order: [Int] = []
        while order.count < words.count {
            let start = order.count
            guard let turn = words[start].turn else {
                order.append(start)
                continue
            }
            order += turned(start..<(words[start...].firstIndex { $0.turn != turn } ?? words.count))
        }
        return order
    }

    /// From right to left, but for stretches from left to right with what stands between their words.
    private func turned(_ places: Range<Int>) -> [Int] {
        var stretches: [Range<Int>] = []
        var index = places.lowerBound
        while index < places.upperBound {
            guard words[index].direction == .leftToRight else {
                stretches.append(index..<(index + 1))
                index += 1
                continue
            }
            var end = index + 1
            for next in end..<max(end, places.upperBound) {
                if words[next].group != words[index].group { break }
                if words[next].direction == .leftToRight {
                    end = next + 1
                } else if words[next].direction != .neutral {
                    break
                }
            }
            stretches.append(index..<end)
            index = end
        }
        return stretches.reversed().flatMap { Array($0) }
    }

    /// Whether a word from right to left, in text from left to right, is followed without a gap by a word that begins with
    /// a sign and is not turned around with it.
    func touches(_ word: Int, signsAt next: Int) -> Bool {
        guard words[word].turn != nil, words[word].direction == .rightToLeft, next == word + 1,
            words[next].turn == nil, let first = words[next].glyphs.first?.entry.text.unicodeScalars.first
        else { return false }
        let isSign = !first.properties.isAlphabetic && first.properties.numericType == nil
        return isSign && gap(after: word, before: next) == nil
    }

    /// The gap beside a word, on the side where the next one is read; `nil` where they touch.
    func gap(after word: Int, before next: Int) -> ClosedRange<Double>? {
        let toTheLeft = words[next].left < words[word].left
        let neighbour = toTheLeft ? word - 1 : word + 1
        guard words.indices.contains(neighbour) else { return nil }
        let (left, right) = toTheLeft ? (words[neighbour], words[word]) : (words[word], words[neighbour])
        guard right.left - left.right > 0.08 * min(left.size, right.size) else { return nil }
        return left.right...right.left
    }
}
