import Randomness
import Resume
import Testing

struct ProfileReadingTests {
    /// The faults as `pointer: message`, empty for a good document.
    private func faults(_ json: JSON) -> [String] {
        do throws(ProfileError) {
            _ = try Profile(json: json)
            return []
        } catch {
            return error.description.split(separator: "\n").map(String.init)
        }
    }

    private func faults(_ member: String, _ value: JSON) -> [String] {
        faults(.object([.init("basics", ["name": "Ana"]), .init(member, value)]))
    }

    @Test func `a whole document is read and written back`() throws {
        let document = try JSON(parsing: JSONResumeDocument.complete)
        let profile = try Profile(json: document)
        #expect(profile.basics.name == "Zoë O’Neil-García")
        #expect(profile.basics.location?.region == "Bayern")
        #expect(profile.work.map(\.name) == ["Acme GmbH", "Beta"])
        #expect(profile.work[1].endDate == nil)
        #expect(profile.education[0].courses == ["Thermodynamics", "Optics"])
        #expect(profile.projects[0].roles == ["Lead"])
        #expect(profile.language == "de")
        #expect(profile.niche == "process engineering")
        #expect(try Profile(json: profile.json) == profile)
        // All but the fields that the standard permits and we ignore comes back.
        let expected = try #require(document.object).filter { $0.name != "meta" && $0.name != "x-extra" }
        let written = try #require(profile.json.object)
        for member in expected where member.name != "$schema" && member.name != "basics" {
            #expect(written.first { $0.name == member.name }?.value.canonicalBytes == member.value.canonicalBytes)
        }
    }

    @Test func `a name is all that is needed`() throws {
        let profile = try Profile(json: ["basics": ["name": " Ana\u{A0}Li "]])
        #expect(profile.basics.name == "Ana Li")
        #expect(profile.language == "en")
        #expect(profile.work.isEmpty)
    }

    @Test(
        arguments: [
            [:], ["basics": [:]], ["basics": nil], ["basics": ["name": ""]], ["basics": ["name": nil]],
            ["basics": ["name": " \u{200B} "]],
        ] as [JSON])
    func `a profile without a name is refused`(json: JSON) {
        #expect(faults(json) == ["/basics/name: The name is missing; expected a text with the person's name."])
    }

