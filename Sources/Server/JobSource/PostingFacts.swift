internal import Resume

/// The title, the company and the place that a posting names. What it does not say is `nil`.
struct PostingFacts {
    private(set) var title: String?
    private(set) var company: String?
    private(set) var location: String?
    /// The line that the title stands in, which may say more.
    private(set) var titleLine: String?

    /// Facts stand at the beginning; further on the same words are about something else.
    private static let head = 12

    /// How many characters and sentences are looked at: more than any posting has, so that a megabyte costs no more.
    private static let reach = 20_000
    private static let most = 300

    init(_ text: PostingText, segments: PostingSegments) {
        let lines = text.lines.filter { !$0.text.isEmpty }
        for line in lines.prefix(Self.head) { readLabel(line.text) }
        for line in lines.dropFirst(Self.head) where location == nil { readPlace(line.text) }
        let start = String(segments.text.prefix(Self.reach))
        readHead(lines.prefix(3).map(\.text), whole: start)
        let head = Self.headLines(lines, segments)
        if company == nil { company = HeaderCompany.best(among: head, whole: start, title: title) }
        if location == nil { location = HeaderPlace.best(among: head, company: company, title: title) }
        for unit in segments.units.prefix(Self.most) where title == nil || company == nil {
            let sentence = segments.text[unit.range]
            // No sentence that names an employer is longer.
            guard sentence.utf8.count < 1500 else { continue }
            if unit.isHeading || sentence.utf8.count < 70 { readAbout(sentence) }
            if title == nil || company == nil { readSentence(sentence, start) }
        }
        if title == nil, let first = segments.units.first(where: { !$0.isHeading }), !first.isBullet {
            title = JobTitle.opening(segments.text[first.range])
        }
        if title == nil { title = Self.plainTitle(head, company: company) }
        for unit in segments.units.prefix(6) where location == nil && !unit.isHeading && !unit.isBullet {
            guard [.header, .company, .other].contains(unit.kind) else { continue }
            location = HeaderPlace.inSentence(segments.text[unit.range])
        }
    }

    /// The lines before anything is said about the job: short ones, no bullets.
    private static func headLines(_ lines: [PostingText.Line], _ segments: PostingSegments) -> [String] {
        var head: [String] = []
        for line in lines.prefix(7) {
            if line.isBullet || line.text.count > 120 || head.count > 1 && SegmentHeading.says(line.text[...]) { break }
            head.append(line.text)
        }
        return head
    }

    /// The first line, where it is short and names neither the company nor anything else that a head tells: a title of a
    /// job that nobody has heard of.
    private static func plainTitle(_ head: [String], company: String?) -> String? {
        guard head.count > 1 else { return nil }
        for line in head.prefix(2) {
            if line.contains(":") || line.last.map({ ".!?;,".contains($0) }) == true { continue }
            guard let part = JobTitle.parts(line).first, part != company, company.map({ !part.contains($0) }) ?? true,
                let title = JobTitle.cleaned(part), (2...7).contains(title.split(separator: " ").count),
                title.first?.isUppercase == true, !title.contains(where: { $0.isNumber || "€$£@,".contains($0) }),
                HeaderCompany.name(title) == title, HeaderCompany.mayBeTitle(title)
            else { continue }
            return title
        }
        return nil
    }

    // MARK: - "Company: Linden Hospital"

    /// The colon after a label: no label is longer than this.
    private static func colon(in line: String) -> String.Index? {
        line.utf8.prefix(40).firstIndex(of: UInt8(ascii: ":"))
    }

    private mutating func readLabel(_ line: String) {
        guard let colon = Self.colon(in: line), location == nil || title == nil || company == nil else { return }
        let label = String(line[..<colon].lowercased().trimmed)
        let value = String(line[line.index(after: colon)...].trimmed)
        guard (2...80).contains(value.count), !value.hasSuffix(".") || value.count < 40 else { return }
        if Self.titleLabels.contains(label), title == nil {
            title = JobTitle.cleaned(value)
            titleLine = value
        } else if Self.companyLabels.contains(label), company == nil {
            company = value
        } else if location == nil {
            readPlace(line)
        }
    }

    /// `Location: Leeds, UK, two days a week in the office.` is `Leeds, UK`.
    private mutating func readPlace(_ line: String) {
        guard let colon = Self.colon(in: line),
            Self.locationLabels.contains(String(line[..<colon].lowercased().trimmed))
        else { return }
        let value = line[line.index(after: colon)...].prefix { $0 != "." && $0 != ";" }
        let parts = value.split(separator: ",").map(\.trimmed)
        let names = parts.map { $0.prefix { $0 != "(" }.trimmed }.prefix {
            $0.first?.isUppercase == true && $0.count < 40
        }
        .joined(separator: ", ")
        if (2...80).contains(names.count) { location = names }
    }

