internal import Resume

// What people print that our templates do not: other usual headings, months that are not cut, other words for what goes on.

extension ResumeVocabulary {
    static let usual = [english, german, french, spanish, italian, portuguese, dutch, swedish, polish]

    private static let english = Language(
        tag: "en",
        summary: [
            "Professional Summary", "Executive Summary", "Career Summary", "Summary of Qualifications", "Profile",
            "Professional Profile", "About", "About Me", "Objective", "Career Objective",
        ],
        headings: [
            .experience: [
                "Work Experience", "Professional Experience", "Employment", "Employment History", "Work History",
                "Career History", "Relevant Experience",
            ],
            .projects: ["Selected Projects", "Personal Projects", "Key Projects"],
            .education: ["Education and Training", "Academic Background", "Qualifications"],
            .skills: [
                "Technical Skills", "Core Skills", "Key Skills", "Core Competencies", "Skills and Abilities",
                "Areas of Expertise",
            ],
            .certificates: ["Certificates", "Licenses", "Licenses and Certifications", "Licenses & Certifications"],
            .volunteer: ["Volunteer Experience", "Volunteer Work", "Volunteer"],
            .awards: ["Honors", "Honors and Awards", "Awards and Honors", "Achievements"],
            .interests: ["Hobbies", "Hobbies and Interests"],
        ],
        ongoing: ["Current", "Now", "Today", "to date"],
        months: months(
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December") + [("Sept", 9)])

    private static let german = Language(
        tag: "de", summary: ["Kurzprofil", "Über mich", "Zusammenfassung"],
        headings: [
            .experience: [
                "Berufliche Erfahrung", "Beruflicher Werdegang", "Berufliche Laufbahn", "Arbeitserfahrung",
                "Praktische Erfahrung",
            ],
            .education: ["Bildung", "Bildungsweg", "Studium", "Schulbildung", "Akademische Ausbildung"],
            .skills: ["Fähigkeiten", "Kompetenzen", "IT-Kenntnisse", "EDV-Kenntnisse", "Fachkenntnisse"],
            .certificates: ["Weiterbildung", "Weiterbildungen", "Zertifizierungen"], .languages: ["Sprachkenntnisse"],
            .volunteer: ["Ehrenamtliche Tätigkeit", "Engagement"], .interests: ["Hobbys"],
        ],
        ongoing: ["bis heute", "aktuell", "laufend"],
        months: months(
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember"))

    private static let french = Language(
        tag: "fr", summary: ["Résumé", "À propos", "Profil professionnel"],
        headings: [
            .experience: [
                "Expérience", "Expériences", "Expérience professionnelle", "Expériences professionnelles",
                "Parcours professionnel",
            ],
            .education: ["Formation", "Formations", "Études", "Diplômes", "Éducation"],
            .skills: ["Compétences", "Compétences techniques", "Compétences clés", "Savoir-faire"],
            .interests: ["Centres d'intérêt", "Centres d’intérêt", "Loisirs"], .volunteer: ["Bénévolat"],
        ],
        ongoing: ["à ce jour", "présent", "en cours", "actuel", "aujourd’hui"],
        months: months(
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre"))

    private static let spanish = Language(
        tag: "es", summary: ["Resumen", "Perfil profesional", "Resumen profesional", "Sobre mí", "Objetivo"],
        headings: [
            .experience: ["Experiencia", "Experiencia profesional", "Trayectoria profesional"],
            .education: ["Formación", "Formación académica", "Estudios"],
            .skills: ["Habilidades", "Aptitudes", "Conocimientos", "Habilidades técnicas"],
            .certificates: ["Certificados"],
        ],
        ongoing: ["presente", "actual", "actualmente", "hoy", "la actualidad"],
        months: months(
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre") + [("sep.", 9)])

    private static let italian = Language(
        tag: "it", summary: ["Profilo professionale", "Sommario", "Chi sono"],
        headings: [
            .experience: [
                "Esperienza", "Esperienze", "Esperienza professionale", "Esperienze professionali",
                "Esperienza lavorativa", "Esperienze lavorative",
            ],
            .education: ["Istruzione", "Formazione", "Istruzione e formazione"],
            .skills: ["Competenze", "Capacità", "Capacità e competenze", "Competenze tecniche"],
            .languages: ["Lingue straniere"],
        ],
        ongoing: ["presente", "attuale", "in corso"],
        months: months(
            "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
            "novembre", "dicembre"))

    private static let portuguese = Language(
        tag: "pt", summary: ["Resumo", "Perfil profissional", "Resumo profissional", "Sobre mim", "Objetivo"],
        headings: [
            .experience: ["Experiência", "Experiência profissional", "Experiências profissionais"],
            .education: ["Formação", "Formação acadêmica", "Formação académica", "Educação", "Escolaridade"],
            .skills: ["Habilidades", "Competências", "Conhecimentos"],
        ],
        ongoing: ["presente", "atualmente", "o momento"],
        months: months(
            "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
            "novembro", "dezembro"))

    private static let dutch = Language(
        tag: "nl", summary: ["Samenvatting", "Over mij", "Persoonlijk profiel"],
        headings: [
            .experience: ["Ervaring", "Werkervaring"], .education: ["Opleiding", "Opleidingen"],
            .skills: ["Vaardigheden", "Competenties"], .languages: ["Talenkennis"],
        ],
        ongoing: ["nu", "huidig"],
        months: months(
            "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
            "november", "december"))

    private static let swedish = Language(
        tag: "sv", summary: ["Sammanfattning", "Om mig"],
        headings: [
            .experience: ["Arbetslivserfarenhet", "Erfarenhet", "Arbetserfarenhet"], .education: ["Utbildning"],
            .skills: ["Färdigheter", "Kompetenser", "Kunskaper"], .languages: ["Språkkunskaper"],
        ],
        ongoing: ["pågående", "nuvarande"],
        months: months(
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
            "november", "december"))

    private static let polish = Language(
        tag: "pl", summary: ["Profil zawodowy", "O mnie"],
        headings: [
            .experience: ["Doświadczenie", "Doświadczenie zawodowe"], .education: ["Wykształcenie", "Edukacja"],
            .skills: ["Umiejętności"], .languages: ["Znajomość języków"], .interests: ["Hobby"],
        ],
        ongoing: ["teraz", "nadal"],
        months: months(
            "styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień",
            "październik", "listopad", "grudzień"))

    private static func months(_ names: String...) -> [(name: String, number: Int)] {
        names.enumerated().map { ($1, $0 + 1) }
    }
}
