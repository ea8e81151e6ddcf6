internal import Resume

/// What LinkedIn lists under a posting: seniority, employment type, function, industries. The labels are in the reader's
/// language, and so are the values; the values are the ones that are known here.
struct PostingCriteria {
    private(set) var seniority: JobPosting.Seniority?
    private(set) var employmentType: JobPosting.EmploymentType?

    init(_ values: [String]) {
        for value in values.map({ $0.lowercased() }) {
            // An internship is both: the first time a level, the second time a kind of employment.
            if seniority == nil, let found = Self.levels[value] {
                seniority = found
            } else if employmentType == nil {
                employmentType = Self.types[value]
            }
        }
        if employmentType == nil, seniority == .intern { employmentType = .internship }
    }

    private static func table<Value>(_ rows: [(Value, String)]) -> [String: Value] {
        var table: [String: Value] = [:]
        for (value, names) in rows { for name in names.split(separator: "|") { table[String(name)] = value } }
        return table
    }

    /// "Mid-Senior level" is wider than any level of ours: the title says more.
    private static let levels = table([
        (
            JobPosting.Seniority.intern,
            "internship|praktikum|stage|stage / alternance|prácticas|estágio|stagiaire|praktyki|staż|tirocinio"
        ),
        (
            .junior,
            "entry level|berufseinstieg|premier emploi|sin experiencia|algo de responsabilidad|assistente|instapniveau|poziom podstawowy|esperienza minima|júnior"
        ),
        (.mid, "associate|berufserfahren|confirmé|intermedio|pleno-sênior associado"),
        (.director, "director|direktor|direktion|directeur|directora|diretor|direttore|dyrektor"),
        (.executive, "executive|führungsebene|geschäftsführung|dirigeant|ejecutivo|executivo|cadre dirigeant"),
    ])

    private static let types = table([
        (
            JobPosting.EmploymentType.fullTime,
            "full-time|vollzeit|temps plein|jornada completa|tempo integral|voltijd|pełny etat|a tempo pieno|heltid"
        ),
        (
            .partTime,
            "part-time|teilzeit|temps partiel|media jornada|tiempo parcial|meio período|meio expediente|deeltijd|niepełny etat|część etatu|deltid"
        ),
        (
            .contract,
            "contract|auf vertragsbasis|freiberuflich|contrat|contrato|contrato por obra|contratto|contractbasis|umowa"
        ),
        (.temporary, "temporary|befristet|temporaire|intérim|temporal|temporário|tijdelijk|tymczasowa|temporaneo"),
        (.internship, "internship|praktikum|stage|prácticas|estágio|staż|tirocinio"),
    ])
}
