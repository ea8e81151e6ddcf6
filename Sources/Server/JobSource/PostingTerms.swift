internal import Resume

/// On which terms a posting hires, and how senior it wants somebody: only where it says so.
enum PostingTerms {
    /// What the head says, the first word that tells; else only whether the whole text says full or part time.
    ///
    /// - Parameter titleLine: the line that the title stands in.
    static func employmentType(of segments: PostingSegments, titleLine: String?) -> JobPosting.EmploymentType? {
        var text = titleLine.map { [UInt8(ascii: " ")] + CueTable.folded($0[...]) + [UInt8(ascii: " ")] } ?? []
        for unit in segments.units.prefix(400) where unit.kind == .header || unit.isHeading && unit.folded.count < 60 {
            text += unit.folded + [UInt8(ascii: " ")]
        }
        if let meaning = first(in: text) { return order[meaning] }
        if let hours = weeklyHours(in: text) { return hours >= 34 ? .fullTime : .partTime }
        for unit in segments.units.prefix(400) {
            if let meaning = first(in: unit.folded), meaning < 2 { return order[meaning] }
        }
        return nil
    }

    private static func first(in folded: [UInt8]) -> Int? {
        var first: Int?
        types.scan(folded) { _, meaning in
            first = meaning
            return false
        }
        return first
    }

    /// `37.5 hours`, `20 Std./Woche`, `35h`; an `0.6 FTE` as so much of forty hours.
    private static func weeklyHours(in folded: [UInt8]) -> Double? {
        // `37.5` is two words in the folded form.
        let words = String(decoding: folded, as: UTF8.self).split(separator: " ")
        for (index, word) in words.enumerated() {
            let digits = word.prefix { $0.isNumber }
            let isPay = index > 0 && words[index - 1].contains { "$£€".contains($0) }
            guard !digits.isEmpty, !isPay, let number = Double(digits) else { continue }
            let isGlued = ["h", "hrs", "hr"].contains(word.dropFirst(digits.count))
            guard isGlued || digits.count == word.count else { continue }
            let next = words[(index + 1)...].prefix(2).map(String.init)
            if number == 0, next.count == 2, next[1] == "fte", let part = Double("0." + next[0]) { return part * 40 }
            if isGlued || next.first.map(hours.contains) ?? false
                || next.last.map(hours.contains) ?? false && next.first?.count == 1,
                (10...48).contains(number)
            {
                return number
            }
        }
        return nil
    }

    private static let hours: Set<String> = ["hours", "hrs", "h", "std", "stunden", "heures", "horas"]

    /// - Parameter title: the line that the title stands in.
    static func seniority(of title: String?) -> JobPosting.Seniority? {
        guard let title else { return nil }
        var found: JobPosting.Seniority?
        grades.scan(CueTable.folded(title[...])) { _, meaning in
            // `Senior Project Manager` is senior, `Assistant Manager` a manager: the first word that tells.
            found = ranks[meaning]
            return false
        }
        return found
    }

    private static let order: [JobPosting.EmploymentType] = [.fullTime, .partTime, .contract, .temporary, .internship]

    private static let types: CueTable = {
        var table = CueTable()
        let lists = [
            "full time, fulltime, whole time, f t_, 1 0 fte, vollzeit, temps plein, temps complet, jornada completa, tiempo completo, tempo integral, tempo inteiro, pełny etat, 39 h par semaine",
            "part time, parttime, p t_, job share, minijob, teilzeit, temps partiel, media jornada, jornada parcial, tiempo parcial, tempo parcial, meio período, część etatu",
            "contractor, month contract, months contract, ir35, w2_, c2c_, freiberuflicher, contract position, freelance, outside ir35, inside ir35, contract role, freiberuflich, autónomo",
            "temporary, fixed term, ftc_, temp to, temp_, casual_, locum, month fixed, leave cover, seasonal, befristet, cdd_, saisonnier, temporal_, temporário, maternity cover, parental leave cover, interim",
            "internship, intern_, praktikum, praktikant, stagiaire, stage de, stagiaire, prácticas, estágio, co op_, werkstudent, working student",
        ]
        for (meaning, list) in lists.enumerated() { table.insert(list: list, meaning: meaning) }
        return table
    }()

    private static let ranks: [JobPosting.Seniority?] = [
        nil, .intern, .junior, .mid, .senior, .lead, .director, .executive, .manager,
    ]

    private static let grades: CueTable = {
        var table = CueTable()
        let lists = [
            "lead gen, lead time, intern al, senior living, senior care, senior school, senior management, principal of",
            "intern_, internship, praktikant, stagiaire, estagiári, becari, co op_, werkstudent, studentship",
            "junior, jr_, graduate_, trainee, entry level, apprentice, auszubildend, júnior",
            "mid level, mid_, intermediate, pleno",
            "senior, sr_, principal, staff engineer, sénior, sênior",
            "lead_, team lead, tech lead, teamleiter, schichtleiter, vorarbeiter, foreman, head chef, crew lead",
            "director, direktor, directeur, directrice, diretor, head of",
            "vice president, vp_, chief, cto_, cfo_, ceo_, coo_, president, geschäftsführ",
            "manager, leiter, leiterin, responsable, gerente, jefe de, jefa de, chef de projet, kierownik",
        ]
        for (meaning, list) in lists.enumerated() { table.insert(list: list, meaning: meaning) }
        return table
    }()
}
