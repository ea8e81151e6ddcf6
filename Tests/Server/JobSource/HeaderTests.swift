import JobSource
import Resume
import Testing

/// The heads of postings as they are written over fields and languages, each with a text that says nothing about it.
struct HeaderTests {
    private let lexicon: Lexicon

    init() throws { lexicon = try SharedLexicon.get() }

    private static let filler = String(
        repeating: "\n\nAnd so the days go by here, one after the other, quietly.", count: 4)

    private func posting(_ head: String) throws -> JobPosting {
        try JobPosting(pastedText: head + Self.filler, lexicon: lexicon)
    }

    @Test(
        arguments: [
            // A line of its own.
            ("Forklift Operator", "Forklift Operator"),
            ("# Marine Biologist", "Marine Biologist"),
            ("**Night Porter**", "Night Porter"),
            ("DENTAL HYGIENIST", "DENTAL HYGIENIST"),
            ("🌲 Tree Surgeon 🌲", "Tree Surgeon"),
            ("Gruppenleiterin Qualitätssicherung", "Gruppenleiterin Qualitätssicherung"),
            ("Chargée de communication", "Chargée de communication"),
            ("Auxiliar administrativo", "Auxiliar administrativo"),
            ("Técnica de enfermagem", "Técnica de enfermagem"),
            // Behind a label.
            ("Job title: Payroll Administrator", "Payroll Administrator"),
            ("Position: Harbour Pilot", "Harbour Pilot"),
            ("Role: Site Reliability Engineer", "Site Reliability Engineer"),
            ("Vacancy: Pastry Chef", "Pastry Chef"),
            ("Job Opening: Crane Operator", "Crane Operator"),
            ("Stellenbezeichnung: Bauleiter", "Bauleiter"),
            ("Stellenangebot: Zerspanungsmechaniker", "Zerspanungsmechaniker"),
            ("Intitulé du poste : Comptable fournisseurs", "Comptable fournisseurs"),
            ("Offre d'emploi : Plombier chauffagiste", "Plombier chauffagiste"),
            ("Puesto: Jefa de obra", "Jefa de obra"),
            ("Oferta de empleo: Camarero de pisos", "Camarero de pisos"),
            ("Vaga: Analista de sistemas", "Analista de sistemas"),
            ("Cargo: Motorista de caminhão", "Motorista de caminhão"),
            ("Subject: Vacancy: Lab Technician", "Lab Technician"),
            ("Subject: FW: Backend Developer", "Backend Developer"),
            ("Betreff: Buchhalterin", "Buchhalterin"),
            // With marks of gender.
            ("Elektroniker (m/w/d)", "Elektroniker"),
            ("Pflegedienstleitung (w/m/d)", "Pflegedienstleitung"),
            ("Projektleiter:in (all genders)", "Projektleiter:in"),
            ("Softwareentwickler m/w/x", "Softwareentwickler"),
            ("Ingénieur procédés (H/F)", "Ingénieur procédés"),
            ("Cuisinier F/H", "Cuisinier"),
            ("Assistant comptable H/F", "Assistant comptable"),
            ("Operador de máquinas (m/f)", "Operador de máquinas"),
            ("Account Manager (f/m/x)", "Account Manager"),
            // With terms, hours, shifts and pay.
            ("Physiotherapist – Full-time", "Physiotherapist"),
            ("Stage Technician | Part time | 20 hrs", "Stage Technician"),
            ("Steuerfachangestellte (m/w/d) in Teilzeit", "Steuerfachangestellte"),
            ("Koch (m/w/d) – Vollzeit", "Koch"),
            ("Infirmier de bloc – CDI – temps plein", "Infirmier de bloc"),
            ("Dependienta - jornada completa", "Dependienta"),
            ("Vendedor – tempo integral", "Vendedor"),
            ("Care Assistant (Nights)", "Care Assistant"),
            ("Data Analyst (Remote)", "Data Analyst"),
            ("Kitchen Manager - £34,000", "Kitchen Manager"),
            ("Part-time Cleaner", "Cleaner"),
            ("Freelance Copywriter", "Copywriter"),
            ("Welder, permanent, days", "Welder"),
            // With a reference or a number of posts.
            ("Ref. 4411 – Area Sales Manager", "Area Sales Manager"),
            ("Planning Officer (Ref: PO/221)", "Planning Officer"),
            ("Radiographer - REF1093", "Radiographer"),
            ("Mechanical Fitter #2207", "Mechanical Fitter"),
            ("Bus Driver (3 posts)", "Bus Driver"),
            // With a place or an employer.
            ("Roofer – Inverness", "Roofer"),
            ("Teaching Assistant at Fern Hill School", "Teaching Assistant"),
            ("Quantity Surveyor | Auckland", "Quantity Surveyor"),
            ("Head Baker in Galway", "Head Baker"),
            ("Mechatroniker bei der Kranich GmbH", "Mechatroniker"),
            ("Soudeur chez Atelier Brun", "Soudeur"),
            // In a sentence.
            ("We are looking for a Site Manager to join our team in Bristol.", "Site Manager"),
            ("We're hiring an experienced Tax Advisor!", "Tax Advisor"),
            ("Larch & Elm is seeking a Customer Success Manager.", "Customer Success Manager"),
            ("Now hiring: Line Cook", "Line Cook"),
            ("Join us as a Research Scientist", "Research Scientist"),
            ("Wanted: Stable Hand", "Stable Hand"),
            ("Plasterers needed", "Plasterers"),
            ("Wir suchen eine Erzieherin für unsere Kita.", "Erzieherin"),
            ("Dachdecker (m/w/d) gesucht", "Dachdecker"),
            ("Nous recherchons une assistante dentaire pour notre cabinet.", "assistante dentaire"),
            ("Recherche boulanger", "boulanger"),
            ("Se busca electricista", "electricista"),
            ("Buscamos un diseñador gráfico para nuestro estudio.", "diseñador gráfico"),
            ("Procuramos uma advogada para o nosso escritório.", "advogada"),
            ("Precisa-se de cozinheiro", "cozinheiro"),
        ] as [(String, String)])
    func `a title is found without what stands around it`(head: String, title: String) throws {
        #expect(try posting(head).title == title)
    }

