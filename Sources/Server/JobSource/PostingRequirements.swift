internal import Resume

/// What a posting demands that can be checked: years, degrees, licences, certificates, languages, permits.
struct PostingRequirements {
    private let segments: PostingSegments
    private let matches: [Lexicon.Match]
    /// The first match that is not before the unit that is read.
    private var first = 0
    private(set) var found: [JobPosting.Requirement] = []
    /// So that a megabyte costs no more than a long posting.
    private static let most = 200

    /// - Parameter matches: the lexicon's terms in the text of the segments.
    init(_ segments: PostingSegments, _ matches: [Lexicon.Match]) {
        self.segments = segments
        self.matches = matches
        for unit in segments.units where !unit.isHeading && found.count < Self.most {
            while first < matches.count, matches[first].range.upperBound <= unit.range.lowerBound { first += 1 }
            read(unit)
        }
    }

    private mutating func read(_ unit: PostingSegments.Unit) {
        // The law's demands stand anywhere, also among how to apply.
        if unit.kind != .benefits, unit.kind != .preferred, RequirementCues.permits.occurs(in: unit.folded) {
            add(.workPermit, clause(of: RequirementCues.permits, unit))
        }
        guard unit.kind == .requirements || unit.kind == .header || unit.kind == .duties || unit.kind == .other else {
            return
        }
        let importance = PostingImportance(unit, in: segments.text)
        let isDemand = unit.kind == .requirements
        let demanded = importance.spans.filter { $0.importance == .required }
        if isDemand {
            for experience in ExperienceDemand.demands(in: segments.text[unit.range]) {
                guard isDemanded(experience.range, demanded) else { continue }
                add(.experience, segments.text[experience.range]) { $0.years = experience.years }
            }
            readDegree(unit, demanded)
        }
        if !demanded.isEmpty, RequirementCues.driving.occurs(in: unit.folded) {
            let clause = clause(of: RequirementCues.driving, unit)
            if isDemanded(clause.startIndex..<clause.endIndex, demanded) { add(.drivingLicence, clause) }
        }
        guard isDemand else { return }
        readNamed(unit, demanded)
    }

    private func isDemanded(_ range: Range<String.Index>, _ spans: [PostingImportance.Span]) -> Bool {
        spans.contains { $0.range.overlaps(range) && $0.range.lowerBound <= range.lowerBound }
            || spans.contains { $0.range.contains(range.lowerBound) }
    }

    private mutating func readDegree(_ unit: PostingSegments.Unit, _ demanded: [PostingImportance.Span]) {
        var best: (level: Int, place: Int)?
        RequirementCues.degrees.scan(unit.folded) { range, level in
            // The first that is named; what only says “degree” is said better by a level after it.
            if best == nil {
                best = (level, range.lowerBound)
            } else if best?.level == 0, level >= 4 {
                best?.level = level
            }
            return true
        }
        guard let best else { return }
        let clause = clause(at: best.place, unit)
        guard isDemanded(clause.startIndex..<clause.endIndex, demanded) else { return }
        add(.degree, clause) { $0.level = RequirementCues.levels[best.level] }
    }

    /// Licences, certificates and languages, by the terms of the lexicon and by their own words.
    private mutating func readNamed(_ unit: PostingSegments.Unit, _ demanded: [PostingImportance.Span]) {
        let text = segments.text
        for part in RequirementCues.parts(text[unit.range]) {
            let range = part.startIndex..<part.endIndex
            guard isDemanded(range, demanded) else { continue }
            let folded = CueTable.folded(part)
            if RequirementCues.driving.occurs(in: folded) || RequirementCues.permits.occurs(in: folded) { continue }
            let terms = matches[first...].prefix { $0.range.lowerBound < range.upperBound }.filter {
                $0.range.overlaps(range)
            }
            for term in terms where term.term.field == "languages" {
                guard let tag = SpokenLanguage.tag(of: term.canonical) else { continue }
                add(.language, part) {
                    $0.language = tag
                    $0.level = SpokenLanguage.level(in: folded)
                }
            }
            if RequirementCues.degrees.occurs(in: folded) { continue }
            if RequirementCues.licences.occurs(in: folded) {
                add(.licence, part)
            } else if RequirementCues.certificates.occurs(in: folded)
                || terms.contains(where: { RequirementCues.isCertificate($0.term) })
                || Self.hasAcronym(part)
            {
                add(.certificate, part)
            }
        }
    }

    private static func hasAcronym(_ part: Substring) -> Bool {
        part.utf8.split { $0 < 0x80 && !Unicode.Scalar($0).isASCIIAlphanumeric }.contains { word in
            guard let first = word.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else { return false }
            return RequirementCues.acronyms.contains(String(Substring(word)))
        }
    }

    private mutating func add(
        _ kind: JobPosting.Requirement.Kind, _ text: Substring,
        _ fill: (inout JobPosting.Requirement) -> Void = { _ in }
    ) {
        let text = String(text.trimmed(also: ",;:.()–—-"))
        guard !text.isEmpty else { return }
        var requirement = JobPosting.Requirement(kind, text: text)
        fill(&requirement)
        let isKnown = found.contains {
            $0 == requirement
                || $0.kind == kind && kind == .language && $0.language == requirement.language
                || $0.kind == kind && (kind == .drivingLicence || kind == .workPermit)
        }
        if !isKnown { found.append(requirement) }
    }

    // MARK: - The words around a cue

    private func clause(of table: CueTable, _ unit: PostingSegments.Unit) -> Substring {
        var place = 0
        table.scan(unit.folded) { range, _ in
            place = range.lowerBound
            return false
        }
        return clause(at: place, unit)
    }

    /// The part of a unit around a byte of its folded form, between semicolons, full stops and brackets.
    private func clause(at offset: Int, _ unit: PostingSegments.Unit) -> Substring {
        let sentence = segments.text[unit.range]
        var start = sentence.startIndex
        var passed = 0
        for index in sentence.indices {
            let character = sentence[index]
            if ";(".contains(character) {
                if passed > offset { return sentence[start..<index] }
                start = sentence.index(after: index)
            }
            passed += character == "’" ? 1 : character.utf8.count
        }
        return sentence[start...]
    }
}
