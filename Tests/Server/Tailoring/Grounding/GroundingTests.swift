import JobSource
import Resume
import Tailoring
import Testing

struct GroundingTests {
    private let profile: Profile
    private let lexicon: Lexicon
    private let root = JSONPointer.root

    init() throws {
        lexicon = try SamplePair.lexicon.get()
        profile = try Profile(json: [
            "basics": ["name": "Ana Ruiz"],
            "work": [
                [
                    "position": "Data Analyst", "name": "Larch Ltd", "startDate": "2021-03",
                    "highlights": ["Moved 1,200 dashboards to k8s with Postgres and cut costs by 30%"],
                ]
            ],
        ])
    }

    private func failures(_ text: String, from items: JSONPointer...) -> [String]? {
        var resume = TailoredResume(everythingIn: profile)
        guard !resume.sections.isEmpty, !resume.sections[0].entries.isEmpty else { return nil }
        resume.sections[0].entries[0].bullets = [.init(text, from: items)]
        return Grounding(profile, lexicon: lexicon).failures(in: resume).flatMap { $0.ungrounded }
    }

    private var highlight: JSONPointer { root.member("work").element(0).member("highlights").element(0) }

    @Test(arguments: [
        "Moved 1,200 dashboards to k8s with Postgres and cut costs by 30%",
        "Cut costs by 30% and moved dashboards to Kubernetes",
        "Moved 1,200 dashboards to PostgreSQL",
        "Moved dashboards",
    ])
    func `a line that says what its item says passes`(text: String) {
        #expect(failures(text, from: highlight) == [])
    }

    @Test(arguments: [
        ("Moved 1,300 dashboards", "1,300"), ("Moved 1,200 dashboards in 2019", "2019"),
        ("Moved dashboards to Terraform", "Terraform"), ("Moved dashboards at Google", "Google"),
        ("Moved dashboards and machine learning", "machine learning"), ("Moved 200 dashboards", "200"),
    ])
    func `a number, a name or a skill that the item lacks is found`(text: String, word: String) {
        #expect(failures(text, from: highlight) == [word])
    }

    @Test func `a line may only use the items that it names`() {
        #expect(failures("Moved dashboards at Larch", from: highlight) == ["Larch"])
        #expect(failures("Moved dashboards at Larch", from: highlight, root.member("work").element(0)) == [])
    }

    @Test func `a line that names no item, or one that is not there, fails`() throws {
        for items in [[], [root.member("work").element(7)]] as [[JSONPointer]] {
            var resume = TailoredResume(everythingIn: profile)
            resume.summary = .init("moved dashboards", from: items)
            let failures = Grounding(profile, lexicon: lexicon).failures(in: resume)
            #expect(failures.map(\.text) == ["moved dashboards"])
        }
    }

    @Test func `dates that the item does not have fail`() throws {
        var resume = TailoredResume(everythingIn: profile)
        try #require(!resume.sections.isEmpty)
        resume.sections[0].entries[0].dates?.start = PartialDate("2011-03")
        #expect(Grounding(profile, lexicon: lexicon).failures(in: resume).first?.ungrounded == ["2011-03"])
    }
}