    private static let titleLabels: Set<String> = [
        "title", "job title", "position", "role", "job", "position title", "vacancy", "stelle", "stellenbezeichnung",
        "stellentitel", "poste", "intitulé du poste", "titre", "titre du poste", "offre d'emploi", "puesto", "cargo",
        "vaga", "job opening", "opening", "stellenangebot", "função", "role title", "job offer", "open position",
        "título", "título del puesto", "título da vaga", "stanowisko", "nazwa stanowiska", "oferta de empleo",
    ]
    private static let companyLabels: Set<String> = [
        "company", "employer", "organization", "organisation", "company name", "unternehmen", "arbeitgeber", "firma",
        "entreprise", "société", "employeur", "empresa", "pracodawca", "school", "hospital", "client",
    ]
    private static let locationLabels: Set<String> = [
        "location", "job location", "place of work", "work location", "standort", "ort", "arbeitsort", "einsatzort",
        "lieu",
        "lieu de travail", "localisation", "ubicación", "lugar", "lugar de trabajo", "local", "localização",
        "local de trabalho", "lokalizacja", "miejsce pracy", "miejsce",
    ]

    // MARK: - The first lines

    private mutating func readHead(_ lines: [String], whole: String) {
        for line in lines where title == nil && line.count <= 120 {
            guard let found = JobTitle(line: line) else { continue }
            title = found.title
            titleLine = line
            if company == nil, let tail = found.tail, found.isEmployer || Self.looksLikeCompany(tail, in: whole) {
                company = HeaderCompany.name(tail)
            }
            if company == nil { readRest(of: line, after: found.title) }
            if location == nil, let place = found.place, company != nil, !TitleTrim.isAside(place) { location = place }
        }
    }

    /// `Optical Assistant, Lanternhouse & Sons, Kilkenny`
    private mutating func readRest(of line: String, after title: String) {
        guard let range = line.firstRange(of: title) else { return }
        let parts = line[range.upperBound...].split { ",|·•–—".contains($0) }.map { String($0.trimmed) }
            .filter { !$0.isEmpty && !TitleTrim.isAside($0) }
        guard let place = parts.firstIndex(where: { HeaderCompany.isCompany($0) && JobTitle(line: $0) == nil }) else {
            return
        }
        company = HeaderCompany.name(parts[place])
        let rest = parts[(place + 1)...].prefix(2).prefix {
            $0.first?.isUppercase == true && !$0.contains(where: \.isNumber)
        }
        if location == nil, !rest.isEmpty { location = rest.joined(separator: ", ") }
    }

    private static func looksLikeCompany(_ name: String, in whole: String) -> Bool {
        HeaderCompany.looksLikeCompany(name, in: whole)
    }

    // MARK: - "About Linden Hospital"

    private mutating func readAbout(_ line: Substring) {
        guard company == nil else { return }
        for lead in Self.aboutLeads where line.hasPrefix(lead) {
            let name = line.dropFirst(lead.count).trimmed(also: ":?")
            guard let first = name.first, first.isUppercase, name.count <= 50,
                !Self.notNames.contains(name.split(separator: " ").first?.lowercased() ?? "")
            else { continue }
            company = String(name)
        }
    }

    private static let aboutLeads = [
        "About ", "Über die ", "Über ", "À propos de ", "A propos de ", "Sobre la ", "Sobre a ", "Sobre o ", "Sobre ",
        "Acerca de ",
        "O firmie ",
    ]

    /// How names do not begin.
    private static let notNames: Set<String> = [
        "us", "the", "you", "this", "our", "your", "we", "it", "job", "role", "team", "position", "my", "uns", "dich",
        "sie",
        "nous", "vous", "nosotros", "nós", "ti", "a", "an", "if", "as", "at", "in", "is", "he", "she", "they", "all",
        "who",
        "candidates", "applicants", "experience", "candidate", "applicant", "today", "there", "here", "what", "company",
        "wir", "der", "die", "das", "unser", "unsere", "für", "el", "la", "los", "notre", "le", "les", "il", "elle",
        "nasza",
        "nas", "nossa", "vaga", "firma", "empresa", "equal", "position", "stelle", "poste", "previous", "work",
        "working",
    ]

    // MARK: - "Linden Hospital is looking for a staff nurse"

    private mutating func readSentence(_ sentence: Substring, _ whole: String) {
        let words = sentence.words
        for index in words.indices {
            for lead in Self.seeking where words[index...].starts(with: lead, by: { $0.lowercased() == $1 }) {
                if company == nil { company = Self.name(endingAt: words[..<index]) }
                let rest = words[(index + lead.count)...]
                if title == nil { title = JobTitle.beginning(rest) }
            }
        }
        if company == nil { company = Self.defined(words) ?? Self.subject(of: words, in: whole) }
        if company == nil, let lead = words.first?.lowercased(), ["at", "join", "bei", "chez", "hier"].contains(lead) {
            company = Self.name(beginning: words.dropFirst())
        }
        for lead in Self.selves where company == nil && words.starts(with: lead, by: { $0.lowercased() == $1 }) {
            company = Self.name(beginning: words.dropFirst(lead.count))
        }
        if title == nil, let place = words.firstIndex(where: { $0.lowercased() == "as" }),
            words[..<place].contains(where: { ["join", "work", "working"].contains($0.lowercased()) })
        {
            title = JobTitle.beginning(words[(place + 1)...])
        }
    }

