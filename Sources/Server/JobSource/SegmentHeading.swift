internal import Resume

/// A line that says what the lines after it are about, in six languages.
struct SegmentHeading {
    typealias Kind = JobPosting.Segment.Kind

    /// Where a line stands, and how it is set.
    struct Setting {
        let isMarked: Bool
        let isBullet: Bool
        let followsGap: Bool
        let precedesGap: Bool
        let precedesBullet: Bool
        let isLast: Bool
        let line: Int
    }

    /// What the lines below are about, and how sure that is, from 0 to 1; `nil` where only they can tell.
    let kind: (Kind, Float)?

    /// `nil` for a line that is no heading.
    init?(_ line: Substring, _ setting: Setting) {
        // A bullet is a heading only with a colon.
        guard !setting.isBullet || line.utf8.last == UInt8(ascii: ":") else { return nil }
        guard !setting.isLast, line.utf8.count <= 200, line.count <= 80, let last = line.last,
            !line.contains(". "), !",;".contains(last), last != "." || line.hasSuffix("...")
        else { return nil }
        let words = Self.words(line)
        guard (1...11).contains(words.count) else { return nil }
        // `Requirements: Kubernetes` says what it heads.
        if let colon = line.firstIndex(of: ":"), Self.leading(line) != nil,
            Self.best(in: Self.words(line[colon...]), spare: 2) == nil
        {
            return nil
        }
        if !setting.isBullet || last == ":", let kind = Self.best(in: words, spare: last == ":" ? 4 : 3) {
            self.kind = (kind, 1)
            return
        }
        guard !setting.isBullet, Self.isSetOff(line, words.count, setting) else { return nil }
        kind = Self.hint(words).map { ($0, 0.5) }
    }

    /// Whether a line stands like a heading, whatever it says.
    private static func isSetOff(_ line: Substring, _ count: Int, _ setting: Setting) -> Bool {
        if setting.isMarked { return setting.line > 0 }
        guard let last = line.last, setting.line > 1 else { return false }
        let isShouted = !line.contains(where: \.isLowercase) && line.contains(where: \.isLetter)
        if isShouted, line.count <= 50 { return true }
        if setting.precedesBullet { return setting.followsGap || ":…?".contains(last) }
        if last == ":" { return setting.followsGap }
        return setting.followsGap && !setting.precedesGap && count <= 7 && line.count <= 45
            && !line.contains(where: { "@|·".contains($0) })
    }

    /// What single words of a heading point to.
    private static func hint(_ words: [String]) -> Kind? {
        let folded = Array(words.joined(separator: " ").utf8)
        for (kind, table) in hints where table.occurs(in: folded) { return kind }
        return nil
    }

    /// Whether a line calls itself by a heading that many postings have.
    static func says(_ line: Substring) -> Bool {
        guard line.utf8.count <= 80 else { return false }
        return best(in: words(line), spare: 1) != nil
    }

    /// What the sentences after a sentence are about that is nothing but a heading, as in text without line breaks.
    static func closing(_ sentence: Substring) -> Kind? {
        guard sentence.last == ":", sentence.utf8.count <= 80 else { return nil }
        return best(in: words(sentence), spare: 3)
    }

    /// What a sentence calls itself before a colon.
    static func leading(_ sentence: Substring) -> Kind? {
        guard sentence.utf8.prefix(90).contains(UInt8(ascii: ":")),
            let colon = sentence.prefix(60).firstIndex(of: ":")
        else { return nil }
        let content = sentence[sentence.index(after: colon)...].drop { $0 == " " }
        guard !content.isEmpty else { return nil }
        return best(in: words(sentence[..<colon]), spare: 2)
    }

