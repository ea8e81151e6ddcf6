/// The headings under which postings say things, in six languages.
enum SegmentHeading {
    typealias Kind = PostingSegments.Kind

    /// What a line is the heading of; `nil` for a line that is none.
    static func kind(of line: Substring) -> Kind? {
        guard line.utf8.count <= 200, line.count <= 80, let last = line.last, !".,;".contains(last),
            !line.contains(". ")
        else { return nil }
        let words = words(line)
        guard (1...9).contains(words.count) else { return nil }
        return best(in: words, spare: last == ":" ? 4 : 3)
    }

    /// A heading at the beginning of a sentence, before a colon, and what follows it.
    static func leading(_ sentence: Substring) -> (Kind, Substring)? {
        guard let colon = sentence.prefix(60).firstIndex(of: ":") else { return nil }
        let content = sentence[sentence.index(after: colon)...].drop { $0 == " " }
        guard !content.isEmpty, let kind = best(in: words(sentence[..<colon]), spare: 2) else { return nil }
        return (kind, content)
    }

    /// Whether a paragraph begins with what the company gives.
    static func offers(_ paragraph: Substring) -> Bool {
        let start = words(paragraph.prefix(40)).prefix(3).joined(separator: " ")
        return [
            "we offer", "wir bieten", "nous offrons", "nous vous offrons", "nous proposons", "ofrecemos", "se ofrece",
            "oferecemos", "oferujemy",
        ].contains { start == $0 || start.hasPrefix($0 + " ") }
    }

    private static func words(_ text: Substring) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }
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