    @Test(arguments: ["-", "…", "\u{0301}", "( )", "🙂", "--. /"])
    func `a name without a letter is refused`(name: String) {
        #expect(
            faults(["basics": ["name": .string(name)]]) == [
                "/basics/name: Found “\(name)”, without a letter; expected a text with the person's name."
            ])
    }

    @Test func `a document of another kind is refused`() {
        #expect(faults([1, 2]) == ["(document): Found a list; expected an object in { }."])
        #expect(faults(["basics": "Ana"]) == ["/basics: Found the text “Ana”; expected an object in { }."])
        #expect(
            faults(["basics": ["name": 5]]) == [
                "/basics/name: Found the number 5; expected a text. Write it in double quotes."
            ])
    }

    @Test func `all faults are found, each at its address`() {
        let found = faults([
            "basics": [
                "name": "Ana", "email": "ana at example", "phone": true, "url": "javascript:alert(1)",
                "location": "Berlin",
                "profiles": [["url": "nowhere"]],
            ],
            "work": [
                ["name": "A", "startDate": "2021-13"], nil,
                ["endDate": "Present", "highlights": ["fine", 3, nil, "bell\u{7}"], "website": "ftp://x.org"],
            ],
            "education": [:],
            "skills": ["Swift"],
            "hobbies": [["name": []]],
            "language": "Deutsch!",
        ])
        let date = "expected a date such as 2021, 2021-06 or 2021-06-30"
        let web = "expected an address on the web, such as https://example.org/page."
        #expect(
            found == [
                "/basics/email: Found “ana at example”; expected an e-mail address such as name@example.org.",
                "/basics/phone: Found true; expected a text.",
                "/basics/url: Found “javascript:alert(1)”; \(web)",
                "/basics/location: Found the text “Berlin”; expected an object in { }.",
                "/basics/profiles/0/url: Found “nowhere”; \(web)",
                "/work/0/startDate: Found “2021-13”; \(date).",
                "/work/2/website: Found “ftp://x.org”; \(web)",
                "/work/2/endDate: Found “Present”; \(date), and nothing at all for what goes on.",
                "/work/2/highlights/1: Found the number 3; expected a text. Write it in double quotes.",
                "/work/2/highlights/3: U+0007 BELL (character 5) cannot be printed; remove it.",
                "/education: Found an object; expected a list in [ ].",
                "/skills/0: Found the text “Swift”; expected an object in { }.",
                "/hobbies/0/name: Found a list; expected a text.",
                "/language: Found “Deutsch!”; expected a language tag such as en or pt-BR.",
            ])
    }

    @Test func `no more than fifty faults are listed, and the rest are counted`() {
        let bad = JSON.array((0..<80).map { _ in ["startDate": "soon"] })
        let error = #expect(throws: ProfileError.self) { try Profile(json: ["basics": ["name": "Ana"], "work": bad]) }
        #expect(error?.faults.count == 50)
        #expect(error?.count == 80)
        #expect(error?.description.hasSuffix("… and 30 more") == true)
    }

    @Test func `an absent value may be missing, null or empty`() throws {
        let profile = try Profile(json: [
            "basics": ["name": "Ana", "email": "", "url": nil, "location": nil, "summary": " \u{AD} "],
            "work": [["name": "A", "endDate": "", "startDate": "2020", "highlights": nil]], "skills": nil,
        ])
        #expect(profile.basics.email == nil && profile.basics.url == nil && profile.basics.summary == nil)
        #expect(profile.work[0].endDate == nil && profile.work[0].highlights.isEmpty)
    }

    @Test func `empty elements keep their place`() throws {
        let profile = try Profile(json: [
            "basics": ["name": "Ana"], "work": [nil, [:], ["name": "A", "highlights": ["", nil, "third"]]],
        ])
        #expect(profile.work.count == 3)
        #expect(profile.work[2].highlights == ["", "", "third"])
        #expect(try Profile(json: profile.json) == profile)
    }

    @Test func `spellings of older drafts are understood`() throws {
        let profile = try Profile(json: [
            "basics": ["name": "Ana", "website": "ana.example.org", "picture": "ana.png"],
            "work": [
                ["company": "A", "website": "a.example"], ["company": "old", "name": "new"],
                ["company": "kept", "name": ""],
            ],
            "education": [["gpa": "3.9"]], "hobbies": [["name": "Chess"]],
        ])
        #expect(profile.basics.url == "ana.example.org")
        #expect(profile.work.map(\.name) == ["A", "new", "kept"])
        #expect(profile.work[0].url == "a.example")
        #expect(profile.education[0].score == "3.9")
        #expect(profile.interests.map(\.name) == ["Chess"])
    }

    @Test func `members that the standard does not name are ignored`() throws {
        #expect(faults("x-theme", ["color": 7]).isEmpty)
        #expect(faults("meta", "anything\u{7}").isEmpty)
        #expect(faults("work", [["name": "A", "salary": 1, "keywords": "x"]]).isEmpty)
    }

    @Test func `texts are bounded one by one, by list and in all`() {
        let long = String(repeating: "ä", count: 501)
        #expect(faults("niche", .string(long)) == ["/niche: The text has 501 characters; at most 500 are accepted."])
        #expect(faults("niche", .string(String(long.dropLast()))).isEmpty)
        #expect(faults("work", [["summary": .string(long)]]).isEmpty)
        #expect(
            faults("skills", .array(Array(repeating: ["name": "x"], count: 501)))
                == ["/skills: The list has 501 elements; at most 500 are accepted."])
        let page = JSON.string(String(repeating: "a", count: 10_000))
        #expect(
            faults("work", [["highlights": .array(Array(repeating: page, count: 26))]])
                == ["(document): All texts together have 260003 characters; at most 250000 are accepted."])
    }

    @Test func `any document is a profile or a list of faults`() throws {
        var random = SeededGenerator(seed: 4)
        let document = try JSON(parsing: JSONResumeDocument.complete)
        var refused = 0
        for _ in 0..<3000 {
            let damaged = document.damaged(by: &random)
            do throws(ProfileError) {
                let profile = try Profile(json: damaged)
                #expect(try Profile(json: profile.json) == profile)
                _ = TailoredResume(everythingIn: profile)
            } catch {
                refused += 1
                #expect(error.count >= error.faults.count && !error.faults.isEmpty && error.faults.count <= 50)
                // A fault lies at something that the document has, or says that it is missing.
                for fault in error.faults where !fault.message.contains("missing") {
                    #expect(damaged[at: fault.pointer] != nil, "\(fault)")
                }
            }
        }
        #expect(refused > 500)
    }
}

extension JSON {
    /// The same document with values here and there replaced by anything.
    fileprivate func damaged(by random: inout SeededGenerator) -> JSON {
        if random.chance(40) { return random.json(depth: 2) }
        switch self {
        case .array(let elements):
            var damaged: [JSON] = []
            for element in elements { damaged.append(element.damaged(by: &random)) }
            return .array(damaged)
        case .object(let members):
            var damaged: [Member] = []
            for member in members { damaged.append(Member(member.name, member.value.damaged(by: &random))) }
            return .object(damaged)
        default: return self
        }
    }
}
