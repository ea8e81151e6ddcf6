internal import Resume

/// On which terms a posting hires, and how senior it wants somebody: only where it says so.
enum PostingTerms {
    /// What the head says, the first word that tells; else only whether the whole text says full or part time.
    static func employmentType(of segments: PostingSegments, title: String?) -> JobPosting.EmploymentType? {
        var text = title.map { [UInt8(ascii: " ")] + CueTable.folded($0[...]) + [UInt8(ascii: " ")] } ?? []
        for unit in segments.units.prefix(400) where unit.kind == .header || unit.isHeading && unit.folded.count < 60 {
            text += unit.folded + [UInt8(ascii: " ")]
        }
        if let meaning = first(in: text) { return order[meaning] }
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

    static func seniority(of title: String?) -> JobPosting.Seniority? {
        guard let title else { return nil }
        var found: JobPosting.Seniority?
        grades.scan(CueTable.folded(title[...])) { _, meaning in
            // `Senior Project Manager` is senior, `Assistant Manager` a manager: the first word that tells.
            found = found ?? ranks[meaning]
            return found == nil
        }
        return found
    }

    private static let order: [JobPosting.EmploymentType] = [.fullTime, .partTime, .contract, .temporary, .internship]

    private static let types: CueTable = {
        var table = CueTable()
        let lists = [
            "full time, fulltime, vollzeit, temps plein, temps complet, jornada completa, tiempo completo, tempo integral, tempo inteiro, pełny etat, 39 h par semaine",
            "part time, parttime, teilzeit, temps partiel, media jornada, jornada parcial, tiempo parcial, tempo parcial, meio período, część etatu",
            "contractor, month contract, contract position, freelance, outside ir35, inside ir35, contract role, freiberuflich, autónomo",
            "temporary, fixed term, temp to, seasonal, befristet, cdd_, saisonnier, temporal_, temporário, maternity cover, parental leave cover, interim",
            "internship, intern_, praktikum, stage de, stagiaire, prácticas, estágio, co op_, werkstudent, working student",
        ]
        for (meaning, list) in lists.enumerated() { table.insert(list: list, meaning: meaning) }
        return table
    }()

    private static let ranks: [JobPosting.Seniority] = [
        .intern, .junior, .mid, .senior, .lead, .director, .executive, .manager,
    ]

    private static let grades: CueTable = {
        var table = CueTable()
        let lists = [
            "intern_, internship, praktikant, stagiaire, estagiári, becari, co op_, werkstudent",
            "junior, graduate_, trainee, entry level, apprentice, auszubildend, júnior",
            "mid level, mid_, intermediate, pleno",
            "senior, sr_, principal, staff engineer, sénior, sênior",
            "lead_, team lead, tech lead, teamleiter, head chef",
            "director, direktor, directeur, directrice, diretor, head of",
            "vice president, vp_, chief, cto_, cfo_, ceo_, coo_, president, geschäftsführ",
            "manager, leiter, leiterin, responsable, gerente, jefe de, jefa de, chef de projet, kierownik",
        ]
        for (meaning, list) in lists.enumerated() { table.insert(list: list, meaning: meaning) }
        return table
    }()
}
