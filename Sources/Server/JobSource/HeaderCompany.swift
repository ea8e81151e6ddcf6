/// The company that the lines at the top of a posting name.
enum HeaderCompany {
    /// The likeliest name; `nil` where no line has enough of one.
    static func best(among lines: [String], whole: String, title: String?) -> String? {
        var best: (name: String, score: Int)?
        let titleLine = title.flatMap { title in lines.firstIndex { $0.contains(title) } }
        for (index, line) in lines.enumerated() where line.count <= 110 && !line.contains(": ") {
            if SegmentHeading.says(line[...]) { continue }
            if let last = line.last, "?!;:".contains(last) { continue }
            if line.last == ".", !companyEndings.contains(where: line.hasSuffix) { continue }
            for (place, part) in JobTitle.parts(line).prefix(3).enumerated() where !TitleTrim.isAside(part) {
                let name = name(part)
                // What follows a title in its line is more often what it is about.
                if titleLine == index, place > 0, !hasForm(name), whole.occurrences(of: name) < 2 { continue }
                guard let score = score(name, of: part, in: whole, title: title) else { continue }
                let isNear = titleLine.map { abs($0 - index) == 1 || $0 == index } ?? (index < 2)
                let total = score + (isNear ? 1 : 0) + (place == 0 && titleLine != index ? 1 : 0)
                if total >= 2, total > best?.score ?? 0 { best = (name, total) }
            }
        }
        return best?.name
    }

    /// The name without the place after it: `Linden Hospital, Leeds` is `Linden Hospital`, `Brandt Labs, Inc.` stays.
    static func name(_ part: String) -> String {
        let pieces = part.split(separator: ",").map { String($0.trimmed) }
        guard let first = pieces.first else { return part }
        var name = first
        for piece in pieces.dropFirst() {
            guard words(piece).allSatisfy({ forms.contains($0) }), !piece.isEmpty else { break }
            name += ", " + piece
        }
        if let open = name.firstIndex(of: "("), open > name.startIndex { name = String(name[..<open].trimmed) }
        return String((name.split(whereSeparator: { "☕🚀☀🔧/".contains($0) }).first ?? "").trimmed(also: "*"))
    }

    /// Whether a name has a company's form, or the text names it again.
    static func looksLikeCompany(_ name: String, in whole: String) -> Bool {
        guard (2...60).contains(name.count), name.first.map({ $0.isUppercase || $0.isNumber }) == true else {
            return false
        }
        return hasForm(name) || whole.occurrences(of: name) >= 2
    }

    /// A name that is one by its form alone.
    static func isCompany(_ name: String) -> Bool { hasForm(name) || name.contains(" & ") }

    static func mayBeTitle(_ line: String) -> Bool {
        let words = words(line)
        return !hasForm(line)
            && !words.contains {
                terms.contains($0) || SkillWords.verbal.contains($0) || SkillWords.notNames.contains($0)
            }
    }

    private static func score(_ name: String, of part: String, in whole: String, title: String?) -> Int? {
        guard (2...60).contains(name.count), name.first.map({ $0.isUppercase || $0.isNumber }) == true,
            name.split(separator: " ").count <= 8
        else { return nil }
        let words = words(name)
        // A line of a head has no verb and is no sentence.
        guard !words.contains(where: { terms.contains($0) || SkillWords.verbal.contains($0) }),
            !words.contains(where: {
                ["department", "office", "division", "school"].contains($0) && words.contains("of")
            })
        else { return nil }
        guard !words.contains(where: { terms.contains($0) }),
            title.map({ !$0.contains(name) && !name.contains($0) }) ?? true
        else { return nil }
        if name.contains(where: { "€$£%@#".contains($0) }) || name.count(where: \.isNumber) > 2 { return nil }
        let form = hasForm(name)
        if !form, JobTitle(line: name) != nil { return nil }
        var score = form ? 3 : 0
        if name.contains(" & ") || name.contains(" + ") { score += 1 }
        // Named again, perhaps by its first words only: "Maple Hollow" for "Maple Hollow Chemicals".
        if whole.occurrences(of: name) >= 2 {
            score += 2
        } else if let short = short(name), whole.occurrences(of: short) >= 2 {
            score += 1
        }
        if part != name, name.split(separator: " ").count > 1 { score += 1 }
        // `Leeds, UK`, `Austin, TX`: a place alone.
        if words.count == 1, part != name, !form { score -= 2 }
        return score
    }

