/// The words that stand around the names of skills, in the languages of postings.
enum SkillWords {
    private static func set(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// With a link after them, they lead to a skill.
    static let introductions = set(
        """
        experience experienced knowledge understanding proficiency proficient familiarity familiar expertise skilled skills
        competence competency competent background exposure command mastery grounding training trained versed fluency
        grasp comfortable certified certification qualified practice literacy specialised specialized ability record
        erfahrung erfahrungen kenntnisse grundkenntnisse umgang wissen praxis know-how fachkenntnisse expertise
        expérience connaissance connaissances maîtrise compétence compétences pratique formation notions aisance
        experiencia conocimiento conocimientos dominio manejo formación nociones habilidad
        experiência conhecimento conhecimentos domínio prática noções formação
        doświadczenie znajomość wiedza
        """)

    static let links = set(
        """
        with in of on using at mit in im von der des über zu zur zum en de d' du des avec sur con del em com do da no na z w
        """)

    /// What a skill does not begin or end with.
    static let openers = set(
        """
        a an the your our any some such like including include e.g. i.e. eg ie especially particularly mainly both either also
        with in of on for to from by at using using: as is are be
        strong solid good great excellent deep basic advanced sound extensive proven demonstrated working practical hands-on
        outstanding in-depth thorough broad expert intermediate professional relevant current valid full clean prior previous
        first-hand first-rate real recent real-world confident confidently some genuine detailed comprehensive high-level
        exceptional superb fluent native confirmed recognised recognized similar comparable equivalent other minimum least
        years year yrs months experience experienced knowledge understanding proficiency proficient familiarity familiar expertise
        skilled skills competence competent background exposure command mastery trained versed ability comfortable use
        must have has hold holding possess possession own owning know knowing
        sehr gute guter gutes gute fundierte fundiertes erste mehrjährige mehrjähriger sichere sicherer sicheren sicheres
        ausgeprägte ausgeprägtes umfassende vertiefte einschlägige nachgewiesene grundlegende idealerweise mindestens im in
        mit von der die das den dem des ein eine einen einer einem gängiger gängigen gängige z.b. und für zum zur umgang
        erfahrung erfahrungen kenntnisse grundkenntnisse berufserfahrung jahre
        le la les l' un une des du de d' en avec bonne bonnes bon très solide solides excellente maîtrise connaissance
        connaissances expérience idéalement notamment sur ans votre
        el los las una del con buen buena buenos buenas amplia amplios experiencia conocimientos conocimiento dominio manejo años
        o os as um uma do da dos das em com no na bom boa bons boas experiência conhecimento conhecimentos domínio anos
        dobra bardzo znajomość doświadczenie w z
        ideally preferably desirable essential required optional bonus plus then
        """)

    /// What a skill does not end with.
    static let closers = set(
        """
        experience skills skill knowledge expertise certification certificate certificates certifications proficiency background
        required preferred essential desirable needed etc etc. environment environments similar equivalent a plus level
        software tools tool is are welcome helpful useful practice techniques ability qualification credential
        erfahrung erfahrungen kenntnisse vorteil von wünschenswert erforderlich zertifikat
        souhaité souhaitée apprécié appréciée exigé requis requise deseable imprescindible desejável obrigatório
        """)

    /// Of these the ones that make a skill of what stands before them.
    static let labels = set(
        """
        certification certificate certificates certifications credential qualification software experience knowledge skills
        erfahrung kenntnisse zertifikat
        """)

    /// What makes a sentence of a phrase.
    static let verbal = set(
        """
        you your we our us they them their he she it i me who which that this these those what how why when where there here
        is are was were be been being am do does did have has had having will would can could should may might must shall
        not no don't won't can't never always if because so than then while but without within
        get got make made take taken give given want wants need needs work works working worked like love enjoy know knows think
        want see look looking find help helps learn keep bring come go going feel say says tell talk speak write read run
        du dich dir ihr ihre ihren sie wir uns unser unsere ich es man wer was wie wenn weil dass ist sind hat haben hast bist kannst
        können sein wird werden nicht kein keine auch noch nur schon bei dein deine
        vous votre vos nous notre nos je il elle ils est sont avez êtes avoir être savez si que qui dont pas ne mais
        tu tus te se su sus usted que eres tienes está estás ser tener si no pero nuestro nuestra
        você seu sua seus suas nós nosso nossa é são tem ter estar se não mas que
        able willing willingness capable eager happy ready open keen available eligible interested committed responsible
        anything something everything someone anyone everyone nothing
        """)

    /// Traits and habits, which are no hard skills.
    static let soft = set(
        """
        communication communicative communicator teamwork team teams player motivated motivation self-motivated attitude reliable
        reliability flexible flexibility punctual punctuality organised organized organisation organisational organizational
        interpersonal creative creativity proactive independent independently patience patient kindness enthusiasm enthusiastic
        passion passionate curiosity curious integrity honest honesty discretion resilience resilient adaptability adaptable
        attention detail detail-oriented mindset personality friendly empathy ethic leadership leader problem-solving problem
        problems solving analytical thinking thinker multitask multitasking prioritise prioritize initiative drive driven
        ambition ambitious humour humor manner calm pressure stress deadlines hard-working hardworking responsibility sense
        confidence confident willingness energy energetic positive professionalism judgement judgment eye presentation
        teamfähigkeit teamfähig teamgeist teamplayer zuverlässigkeit zuverlässig belastbarkeit belastbar flexibilität
        kommunikationsstärke kommunikationsfähigkeit kommunikativ eigeninitiative selbstständig selbständig selbstständige
        selbständige arbeitsweise einsatzbereitschaft engagement sorgfalt sorgfältig freude spaß bereitschaft organisationstalent
        verantwortungsbewusstsein durchsetzungsvermögen auftreten humor empathie lernbereitschaft motivation denken gewissenhaft
        rigueur autonomie autonome rigoureux organisé organisée dynamique relationnel sens esprit équipe goût curiosité
        polyvalence ponctualité réactivité écoute disponibilité initiative sérieux soignée
        trabajo equipo responsable responsabilidad proactividad proactivo iniciativa compromiso orientación capacidad organización
        puntualidad ganas actitud comunicación comunicativas resolutivo
        equipe proatividade iniciativa comprometimento organização comunicação responsabilidade vontade disponibilidade atitude
        pontualidade dinamismo
        """)

    /// Common nouns that name no skill by themselves, or at the end of a phrase.
    static let common = set(
        """
        experience years year degree degrees field fields industry industries sector environment environments area areas role roles
        position work job time day days week weeks weekend weekends evening evenings morning hours shift shifts people person
        clients customers customer client patients students children kids colleagues stakeholders partners staff members
        company business office site sites level levels standard standards range variety things thing way ways part parts
        equivalent discipline subject related one two three four five six seven eight nine ten more most less least
        licence license qualification qualifications training education school college university diploma certificate
        certification knowledge skills skill ability abilities language languages background record opportunity
        requirements requirement travel location availability right car vehicle transport phone computer laptop tools tool
        software systems system applications platforms platform products product services service projects project programme
        world life home country region travel references reference check checks age health fitness nights night
        england uk usa us eu europe germany france spain london states ireland scotland wales canada australia
        erfahrung jahre jahr ausbildung studium bereich umfeld branche position arbeit team niveau wort schrift abschluss
        fachrichtung qualifikation kunden tätigkeit berufserfahrung kenntnisse
        expérience domaine secteur niveau poste ans formation équivalent clients diplôme permis
        experiencia sector puesto años nivel formación título clientes área
        experiência setor área anos nível formação clientes cargo vaga
        equal similar comparable etc both either plus bonus advantage must
        """)
}

extension SkillWords {
    /// Titles and grades that stand before a name.
    static let ranks = set(
        """
        bachelor bachelor's bachelors master master's masters phd bsc msc ba ma mba doctorate associate associate's degree hons
        class current active valid state national local our
        """)

