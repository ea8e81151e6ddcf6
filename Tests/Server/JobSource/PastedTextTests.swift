import JobSource
import Resume
import Testing

struct PastedTextTests {
    private let lexicon: Lexicon

    init() throws { lexicon = try SharedLexicon.get() }

    private static let filler = String(
        repeating: "\n\nAnd so the days go by here, one after the other, quietly.", count: 4)

    private func posting(_ text: String) throws -> JobPosting {
        try JobPosting(pastedText: text + Self.filler, lexicon: lexicon)
    }

    private func keywords(_ text: String) throws -> [String: Keyword.Importance] {
        let keywords = try posting(text).keywords
        return Dictionary(uniqueKeysWithValues: keywords.map { ($0.canonical, $0.importance) })
    }

    // MARK: - Text

    @Test(arguments: ["•", "-", "*", "–", "◦", "▪", "·", "‣", "✓", "➢", "o", "✅", "1.", "2)", "→", "+", "\u{F0B7}"])
    func `a bullet of any kind is a bullet`(bullet: String) throws {
        let description = try posting("Requirements\n\(bullet) Python\n\(bullet) Go").description
        #expect(description.hasPrefix("Requirements\n• Python\n• Go\n"))
        #expect(try keywords("Requirements\n\(bullet) Python")["Python"] == .required)
    }

    @Test func `HTML is read as its text`() throws {
        let posting = try posting(
            """
            <html><head><title>No</title><style>p { color: red }</style></head><body><h1>Staff Nurse</h1>
            <p>R&amp;D &ndash; a <b>good</b> place<br>for x &lt; 3&nbsp;years</p><h2>Requirements</h2>
            <ul><li>Python</li><li>Wound
            care</li></ul><!-- Java --><script>let a = "Rust"</script></body></html>
            """)
        #expect(posting.description.hasPrefix("Staff Nurse\n\nR&D – a good place\nfor x < 3 years\n"))
        #expect(posting.description.contains("Requirements\n\n• Python\n\n• Wound care"))
        #expect(posting.title == "Staff Nurse")
        let terms = posting.keywords.map(\.canonical)
        #expect(terms.contains("Wound care") && !terms.contains("Java") && !terms.contains("Rust"))
    }

    @Test func `what only looks like a tag stays`() throws {
        let description = try posting("We use vector<int>, a<b and <3 of it. AT&T & co.").description
        #expect(description.hasPrefix("We use vector<int>, a<b and <3 of it. AT&T & co."))
    }