    private static func short(_ name: String) -> String? {
        let words = name.split(separator: " ")
        guard words.count > 1, let first = words.first, first.count > 3 else { return nil }
        return ["the", "hôtel", "hotel", "city", "university"].contains(first.lowercased()) ? nil : String(first)
    }

    private static func words(_ name: String) -> [String] {
        name.split { !($0.isLetter || $0.isNumber || $0 == ".") }.map { $0.lowercased() }
    }

    private static func hasForm(_ name: String) -> Bool {
        words(name).contains { forms.contains($0) || kinds.contains($0) }
    }

    private static let companyEndings = [
        "Inc.", "Ltd.", "Co.", "Corp.", "S.A.", "S.L.", "Lda.", "e.V.", "Ltda.", "o.o.",
    ]

    private static let forms: Set<String> = [
        "gmbh", "ag", "inc", "inc.", "ltd", "ltd.", "llc", "llp", "plc", "corp", "corp.", "se", "kg", "mbh", "ggmbh",
        "sarl", "sas", "sa", "s.a.", "s.l.", "sl", "lda", "lda.", "ltda", "ltda.", "s.p.a.", "o.o.", "sp.", "s.a", "ab",
        "aps",
        "bv", "b.v.", "nv", "oy", "as", "a.s.", "e.v.", "co.", "cic", "pllc", "partg", "ohg", "ug", "gbr", "pty",
        "limited",
        "incorporated", "corporation",
    ]

    private static let kinds: Set<String> = [
        "group", "hospital", "hospitals", "clinic", "university", "bank", "school", "schools", "institute",
        "foundation",
        "klinikum", "klinik", "krankenhaus", "stadtwerke", "hotel", "hôtel", "academy", "labs", "trust", "college",
        "council", "county", "city", "borough", "laboratories", "systems", "industries", "logistics", "partners",
        "solutions", "holdings", "studio", "studios", "museum", "church", "dairies", "farm", "farms", "brewery",
        "winery",
        "wines", "bakery", "builders", "contractors", "consulting", "advisors", "associates", "solicitors", "chambers",
        "kanzlei",
        "gemeinde", "landkreis", "stadt", "agentur", "verlag", "company", "co", "sons", "brothers", "bros",
        "federation",
        "maison", "clínica", "colégio", "colegio", "residencia", "residência", "ayuntamiento", "mairie", "cabinet",
        "staffing", "recruitment", "haulage", "freight", "ferries", "airlines", "airport", "port", "authority",
        "ministry", "society", "association", "centre", "center", "lodge", "inn", "resort", "restaurant",
        "kitchen", "café", "foods", "chemicals", "roofing", "motors", "works", "pharmaceuticals", "properties",
        "estates",
        "mercantile", "stores", "opticians", "assurance",
    ]

    /// What stands among the facts of a head and is no company.
    private static let terms: Set<String> = [
        "full", "part", "time", "vollzeit", "teilzeit", "permanent", "temporary", "contract", "hybrid", "remote",
        "onsite",
        "salary", "posted", "ref", "recrute", "sucht", "busca", "hrs", "std", "woche", "week", "weeks", "nights",
        "reference", "apply", "cdi", "cdd", "unbefristet", "befristet", "tiempo", "tempo",
        "job",
        "jobs", "details", "search", "results", "vacancy", "careers", "home", "hiring", "hours", "fixed", "term",
        "closes", "starts",
        "schicht", "requisition", "freelance", "immediate", "sofort", "we", "we're", "you", "our", "hi", "hello",
        "dear",
        "position", "location", "about", "description", "overview", "summary", "share", "save",
    ]
}
