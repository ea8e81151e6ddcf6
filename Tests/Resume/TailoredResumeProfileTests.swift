import Resume
import Testing

struct TailoredResumeProfileTests {
    private func resume(_ json: JSON) throws -> TailoredResume { TailoredResume(everythingIn: try Profile(json: json)) }

    private func complete() throws -> TailoredResume { try resume(JSON(parsing: JSONResumeDocument.complete)) }

    private func pointers(_ line: TailoredResume.Line?) -> [String]? { line?.items.map(\.description) }

    @Test func `the sections come in the usual order`() throws {
        let resume = try complete()
        #expect(resume.sections.map(\.kind) == TailoredResume.Section.Kind.allCases)
        #expect(resume.language == "de")
        #expect(resume.name == .init("Zoë O’Neil-García", from: JSONPointer.root.member("basics").member("name")))
        #expect(resume.headline?.text == "Process Engineer")
        #expect(resume.summary?.text == "Engineer for separation processes.")
    }

    @Test func `contacts read plainly and lead somewhere`() throws {
        let contacts = try complete().contacts
        #expect(
            contacts.map { "\($0.kind) \($0.line.text) \($0.uri ?? "-")" } == [
                "email zoe@example.org mailto:zoe@example.org", "phone +49 (0)89 1234-56 tel:+4989123456",
                "location München, Bayern -", "url zoe.example.org https://zoe.example.org/",
                "profile www.linkedin.com/in/zoe https://www.linkedin.com/in/zoe/", "profile Mastodon: @zoe -",
            ])
        #expect(pointers(contacts[2].line) == ["/basics/location/city", "/basics/location/region"])
        #expect(pointers(contacts[5].line) == ["/basics/profiles/1/network", "/basics/profiles/1/username"])
    }

    @Test func `a place without a region names the country`() throws {
        let resume = try resume(["basics": ["name": "Ana", "location": ["city": "Porto", "countryCode": "PT"]]])
        #expect(resume.contacts.map(\.line.text) == ["Porto, PT"])
        #expect(resume.sections.isEmpty)
    }

    @Test func `a job becomes an entry with all its parts`() throws {
        let experience = try complete().sections[0].entries
        #expect(experience.map(\.item.description) == ["/work/1", "/work/0"])
        #expect(experience[0].dates == .init(start: PartialDate("2019-07"), end: nil, ongoing: true))
        let job = experience[1]
        #expect(job.title?.text == "Engineer" && job.organization?.text == "Acme GmbH" && job.location?.text == "Ulm")
        #expect(job.summary?.text == "Maker of pumps. Looked after 12 plants.")
        #expect(pointers(job.summary) == ["/work/0/description", "/work/0/summary"])
        #expect(job.bullets.map(\.text) == ["Cut downtime by 30%", "Wrote R&D reports"])
        #expect(pointers(job.bullets[1]) == ["/work/0/highlights/2"])
        #expect(job.dates == .init(start: PartialDate("2015-03"), end: PartialDate("2019-06-30")))
        #expect(job.uri == "https://acme.example")
    }

    @Test func `a degree names its kind and field`() throws {
        let education = try complete().sections[2].entries
        #expect(education.map(\.title?.text) == ["M.Sc., Chemical Engineering", "Abitur"])
        #expect(education[0].note?.text == "1.3")
        #expect(education[0].terms.map(\.text) == ["Thermodynamics", "Optics"])
        #expect(education[1].dates == .init(start: nil, end: PartialDate("2009")))
    }

    @Test func `skills without keywords stand together`() throws {
        let skills = try complete().sections[3].entries
        #expect(skills.map(\.title?.text) == ["Simulation", nil, "Law"])
        #expect(
            skills.map { $0.terms.map(\.text) } == [["Aspen Plus", "C++"], ["Excel", "Python (Good)"], ["REACH"]])
        #expect(skills[0].note?.text == "Expert")
        #expect(skills[1].item.description == "/skills")
        #expect(
            skills[1].terms.map(\.items).joined().map(\.description) == [
                "/skills/1/name", "/skills/2/name", "/skills/2/level",
            ])
    }

    @Test func `the other sections keep the person's order and parts`() throws {
        let sections = try complete().sections
        let entry = { (kind: TailoredResume.Section.Kind) in sections.first { $0.kind == kind }?.entries.first }
        #expect(entry(.projects)?.terms.map(\.text) == ["SQL"])
        #expect(entry(.projects)?.note?.text == "Lead")
        #expect(entry(.certificates)?.organization?.text == "ASQ")
        #expect(entry(.certificates)?.dates == .init(start: nil, end: PartialDate("2018")))
        #expect(entry(.languages)?.note?.text == "Native")
        #expect(entry(.volunteer)?.bullets.map(\.text) == ["Trained 40 people"])
        #expect(entry(.awards)?.organization?.text == "DECHEMA")
        #expect(entry(.publications)?.summary?.text == "A review")
        #expect(entry(.interests)?.terms.map(\.text) == ["Climbing"])
        #expect(entry(.references)?.summary?.text == "A pleasure to work with.")
    }

    @Test func `experience runs from the newest to the oldest and keeps the order of equals`() throws {
        let dates: [(String, String?, String?)] = [
            ("old", "2001", "2003"), ("undated", nil, nil), ("since 2010", "2010", nil),
            ("to 2020-05", "2015", "2020-05"),
            ("since 2015", "2015", nil), ("to 2020-06", "2012", "2020-06"), ("old too", "2001", "2003"),
            ("older", "2000", "2003"),
        ]
        let work = dates.map { name, start, end in
            ["name": .string(name), "startDate": start.map(JSON.string) ?? nil, "endDate": end.map(JSON.string) ?? nil]
                as JSON
        }
        let resume = try resume(["basics": ["name": "Ana"], "work": .array(work)])
        #expect(
            resume.sections.first?.entries.map(\.organization?.text) == [
                "since 2015", "since 2010", "to 2020-06", "to 2020-05", "old", "old too", "older", "undated",
            ])
    }

    @Test func `empty entries are not printed`() throws {
        let resume = try resume([
            "basics": ["name": "Ana"], "work": [[:], nil, ["startDate": "2020"], ["highlights": ["", " "]]],
            "skills": [[:]],
            "languages": [["fluency": "Native"]],
        ])
        #expect(resume.sections.isEmpty)
    }

    @Test func `every line names items that hold its words`() throws {
        let profile = try Profile(json: JSON(parsing: JSONResumeDocument.complete))
        try SampleProfileTests.checkProvenance(of: TailoredResume(everythingIn: profile), in: profile)
    }
}