    @Test func `the marks of Markdown are gone`() throws {
        let posting = try posting(
            """
            # Staff Nurse

            ## Requirements
            * **Python**, `C#` and [Go](https://go.dev/x)
            * a_b, snake_case, 5 * 3, C\\+\\+
            """)
        #expect(
            posting.description.hasPrefix(
                "Staff Nurse\n\nRequirements\n• Python, C# and Go\n• a_b, snake_case, 5 * 3, C++"))
        #expect(posting.keywords.prefix(4).map(\.canonical) == ["Python", "C#", "Go", "C++"])
    }

    @Test func `characters that nobody sees are taken out`() throws {
        let posting = try posting("Py\u{200B}thon\u{0} and\u{202E} \u{7}Ku\u{AD}bernetes\u{E000}\r\nﬁrst\u{A0}aid")
        #expect(posting.description.hasPrefix("Python and Kubernetes\nfirst aid"))
        #expect(posting.keywords.map(\.canonical) == ["Python", "Kubernetes", "First aid"])
    }

    @Test func `a text without line breaks has segments all the same`() throws {
        let found = try keywords(
            "We are hiring. Requirements: • Python • Go. Nice to have: • Rust. Benefits: Java for everybody.")
        #expect(found["Python"] == .required && found["Rust"] == .preferred && found["Java"] == nil)
    }

    @Test(arguments: [
        "", "   \n\n ", "Nurse wanted", String(repeating: "• - * \n", count: 500),
        String(repeating: "\u{200B}", count: 900),
    ])
    func `a text that says too little is refused`(text: String) {
        #expect {
            _ = try JobPosting(pastedText: text, lexicon: lexicon)
        } throws: { error in
            guard let error = error as? JobSourceError else { return false }
            return error.code == .tooShort && error.message.contains("150")
        }
    }

    @Test func `a megabyte of text is read`() throws {
        let line = "• Python, C++ and Kubernetes <b>for</b> R&D: **must** have & more\n"
        let posting = try posting("Requirements\n" + String(repeating: line, count: 16_000))
        #expect(posting.keywords.map(\.canonical).starts(with: ["Python", "C++", "Kubernetes"]))
    }

    @Test(arguments: [
        "<", "<!--", "&", "&#x", "[", "**", "(", "A (", "Company:", "<script>", "`", "\\", "# ", "• ", "Job:",
    ])
    func `unfinished marks do no harm`(mark: String) throws {
        let text = String(repeating: "word Python ", count: 30)
        _ = try JobPosting(pastedText: text + mark, lexicon: lexicon)
        _ = try? JobPosting(pastedText: mark + "\n" + text, lexicon: lexicon)
        _ = try? JobPosting(pastedText: String(repeating: mark, count: 400) + text, lexicon: lexicon)
    }

    // MARK: - Importance

    @Test(arguments: [
        ("Requirements", "Nice to have", "Benefits"), ("Ihr Profil", "Von Vorteil", "Wir bieten"),
        ("Profil recherché", "Les plus", "Avantages"), ("Requisitos", "Se valorará", "Ofrecemos"),
        ("Requisitos obrigatórios", "Diferenciais", "Benefícios"), ("Wymagania", "Mile widziane", "Oferujemy"),
        ("WHAT YOU'LL BRING:", "Bonus points", "What’s in it for you?"),
        ("**Must have**", "## Preferred", "Perks & Benefits"),
    ])
    func `segments are told in six languages`(required: String, preferred: String, benefits: String) throws {
        let found = try keywords(
            "Your tasks\n- Write Rust\n\n\(required)\n- Python\n\n\(preferred)\n- Kafka\n\n\(benefits)\n- Java")
        #expect(found == ["Rust": .mentioned, "Python": .required, "Kafka": .preferred])
    }

    @Test(arguments: [
        ("You must know Python.", Keyword.Importance.required), ("Python is required.", .required),
        ("Python would be a plus.", .preferred), ("Ideally you know Python.", .preferred),
        ("Python is not required.", .mentioned), ("We like Python.", .mentioned),
        ("Python ist zwingend erforderlich.", .required), ("Python ist von Vorteil.", .preferred),
        ("Python exigé.", .required), ("Se valorará Python.", .preferred), ("Python obrigatório.", .required),
        ("Python mile widziany.", .preferred),
    ])
    func `a sentence says how much it wants a skill`(text: String, importance: Keyword.Importance) throws {
        #expect(try keywords(text)["Python"] == importance)
    }

    @Test func `a keyword comes once, with its highest importance and as the posting writes it there`() throws {
        let posting = try posting("We run k8s.\n\nRequirements\n- Kubernetes\n\nNice to have\n- kube, JS")
        #expect(
            posting.keywords == [
                Keyword(term: "Kubernetes", canonical: "Kubernetes", importance: .required),
                Keyword(term: "JS", canonical: "JavaScript", importance: .preferred),
            ])
    }

    @Test func `abbreviations of a requirement are keywords though no lexicon has them`() throws {
        let posting = try posting(
            "Acme Labs is hiring.\n\nRequirements\n- Experience with ZORB 4 and GeoQuirk\n- a B.Sc. or PhD, USA")
        #expect(posting.keywords.map(\.term) == ["ZORB 4", "GeoQuirk"])
        #expect(posting.keywords.allSatisfy { !$0.isKnown })
    }

    // MARK: - Facts

    @Test(
        arguments: [
            ("Staff Nurse at Linden Hospital\nWe care.", "Staff Nurse", "Linden Hospital"),
            (
                "Senior Kotlin Developer (m/w/d)\nKranich GmbH · Ulm, Germany (hybrid)", "Senior Kotlin Developer",
                "Kranich GmbH"
            ),
            ("Job Title: Line Cook\nCompany: The Copper Pot", "Line Cook", "The Copper Pot"),
            ("Linden Hospital is looking for a staff nurse to join the night team.", "staff nurse", "Linden Hospital"),
            ("Die Kranich GmbH sucht eine Pflegefachkraft (m/w/d) für Ulm.", "Pflegefachkraft", "Kranich GmbH"),
            ("Welder | Sooner Group | Tulsa", "Welder", "Sooner Group"),
            ("Great news!\n\nAbout Larch & Elm\nWe plant trees and need a hand.", nil, "Larch & Elm"),
            ("Ingénieure logiciel (H/F) – Nantes", "Ingénieure logiciel", nil),
            ("We are looking for somebody who likes trees.", nil, nil),
            ("About us\nOur mission is to help you work better.", nil, nil),
            ("Join our team today and be happy with us.", nil, nil),
            ("Registered Nurse – Intensive Care", "Registered Nurse", nil),
        ] as [(String, String?, String?)])
    func `title and company are found where the text says them, and only there`(
        text: String, title: String?, company: String?
    ) throws {
        let posting = try posting(text)
        #expect(posting.title == title)
        #expect(posting.company == company)
    }

    @Test(
        arguments: [
            ("Location: Leeds, UK", "Leeds, UK"), ("Standort: Ulm", "Ulm"), ("Lieu : Nantes", "Nantes"),
            ("Ubicación: Cádiz", "Cádiz"), ("Miejsce pracy: Łódź", "Łódź"), ("Local de trabalho: Porto", "Porto"),
            ("Location: Leeds, two days at home.", "Leeds"), ("We are in a nice place.", nil),
        ] as [(String, String?)])
    func `the place is told by its label`(text: String, location: String?) throws {
        #expect(try posting(text).location == location)
    }

    @Test(arguments: [
        ("en", "We are looking for a nurse who will work with the team and care for our patients in the hospital."),
        ("de", "Wir suchen eine Pflegefachkraft für die Station und bieten ein gutes Team mit einer fairen Bezahlung."),
        ("fr", "Nous recherchons une infirmière pour notre service et vous proposons un poste dans une équipe."),
        ("es", "Buscamos una enfermera para el hospital y ofrecemos un buen equipo con las mejores condiciones."),
        (
            "pt",
            "Procuramos uma enfermeira para o hospital e oferecemos um bom time com as melhores condições. Não é longe."
        ),
        (
            "pl",
            "Szukamy pielęgniarki do szpitala i oferujemy dobry zespół oraz umowę na czas nieokreślony. To jest praca."
        ),
        ("en", "漢字 漢字 漢字 漢字"),
    ])
    func `the language is told by its small words`(language: String, text: String) throws {
        let long = String(repeating: text + "\n", count: 8)
        #expect(
            try JobPosting(pastedText: long + String(repeating: "漢", count: 150), lexicon: lexicon).language == language
        )
    }
}
