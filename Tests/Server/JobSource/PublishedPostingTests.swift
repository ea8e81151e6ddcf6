import Foundation
import JobSource
import Resume
import Testing

/// Pages in the structure of LinkedIn's, written for this project about companies that do not exist.
struct PublishedPostingTests {
    private func page(_ name: String) throws -> String { try samplePage(name) }

    private func code(_ name: String, requestedID: String? = nil) throws -> JobSourceError.Code? {
        let html = try page(name)
        do {
            _ = try PublishedPosting(page: html, requestedID: requestedID)
            return nil
        } catch {
            return error.code
        }
    }

    @Test(arguments: ["full", "fragment"])
    func `the page and the fragment say the same`(name: String) throws {
        let found = try PublishedPosting(page: page(name), requestedID: "4000000001")
        #expect(found.postingID == "4000000001")
        #expect(found.title == "Paediatric Nurse")
        #expect(found.company == "Larch Hill Hospital")
        #expect(found.location == "Leeds, England, United Kingdom")
        #expect(found.seniority == .junior)
        #expect(found.employmentType == .fullTime)
        #expect(found.text.contains("• Give medication & keep records in Epic\n"))
        #expect(found.text.contains("birth to sixteen years. Our ward"))
        for other in ["Show more", "window.x", "another place", "Sign in"] { #expect(!found.text.contains(other)) }
    }

    @Test func `a posting is understood with what its page says apart`() throws {
        let posting = try JobPosting(PublishedPosting(page: page("full")), lexicon: .bundled())
        #expect(posting.source == .linkedin && posting.postingID == "4000000001" && posting.language == "en")
        #expect(posting.title == "Paediatric Nurse" && posting.company == "Larch Hill Hospital")
        #expect(posting.keywords.contains { $0.term == "PALS" && $0.importance == .required })
    }

    @Test func `a text that came along supplements the page`() throws {
        let posting = try JobPosting(
            PublishedPosting(page: page("full")), supplement: "Requirements\n- Python", lexicon: .bundled())
        #expect(posting.keywords.contains { $0.canonical == "Python" })
        #expect(posting.title == "Paediatric Nurse")
    }

    @Test func `localised criteria are known by their values`() throws {
        let found = try PublishedPosting(page: page("localised"))
        #expect(found.employmentType == .partTime && found.seniority == .junior)
        #expect(found.location == "Ulm, Baden-Württemberg, Deutschland")
        #expect(try JobPosting(found, lexicon: .bundled()).language == "de")
    }

    @Test func `what the page does not say is nil`() throws {
        let found = try PublishedPosting(page: page("no-location"))
        #expect(found.location == nil && found.company == "Fernwick & Sons" && found.employmentType == .contract)
        #expect(try JobPosting(found, lexicon: .bundled()).seniority == .senior)
    }

    @Test func `JSON-LD is the second way`() throws {
        let found = try PublishedPosting(page: page("json-ld"))
        #expect(found.title == "Pipe Welder" && found.company == "Copperleaf Works")
        #expect(found.location == "Tulsa, OK, US" && found.employmentType == .fullTime && !found.isLinkedIn)
        #expect(found.text.contains("• TIG welding"))
    }

    @Test func `what stands in a posting's place is told apart`() throws {
        #expect(try code("closed") == .closed)
        #expect(try code("authwall") == .signInWall)
        #expect(try code("captcha") == .captcha)
        #expect(try code("search") == .searchPage)
        #expect(try code("search-with-posting") == .searchPage)
        #expect(try code("search-with-posting", requestedID: "4000000001") == .searchPage)
        #expect(try code("not-found") == .removed)
        #expect(try code("too-short") == .tooShort)
        #expect(try code("full", requestedID: "4000000999") == .otherPage)
    }

    @Test func `each reason is a sentence of its own, and ends with what always works`() {
        let codes: [JobSourceError.Code] = [
            .removed, .closed, .signInWall, .captcha, .rateLimited, .searchPage, .otherPage, .unreachable,
        ]
        let messages = codes.map { PublishedPosting.error($0).message }
        #expect(Set(messages).count == codes.count)
        #expect(messages.allSatisfy { $0.hasSuffix(JobSourceError.advice) })
    }

    @Test(arguments: [
        "", "<", "<!", "plain text", "<html>", "<title>", "\u{0}<div\u{0}>", "<html lang=x><body/></html>",
    ])
    func `what is no posting's page is said to be none`(text: String) {
        #expect {
            _ = try PublishedPosting(page: text)
        } throws: {
            ($0 as? JobSourceError)?.code == .otherPage
        }
    }

    @Test func `what was read can be kept`() throws {
        let found = try PublishedPosting(page: page("full"))
        #expect(PublishedPosting(json: found.json) == found)
        #expect(PublishedPosting(json: ["title": "x"]) == nil)
    }
}

func samplePage(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pages")
    return try String(contentsOf: folder.appending(path: "\(name).html"), encoding: .utf8)
}
