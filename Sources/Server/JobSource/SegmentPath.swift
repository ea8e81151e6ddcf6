internal import Resume

/// The likeliest kinds of a posting's pieces, in their order: what each says by itself, and how seldom the subject
/// changes between two sentences, two bullets, two paragraphs (Viterbi, 1967).
struct SegmentPath {
    typealias Kind = JobPosting.Segment.Kind

    private static let kinds = Kind.allCases
    private let pieces: [PostingOutline.Piece]
    /// Whether the posting has headings at all: without them the subject changes anywhere.
    private let hasHeadings: Bool

    init(_ outline: PostingOutline) {
        pieces = outline.pieces
        hasHeadings = outline.pieces.count { $0.isHeading } >= 2
    }

    func kinds() -> [Kind] {
        guard let first = pieces.first else { return [] }
        let count = Self.kinds.count
        // A posting begins with its head, mostly.
        var best = Self.kinds.map { $0 == .header ? Float(2) : -1 }
        var origins: [[Int8]] = []
        origins.reserveCapacity(pieces.count)
        var isHeaded = false
        add(scores(of: first, at: 0, isHeaded: false), to: &best)
        origins.append([Int8](repeating: 0, count: count))
        if first.isHeading { isHeaded = true }
        var previous = first
        for (index, piece) in pieces.enumerated().dropFirst() {
            let change = cost(of: piece, after: previous, isHeaded: isHeaded)
            if piece.isHeading { isHeaded = true }
            let own = scores(of: piece, at: index, isHeaded: isHeaded)
            var next = [Float](repeating: -.infinity, count: count)
            var origin = [Int8](repeating: 0, count: count)
            for kind in 0..<count {
                // What says plainly that it is something else is.
                let isPlain = own[kind] >= 4 && (Self.kinds[kind] == .boilerplate || Self.kinds[kind] == .process)
                let price =
                    isPlain
                    ? min(change, 2) : own[kind] >= 3 && Self.kinds[kind] == .preferred ? min(change, 3) : change
                // Without a word for it, the order alone does not change the subject.
                let isTold = piece.isHeading || own[kind] > 0
                for before in 0..<count {
                    let order = Self.orders[before]
                    let value =
                        before == kind
                        ? best[before] : best[before] - price + (isTold ? order[kind] : min(order[kind], 0))
                    if value > next[kind] {
                        next[kind] = value
                        origin[kind] = Int8(before)
                    }
                }
            }
            best = next
            origins.append(origin)
            add(own, to: &best)
            // Only differences count; so the sums stay small however long the text is.
            let top = best.max() ?? 0
            for index in best.indices { best[index] -= top }
            previous = piece
        }
        return path(from: best, origins)
    }

    private func add(_ scores: [Float], to best: inout [Float]) {
        for index in best.indices { best[index] += scores[index] }
    }

    private func path(from best: [Float], _ origins: [[Int8]]) -> [Kind] {
        var kind = best.indices.max { best[$0] < best[$1] } ?? 0
        var path: [Kind] = []
        path.reserveCapacity(origins.count)
        for origin in origins.reversed() {
            path.append(Self.kinds[kind])
            kind = Int(origin[kind])
        }
        return path.reversed()
    }

    /// What a piece says by itself.
    private func scores(of piece: PostingOutline.Piece, at index: Int, isHeaded: Bool) -> [Float] {
        // How to apply is told at the end.
        let early = 1 - Float(index) / Float(pieces.count)
        var scores = SegmentCues.shared.scores(piece.folded)
        for (place, kind) in Self.kinds.enumerated() {
            if piece.isHeading {
                scores[place] = 0
            } else if kind == .header {
                // A line of facts, or the sentence with which a letter or an agency begins.
                scores[place] =
                    isHeaded || piece.line >= 9 ? -4 : Self.isFactual(piece) ? 2.2 : piece.line == 0 ? 0.6 : -2.5
            } else if kind == .other {
                scores[place] = -1.5
            } else if kind == .process {
                scores[place] -= early * 2
                if piece.isBullet { scores[place] *= Self.bulleted }
            } else if kind == .boilerplate, scores[place] == 0 {
                scores[place] = -0.6
            } else if kind == .boilerplate, piece.isBullet {
                scores[place] *= Self.bulleted
            }
        }
        if let (kind, certainty) = piece.kind, let index = Self.kinds.firstIndex(of: kind) {
            scores[index] += 12 * certainty
        }
        return scores
    }

    /// `GDPR`, `safeguarding`: in a list they are rather asked for than said by the law.
    private static let bulleted: Float = 0.6

    /// Whether a line gives facts rather than says something: short, and no sentence.
    private static func isFactual(_ piece: PostingOutline.Piece) -> Bool {
        (piece.folded.count <= 75 || piece.folded.count <= 130 && piece.line < 3) && piece.joint != .sentence
            && !piece.isBullet
            && !piece.isSentence
    }

    /// What a change of the subject costs at a piece.
    private func cost(
        of piece: PostingOutline.Piece, after previous: PostingOutline.Piece, isHeaded: Bool
    ) -> Float {
        if piece.isHeading { return 0.5 }
        if previous.isHeading { return 8 }
        if piece.kind != nil { return 2 }
        switch piece.joint {
        case .bullet: return piece.isBullet ? 7 : 3
        case .sentence: return isHeaded && hasHeadings ? 6 : 2.6
        case .line: return previous.isBullet ? 2.2 : isHeaded && hasHeadings ? 4 : 2.4
        case .gap:
            if piece.isBullet, !previous.isBullet { return 4 }
            if piece.isBullet { return 4.5 }
            return previous.isBullet ? 1 : isHeaded && hasHeadings ? 2.8 : 1.5
        }
    }

    /// How likely one kind follows another: postings tell first who they are and last how to apply.
    private static let orders: [[Float]] = {
        let ranks: [Kind: Float] = [
            .header: 0, .company: 1, .duties: 2, .requirements: 3, .preferred: 4, .benefits: 5, .process: 6,
            .boilerplate: 7, .other: 3,
        ]
        return kinds.map { before in
            kinds.map { kind in
                let step = (ranks[kind] ?? 0) - (ranks[before] ?? 0)
                if kind == .header { return -6 }
                if kind == .preferred, before == .requirements { return 2 }
                if kind == .boilerplate, before != .boilerplate { return 1.5 }
                return step == 1 ? 0.8 : step > 1 ? 0.4 : step < 0 ? -0.4 : 0
            }
        }
    }()
}
