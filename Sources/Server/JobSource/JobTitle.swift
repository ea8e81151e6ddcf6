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
        parts.removeAll(where: TitleTrim.isAside)
        guard let number = parts.firstIndex(where: { Self.cleaned($0).map(Self.namesJob) ?? false }), number < 3 else {
            return nil
        }
        let head = parts[number]
        var title = head
        for joint in [" at ", " @ ", " bei der ", " bei ", " chez "] {
            guard let place = head.range(ofWord: joint) else { continue }
            title = String(head[..<place.lowerBound])
            tail = String(head[place.upperBound...].trimmed)
            isEmployer = tail?.first?.isUppercase == true
            if parts.count > number + 1 { self.place = parts[number + 1] }
            break
        }
        if tail == nil, parts.count > number + 1 {
            tail = parts[number + 1]
            if parts.count > number + 2 { place = parts[number + 2] }
        }
        guard let cleaned = Self.cleaned(title), Self.namesJob(cleaned) else { return nil }
        self.title = Self.withoutTail(cleaned)
    }

    /// The title that a text begins with which is one long line: `Data Intern wanted for summer at …`.
    static func opening(_ text: Substring) -> String? {
        let sentence = text.prefix(200)
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

    /// Without what a line says besides (``TitleTrim``); `nil` if nothing is left.
    static func cleaned(_ title: String) -> String? {
        let words = TitleTrim.trimmed(title).split(separator: " ")
        guard !words.isEmpty, words.count <= 12 else { return nil }
        return words.joined(separator: " ")
    }

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

    static func namesJob(_ title: String) -> Bool {
        let lower = title.lowercased()
        if lower.split(separator: " ").contains(where: { $0.contains("-") && roles.contains(String($0)) }) {
            return true
        }
        let words = lower.split { !$0.isLetter }
        guard words.count <= 12, !words.contains(where: sentenceWords.contains) else { return false }
        return words.contains { word in
            looksLikeRole(word) || word == "hand" && words.count > 1 || roles.contains(String(word))
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
        crew installer decker supervisor studentship apprenticeship nanny chaperone operative attendant host hostess
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
        "leitung", "decker", "bauer", "macher", "helfer", "helferin",
        "angestellte", "angestellter", "wirt", "wart", "gehilfe", "gehilfin", "schlosser", "installateur", "planer",
        "planerin",
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
