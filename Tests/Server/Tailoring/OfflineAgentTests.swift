import JobSource
import Resume
import Tailoring
import Testing

struct OfflineAgentTests {
    private let lexicon: Lexicon

    init() throws { lexicon = try SamplePair.lexicon.get() }

    private func plan(_ profile: JSON, _ posting: String) throws -> TailoringPlan {
        OfflineAgent(lexicon: lexicon).plan(for: .make(posting, lexicon), from: try Profile(json: profile))
    }

    private func skills(_ terms: [String], _ posting: String) throws -> [String] {
        let profile: JSON = [
            "basics": ["name": "Ana"], "skills": [["name": "Tools", "keywords": .array(terms.map(JSON.string))]],
        ]
        return try plan(profile, posting).everything.sections.flatMap(\.entries).flatMap(\.terms).map(\.text)
    }

    @Test func `skills that are asked for come first, in the order of their importance`() throws {
        let terms = try skills(
            ["Word processing", "Git", "Rust", "Python"], "Nice to have: Rust\nRequirements: Python")
        #expect(terms == ["Python", "Rust", "Word processing", "Git"])
    }

    @Test(arguments: [
        ("k8s", "Requirements: Kubernetes", "Kubernetes (k8s)"),
        ("Kubernetes", "Requirements: k8s", "Kubernetes (k8s)"),
        ("JS", "Requirements: JavaScript", "JavaScript (JS)"),
        ("Postgres", "Requirements: PostgreSQL", "PostgreSQL (Postgres)"),
        ("AWS", "Requirements: Amazon Web Services", "AWS (Amazon Web Services)"),
        ("NodeJS", "Requirements: Node.js", "NodeJS"),
        ("Excel", "Requirements: Microsoft Excel", "Excel"),
        ("Excel", "Wymagania: znajomość Excela", "Excel"),
        ("Kubernetes", "Requirements: Kubernetes", "Kubernetes"),
        ("C++", "Requirements: C", "C++"),
    ])
    func `a skill gets the posting's name where that is another`(own: String, posting: String, printed: String) throws {
        #expect(try skills([own], posting) == [printed])
    }

    @Test func `a skill gets the posting's name only once`() throws {
        #expect(try skills(["k8s", "kube"], "Requirements: Kubernetes") == ["Kubernetes (k8s)", "kube"])
        #expect(try skills(["k8s", "Kubernetes"], "Requirements: Kubernetes") == ["k8s", "Kubernetes"])
    }

    @Test func `what the profile lacks is missing and never printed`() throws {
        let plan = try plan(
            ["basics": ["name": "Ana"], "skills": [["name": "Python"]], "description": "I would love to learn Rust."],
            "Requirements: Python, Rust")
        #expect(plan.supported.map(\.canonical) == ["Python"])
        #expect(plan.missing.map(\.canonical) == ["Rust"])
        #expect(!SamplePairTests.lines(plan.everything).contains { $0.text.contains("Rust") })
    }

    private let career: JSON = [
        "basics": ["name": "Ana Ruiz"],
        "work": [
            [
                "position": "Analyst", "name": "Larch Ltd", "startDate": "2021",
                "highlights": ["Cut costs by 30%", "Watered the plants", "Wrote reports in Tableau"],
            ],
            [
                "position": "Clerk", "name": "Elm Ltd", "startDate": "2005", "endDate": "2009",
                "highlights": ["Sorted the mail", "Counted the stock"],
            ],
        ],
        "interests": [["name": "Chess"], ["name": "Rowing"]],
        "projects": [["name": "Bird map", "description": "A map of birds", "highlights": ["Drew it"]]],
    ]

