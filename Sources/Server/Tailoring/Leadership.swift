internal import Resume

/// Whether a text tells of leading people, by the words of the languages that postings are understood in. For what rises
/// in a list, not for what is claimed.
enum Leadership {
    private static let beginnings = [
        "led ", "lead ", "leading ", "manage", "head of", "directed", "hired", "recruit", "mentor", "coach", "supervis",
        "team of", "teams", "direct report", "report to the board", "grew ", "preceptor", "charge nurse",
        "leitung", "geleitet", "leite ", "führung", "geführt", "teams ", "mitarbeite", "ausgebildet",
        "pilotage", "encadre", "dirig", "management", "équipe",
        "equipo", "lider", "coordin", "gestion", "equipe", "liderei", "coorden",
        "kierowa", "zespoł", "zarządza", "szkoleni",
    ]

    static func isShown(in text: String) -> Bool {
        let text = text.lowercased()
        return beginnings.contains { beginning in
            text.ranges(of: beginning).contains { range in
                range.lowerBound == text.startIndex || !text[text.index(before: range.lowerBound)].isLetter
            }
        }
    }

    /// Whether a posting looks for somebody who leads.
    static func isAsked(of posting: JobPosting) -> Bool {
        switch posting.seniority {
        case .lead, .manager, .director, .executive: true
        case .intern, .junior, .mid, .senior, nil: false
        }
    }
}
