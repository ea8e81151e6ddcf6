/// The parts of a posting by what they are about, told by their headings.
package struct PostingSegments: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case requirements, preferred, duties, company, benefits, process
        /// What stands under no heading, or under one that says none of these.
        case other
    }

    /// A sentence or a bullet, the smallest piece that is required or preferred as a whole.
    struct Unit: Sendable {
        let range: Range<String.Index>
        let kind: Kind
        /// Whether it is nothing but a heading.
        let isHeading: Bool
    }

    let text: String
    /// In the order of the text.
    let units: [Unit]

    /// - Parameter description: a posting's text as ``JobPosting/description`` has it, bullets as `• `.
    package init(description: String) {
        self.init(description, marked: [])
    }

    /// - Parameter marked: the indices of lines that are set as headings.
    init(_ text: String, marked: Set<Int>) {
        self.text = text
        var units: [Unit] = []
        var kind = Kind.other
        var (followsBullet, followsGap) = (false, false)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.isEmpty else {
                followsGap = true
                continue
            }
            let isBullet = line.hasPrefix("• ")
            let body = isBullet ? line.dropFirst(2) : line
            // A paragraph after a list is no part of the list.
            let leavesList = followsBullet && followsGap && !isBullet
            defer { (followsBullet, followsGap) = (isBullet, false) }
            if !isBullet || body.last == ":", let found = SegmentHeading.kind(of: body) {
                kind = found
                units.append(Unit(range: body.startIndex..<body.endIndex, kind: kind, isHeading: true))
                continue
            }
            // A heading of another kind ends only what is not about the work: inside the requirements it is more likely
            // a sub-heading, such as "Databases".
            if marked.contains(index), !isBullet, body.count <= 60, [.benefits, .process, .company].contains(kind) {
                kind = .other
            }
            if leavesList, body.last == "." { kind = .other }
            if !isBullet, SegmentHeading.offers(body) { kind = .benefits }
            for sentence in Self.sentences(body) {
                if sentence.last == ":", let found = SegmentHeading.kind(of: sentence) {
                    kind = found
                    units.append(Unit(range: sentence.startIndex..<sentence.endIndex, kind: kind, isHeading: true))
                } else if let (found, content) = SegmentHeading.leading(sentence) {
                    if !isBullet { kind = found }
                    units.append(
                        Unit(range: content.startIndex..<content.endIndex, kind: found, isHeading: false))
                } else {
                    units.append(Unit(range: sentence.startIndex..<sentence.endIndex, kind: kind, isHeading: false))
                }
            }
        }
        self.units = units
    }

    /// The sentences and bullets of one kind.
    package func texts(_ kind: Kind) -> [String] {
        units.filter { $0.kind == kind && !$0.isHeading }.map { String(text[$0.range]) }
    }

    private static func sentences(_ line: Substring) -> [Substring] {
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
        "ms",
        "no", "nr", "vs", "p.ex", "ex", "np", "tzw", "m.in", "kat", "ggf", "d.h", "inc", "ltd", "co",
    ]

    private static func endsSentence(_ sentence: Substring, before rest: Substring) -> Bool {
        guard let first = rest.first, !first.isLowercase else { return false }
        let word =
            sentence.suffix(20).split(separator: " ").last?.drop { !$0.isLetter && !$0.isNumber }.lowercased() ?? ""
        return !abbreviations.contains(word) && (word.count > 1 || word == "r" || word == "c")
    }
}