    private static func words(_ text: Substring) -> [String] {
        // Without a sign beyond ASCII, which begins with this byte or C2, every byte tells by itself.
        if !text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xC2 }) {
            return text.lowercased().utf8.split { byte in
                byte < 0x80 && byte != UInt8(ascii: "'") && !Unicode.Scalar(byte).isASCIIAlphanumeric
            }.map { String(Substring($0)) }
        }
        return text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }
            .map { $0.utf8.contains(0xE2) ? String($0.map { $0 == "’" ? "'" : $0 }) : String($0) }
    }

    /// The kind of the longest phrase that the words begin with, if at most `spare` others follow; further on in the
    /// words only if it is nearly all of them.
    private static func best(in words: [String], spare: Int) -> Kind? {
        var best: (kind: Kind, length: Int)?
        for start in words.indices {
            for phrase in phrases[words[start]] ?? []
            where phrase.words.count > (best?.length ?? 0) && words[start...].starts(with: phrase.words) {
                let others = words.count - phrase.words.count
                // One common word is a heading only alone, or nearly so.
                let most = start > 0 || phrase.words.count == 1 ? spare - 2 : spare
                if others <= most { best = (phrase.kind, phrase.words.count) }
            }
        }
        return best?.kind
    }

    private struct Phrase {
        let words: [String]
        let kind: Kind
    }

    /// By their first word.
    private static let phrases: [String: [Phrase]] = {
        var table: [String: [Phrase]] = [:]
        for (kind, list) in headings {
            for heading in list.split(whereSeparator: { $0 == "," || $0.isNewline }) {
                let words = words(heading)
                if let first = words.first { table[first, default: []].append(Phrase(words: words, kind: kind)) }
            }
        }
        return table
    }()

    /// In the order in which they count: what would help is said with the words of what is needed.
    private static let hints: [(Kind, CueTable)] = [
        (
            .preferred,
            """
            nice, bonus, plus_, plus points, desirable, desired, preferred, ideal world, welcome, would help, helps, better, advantage, extra
            we'd love, would love, brownie, gold star, icing, cherry, optional, not essential, asset, great if, good to, also like, would also
            would like, points, smile, a head start, useful, happy, stand out, set you apart, faster, differentiat, impress, delight, wish, secondary
            von vorteil, wünschenswert, vorteil, idealerweise, zusätzlich, freut, schön, pluspunkt, gern, toll, begeistert, kein muss
            atout, apprécié, souhaité, idéal, encore mieux, les plus, bonus, deseable, valor, mejor, suma, extra
            diferencia, desejá, valoriza, melhor, ajuda, ótimo, mile, atut
            """
        ),
        (
            .process,
            """
            apply, applying, application, process, next, contact, hire, hiring, interview, interested, sound like, steps, join us, how we
            want to, ready to, get in touch, closing, bewerb, interess, kontakt, ablauf, lust, neugierig, fragen
            postul, candidat, intéress, étapes, recrutement, contact, suite, inscri, solicit, interes, proceso, contacto, candidat, processo
            aplik, rekrut
            """
        ),
        (
            .requirements,
            """
            bring, need, looking for, must, essential, qualif, require, skill, experience, person_, profile, you have, fit_, who you, about you
            you're a, you are, ask, criteria, expect, candidate, education, you'll have, background, certific, licen, you_are, what it takes
            minimum, you'll love, we want, we seek, success looks, eligib, right for, credential, knowledge
            profil, mitbring, bringst, bringen, anforder, erwarten wir, voraussetz, qualifik, kenntnis, suchen, brauch, können, bist, auszeichnet
            profil, compétence, prérequis, exig, formation, demand, recherch, attend, faut, requis, perfil, necesit, buscamos, pedimos, requer
            aportas, formac, conocim, esperamos, procuramos, precis, exigi, conhecim, wymag, oczek, szukamy
            """
        ),
        (
            .benefits,
            """
            offer, benefit, get_, perks, pay_, goods, reward, compens, salary, package, for you, why_, money, terms, give you, you'll get, return
            remuner, perk, looking after, deal_, in it, hours, conditions, the good stuff, treat, bieten, vorteile, vergüt, angebot, freuen, gute
            avantag, offr, salaire, rémun, propos, condition, gagn, ofrec, beneficio, salari, condicion, damos, oferec, benefíc, remuner
            damos, ganha, vantag, ofer
            """
        ),
        (
            .duties,
            """
            do_, doing, day_, days, duties, role_, job_, responsib, task, work_, week, position, you'll, you will, impact, mission, function
            involve, shift, challenge, accountab, purpose, spend your, scope, aufgabe, erwartet, tätig, stelle, machst, rolle, tust
            mission, tâche, poste, rôle, quotidien, activit, responsab, ferez, funcion, tarea, puesto, harás, misión, día, responsab
            atividad, função, funções, tarefa, vaga, fará, farás, dia_, obowiąz, zadan
            """
        ),
        (
            .boilerplate,
            "equal, legal, privacy, diversity, notice, disclaimer, statement, datenschutz, gleich, égalité, igualdad, igualdade, similar jobs"
        ),
        (
            .company,
            """
            about, who we, company, us_, story, team, where you, school, firm_, practice_, hospital, organisation, organization, we are, property
            department, our_, studio_, home_, place_, garden, paper_, site_, business_, brewery, farm_, council, trust_, über, wer wir, sind wir
            unternehmen, betrieb, haus_, qui sommes, entreprise, propos, équipe, maison, sobre, quiénes, empresa, equipo, nosotros, quem, equipa
            firm
            """
        ),
    ].map { ($0, CueTable(list: $1)) }

    private static let headings: [(Kind, String)] = [
        (
            .requirements,
            """
            requirements, required, required skills, required qualifications, minimum qualifications, basic qualifications
            qualifications, must have, must haves, essential, essential criteria, essential skills, what you need
            what you'll need, what you will need, what you bring, what you'll bring, what you will bring, who you are
            your profile, about you, what we're looking for, what we are looking for, what we look for, we are looking for
            we're looking for, you have, you'll have, you have experience, skills and experience, experience and skills
            skills, key skills, technical skills, your skills, your background, candidate profile, the ideal candidate
            ideal candidate, person specification, education and experience, experience, certifications, licenses
            licences, education, your experience, what makes you a great fit, you might be a fit, tech stack, our stack
            physical requirements, job requirements, minimum requirements, tools you will use, what you should have
            anforderungen, anforderungsprofil, ihr profil, dein profil, das bringst du mit, das bringen sie mit
            was du mitbringst, was sie mitbringen, was wir erwarten, wir erwarten, qualifikation, qualifikationen
            voraussetzungen, du bringst mit, sie bringen mit, womit sie überzeugen, womit du überzeugst, kenntnisse
            was dich auszeichnet, was sie auszeichnet, das zeichnet sie aus, das zeichnet dich aus, wen wir suchen
            profil, profil recherché, votre profil, ton profil, le profil recherché, compétences, compétences requises
            qualifications requises, prérequis, exigences, ce que nous recherchons, nous recherchons, vous avez
            formation et expérience, diplômes, vos compétences, vos atouts
            requisitos, requisitos mínimos, requisitos imprescindibles, imprescindible, perfil, perfil buscado, tu perfil
            qué buscamos, que buscamos, lo que buscamos, buscamos, qué necesitas, experiencia requerida, conocimientos
            competencias, formación, requisitos del puesto, qué esperamos de ti
            requisitos obrigatórios, pré requisitos, o que buscamos, o que procuramos, o que esperamos de você
            qualificações, perfil desejado, requisitos e qualificações, formação, conhecimentos, competências, seu perfil
            wymagania, nasze wymagania, oczekiwania, oczekujemy, nasze oczekiwania, czego oczekujemy, kogo szukamy
            kwalifikacje, wymagane kwalifikacje, profil kandydata, twój profil, czego od ciebie oczekujemy, co wnosisz
            wymagania konieczne, od kandydatów oczekujemy
            """
        ),
        (
            .preferred,
            """
            nice to have, nice to haves, preferred, preferred qualifications, preferred skills, desired skills, desirable
            desirable criteria, bonus, bonus points, bonus points if, bonus skills, pluses, a plus, good to have
            additional qualifications, it's a plus if, what would be great, even better if, extra credit, ideally
            desired qualifications, it would be nice if you, it would be great if you, nice if you bring, preferred experience, would be a plus, great if you have
            von vorteil, wünschenswert, idealerweise, nice to have kenntnisse, pluspunkte, das wäre schön, bonuspunkte
            les plus, un plus, souhaité, atouts appréciés, serait un plus, compétences appréciées, idéalement, serait un atout
            deseable, se valorará, valorable, se valora, requisitos deseables, valoramos, plus, suma puntos
            diferenciais, diferencial, desejável, será um diferencial, seria um diferencial, requisitos desejáveis
            mile widziane, dodatkowe atuty, dodatkowym atutem będzie, dodatkowym atutem, atutem będzie, będzie plusem
            dodatkowo mile widziane
            """
        ),
        (
            .duties,
            """
            responsibilities, key responsibilities, your responsibilities, duties, main duties, job duties
            duties and responsibilities, what you'll do, what you will do, what you'll be doing, what you will be doing
            your role, the role, about the role, about the job, job description, role overview, your tasks, tasks
            your mission, day to day, a day in the life, how you'll make an impact, in this role, the position
            essential functions, essential duties, about the position, job summary, position summary, your impact
            your work, the job, what the job involves, your day, a typical shift, scope of work, overview
            aufgaben, ihre aufgaben, deine aufgaben, das erwartet dich, das erwartet sie, tätigkeiten, was dich erwartet
            was sie erwartet, aufgabengebiet, ihr aufgabengebiet, stellenbeschreibung, das sind deine aufgaben
            das sind ihre aufgaben, deine rolle, ihre tätigkeit, ihre tätigkeiten, verantwortungsbereich
            missions, vos missions, tes missions, missions principales, responsabilités, description du poste, le poste
            vos responsabilités, votre mission, votre rôle, les missions, tâches, principales missions, activités
            responsabilidades, funciones, funciones principales, tareas, qué harás, que harás, tus funciones
            descripción del puesto, descripción del empleo, tu misión, el puesto, lo que harás, principales funciones
            atividades, principais atividades, o que você fará, o que você vai fazer, suas responsabilidades, funções
            descrição da vaga, responsabilidades e atribuições, atribuições, a vaga, o que irá fazer
            obowiązki, zakres obowiązków, twój zakres obowiązków, zadania, twoje zadania, główne zadania, opis stanowiska
            czym będziesz się zajmować, twoje obowiązki, co będziesz robić, zakres zadań
            """
        ),
        (
            .company,
            """
            about us, about the company, about our company, who we are, our company, the company, our story, our mission
            our values, company overview, about the team, our team, the team, about the organization, about our team
            our culture, company description, about the hospital, about the school
            über uns, wir über uns, wer wir sind, das unternehmen, unser unternehmen, das sind wir, ihr arbeitgeber, unser team
            qui sommes nous, à propos de nous, l'entreprise, notre entreprise, présentation de l'entreprise, à propos
            sobre nosotros, quiénes somos, la empresa, nuestra empresa, acerca de nosotros, sobre la empresa
            sobre nós, quem somos, a empresa, sobre a empresa, nossa empresa
            o nas, o firmie, kim jesteśmy, nasza firma
            """
        ),
        (
            .benefits,
            """
            benefits, perks, perks and benefits, what we offer, we offer, our offer, what you get, what you'll get
            compensation, salary, compensation and benefits, pay and benefits, why join us, why work with us, why us
            what's in it for you, pay, salary range, your benefits, our benefits, why you'll love working here, pay range
            in return, what we can offer you, hours and pay, employee benefits, benefits package
            wir bieten, was wir bieten, unser angebot, das bieten wir, das bieten wir dir, das bieten wir ihnen, ihre vorteile
            deine vorteile, vergütung, wir bieten ihnen, wir bieten dir, warum wir, deine benefits, unsere leistungen
            avantages, nous offrons, ce que nous offrons, nous vous offrons, vos avantages, rémunération, nous proposons
            ce que nous proposons, pourquoi nous rejoindre, les avantages, salaire, conditions
            beneficios, ofrecemos, qué ofrecemos, que ofrecemos, te ofrecemos, se ofrece, lo que ofrecemos, salario
            condiciones, nuestros beneficios, por qué unirte
            benefícios, oferecemos, o que oferecemos, remuneração, nossos benefícios, salário, condições
            oferujemy, co oferujemy, nasza oferta, benefity, to oferujemy, zapewniamy, wynagrodzenie, w zamian oferujemy
            """
        ),
        (
            .process,
            """
            how to apply, application process, apply, to apply, hiring process, interview process, equal opportunity
            equal opportunity employer, equal employment opportunity, eeo statement, next steps, contact, disclaimer
            our hiring process, diversity statement, privacy notice, application deadline, background check, deadline
            bewerbung, ihre bewerbung, deine bewerbung, so bewirbst du dich, kontakt, ansprechpartner, bewerbungsprozess
            haben wir ihr interesse geweckt, jetzt bewerben, interessiert, chancengleichheit
            comment postuler, candidature, pour postuler, processus de recrutement, postuler, votre candidature
            cómo aplicar, como aplicar, proceso de selección, cómo postular, inscripción, candidaturas, para aplicar
            como se candidatar, processo seletivo, candidatura, inscrições, como candidatar
            jak aplikować, aplikuj, proces rekrutacji, rekrutacja, klauzula, kontakt rekrutacyjny, zainteresowany
            """
        ),
    ]
}
