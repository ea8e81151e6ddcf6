internal import Resume

/// The parts of a posting by what they are about.
///
/// Its text is taken apart (``PostingOutline``); headings and the words of each sentence say what it may be about
/// (``SegmentHeading``, ``SegmentCues``); the likeliest way through all of them decides (``SegmentPath``).
struct PostingSegments: Sendable {
    typealias Kind = JobPosting.Segment.Kind

    /// A sentence or a bullet, the smallest piece that is required or preferred as a whole.
    struct Unit: Sendable {
        let range: Range<String.Index>
        var kind: Kind
        /// Whether it is nothing but a heading.
        let isHeading: Bool
        let isBullet: Bool
        /// In the form in which cues are searched.
        let folded: [UInt8]
    }

    let text: String
    /// In the order of the text.
    let units: [Unit]

    /// - Parameter marked: the indices of lines that are set as headings.
    init(_ text: String, marked: Set<Int>) {
        self.text = text
        let outline = PostingOutline(text, marked: marked)
        let kinds = SegmentPath(outline).kinds()
        units = zip(outline.pieces, kinds).map { piece, kind in
            Unit(
                range: piece.range, kind: kind, isHeading: piece.isHeading, isBullet: piece.isBullet,
                folded: piece.folded)
        }
    }

    /// Whether anything says plainly that it is asked for: a heading, or the words of a sentence.
    var hasDemands: Bool {
        let wanted = [Kind.requirements, .preferred]
        let places = wanted.compactMap { SegmentCues.kinds.firstIndex(of: $0) }
        return units.contains { unit in
            guard wanted.contains(unit.kind) else { return false }
            if unit.isHeading { return true }
            let scores = SegmentCues.shared.scores(unit.folded)
            return places.contains { scores[$0] > 0 } || SegmentHeading.leading(text[unit.range]) != nil
        }
    }

    /// Runs of sentences of one kind, without the headings.
    func segments() -> [JobPosting.Segment] {
        var segments: [JobPosting.Segment] = []
        for unit in units where !unit.isHeading {
            let sentence = String(text[unit.range])
            if let last = segments.indices.last, segments[last].kind == unit.kind {
                segments[last].texts.append(sentence)
            } else {
                segments.append(JobPosting.Segment(unit.kind, texts: [sentence]))
            }
        }
        return segments
    }
}