    @Test func `the best of the newest role stays longest, and what nobody asks for goes first`() throws {
        let plan = try plan(career, "Requirements: Tableau. You report to the head of cost control every week.")
        let order = plan.droppable.map(\.item.description)
        #expect(Set(order.prefix(2)) == ["/interests/0/name", "/interests/1/name"])
        #expect(order.last == "/work/0/highlights/2")
        let place = { (item: String) in try #require(order.firstIndex(of: item)) }
        #expect(try place("/work/1/highlights/1") < place("/work/0/highlights/1"))
        #expect(try place("/work/0/highlights/1") < place("/work/0/highlights/0"))
    }

    @Test func `a keyword that one line alone shows is the last to go`() throws {
        let plan = try plan(career, "Our team. Nice to have: chess")
        #expect(plan.supported.isEmpty)
        let other = try self.plan(career, "Requirements: Tableau")
        #expect(other.droppable.last?.lastOf == ["Tableau"])
        #expect(other.expendable == other.droppable.count - 1)
        #expect(other.dropped(99).last?.reason.contains("Tableau") == true)
    }

    @Test func `dropping none or fewer is everything`() throws {
        let plan = try plan(career, "Requirements: Tableau")
        #expect(plan.resume(dropping: 0) == plan.everything && plan.resume(dropping: -3) == plan.everything)
        #expect(plan.resume(dropping: 1000) == plan.resume(dropping: plan.droppable.count))
        #expect(plan.dropped(0).isEmpty)
    }

    @Test func `a heading that shows a keyword alone stays as long as its group`() throws {
        let plan = try plan(
            ["basics": ["name": "Ana"], "skills": [["name": "Python", "keywords": ["numbers", "plots"]]]],
            "Requirements: Python")
        #expect(plan.expendable == 1)
        #expect(plan.resume(dropping: 1).sections.first?.entries.first?.title?.text == "Python")
        #expect(plan.resume(dropping: 2).sections.isEmpty)
    }

    @Test func `an entry that is no role goes as a whole with its last part`() throws {
        let plan = try plan(career, "Requirements: Tableau")
        let items = plan.droppable.map(\.item.description).filter { $0.hasPrefix("/projects") }
        #expect(items.count == 2 && items.last == "/projects/0")
    }

    // MARK: - Order

    @Test func `a role's points begin with what is asked for, but the first gives way to little`() throws {
        let bullets = { (posting: String) in
            try plan(career, posting).everything.sections.first?.entries.first?.bullets.map(\.text)
        }
        #expect(try bullets("Requirements: gardening")?.first == "Cut costs by 30%")
        #expect(try bullets("Requirements: Tableau")?.prefix(2) == ["Cut costs by 30%", "Wrote reports in Tableau"])
    }

    @Test(arguments: [("2018-06", nil, "education"), ("2012-06", "2014-01", "work")] as [(String, String?, String)])
    func `a graduate's education comes first, a career's does not`(degree: String, role: String?, first: String) throws
    {
        var work: [JSON] = [["position": "Intern", "name": "Elm Ltd", "startDate": "2017-06", "endDate": "2017-09"]]
        if let role { work = [["position": "Analyst", "name": "Elm Ltd", "startDate": .string(role)]] }
        let plan = try plan(
            [
                "basics": ["name": "Ana"], "work": .array(work),
                "education": [["institution": "Oak College", "endDate": .string(degree)]],
            ], "Requirements: Tableau")
        #expect(plan.everything.sections.first?.kind == (first == "work" ? .experience : .education))
    }

    // MARK: - The summary

    private func summary(_ profile: [(String, JSON)], _ posting: String) throws -> TailoredResume.Line? {
        let work: JSON = [
            ["position": "Yoga Teacher", "name": "Studio Lime", "startDate": "2020-03"],
            [
                "position": "Accountant", "name": "Larch Ltd", "startDate": "2016-01",
                "highlights": ["Month-end closing with SAP"],
            ],
        ]
        let members = [
            ("basics", ["name": "Ana"]), ("work", work), ("skills", [["name": "SAP"], ["name": "Month-end closing"]]),
        ]
        let all = members.filter { member in !profile.contains { $0.0 == member.0 } } + profile
        let document: JSON = .object(all.map { JSON.Member($0.0, $0.1) })
        let resume = try plan(document, posting).everything
        // Whatever the language, the gate lets it through.
        #expect(Grounding(try Profile(json: document), lexicon: lexicon).failures(in: resume).isEmpty)
        return resume.summary
    }

    private let asked = "Senior accountant\nRequirements:\n- SAP\n- month-end closing"

    @Test func `without a summary one sentence is made of the role that is asked for and its skills`() throws {
        let line = try #require(try summary([], asked))
        #expect(line.text == "Accountant at Larch Ltd (since 2016), with experience in SAP and month-end closing.")
        #expect(
            line.items.map(\.description) == [
                "/work/1/position", "/work/1/name", "/work/1/startDate", "/skills/0/name", "/skills/1/name",
            ])
        #expect(try summary([], "Requirements: SAP") == nil)
    }

