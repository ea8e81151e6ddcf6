/// A job's title as postings write it, and what stands in the same line.
struct JobTitle {
    let title: String
    /// What follows the title in its line, perhaps the company.
    private(set) var tail: String?
    /// Whether the line says that the tail is the employer: `… at Linden Hospital`.
    private(set) var isEmployer = false
    private(set) var place: String?

    /// Reads a line such as `Staff Nurse (m/f/d) at Linden Hospital | Leeds`; `nil` for a line that names no job.
    init?(line: String) {
        guard let last = line.last, !".?;,:".contains(last), line.count <= 120 else { return nil }
        var parts = Self.parts(line)
        // `Search results > Education > Lecturer`: the way through a site, which ends at the posting.
        if line.contains(" > "), let place = parts.lastIndex(where: Self.namesJob) { parts.removeFirst(place) }
        guard let head = parts.first else { return nil }
        var title = head
        for joint in [" at ", " @ ", " bei ", " chez "] {
            guard let place = head.range(ofWord: joint) else { continue }
            title = String(head[..<place.lowerBound])
            tail = String(head[place.upperBound...].trimmed)
            isEmployer = tail?.first?.isUppercase == true
            if parts.count > 1 { self.place = parts[1] }
            break
        }
        if tail == nil, parts.count > 1 {
            tail = parts[1]
            if parts.count > 2 { place = parts[2] }
        }
        guard let cleaned = Self.cleaned(title), Self.namesJob(cleaned) else { return nil }
        self.title = Self.withoutTail(cleaned)
    }

    /// The title that a text begins with which is one long line: `Data Intern wanted for summer at …`.
    static func opening(_ sentence: Substring) -> String? {
        var end = sentence.endIndex
        for mark in [
            ",", " wanted", " needed", " at ", " gesucht", " (", " – ", " — ", " | ", " for ", " in ", " h/f", " H/F",
        ] {
            if let range = sentence.firstRange(of: mark), range.lowerBound < end { end = range.lowerBound }
        }
        guard let title = cleaned(String(sentence[..<end])), title.split(separator: " ").count <= 7, namesJob(title),
            title.first?.isUppercase == true
        else { return nil }
        return title
    }

    /// The title that a sentence goes on with: `a senior nurse for our ward` has `senior nurse`.
    static func beginning(_ words: ArraySlice<Substring>) -> String? {
        var rest = words
        // `ab dem 1. März eine/n`
        if let place = rest.prefix(6).lastIndex(where: {
            ["eine/n", "eine(n)", "einen", "eine", "ein", "eine:n"].contains($0.lowercased())
        }) {
            rest = rest[(place + 1)...]
        }
        while let first = rest.first, articles.contains(first.lowercased()) { rest = rest.dropFirst() }
        var title: [Substring] = []
        for word in rest.prefix(8) {
            if endings.contains(word.lowercased()) { break }
            title.append(word)
            if let last = word.last, ",.;:!?".contains(last) { break }
        }
        let text = title.joined(separator: " ").trimmed(also: ",.;:!?")
        guard let cleaned = cleaned(String(text)), namesJob(cleaned) else { return nil }
        return cleaned
    }

    /// `Senior Policy Advisor, Rural Broadband` is a `Senior Policy Advisor`; `Registered Nurse, ICU` stays.
    private static func withoutTail(_ title: String) -> String {
        var text = title
        if let comma = text.firstIndex(of: ","), namesJob(String(text[..<comma])) {
            let tail = text[text.index(after: comma)...].trimmed
            if tail.count > 5 || tail.contains(where: \.isLowercase) { text = String(text[..<comma]) }
        }
        if let slash = text.range(ofWord: " / "), namesJob(String(text[..<slash.lowerBound])),
            !namesJob(String(text[slash.upperBound...]))
        {
            text = String(text[..<slash.lowerBound])
        }
        if let open = text.firstIndex(of: "("), open > text.startIndex, text[text.index(before: open)] == " ",
            namesJob(String(text[..<open]))
        {
            text = String(text[..<open])
        }
        let words = text.split(separator: " ")
        let kept =
            words.last.map { ["gesucht", "wanted", "needed", "gesucht!", "wanted!"].contains($0.lowercased()) } == true
            ? words.dropLast() : words[...]
        return kept.joined(separator: " ").trimmed(also: "!–-").split(separator: " ").joined(separator: " ")
    }

    /// The parts of a line between `|`, `·`, `–` and the like.
    static func parts(_ line: String) -> [String] {
        line.replacingSigns(["|", "·", "•", "–", "—", ">", "»"]).split(separator: "\n").flatMap { part in
            part.splitByHyphen()
        }.map { String($0.trimmed) }.filter { !$0.isEmpty }
    }