    @Test(
        arguments: [
            ("Roofer\nAlder & Sons\nInverness", "Roofer", "Alder & Sons", "Inverness"),
            ("Pharmacist\nQuarry Lane Pharmacy Ltd, Hull", "Pharmacist", "Quarry Lane Pharmacy Ltd", "Hull"),
            ("Ostler Labs Inc. | Data Engineer | Austin, TX", "Data Engineer", "Ostler Labs Inc.", "Austin, TX"),
            ("Koch (m/w/d)\nHotel Seeblick GmbH · Lindau", "Koch", "Hotel Seeblick GmbH", "Lindau"),
            ("Comptable (H/F)\nCabinet Morvan\nLyon (69)", "Comptable", "Cabinet Morvan", "Lyon (69)"),
            ("Enfermera\nClínica Olmo\nSevilla, España", "Enfermera", "Clínica Olmo", "Sevilla, España"),
            ("Motorista\nTransportes Ipê Ltda.\nCuritiba, PR", "Motorista", "Transportes Ipê Ltda.", "Curitiba, PR"),
            ("Nurse – Oncology\nSt Aidan's Hospital\nCork, Ireland", "Nurse", "St Aidan's Hospital", "Cork, Ireland"),
            (
                "Company: Brightwell Foods\nTitle: Food Technologist\nLocation: Leeds", "Food Technologist",
                "Brightwell Foods", "Leeds"
            ),
            ("Senior Planner – Rail\nHarrow & Pike, Toronto, ON", "Senior Planner", "Harrow & Pike", "Toronto, ON"),
        ] as [(String, String, String, String)])
    func `the lines of a head say title, company and place`(
        head: String, title: String, company: String, location: String
    ) throws {
        let posting = try posting(head)
        #expect(posting.title == title)
        #expect(posting.company == company)
        #expect(posting.location == location)
    }

    @Test(
        arguments: [
            ("Nurse, full time", .fullTime), ("Nurse (Full-Time)", .fullTime), ("Nurse – F/T", .fullTime),
            ("Nurse, permanent, 37.5 hours a week", .fullTime), ("Nurse – 40 hrs/week", .fullTime),
            ("Koch – Vollzeit", .fullTime), ("Koch in Vollzeit (39 Std./Woche)", .fullTime),
            ("Comptable – temps plein", .fullTime), ("Comptable, 35h/semaine", .fullTime),
            ("Camarero – jornada completa", .fullTime), ("Vendedor – tempo integral", .fullTime),
            ("Nurse, part time", .partTime), ("Nurse – P/T", .partTime), ("Nurse, 0.6 FTE", .partTime),
            ("Nurse – 20 hours per week", .partTime), ("Kassiererin, 450 €-Minijob", .partTime),
            ("Koch – Teilzeit", .partTime), ("Comptable à temps partiel", .partTime),
            ("Camarero – media jornada", .partTime), ("Vendedor – meio período", .partTime),
            ("Nurse, fixed-term 12 months", .temporary), ("Nurse – maternity cover", .temporary),
            ("Koch, befristet", .temporary), ("Comptable – CDD 6 mois", .temporary),
            ("Picker – seasonal", .temporary), ("Nurse – casual", .temporary),
            ("Developer – 6-month contract", .contract), ("Developer, freelance", .contract),
            ("Developer (outside IR35)", .contract), ("Entwickler, freiberuflich", .contract),
            ("Marketing Intern", .internship), ("Stagiaire marketing", .internship),
            ("Praktikum Marketing – Praktikant", .internship), ("Estágio em contabilidade", .internship),
            ("Prácticas – Auxiliar", .internship), ("Werkstudent Controlling", .internship),
        ] as [(String, JobPosting.EmploymentType)])
    func `the terms are told in the head`(head: String, type: JobPosting.EmploymentType) throws {
        #expect(try posting(head + "\nOstler Labs Ltd").employmentType == type)
    }

    @Test(
        arguments: [
            ("Senior Auditor", .senior), ("Sr. Auditor", .senior), ("Junior Auditor", .junior), ("Jr Auditor", .junior),
            ("Graduate Engineer", .junior), ("Apprentice Electrician", .junior), ("Trainee Solicitor", .junior),
            ("Lead Developer", .lead), ("Team Lead, Support", .lead), ("Schichtleiter", .lead), ("Vorarbeiter", .lead),
            ("Staff Engineer", .senior), ("Principal Engineer", .senior), ("Mid-level Developer", .mid),
            ("Director of Nursing", .director), ("Head of Finance", .director), ("VP Sales", .executive),
            ("Chief Financial Officer", .executive), ("Store Manager", .manager), ("Gerente de loja", .manager),
            ("Praktikant Controlling", .intern), ("Electrician", nil), ("Staff Nurse", nil),
            ("Lead Generation Specialist", nil), ("Registered Nurse II", nil),
        ] as [(String, JobPosting.Seniority?)])
    func `a title says how senior somebody is to be`(title: String, seniority: JobPosting.Seniority?) throws {
        #expect(try posting(title + "\nOstler Labs Ltd").seniority == seniority)
    }
}
