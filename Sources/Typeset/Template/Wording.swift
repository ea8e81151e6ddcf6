internal import Foundation
internal import Resume

/// The words that a resume prints besides the person's own: headings and dates, in the resume's language.
struct Wording: Sendable {
    private let headings: [TailoredResume.Section.Kind: String]
    let summary: String
    private let present: String
    /// Month names for "Jun 2020", or a pattern such as `06/2020`.
    private let months: Months

    private enum Months: Sendable {
        case names([String])
        case numbers(separator: String)
    }

    /// The wording of a BCP 47 tag's primary language; English for a language that is not here.
    static func of(_ language: String) -> Wording {
        wordings[String(language.prefix { $0 != "-" && $0 != "_" }).lowercased()] ?? english
    }

    /// In capitals, alone on their line: what parsers look for.
    func heading(_ kind: TailoredResume.Section.Kind) -> String { headings[kind] ?? kind.rawValue.uppercased() }

    /// `Jun 2020 – Present`; one date alone is printed as that date; `nil` when no date is known.
    func dates(_ range: TailoredResume.DateRange?) -> String? {
        guard let range else { return nil }
        let start = range.start.map(date)
        let end = range.ongoing ? present : range.end.map(date)
        switch (start, end) {
        case (let start?, let end?): return start == end ? start : "\(start) – \(end)"
        case (let date?, nil), (nil, let date?): return date
        case (nil, nil): return nil
        }
    }

    private func date(_ date: PartialDate) -> String {
        guard let month = date.month else { return "\(date.year)" }
        switch months {
        case .names(let names): return "\(names[month - 1]) \(date.year)"
        case .numbers(let separator): return "\(month < 10 ? "0" : "")\(month)\(separator)\(date.year)"
        }
    }

    private init(_ summary: String, _ present: String, _ months: Months, _ headings: [String]) {
        self.summary = summary
        self.present = present
        self.months = months
        self.headings = Dictionary(uniqueKeysWithValues: zip(TailoredResume.Section.Kind.allCases, headings))
    }

    // The headings stand in the order of `Section.Kind`: experience, projects, education, skills, certificates,
    // languages, volunteer, awards, publications, interests, references.
    private static let english = Wording(
        "SUMMARY", "Present",
        .names(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]),
        [
            "EXPERIENCE", "PROJECTS", "EDUCATION", "SKILLS", "CERTIFICATIONS", "LANGUAGES", "VOLUNTEERING", "AWARDS",
            "PUBLICATIONS", "INTERESTS", "REFERENCES",
        ])

    private static let wordings: [String: Wording] = [
        "en": english,
        "de": Wording(
            "PROFIL", "heute", .numbers(separator: "/"),
            [
                "BERUFSERFAHRUNG", "PROJEKTE", "AUSBILDUNG", "KENNTNISSE", "ZERTIFIKATE", "SPRACHEN", "EHRENAMT",
                "AUSZEICHNUNGEN", "VERÖFFENTLICHUNGEN", "INTERESSEN", "REFERENZEN",
            ]),
        "fr": Wording(
            "PROFIL", "aujourd'hui",
            .names([
                "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
            ]),
            [
                "EXPÉRIENCE PROFESSIONNELLE", "PROJETS", "FORMATION", "COMPÉTENCES", "CERTIFICATIONS", "LANGUES",
                "BÉNÉVOLAT", "DISTINCTIONS", "PUBLICATIONS", "CENTRES D'INTÉRÊT", "RÉFÉRENCES",
            ]),
        "es": Wording(
            "PERFIL", "actualidad",
            .names(["ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.", "ago.", "sept.", "oct.", "nov.", "dic."]),
            [
                "EXPERIENCIA LABORAL", "PROYECTOS", "EDUCACIÓN", "COMPETENCIAS", "CERTIFICACIONES", "IDIOMAS",
                "VOLUNTARIADO", "PREMIOS", "PUBLICACIONES", "INTERESES", "REFERENCIAS",
            ]),
        "pt": Wording(
            "PERFIL", "atual",
            .names(["jan.", "fev.", "mar.", "abr.", "maio", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."]),
            [
                "EXPERIÊNCIA PROFISSIONAL", "PROJETOS", "FORMAÇÃO", "COMPETÊNCIAS", "CERTIFICAÇÕES", "IDIOMAS",
                "VOLUNTARIADO", "PRÊMIOS", "PUBLICAÇÕES", "INTERESSES", "REFERÊNCIAS",
            ]),
        "pl": Wording(
            "PODSUMOWANIE", "obecnie", .numbers(separator: "."),
            [
                "DOŚWIADCZENIE ZAWODOWE", "PROJEKTY", "WYKSZTAŁCENIE", "UMIEJĘTNOŚCI", "CERTYFIKATY", "JĘZYKI",
                "WOLONTARIAT", "NAGRODY", "PUBLIKACJE", "ZAINTERESOWANIA", "REFERENCJE",
            ]),
    ]
}