    /// Without `(m/w/d)`, `(H/F)` and the words before a colon; `nil` if nothing is left.
    static func cleaned(_ title: String) -> String? {
        var text = title
        while let open = text.lastIndex(of: "("), let close = text[open...].firstIndex(of: ")") {
            let inside = text[text.index(after: open)..<close]
            guard inside.count <= 12,
                inside.contains("/") || inside.contains("|") || genderWords.contains(inside.lowercased())
            else { break }
            text.removeSubrange(open...close)
        }
        for mark in ["m/w/d", "w/m/d", "m/f/d", "f/m/d", "H/F", "F/H", "K/M", "m/k"] where text.hasSuffix(" " + mark) {
            text.removeLast(mark.count)
        }
        for lead in [
            "Job:", "Hiring:", "We're hiring:", "Now hiring:", "Wanted:", "Gesucht:", "Vacancy:", "Subject:",
            "Betreff:", "Re:", "Position:", "Role:",
        ]
        where text.hasPrefix(lead) {
            text.removeFirst(lead.count)
        }
        let words = text.trimmed(also: "-–|,:").split(separator: " ")
        guard !words.isEmpty, words.count <= 12 else { return nil }
        return words.joined(separator: " ")
    }

    private static let genderWords: Set<String> = ["all genders", "gn", "all", "any", "mwd", "divers", "x"]
    private static let articles: Set<String> = [
        "a", "an", "the", "our", "your", "for", "new", "for:", "eine", "einen", "ein", "eine:n", "eine/n", "eine(n)",
        "un", "une",
        "un(e)", "una", "un/a", "um", "uma", "um(a)", "nach", "zum", "nächstmöglichen", "zeitpunkt", "einer", "hiring",
        "wir", "ab", "sofort", "unbefristet", "immediately", "two", "three", "several", "experienced", "talented",
        "motivated", "passionate", "first", "second", "2", "3", "4", "six", "dem", "personable", "skilled", "dedicated",
        "reliable", "osoby", "osobę", "na", "stanowisko", "alguien", "alguém",
    ]
    private static let endings: Set<String> = [
        "to", "who", "with", "for", "in", "at", "based", "on", "that", "and", "or", "as", "from", "mit", "für", "am",
        "im", "bei",
        "zur", "der", "die", "pour", "avec", "au", "à", "dans", "para", "con", "com", "que", "en", "em", "do", "w", "z",
        "ze",
        "(m/w/d)", "(m/f/d)", "(w/m/d)", "(h/f)", "(f/h)",
    ]

    // MARK: - What a job is called

    private static func namesJob(_ title: String) -> Bool {
        let words = title.lowercased().split { !$0.isLetter }
        guard words.count <= 12, !words.contains(where: sentenceWords.contains) else { return false }
        return words.contains { word in
            looksLikeRole(word) || roles.contains(String(word))
                || roles.contains(String(word.hasSuffix("s") ? word.dropLast() : word))
                || word.count > 7 && roleEndings.contains { word.hasSuffix($0) }
        }
    }

    /// Whether a word is made like the name of one who does something.
    private static func looksLikeRole(_ word: Substring) -> Bool {
        guard word.count >= 6, !noRoles.contains(word) else { return false }
        return [
            "ist", "ician", "eer", "smith", "keeper", "monger", "wright", "iste", "ista", "eur", "euse", "angestellte",
            "haltern",
            "halter", "halterin", "ologe", "ologin", "tekton", "woman", "fitter", "maker", "hand", "fachkraft",
        ].contains { word.hasSuffix($0) }
    }

    private static let noRoles: Set<Substring> = [
        "career", "exist", "assist", "consist", "persist", "resist", "checklist", "shortlist", "specialties", "revista",
        "conquista", "entrevista", "lista", "vista", "beforehand", "firsthand", "secondhand", "valeur", "secteur",
        "meilleur", "intérieur",
        "extérieur", "supérieur", "longueur", "twist", "waitlist", "leading", "hauteur", "couleur", "ingenieurwesen",
    ]

    private static let sentenceWords: Set<Substring> = [
        "we", "our", "you", "your", "is", "are", "will", "join", "about", "us", "wir", "suchen", "nous", "vous",
        "notre",
        "buscamos", "somos", "estamos", "szukamy", "what", "how", "why", "apply", "responsibilities", "requirements",
    ]

