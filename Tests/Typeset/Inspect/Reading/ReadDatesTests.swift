import Resume
import Testing

@testable import Inspect
@testable import Template

@Suite struct ReadDatesTests {
    private let reader = DateReader(.standard)

    /// What the templates print in any language is read back to the month, by whoever knows in which language it is.
    @Test func `dates of every language are read back`() throws {
        for (tag, wording) in Wording.all {
            for month in 1...12 {
                let start = try #require(PartialDate("2019-\(month < 10 ? "0" : "")\(month)"))
                let end = try #require(PartialDate("2021"))
                for range in [
                    TailoredResume.DateRange(start: start, end: end),
                    TailoredResume.DateRange(start: start, end: nil, ongoing: true),
                    TailoredResume.DateRange(start: nil, end: start),
                ] {
                    let text = try #require(wording.dates(range))
                    let read = try #require(reader.read(text, language: tag), "\(tag): \(text)")
                    #expect(read.dates == [range.start, range.end].compactMap { $0 }, "\(tag): \(text)")
                    #expect(read.isOngoing == range.ongoing, "\(tag): \(text)")
                }
            }
        }
    }

    @Test func `dates as people write them are read`() throws {
        for (text, dates, isOngoing) in [
            ("January 2020 - Current", ["2020-01"], true), ("Sept 2018 – Mar 2019", ["2018-09", "2019-03"], false),
            ("03/2018–07/2019", ["2018-03", "2019-07"], false), ("2015 — 2019", ["2015", "2019"], false),
            ("2021", ["2021"], false), ("Present", [], true),
        ] {
            let read = try #require(reader.read(text, language: "en"), "\(text)")
            #expect(read.dates.map(\.description) == dates)
            #expect(read.isOngoing == isOngoing)
        }
    }

    @Test(arguments: [
        "", "Berlin", "Room 2019", "13/2019", "2019 2020 2021", "1,200 users", "+1 505 555 0139", "20190", "May",
        "99999999999999999999 – 2020", "a – b – c",
    ])
    func `what is no date is none`(text: String) {
        #expect(reader.read(text, language: "en") == nil)
    }

    /// Polish “lip.” would be July and Croatian “lip” June: the resume's own language decides.
    @Test func `a month that two languages have is the resume's own`() throws {
        func language(_ tag: String, _ month: String, _ number: Int) -> ResumeVocabulary.Language {
            ResumeVocabulary.Language(tag: tag, summary: [], headings: [:], ongoing: [], months: [(month, number)])
        }
        let reader = DateReader(ResumeVocabulary(languages: [language("pl", "lip.", 7), language("hr", "lip", 6)]))
        #expect(reader.read("lip 2020", language: "hr")?.dates.first?.month == 6)
        #expect(reader.read("lip. 2020", language: "pl")?.dates.first?.month == 7)
    }
}

@Suite struct ContactTextTests {
    @Test func `an address is found in running text, and nothing else is one`() {
        #expect(ContactText.email(in: "write to ada@example.org.") == "ada@example.org")
        #expect(ContactText.email(in: "Mail: <ada@example.org>") == "ada@example.org")
        #expect(ContactText.email(in: "mailto:ada@example.org, now") == "ada@example.org")
        #expect(ContactText.email(in: "twitter @ada, a@b") == nil)
    }

    @Test func `a phone number is told from years and figures`() {
        #expect(ContactText.phone(in: "Ada | +49 (0)30 123456 | Berlin") == "+49 (0)30 123456")
        #expect(ContactText.phone(in: "Tel. 212-555-0142") == "212-555-0142")
        #expect(ContactText.phone(in: "2015 - 2019, and 06/2018 - 07/2020") == nil)
        #expect(ContactText.phone(in: "1,200,000 users in 2019") == nil)
    }
}
