internal import Resume

/// Reads the lines of one section into entries: bold begins an entry, dates stand at the other side, a bullet begins a
/// point, what is set in goes on.
struct SectionReader {
    /// Where the dates of an entry are looked for.
    enum DatePlaces {
        /// Behind a gap, where columns of dates stand.
        case otherSide
        /// Also behind a comma, a bar or a parenthesis: `Analyst, Acme, 2019 – 2021`.
        case lineEnd
    }

    private enum Phase { case nothing, title, place, text, bullets, ending, list }

    private let kind: TailoredResume.Section.Kind
    private let page: PageFrame
    private let dates: DateReader
    private let datePlaces: DatePlaces
    private let language: String?
    private var entries: [ReadResume.Entry] = []
    private var phase = Phase.nothing
    private var last: PrintedLine?
    /// Dates end what they stand behind.
    private var lastHasDates = false
    private var parts = Parts()

    /// The lines of the entry that is being read.
    private struct Parts {
        var title: [String] = []
        var place: [String] = []
        var text: [String] = []
        var bullets: [[String]] = []
        var ending: [String] = []
        var dates: ReadDates?
    }

    init(
        _ kind: TailoredResume.Section.Kind, _ page: PageFrame, _ dates: DateReader, _ datePlaces: DatePlaces,
        language: String?
    ) {
        self.kind = kind
        self.page = page
        self.dates = dates
        self.datePlaces = datePlaces
        self.language = language
    }

    mutating func read(_ line: PrintedLine) {
        defer { last = line }
        if let marker = line.words.first, ReadBullets.all.contains(marker.text), line.words.count > 1 {
            parts.bullets.append([PrintedLine.text(line.words.dropFirst())])
            phase = .bullets
        } else if line.left - page.left > 2 {
            readIndented(line)
        } else {
            readAtMargin(line)
        }
    }

    mutating func finish() -> [ReadResume.Entry] {
        endEntry()
        return entries
    }

    private var isList: Bool { kind == .skills || kind == .languages || kind == .interests }

    // MARK: Lines

    private mutating func readIndented(_ line: PrintedLine) {
        let text = line.text
        if parts.dates == nil, phase == .title || phase == .place, line.right > page.right - 3,
            let read = dates.read(text, language: language)
        {
            parts.dates = read
            return
        }
        switch phase {
        case .bullets: parts.bullets[parts.bullets.count - 1].append(text)
        case .ending: parts.ending.append(text)
        case .nothing, .title, .place, .text, .list:
            parts.text.append(text)
            if phase != .list { phase = .text }
        }
    }

    private mutating func readAtMargin(_ line: PrintedLine) {
        var segments = line.segments
        var found: ReadDates?
        if segments.count > 1, let end = segments.last { found = dates.read(PrintedLine.text(end), language: language) }
        if found != nil { segments.removeLast() }
        defer { lastHasDates = found != nil }
        var words = segments.flatMap { $0 }
        if found == nil, datePlaces == .lineEnd, let (read, start) = datesAtEnd(of: words) {
            found = read
            words = words.prefix(start).filter { !Self.isSeparator($0.text) }
            guard let last = words.last else {
                parts.dates = parts.dates ?? found
                return
            }
            if Self.isSeparator(String(last.text.suffix(1))) { words[words.count - 1].text.removeLast() }
        }
        let bold = words.prefix(while: \.isBold)
        if bold.isEmpty {
            readPlain(line, PrintedLine.text(words), found)
        } else if let label = label(bold, words, found) {
            endEntry()
            parts.title = [label]
            parts.text = [PrintedLine.text(words.dropFirst(bold.count))]
            phase = .list
        } else {
            readTitle(line, bold, words, found)
        }
    }

    /// The longest end of a line that is dates, behind a separator or in parentheses, and where it begins.
    private func datesAtEnd(of words: [PDFFacts.Word]) -> (ReadDates, start: Int)? {
        for start in max(0, words.count - 8)..<max(0, words.count) {
            let isBehind = start == 0 || Self.isSeparator(String(words[start - 1].text.suffix(1)))
            let text = PrintedLine.text(words[start...])
            guard isBehind || text.hasPrefix("(") || text.hasPrefix("[") else { continue }
            if let read = dates.read(text.filter { !"()[]".contains($0) }, language: language) { return (read, start) }
        }
        return nil
    }