    @Test(
        arguments: [
            ("de", "Accountant bei Larch Ltd (seit 2016), erfahren in SAP und"),
            ("fr", "Accountant chez Larch Ltd (depuis 2016), avec une expérience en SAP et"),
            ("es", "Accountant en Larch Ltd (desde 2016), con experiencia en SAP y"),
            ("pt-BR", "Accountant, Larch Ltd (desde 2016), com experiência em SAP e"),
            ("pl", "Accountant, Larch Ltd (od 2016); doświadczenie: SAP i"),
            ("fi", nil),
        ] as [(String, String?)])
    func `it is in the profile's language, or not there`(language: String, beginning: String?) throws {
        let text = try summary([("language", .string(language))], asked)?.text
        #expect(beginning.map { text?.hasPrefix($0) == true } ?? (text == nil), "\(text ?? "none")")
    }

    @Test func `of several summaries the one that fits best is printed, the first of those that fit as well`() throws {
        let summaries: JSON = ["", "Teacher of yoga for beginners.", "Accountant who knows SAP and closes the month."]
        #expect(try summary([("summaries", summaries)], asked)?.items.first?.description == "/summaries/2")
        let basics: JSON = ["name": "Ana", "summary": "I keep books."]
        #expect(
            try summary([("basics", basics), ("summaries", ["I sing."])], "Requirements: Rust")?.text == "I keep books."
        )
    }

    // MARK: - What was sent before

    @Test func `what an employer has read before goes later than what is worth as much`() throws {
        let plan = try plan(career, "Requirements: Tableau")
        let items = plan.droppable.map(\.item.description)
        let (rowing, chess) = ("/interests/1/name", "/interests/0/name")
        #expect(items.firstIndex(of: rowing) == 0 && items.firstIndex(of: chess) == 1)
        let again = plan.consistent(with: SentResume(id: "gen_1", title: "Analyst at Elm", lines: ["Rowing", "Sold"]))
        let order = again.droppable.map(\.item.description)
        #expect(order.first == chess && Set(order) == Set(items) && again.expendable == plan.expendable)
        #expect(plan.consistent(with: SentResume(id: "gen_1", title: "", lines: [])) == plan)
    }

    @Test func `each item says what speaks for it`() throws {
        let plan = try plan(career, "Requirements: Tableau")
        let reasons = Dictionary(uniqueKeysWithValues: plan.droppable.map { ($0.item.description, $0.scored.reasons) })
        #expect(reasons["/work/0/highlights/2"] == ["required: Tableau", "a recent role"])
        #expect(reasons["/work/0/highlights/0"]?.contains("a result in figures") == true)
        #expect(plan.permanent.map(\.item.description) == ["/work/0", "/work/1"])
    }

    @Test func `a keyword that the lexicon does not know is found by its words`() throws {
        var posting = JobPosting.make("Requirements: patience", lexicon)
        posting.keywords = [Keyword(term: "Zorbex 9", canonical: "Zorbex 9", importance: .required)]
        let profile = try Profile(json: [
            "basics": ["name": "Ana"], "skills": [["name": "Zorbex 9"], ["name": "Zorbex 91"]],
        ])
        let plan = OfflineAgent(lexicon: lexicon).plan(for: posting, from: profile)
        #expect(plan.supported.count == 1 && plan.droppable.last?.item.description == "/skills/0/name")
    }
}

extension JobPosting {
    /// A posting that says what a test is about, and enough else to be one.
    static func make(_ text: String, _ lexicon: Lexicon) -> JobPosting {
        let filler = String(repeating: "\n\nAnd so the days go by here, one after the other, quietly.", count: 4)
        guard let posting = try? JobPosting(pastedText: text + filler, lexicon: lexicon) else {
            return JobPosting(source: .text, language: "en", description: text, keywords: [])
        }
        return posting
    }
}