    /// Names of what is no skill: times, places, what the law says about people.
    static let notNames = set(
        """
        january february march april may june july august september october november december monday tuesday wednesday thursday
        friday saturday sunday mon tue wed thu fri sat sun easter christmas bank
        januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag
        english-speaking uk u.k usa u.s u.s.a us eu eea england scotland wales ireland britain germany deutschland france spain
        portugal brasil brazil italy canada australia zealand switzerland austria europe european america american british
        german-speaking london dublin berlin paris madrid lisboa lisbon york washington texas california florida dakota carolina
        ohio michigan illinois oregon nevada arizona colorado virginia georgia pennsylvania massachusetts minnesota wisconsin
        indiana iowa kansas missouri kentucky tennessee louisiana alabama mississippi oklahoma utah idaho montana wyoming nebraska
        maine vermont alaska hawaii ontario quebec alberta manitoba nsw queensland auckland
        gmbh ltd llc inc plc ceo cto cfo coo hr eeo eoe gbp usd eur pto k wfh cv asap tbd faq am pm est cet gmt bst
        b.sc m.sc b.a m.a b.s bsc msc phd mba ba ma hons ged hnd hnc a-level a-levels gcse gcses abitur cap bts but bac dut des
        gcc uae beng meng mbbs nhs adn aha tty nz dui hbo wo ok bsn leeds reading may uni mit
        team university college school academy hospital council department street road avenue
        """)
}

extension SkillWords {
    /// Whole fields of work: experience in them is asked for, but nobody has one as a skill.
    static let fields = set(
        """
        sales teaching manufacturing retail wholesale catering accounting accountancy recruiting recruitment cleaning nursing construction
        engineering marketing consulting consultancy journalism investigations procurement purchasing biology chemistry physics ecology
        microbiology mathematics telecommunications electronics logistics hospitality agriculture agronomy childcare vertrieb ventas vendas ventes
        e-commerce ecommerce hr cybersecurity robotics law medicine finance education investigation assembly manufacturing. software
        enfermería filing
        """)
}