    private static let roles: Set<String> = Set(
        """
        fellow co-op labourers farmworker grower shepherd stockperson herdsman butcher fishmonger florist tailor seamstress barber
        hairdresser beautician instructor trainer coach invigilator dean principal headteacher warden ranger gardener arborist
        forester underwriter adjuster actuary broker trader teller steward stewardess pilot captain bosun deckhand docker courier
        postie postman dispatcher expediter scheduler sorter loader roofer plasterer tiler glazier mason bricklayer painter decorator
        scaffolder rigger joiner machinist miller turner toolmaker moulder founder sonographer radiographer phlebotomist dietitian
        podiatrist optician optometrist audiologist psychologist counsellor counselor veterinarian groomer registrar curator archivist
        editor producer director cinematographer presenter videographer webmaster maid porter valet bellhop sommelier maître butler
        provider practitioner hygienist prosthetist paralegal notary bailiff judge clerk typist secretary transcriptionist interpreter
        gerocultor gerocultora récteptionniste réceptionniste dessinateur projeteur médecin généraliste pharmacien sage-femme
        aide-soignant aide-soignante serveur serveuse boulanger plombier électricien menuisier maçon encarregado encarregada
        pedreiro eletricista encanador cozinheiro recepcionista dependente caixa fisioterapeuta psicólogo psicóloga médico médica
        especialista electricista fontanero albañil enfermera recepcionista dependienta educador educadora
        engineer developer programmer manager director analyst scientist designer architect administrator nurse nurses welder
        teacher tutor lecturer professor assistant associate specialist consultant coordinator supervisor technician operator
        mechanic electrician plumber carpenter driver cook chef waiter waitress barista bartender receptionist accountant
        auditor bookkeeper controller lawyer attorney paralegal counsel clerk officer representative executive agent advisor
        adviser lead head chief president intern trainee apprentice graduate recruiter buyer planner picker worker labourer
        laborer cleaner housekeeper caregiver carer therapist physician doctor surgeon dentist pharmacist midwife paramedic
        editor writer journalist copywriter translator photographer animator illustrator researcher chemist biologist
        physicist statistician foreman inspector machinist fitter installer merchandiser cashier salesperson marketer
        strategist producer guard firefighter librarian sommelier baker concierge dispatcher handler packer surveyor
        estimator handyman caretaker tester sysadmin devops cto cfo ceo coo vp sre secretary owner master partner
        entwickler entwicklerin ingenieur ingenieurin leiter leiterin berater beraterin pfleger pflegerin pflegefachkraft
        pflegefachmann pflegefachfrau krankenpfleger sachbearbeiter sachbearbeiterin mitarbeiter mitarbeiterin fachkraft
        techniker technikerin meister schweißer schweißerin lehrer lehrerin erzieher erzieherin koch köchin fahrer
        buchhalter buchhalterin kaufmann kauffrau kaufleute verkäufer verkäuferin referent referentin assistenz assistentin
        praktikant praktikantin werkstudent werkstudentin auszubildender anwalt anwältin arzt ärztin mechaniker elektroniker
        ingénieur ingénieure développeur développeuse infirmier infirmière responsable directeur directrice chargé chargée
        assistante technicien technicienne soudeur comptable cuisinier cuisinière enseignant enseignante professeur chauffeur
        vendeur vendeuse conseiller conseillère consultante stagiaire alternant juriste avocat avocate chef cheffe
        conducteur conductrice gestionnaire acheteur magasinier préparateur aide
        ingeniero ingeniera desarrollador desarrolladora enfermero enfermera gerente director directora analista técnico
        técnica soldador profesor profesora maestro maestra contable administrativo administrativa camarero camarera cocinero
        cocinera abogado abogada conductor comercial consultor consultora jefe jefa encargado encargada responsable mozo
        auxiliar dependiente diseñador diseñadora arquitecto arquitecta científico científica
        engenheiro engenheira desenvolvedor desenvolvedora enfermeiro enfermeira coordenador coordenadora assistente
        professora advogado advogada motorista cozinheiro cozinheira vendedor vendedora estagiário estagiária contador
        contadora soldador operador operadora supervisor supervisora cientista
        inżynier programista programistka pielęgniarka pielęgniarz kierownik kierowniczka specjalista specjalistka analityk
        analityczka spawacz nauczyciel nauczycielka księgowy księgowa kucharz kierowca sprzedawca doradca asystent asystentka
        technik operator magazynier prawnik referent projektant projektantka dyrektor mechanik elektryk monter pracownik
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// How the compounds of German end.
    private static let roleEndings = [
        "ingenieur", "ingenieurin", "entwickler", "entwicklerin", "leiter", "leiterin", "pfleger", "pflegerin",
        "berater",
        "beraterin", "techniker", "technikerin", "bearbeiter", "bearbeiterin", "fachkraft", "mechaniker",
        "mechatroniker",
        "kaufmann", "kauffrau", "schweißer", "lehrer", "lehrerin", "arbeiter", "arbeiterin", "schwester", "analytiker",
        "spezialist", "elektroniker", "assistent", "assistentin", "verwalter", "fahrer", "führer", "meister", "koch",
    ]
}

extension String {
    fileprivate func range(ofWord word: String) -> Range<Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(word) { return index..<self.index(index, offsetBy: word.count) }
            index = self.index(after: index)
        }
        return nil
    }

    fileprivate func replacingSigns(_ signs: Set<Character>) -> String {
        String(map { signs.contains($0) ? "\n" : $0 })
    }
}

extension Substring {
    /// The parts around a hyphen that stands alone.
    fileprivate func splitByHyphen() -> [Substring] {
        var parts: [Substring] = []
        var start = startIndex
        var rest = self
        while let place = rest.firstIndex(of: "-") {
            let after = index(after: place)
            if place > startIndex, self[index(before: place)] == " ", after < endIndex, self[after] == " " {
                parts.append(self[start..<place])
                start = after
            }
            rest = self[after...]
        }
        return parts + [self[start...]]
    }
}
