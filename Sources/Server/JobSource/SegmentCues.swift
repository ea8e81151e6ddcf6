internal import Resume

/// What the words of a sentence say about the segment it stands in.
struct SegmentCues: Sendable {
    typealias Kind = JobPosting.Segment.Kind

    static let kinds = Kind.allCases
    static let shared = SegmentCues()

    private var table = CueTable()
    /// By meaning.
    private var weights: [(kind: Int, weight: Float)] = []

    private init() {
        for (kind, weight, list) in Self.lists {
            guard let index = Self.kinds.firstIndex(of: kind) else { continue }
            table.insert(list: list, meaning: weights.count)
            weights.append((index, weight))
        }
    }

    /// One number for each kind, 0 for no opinion. Each kind's is limited, so that one long sentence is not louder than
    /// its neighbours.
    func scores(_ folded: [UInt8]) -> [Float] {
        var scores = [Float](repeating: 0, count: Self.kinds.count)
        table.scan(folded) { _, meaning in
            let (kind, weight) = weights[meaning]
            scores[kind] += weight
            return true
        }
        for index in scores.indices { scores[index] = min(scores[index], 6) }
        return scores
    }

    private static let lists: [(Kind, Float, String)] = [
        (
            .requirements, 2.5,
            """
            you have_, you need_, you'll need, you will need, you bring, you'll bring, must have_, you must, we require
            we expect_, we ask_, we're looking for someone, we are looking for someone, you should have, you are a qualified
            you hold, you know_, you can_, you've_, is essential, is required, are required, is a must, are a must, is mandatory
            applicants must, candidates must, candidates should, the successful candidate will have, must hold, must be able
            needs to have, requirements are, looking for somebody, we need someone, we need somebody, what matters is
            du hast, sie haben, du bringst, sie bringen, sie verfügen, du verfügst, wir erwarten, vorausgesetzt, voraussetzung
            du kannst, du bist, sie sind, zwingend, erforderlich, wir setzen voraus, abgeschlossene, abgeschlossenes
            vous avez, vous êtes, vous maîtrisez, il vous faut, vous justifiez, titulaire, vous disposez, exigé, indispensable
            nous demandons, nous attendons, vous possédez, tu as_, tu es_, obligatoire
            se requiere, requerimos, imprescindible, necesitas, debes, pedimos, buscamos a alguien, tienes, titulación
            aportas, exigimos, obrigatóri, exigimos, é necessário, você tem, precisa ter, pedimos, é preciso, tens_
            wymagamy, wymagane, masz_, oczekujemy
            """
        ),
        (
            .requirements, 1.2,
            """
            experience, years of, degree, knowledge of, proficien, familiar, understanding of, ability to, able to, fluent
            qualified, qualification, certified, certificat, diploma, licen, at least, minimum, must_, skills, expertise
            background in, solid, demonstrated, proven, track record, comfortable with, working knowledge, competen
            erfahrung, kenntnisse, ausbildung, studium, sicherer umgang, führerschein, mindestens, berufserfahrung, deutsch
            expérience, maîtrise, diplôme, connaissance, formation, permis, bac +, ans d'expérience, niveau
            experiencia, conocimientos, título, formación, dominio, carné, manejo, nivel_
            experiência, conhecimento, formação, domínio, diploma, ensino, cnh_, curso
            doświadczenie, znajomość, wykształcenie, umiejętność
            """
        ),
        (
            .preferred, 3.2,
            """
            nice to have, a plus, bonus points, desirable, ideally, would be great, would be a, would be nice, would be lovely
            even better, is welcome, are welcome, helpful, an advantage, a bonus, not essential, not required, preferred
            preferably, would help, will help, would also help, it helps if, brownie points, extra points, extra credit
            beneficial, great help, not a dealbreaker, are dealbreaker, is a dealbreaker, would love, we'd love, good to have
            would be useful, is useful, are useful, we'd welcome, would welcome, an asset, gold star, happy if you, delighted
            save you a, so much the better, all the better, we'll be impressed, will make us smile, is a real plus, counts in your favour, would set you apart, will set you apart, would be gold, a pleasure, shorten the
            von vorteil, wünschenswert, idealerweise, umso besser, pluspunkt, freut uns, freuen wir uns, wäre schön, ein plus
            kein muss, keine bedingung, gern gesehen, ein gewinn, schön wäre, toll wäre, hilfreich, bonus_
            un plus, serait un plus, souhaité, apprécié, un atout, idéalement, atouts, dites le nous, bienvenu, encore mieux
            serait apprécié, serait un atout
            se valorará, valoramos, deseable, valorable, un plus, sumará, suma puntos, mejor aún, nos gustaría
            diferencial, desejável, valorizamos, será um, é um plus, ajuda muito, seria ótimo, conta pontos, bem vind
            mile widzian, atutem, plusem
            """
        ),
        (
            .duties, 2.4,
            """
            you will_, you'll_, you would_, you'd_, responsible for, your day, day to day, the role_, the job_, your job
            this role, this position, duties, responsibilit, in this role, the work_, your work, typical day, reporting to, reports to
            the postholder, the post holder, the successful applicant will, tasks, day you, week you
            du übernimmst, sie übernehmen, du kümmerst, sie kümmern, deine aufgaben, ihre aufgaben, du arbeitest, sie arbeiten
            du betreust, sie betreuen, du planst, sie planen, zu ihren aufgaben, zu deinen aufgaben, verantwortlich für, du wirst
            vous assurez, vous serez, vous prenez, vos missions, vous gérez, vous participez, vous dessinez, vous travaillez
            vous réalisez, vous accompagnez, vous êtes chargé, vous intervenez, chargé de, tu seras, tu prends
            te encargarás, te ocuparás, serás_, harás, tus funciones, llevarás, gestionarás, se encargará, realizarás, trabajarás
            você vai_, você será, será responsável, irá_, cuidará, fará, vais_, serás responsável, as tarefas
            będziesz, odpowiedzialn
            """
        ),
        (
            .duties, 0.8,
            """
            manage_, lead_, develop_, design_, support_, maintain_, ensure_, coordinate_, prepare_, build_, plan_, conduct_
            own_, deliver_, create_, write_, run_, assist_, monitor_, perform_, provide_, train_, review_, handle_, oversee_
            implement_, collaborate_, partner_, drive_, operate_, report_, analyse_, analyze_, mentor_, work closely, keep_
            make sure, set up, carry out, teach_, help_
            """
        ),
        (
            .company, 2.2,
            """
            founded in, was founded, we are a, we're a, since 19, since 20, employees, we employ, our mission, family owned
            family run, we make_, we build_, we run_, headquartered, our customers, our clients are, years ago, we serve, we've been
            independent, our company, is a leading, we have been, of us_, we operate, started in, has been, people work, owned by
            wir sind, unternehmen, seit 19, seit 20, mitarbeiter, beschäftigte, familienunternehmen, gegründet, wir bauen, wir entwickeln
            inhabergeführt, standorten, unser haus, mitarbeitende
            nous sommes, fondée, fondé_, depuis 19, depuis 20, notre entreprise, salariés, collaborateurs, entreprise familiale
            nous concevons, nous fabriquons, notre équipe, indépendant
            somos_, fundada, desde 19, desde 20, empleados, nuestra empresa, llevamos, empresa familiar, trabajamos
            fundada, somos uma, colaboradores, nossa empresa, funcionários, empresa familiar, atuamos
            jesteśmy, założona, zatrudniamy
            """
        ),
        (
            .benefits, 2.4,
            """
            we offer, we pay, salary, per hour, an hour, pension, holiday, days of leave, days leave, days' leave, paid leave
            annual leave, 401, health insurance, medical dental, dental, vision_, vacation, pto_, paid time off, bonus of, equity
            discount, stock options, share options, parental leave, sick pay, sick leave, per annum, k base, benefits, gym
            free lunch, free parking, perks, allowance, training budget, tuition, compensation, you get_, you'll get, in return
            pay is, the pay, wage, insurance, days off, staff meals, remote work, flexible hours, flexitime, life assurance
            retirement, paid holiday, base salary, incentive, overtime, $ _, relocation, wir bieten, bei uns bekommst, bei uns erwartet
            urlaub, vergütung, gehalt, altersvorsorge, jobrad, jobticket, tarif, tvöd, weihnachtsgeld, gleitzeit, die stunde, zuschuss
            fahrrad, wir zahlen, stundenlohn, zuschläge, unbefristet, nous offrons, nous proposons, salaire, brut, tickets restaurant
            mutuelle, rtt_, congés, rémunération, télétravail, prime, intéressement, on vous offre, ofrecemos, sueldo, salario
            vacaciones, seguro médico, contrato indefinido, brutos, jornada, teletrabajo, dietas, te damos
            oferecemos, salário, vale refeição, vale transporte, plano de saúde, férias, seguro de saúde, subsídio, brutos
            plr_, oferujemy, wynagrodzenie
            """
        ),
        (
            .process, 2.8,
            """
            apply_, to apply, application form, your application, an application, applications will, send your, send us, send a cv, cv_, resume, résumé, cover letter, interview
            closing date, deadline, contact_, call us, email_, e mail us, e mail to, get in touch, we'll reply, shortlist, applications to, applications by, applications close
            write to, reply with, drop us, for questions, questions about, for an informal, process is, hear from, start date
            recruiter will, trial shift, call or, text or, speak this week, for a chat, brief conversation, tell us about, send links, cuéntanos, no cover letter, take home exercise, tell us why, let us know, stop by, a portfolio link, please quote, by post, telephone
            bewerbung, bewerben, lebenslauf, ansprechpartner, rückfragen, unterlagen, telefon, vorstellungsgespräch, anschreiben
            probearbeiten, schreib_, ruf an, fragen beantwortet, postulez, candidature, envoyez, écrivez, lettre de motivation
            entretien, contactez, votre cv, adressez, appelez, envía, tu cv, entrevista, candidatura, escríbenos, inscríbete
            mándanos, llámanos, currículum, enviar, interesados, envie, currículo, escreve, candidate se, inscrições, processo seletivo
            aplikuj, wyślij, rozmow
            """
        ),
        (
            .process, 1.5, "@, example"
        ),
        (
            .boilerplate, 4.5,
            """
            equal opportunit, equal employment, regardless of, without regard to, irrespective of, all qualified applicants
            reasonable accommodation, reasonable adjustment, protected by law, protected veteran, gdpr, privacy notice, privacy polic, data protection
            no agencies, agencies please, unsolicited, recruitment agencies, all rights reserved, ©, cookie, e verify, eeo_, eoe_
            fair chance, disability confident, powered by, back to search, back to results, save job, share this job, report this job
            diversity, inclusive, underrepresented, veteran status, background check, drug test, criminal record, at will, disclaimer
            does not constitute, from all backgrounds, every background, job alert, terms of use, encourage applications, encourages applications
            particularly welcome applic, safeguarding and promoting, disclosure with barred, enhanced dbs is, subject to satisfactory, subject to enhanced, athena swan, only shortlisted, only those selected, we thank all, willigst du, committed to safeguarding, is committed to equality, affirmative action, terms and conditions of, not intended to be, required to comply with the, personal data, confidentiality of, agencies we, agencies or, right to work checks
            schwerbehindert, datenschutz, chancengleichheit, gleichstellung, unabhängig von, personalvermittl, impressum
            gleicher eignung, geschlecht, données personnelles, rgpd, handicap, égalité, diversité, à compétences égales
            igualdad, protección de datos, discapacidad, independientemente, rgpd, diversidad, lgpd, igualdade, diversidade
            deficiência, dados pessoais, independentemente, pessoas com, rodo_, dane osobowe, klauzul
            """
        ),
    ]
}
