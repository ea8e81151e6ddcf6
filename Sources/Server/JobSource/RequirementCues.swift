internal import Resume

/// The words by which demands are told.
enum RequirementCues {
    static let permits = CueTable(
        list: """
            right to work in, right to work for, eligible to work, eligibility to work, legally authorized, authorized to work, authorised to work
            work authorization, work authorisation, work permit, work visa, entitled to work, entitlement to work, work entitlement, legal right to work
            permission to work, us citizen, u s citizen, citizenship, permanent resid, lawful permanent, visa sponsorship, sponsor visas, sponsor a visa
            sponsor work, settled status, must be able to work legally, legally able to work, arbeitserlaubnis, arbeitsgenehmigung, aufenthaltstitel
            permis de travail, titre de séjour, autorisation de travail, permiso de trabajo, permiso de residencia, autorização de trabalho
            autorização de residência, visto de trabalho, pozwolenie na pracę
            """)

    static let driving = CueTable(
        list: """
            driving licence, driving license, driver's licen, drivers licen, driver licen, driver's permit, minibus licence, clean license
            valid license, clean licence, uk licence, g2 licence, own car, führerschein, fahrerlaubnis, permis b_, permis de conduire, carné de conducir
            carnet de conducir, permiso de conducir, carta de condução, cnh_, habilitação categoria, prawo jazdy, carné b_, clean driving record
            """)

    static let licences = CueTable(
        list: """
            licence, license, licensed, licensure, registered nurse, registered with, registration with, registration as, current registration
            admission to the, admitted in, admitted to, bar admission, rights of audience, qualified teacher status, qts_, approbation
            berufserlaubnis, zulassung, inscrit à, inscription à, ordre des, colegiad, habilitación, registro no_, crea_, cédula, oab_
            cdl_, nmc_, sra_, hcpc_, gmc_, gdc_, registered midwife, professional engineer, practising certificate, staplerschein, caces
            """)

    static let certificates = CueTable(
        list: """
            certificate, certification, certified, certificado, certificación, certificação, certificat, zertifikat, zertifizierung, ticket
            credential, accreditation, chartered, black belt, green belt, training certificate, cscs
            membership of, schein_, habilitation, fachweiterbildung, nvq_, award in, aufbereitung card
            """)

    /// Certificates that are known by their letters.
    static let acronyms = Set(
        """
        BLS ACLS PALS NRP CPR ATLS APLS TNCC CCRN CEN CNA CPA CFA ACCA CIMA ACA PMP CAPM CSM PSM CISSP CISM CISA CEH OSCP
        CCNA CCNP OSHA IOSH NEBOSH HACCP TESOL CELTA DELTA NABCEP NATE LEED PCQI ServSafe SHRM PHR CIPD CIPS AINS NICET TIPS
        TWIC HAZWOPER GWO STCW SST BTL1 ITIL PRINCE2 CompTIA RHIA CPC CDFM CFE CAMS FRM EPA TEFL QTS CPO GIAC CRISC AHA
        CMEngNZ RTPI RICS CIOB NCCPA CSCS SMSTS SSSTS PASMA IPAF CPCS
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    static func isCertificate(_ term: Lexicon.Term) -> Bool {
        let folded = CueTable.folded(term.canonical[...])
        return certificates.occurs(in: folded)
    }

    /// By the meaning of ``degrees``; `nil` for a degree without a level.
    static let levels: [Int: String] = [
        0: "bachelor", 1: "high_school", 2: "apprenticeship", 3: "associate", 4: "bachelor", 5: "master",
        6: "doctorate",
    ]

    static let degrees: CueTable = {
        var table = CueTable()
        table.insert(
            list:
                "degree, hochschulabschluss, abgeschlossenes studium, studium, diplôme d'ingénieur, titulación, ensino superior",
            meaning: 0)
        table.insert(
            list: """
                high school, ged_, secondary school, gcse, a levels, leaving cert, abitur, realschul, mittlere reife, hauptschul, baccalauréat
                bac pro, bac_, bachillerato, ensino médio, 12 º ano, 12º ano, secundario, eso_, matric
                """, meaning: 1)
        table.insert(
            list: """
                apprenticeship, ausbildung, gesellenprüfung, gesellenbrief, lehre_, meisterbrief, industriemeister, berufsausbildung, time served, journeyman
                cap_, bep_, formación profesional, ciclo formativo, grado medio, curso técnico, szkoła zawodowa
                """, meaning: 2)
        table.insert(
            list:
                "associate's degree, associate degree, associates degree, bts_, dut_, but en, hnd_, hnc_, foundation degree, bac + 2, bac +2, grado superior, adn_, tecnólogo, higher national",
            meaning: 3)
        table.insert(
            list: """
                bachelor, bsc_, b sc_, ba_, beng_, be _, bsn_, licenciatura, licence en, licence pro, grado en, graduação, bac + 3, bac +3, undergraduate
                honours degree, law degree, llb_, fachhochschul, inżynier, licencjat, ingeniería, university degree, hons, college degree, ll b
                """, meaning: 4)
        table.insert(
            list:
                "master's, masters degree, master degree, master of, msc_, m sc_, ma_, meng_, mba_, bac + 5, bac +5, diplom_, master en, mestrado, máster, magister, llm_, arc pa, école d'ingénieur, master 2",
            meaning: 5)
        table.insert(
            list:
                "phd, ph d_, juris doctor, docteur en, doctorate, doctoral, promotion_, doctorat, doctorado, doutorado, dphil, mbbs, md_, pharmd, dvm_, doktor, thèse",
            meaning: 6)
        return table
    }()

    /// The parts of a sentence that may each name a thing: between commas, semicolons and brackets, and around `and`.
    static func parts(_ sentence: Substring) -> [Substring] {
        var parts: [Substring] = []
        for piece in sentence.utf8.split(whereSeparator: { ",;()".utf8.contains($0) }).map({ Substring($0) }) {
            var start = piece.startIndex
            for word in piece.words where ["and", "und", "et", "y", "e"].contains(word) {
                // `moving and handling` is one: only between two capitals it parts two names.
                let rest = piece[word.endIndex...].trimmed
                guard rest.first?.isUppercase == true, start < word.startIndex else { continue }
                parts.append(piece[start..<word.startIndex])
                start = word.endIndex
            }
            parts.append(piece[start...])
        }
        return parts.map(\.trimmed).filter { !$0.isEmpty }
    }
}