    private static func isSeparator(_ text: String) -> Bool {
        [",", ";", ":", "|", "·", "•", "–", "—", "-", "/"].contains(text)
    }

    /// `Languages: Swift, C`, with the label in bold.
    private func label(
        _ bold: ArraySlice<PDFFacts.Word>, _ words: [PDFFacts.Word], _ found: ReadDates?
    ) -> String? {
        let text = PrintedLine.text(bold)
        guard found == nil, bold.count < words.count, text.last == ":" else { return nil }
        return String(text.dropLast())
    }

    private mutating func readTitle(
        _ line: PrintedLine, _ bold: ArraySlice<PDFFacts.Word>, _ words: [PDFFacts.Word], _ found: ReadDates?
    ) {
        let isRest = phase == .title && parts.dates == nil && last.map { goesOn($0, in: line) } == true
        if !isRest { endEntry() }
        var title = PrintedLine.text(bold)
        let place = words.dropFirst(bold.count)
        if !place.isEmpty {
            if title.last.map(Self.commas.contains) == true { title.removeLast() }
            parts.place.append(Self.withoutComma(PrintedLine.text(place)))
        }
        parts.title.append(title)
        parts.dates = found
        phase = place.isEmpty ? .title : .place
    }

    private static let commas: Set<Character> = [",", "،", "、", "，"]

    /// What follows a bold title begins with the comma where that is no part of the title's last word.
    private static func withoutComma(_ text: String) -> String {
        guard let first = text.first, commas.contains(first) else { return text }
        return String(text.dropFirst().drop { $0 == " " })
    }

    private mutating func readPlain(_ line: PrintedLine, _ text: String, _ found: ReadDates?) {
        if isList {
            endEntry()
            parts.text = [text]
            phase = .list
            return
        }
        switch phase {
        case .title where found != nil || isPlace(line):
            parts.place.append(text)
            phase = .place
        case .place where last.map { goesOn($0, in: line) } == true && isLikeLast(line):
            parts.place.append(text)
        case .nothing, .title, .place, .text:
            parts.text.append(text)
            phase = .text
        case .bullets, .ending:
            parts.ending.append(text)
            phase = .ending
        case .list: parts.text.append(text)
        }
        if let found, parts.dates == nil { parts.dates = found }
    }

    // MARK: What a line is

    /// Whether a line that is full goes on in the next: they are as close as lines of a paragraph.
    private func goesOn(_ line: PrintedLine, in next: PrintedLine) -> Bool {
        let isClose = line.page != next.page || next.middle - line.middle < page.leading + 0.3
        return isFull(line) && isClose && !lastHasDates
    }

    private func isFull(_ line: PrintedLine) -> Bool { line.right - page.left > 0.6 * (page.right - page.left) }

    /// A place in italics goes on in italics; upright text is told apart by nothing.
    private func isLikeLast(_ line: PrintedLine) -> Bool {
        guard let last else { return false }
        return last.words.contains(where: \.isItalic) == line.words.contains(where: \.isItalic)
    }

    /// Whether the line under a title names the employer or school, and does not begin the text.
    private func isPlace(_ line: PrintedLine) -> Bool {
        if line.words.contains(where: \.isItalic) { return true }
        if let first = line.words.first, page.italicFamilies.contains(first.face.family) { return false }
        switch kind {
        case .experience, .education, .volunteer, .publications, .awards, .certificates: return true
        // Under a project's title its text begins.
        case .projects, .references, .skills, .languages, .interests: return false
        }
    }

    private mutating func endEntry() {
        defer { parts = Parts() }
        var entry = ReadResume.Entry()
        entry.title = PrintedLine.paragraph(parts.title)
        entry.place = PrintedLine.paragraph(parts.place)
        entry.dates = parts.dates
        entry.text = PrintedLine.paragraph(parts.text)
        entry.bullets = parts.bullets.map(PrintedLine.paragraph)
        entry.ending = PrintedLine.paragraph(parts.ending)
        phase = .nothing
        if entry != ReadResume.Entry() { entries.append(entry) }
    }
}
