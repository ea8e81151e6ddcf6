package import Resume

/// Reads a resume out of a PDF the way an applicant tracking system does: from words, places and fonts, knowing nothing
/// but the headings that resumes usually have and how dates are written.
package struct ResumeReader: Sendable {
    private let vocabulary: ResumeVocabulary
    private let dates: DateReader

    package init(_ vocabulary: ResumeVocabulary) {
        self.vocabulary = vocabulary
        dates = DateReader(vocabulary)
    }

    /// How many languages it knows the headings of.
    var languages: Int { Set(vocabulary.languages.map(\.tag)).count }

    package func read(_ facts: PDFFacts) -> ReadResume {
        let lines = PrintedLine.lines(of: facts, isRightToLeft: facts.isRightToLeft)
        let headings = Headings(in: lines, vocabulary)
        let first = headings.places.first?.index ?? lines.count
        let body = lines[first...]
        let page = PageFrame(body, below: lines.prefix(first))
        var resume = HeaderReader(lines.prefix(first), textSize: page.fontSize).resume
        resume.language = headings.language
        for (place, next) in zip(headings.places, headings.places.dropFirst().map(\.index) + [lines.count]) {
            let lines = lines[(place.index + 1)..<max(place.index + 1, next)]
            switch place.part {
            case .summary: resume.summary = PrintedLine.paragraph(lines.map(\.text))
            case .section(let kind):
                func entries(_ places: SectionReader.DatePlaces) -> [ReadResume.Entry] {
                    var reader = SectionReader(kind, page, dates, places, language: headings.language)
                    for line in lines { reader.read(line) }
                    return reader.finish()
                }
                var found = entries(.otherSide)
                if kind.isDated, found.allSatisfy({ $0.dates == nil }) { found = entries(.lineEnd) }
                resume.sections.append(ReadResume.Section(kind: kind, heading: place.text, entries: found))
            }
        }
        return resume
    }
}

extension TailoredResume.Section.Kind {
    /// Whether its entries usually have dates.
    fileprivate var isDated: Bool {
        switch self {
        case .experience, .education, .volunteer: true
        case .projects, .skills, .certificates, .languages, .awards, .publications, .interests, .references: false
        }
    }
}

/// Where text begins and ends on a page, and how close lines are.
struct PageFrame {
    let left: Double
    let right: Double
    let fontSize: Double
    let leading: Double
    /// Families that are set in italics somewhere in the body: there, what is upright is no place.
    let italicFamilies: Set<String>

    init(_ body: ArraySlice<PrintedLine>, below head: ArraySlice<PrintedLine>) {
        left = body.map(\.left).min() ?? head.map(\.left).min() ?? 0
        right = max(body.map(\.right).max() ?? 0, head.map(\.right).max() ?? 0)
        var sizes: [Double: Int] = [:]
        for word in body.lazy.flatMap(\.words) { sizes[word.fontSize, default: 0] += word.text.utf8.count }
        let usual = sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
        fontSize = usual
        let distances = zip(body, body.dropFirst()).filter { $0.page == $1.page }.map { $1.middle - $0.middle }
        leading = distances.filter { $0 > usual * 0.8 }.min() ?? 0
        italicFamilies = Set(body.lazy.flatMap(\.words).filter(\.isItalic).map(\.face.family))
    }
}

/// The lines that stand over a part of a resume.
struct Headings {
    struct Place {
        let index: Int
        let part: ResumeVocabulary.Part
        let text: String
    }

    let places: [Place]
    let language: String?

    init(in lines: [PrintedLine], _ vocabulary: ResumeVocabulary) {
        let sizes = lines.map(\.fontSize).sorted()
        let large = (sizes.isEmpty ? 0 : sizes[sizes.count / 2]) * 1.08
        var found = lines.indices.compactMap { index -> (index: Int, text: String, meanings: [Meaning])? in
            let line = lines[index]
            // The longest heading has 30 letters.
            guard line.words.count <= 6, line.isBold || line.fontSize > large || line.text.isInCapitals else {
                return nil
            }
            let text = line.text
            let meanings = vocabulary.meanings(of: text)
            return meanings.isEmpty ? nil : (index, text, meanings)
        }
        // Where headings are in capitals, a title such as “Projects” is none.
        if found.contains(where: { $0.text.isInCapitals }) {
            found.removeAll { $0.text.hasCase && !$0.text.isInCapitals }
        }
        var votes: [String: Int] = [:]
        for language in found.flatMap({ Set($0.meanings.map(\.language)) }) { votes[language, default: 0] += 1 }
        let elected = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        language = elected
        places = found.compactMap { index, text, meanings in
            (meanings.first { $0.language == elected } ?? meanings.first).map {
                Place(index: index, part: $0.part, text: text)
            }
        }
    }

    private typealias Meaning = (part: ResumeVocabulary.Part, language: String)
}

extension PrintedLine {
    /// Lines as running text: a space for each line's end, but where a word or a script goes on without one.
    static func paragraph(_ lines: [String]) -> String {
        var text = ""
        for line in lines where !line.isEmpty {
            if let last = text.unicodeScalars.last, let first = line.unicodeScalars.first,
                !WordBreak.isHyphenOrSlash(last), !(TokenStream.standsAlone(last) && TokenStream.standsAlone(first))
            {
                text += " "
            }
            text += line
        }
        return text
    }
}

extension String {
    fileprivate var hasCase: Bool { contains(where: \.isCased) }
    fileprivate var isInCapitals: Bool { hasCase && !contains(where: \.isLowercase) }
}
