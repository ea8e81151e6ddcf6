internal import Resume

/// A posting's text as pieces: headings, bullets, and the sentences of its paragraphs.
struct PostingOutline {
    typealias Kind = JobPosting.Segment.Kind

    struct Piece {
        let range: Range<String.Index>
        let folded: [UInt8]
        var isHeading = false
        let isBullet: Bool
        /// What a heading says, and how sure that is, from 0 to 1.
        var kind: (Kind, Float)?
        /// How it follows the piece before.
        let joint: Joint
        /// The line it stands in, not counting empty ones.
        let line: Int
        /// Whether it ends like a sentence.
        var isSentence = false
    }

    enum Joint { case sentence, line, bullet, gap }

    let pieces: [Piece]

    init(_ text: String, marked: Set<Int>) {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            Substring($0)
        }
        var pieces: [Piece] = []
        var joint = Joint.gap
        var number = 0
        for (index, line) in lines.enumerated() {
            guard !line.isEmpty else {
                joint = .gap
                continue
            }
            let isBullet = line.hasPrefix("• ")
            let body = isBullet ? line.dropFirst(2) : line
            if isBullet, joint == .line { joint = .bullet }
            let setting = SegmentHeading.Setting(
                isMarked: marked.contains(index), isBullet: isBullet, followsGap: joint == .gap,
                precedesGap: index + 1 >= lines.count || lines[index + 1].isEmpty,
                precedesBullet: Self.next(after: index, in: lines)?.hasPrefix("• ") ?? false,
                isLast: Self.next(after: index, in: lines) == nil, line: number)
            if let heading = SegmentHeading(body, setting) {
                pieces.append(
                    Piece(
                        range: body.startIndex..<body.endIndex, folded: CueTable.folded(body), isHeading: true,
                        isBullet: false, kind: heading.kind, joint: joint, line: number))
            } else {
                for (place, sentence) in Self.sentences(body).enumerated() {
                    let closing = SegmentHeading.closing(sentence)
                    let kind = closing ?? SegmentHeading.leading(sentence)
                    pieces.append(
                        Piece(
                            range: sentence.startIndex..<sentence.endIndex, folded: CueTable.folded(sentence),
                            isHeading: closing != nil, isBullet: isBullet && closing == nil,
                            kind: kind.map { ($0, closing == nil ? 0.8 : 1) },
                            joint: place == 0 ? joint : .sentence, line: number,
                            isSentence: sentence.last.map { ".!?".contains($0) } ?? false))
                }
            }
            joint = .line
            number += 1
        }
        self.pieces = pieces
    }

    /// The next line that is not empty: at most one is.
    private static func next(after index: Int, in lines: [Substring]) -> Substring? {
        lines[(index + 1)...].prefix(2).first { !$0.isEmpty }
    }

    static func sentences(_ line: Substring) -> [Substring] {
        var sentences: [Substring] = []
        var start = line.startIndex
        let bytes = line.utf8
        var previous: (byte: UInt8, index: String.Index)?
        for index in bytes.indices {
            let byte = bytes[index]
            defer { previous = (byte, index) }
            guard byte == UInt8(ascii: " "), let (mark, place) = previous, ".!?;".utf8.contains(mark), place > start
            else { continue }
            let next = bytes.index(after: index)
            guard mark == UInt8(ascii: ";") || endsSentence(line[start..<place], before: line[next...]) else {
                continue
            }
            sentences.append(line[start..<index])
            start = next
        }
        if start < line.endIndex { sentences.append(line[start...]) }
        return sentences
    }

    private static let abbreviations: Set<String> = [
        "e.g", "i.e", "etc", "incl", "inkl", "z.b", "u.a", "bzw", "ca", "min", "max", "approx", "st", "dr", "mr", "mrs",
        "ms", "no", "nr", "vs", "p.ex", "ex", "np", "tzw", "m.in", "kat", "ggf", "d.h", "inc", "ltd", "co", "ref",
        "tel",
        "prof", "hrs", "str", "mind", "evtl", "sr", "sra", "art", "abs",
    ]

    private static func endsSentence(_ sentence: Substring, before rest: Substring) -> Bool {
        guard let first = rest.first, !first.isLowercase else { return false }
        let word =
            sentence.suffix(20).split(separator: " ").last?.drop { !$0.isLetter && !$0.isNumber }.lowercased() ?? ""
        return !abbreviations.contains(word) && (word.count > 1 || word == "r" || word == "c" || Int(word) != nil)
    }
}