    /// How a company names itself.
    private static let selves: [[String]] = [
        "we're", "we’re", "we are", "wir sind", "wir, die", "wir, das", "wir, der", "nous sommes", "somos", "here at",
        "welcome to", "i'm a recruiter with",
    ].map { $0.split(separator: " ").map(String.init) }

    private static let seeking: [[String]] = [
        "is looking for", "are looking for", "is hiring", "are hiring", "is seeking", "are seeking", "is recruiting",
        "we're hiring", "we’re hiring", "needs", "need", "wanted", "we’re looking for", "are after", "we're after",
        "role for", "position for", "opening for", "vacancy for", "position of", "post of", "role of", "recherche",
        "recherchons",
        "cherche", "cherchons", "procura-se", "precisamos de", "necesita", "necesitamos", "precisa de", "se busca",
        "gesucht",
        "we're looking for", "seeks", "sucht", "suchen wir", "wir suchen", "recrute", "recherche", "recrutons",
        "recherchons",
        "busca", "buscamos", "selecciona", "contrata", "procura", "procuramos", "estamos contratando", "poszukuje",
        "poszukujemy", "szukamy", "zatrudni",
    ].map { $0.split(separator: " ").map(String.init) }

    /// The name of which a sentence says what it is: `Hearthside is a food publisher`.
    private static func defined(_ words: [Substring]) -> String? {
        let rest = articles.contains(words.first?.lowercased() ?? "") ? words.dropFirst() : words[...]
        guard let name = name(beginning: rest) else { return nil }
        let next = rest.dropFirst(name.split(separator: " ").count).prefix(2).map { $0.lowercased() }
        return definitions.contains(next.joined(separator: " ")) ? name : nil
    }

    private static let definitions: Set<String> = [
        "is a", "is an", "is one", "is the", "are a", "are an", "was founded", "ist ein", "ist eine", "ist der",
        "ist die",
        "est un", "est une", "est le", "est la", "es un", "es una", "é um", "é uma", "é a", "has been", "designs and",
        "designs,", "makes and", "conçoit et", "wurde gegründet",
    ]

    /// The name that a sentence is about, such as `Tallow & Finch builds …`: of two words or more, and either the form of
    /// a company or named again.
    private static func subject(of words: [Substring], in whole: String) -> String? {
        let rest = articles.contains(words.first?.lowercased() ?? "") ? words.dropFirst() : words[...]
        guard let name = name(beginning: rest), name.contains(" "), looksLikeCompany(name, in: whole) else {
            return nil
        }
        let verb = rest.dropFirst(name.split(separator: " ").count).first
        return verb?.first?.isLowercase == true ? name : nil
    }

    private static let articles: Set<String> = ["the", "die", "das", "der", "le", "la", "el", "o", "a"]

    /// The capitalised words right before a place in a sentence, which must begin with them but for an article.
    private static func name(endingAt words: ArraySlice<Substring>) -> String? {
        var rest = words
        if let first = rest.first,
            ["the", "die", "das", "der", "le", "la", "el", "o", "a"].contains(first.lowercased())
        {
            rest = rest.dropFirst()
        }
        guard let name = name(beginning: rest), name.split(separator: " ").count == rest.count else { return nil }
        return name
    }

    /// The capitalised words that a sentence goes on with, up to a comma.
    private static func name(beginning words: ArraySlice<Substring>) -> String? {
        var name: [Substring] = []
        for word in words.prefix(6) {
            let isName = word.first.map { $0.isUppercase || $0.isNumber } == true
            let isLink =
                !name.isEmpty && ["&", "of", "and", "de", "und", "et", "y", "e", "i", "am", "im", "der"].contains(word)
            guard isName || isLink else { break }
            name.append(word)
            if let last = word.last, ",;:".contains(last) { break }
        }
        while let last = name.last, last.first?.isLowercase == true || last == "&" { name.removeLast() }
        let text = name.joined(separator: " ").trimmed(also: ",;:!")
        guard let first = name.first, (2...50).contains(text.count), first.first?.isNumber == false,
            !notNames.contains(first.lowercased().filter { $0.isLetter }), JobTitle(line: String(text)) == nil
        else { return nil }
        return String(text)
    }
}

extension String {
    func occurrences(of text: String) -> Int {
        let (whole, part) = (Array(utf8), Array(text.utf8))
        guard let first = part.first, whole.count >= part.count else { return 0 }
        var count = 0
        for index in 0...(whole.count - part.count) where whole[index] == first {
            if whole[index...].starts(with: part) { count += 1 }
        }
        return count
    }
}
