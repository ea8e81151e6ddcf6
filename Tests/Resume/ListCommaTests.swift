import Resume
import Testing

@Suite struct ListCommaTests {
    @Test(arguments: [
        ("en", "Go, SQL"), ("de-AT", "Go, SQL"), ("he", "Go, SQL"), ("th", "Go, SQL"), ("ja", "Go、SQL"),
        ("zh-Hant", "Go、SQL"), ("zh_CN", "Go、SQL"),
    ])
    func `a language's comma stands between items`(language: String, joined: String) {
        #expect(ListComma(language: language).joined(["Go", "SQL"]) == joined)
    }

    @Test func `in Arabic a word from left to right keeps a comma that runs as it does`() {
        let comma = ListComma(language: "ar")
        #expect(comma.joined(["إدارة الفرق", "Python", "SQL", "التدريب"]) == "إدارة الفرق، Python, SQL, التدريب")
        #expect(comma.joined(["الإنجليزية (C1)", "الفرنسية"]) == "الإنجليزية (C1)، الفرنسية")
    }

    @Test func `one item has no comma, and none is nothing`() {
        #expect(ListComma(language: "ar").joined(["Go"]) == "Go")
        #expect(ListComma(language: "ja").joined([]).isEmpty)
    }

    @Test func `between parts of a line there is always a space`() {
        #expect(["en", "fa", "ja"].map { ListComma(language: $0).betweenParts } == [", ", "، ", "、 "])
    }

    @Test func `a profile's lines are joined in its language`() throws {
        let profile = try Profile(
            json: JSON(
                parsing: """
                    {"language": "ja", "basics": {"name": "佐伯 悠真", "location": {"city": "東京都", "region": "港区"}},
                     "education": [{"studyType": "修士", "area": "情報工学"}]}
                    """))
        let resume = TailoredResume(everythingIn: profile)
        #expect(resume.contacts.map(\.line.text) == ["東京都、港区"])
        #expect(resume.sections.first?.entries.first?.title?.text == "修士、情報工学")
    }
}
