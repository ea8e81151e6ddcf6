import Resume
import Testing

@testable import Template

@Suite struct WordingTests {
    private static let tags = Wording.all.keys.sorted() + ["zh-Hant"]

    @Test func `there is a table for each of these languages`() {
        let expected = """
            en de fr es pt pl vi ru uk bg el ar he hi th zh ja ko it nl sv da nb no fi cs sk hu ro tr hr sl lt lv et id
            """
        #expect(Set(Wording.all.keys) == Set(expected.split(separator: " ").map(String.init)))
    }

    @Test(arguments: tags)
    func `each language has a heading for every section, and no two alike`(tag: String) {
        let wording = Wording.of(tag)
        let kinds = TailoredResume.Section.Kind.allCases
        #expect(wording.headings.count == kinds.count)
        let headings = kinds.map(wording.heading) + [wording.summary]
        #expect(headings.allSatisfy { !$0.isEmpty })
        #expect(Set(headings).count == headings.count)
        #expect(headings.allSatisfy { $0 == $0.uppercased() })
    }

    @Test(arguments: tags)
    func `each language tells twelve months and the end of what goes on apart`(tag: String) throws {
        let months = try (1...12).map { try Self.dates("2020-\($0 < 10 ? "0" : "")\($0)", nil, in: tag) }
        #expect(Set(months).count == 12)
        #expect(months.allSatisfy { $0.contains("2020") && !$0.contains("{") })
        let ongoing = try Self.dates("2020-06", nil, ongoing: true, in: tag)
        #expect(ongoing.hasPrefix(months[5] + " – ") && ongoing.count > months[5].count + 3)
    }

    @Test(arguments: [
        ("en", "Jun 2020 – Present"), ("de", "06/2020 – heute"), ("pl", "06.2020 – obecnie"),
        ("ja", "2020年6月 – 現在"), ("zh", "2020年6月 – 至今"), ("zh-Hant", "2020年6月 – 至今"), ("ko", "2020.06 – 현재"),
        ("ar", "يونيو 2020 – حتى الآن"), ("he", "יוני 2020 – היום"), ("hi", "जून 2020 – वर्तमान"),
        ("th", "มิ.ย. 2020 – ปัจจุบัน"), ("ru", "06.2020 – настоящее время"), ("fi", "6/2020 – nykyhetki"),
        ("hu", "2020. 06. – jelenleg"), ("lt", "2020-06 – dabar"),
    ])
    func `what goes on has its beginning in the language's own form`(tag: String, dates: String) throws {
        #expect(try Self.dates("2020-06", nil, ongoing: true, in: tag) == dates)
    }

    @Test(arguments: [
        ("ja", "2019年12月 – 2021年"), ("zh-Hant", "2019年12月 – 2021年"), ("ko", "2019.12 – 2021"),
        ("ar", "ديسمبر 2019 – 2021"), ("th", "ธ.ค. 2019 – 2021"), ("ru", "12.2019 – 2021"),
    ])
    func `a year whose month is unknown stands beside one whose month is known`(tag: String, dates: String) throws {
        #expect(try Self.dates("2019-12", "2021", in: tag) == dates)
    }

    @Test(arguments: ["xx", "tlh-Latn", "", "-", "english", "zz_TW"])
    func `a language without a table falls back to English`(tag: String) {
        #expect(Wording.of(tag).heading(.experience) == "EXPERIENCE")
    }

    @Test(arguments: ["zh-Hant", "zh-TW", "zh-HK", "zh-MO", "zh-Hant-CN", "zh_tw", "ZH-HANT"])
    func `Chinese of these tags is traditional`(tag: String) {
        #expect(Wording.of(tag).heading(.experience) == "工作經歷")
    }

    @Test(arguments: ["zh", "zh-Hans", "zh-CN", "zh-SG", "zh-Hans-TW", "zh_cn"])
    func `Chinese of these tags is simplified`(tag: String) {
        #expect(Wording.of(tag).heading(.experience) == "工作经历")
    }

    @Test(arguments: [
        ("pt-BR", "IDIOMAS"), ("no", "SPRÅK"), ("nb-NO", "SPRÅK"), ("de_AT", "SPRACHEN"), ("ko-KR", "어학"),
    ])
    func `a region does not hide its language`(tag: String, heading: String) {
        #expect(Wording.of(tag).heading(.languages) == heading)
    }

    private static func dates(
        _ start: String, _ end: String?, ongoing: Bool = false, in tag: String
    ) throws -> String {
        let first = try #require(PartialDate(start))
        let last = try end.map { try #require(PartialDate($0)) }
        let range = TailoredResume.DateRange(start: first, end: last, ongoing: ongoing)
        return try #require(Wording.of(tag).dates(range))
    }
}
