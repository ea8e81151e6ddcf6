import Foundation
import JobSource
import Testing

/// Every form in which people copy the address of a posting, and what only looks like one.
struct LinkedInAddressTests {
    @Test(arguments: [
        "https://www.linkedin.com/jobs/view/4012345678", "https://www.linkedin.com/jobs/view/4012345678/",
        "https://www.linkedin.com/jobs/view/senior-nurse-m-f-d-at-larch-hill-2-4012345678",
        "https://de.linkedin.com/jobs/view/pfleger-4012345678?position=3&pageNum=0&refId=x%3D&trackingId=y#top",
        "https://uk.linkedin.com/jobs/view/4012345678?originalSubdomain=uk",
        "https://www.linkedin.com/comm/jobs/view/4012345678/?trk=eml-jobs",
        "https://m.linkedin.com/jobs/view/4012345678",
        "https://www.linkedin.com/m/jobs/view/4012345678/", "https://www.linkedin.com/mwlite/jobs/view/4012345678",
        "https://www.linkedin.com/jobs/search/?currentJobId=4012345678&geoId=1&keywords=nurse",
        "https://www.linkedin.com/jobs/collections/recommended/?currentJobId=4012345678",
        "https://www.linkedin.com/jobs-guest/jobs/api/jobPosting/4012345678", "www.linkedin.com/jobs/view/4012345678",
        "linkedin.com/jobs/view/4012345678", "http://www.linkedin.com/jobs/view/4012345678",
        "HTTPS://WWW.LINKEDIN.COM/jobs/view/4012345678", "  https://www.linkedin.com:443/jobs/view/4012345678\n",
    ])
    func `a form of an address leads to the number`(text: String) throws {
        #expect(try LinkedInAddress(text) == .posting("4012345678"))
    }

    @Test func `a short link keeps its code`() throws {
        #expect(try LinkedInAddress("https://lnkd.in/eXy_12-3") == .shortLink("eXy_12-3"))
        #expect(try LinkedInAddress("lnkd.in/d4?trk=x") == .shortLink("d4"))
    }

    @Test(arguments: [
        "", " ", "nurse wanted", "https://www.linkedin.com/", "https://www.linkedin.com/in/somebody",
        "https://www.linkedin.com/company/12345678", "https://www.linkedin.com/jobs/view/",
        "https://linkedin.com/jobs/view/1",
        "https://www.linkedin.com/jobs/view/0000000001", "https://www.linkedin.com/jobs/view/99999999999999999999999",
        "https://www.linkedin.com/jobs/search/?keywords=nurse", "https://www.linkedin.com/jobs/view/nurse",
        "https://example.com/jobs/view/4012345678", "https://www.linkedin.com.example.com/jobs/view/4012345678",
        "https://notlinkedin.com/jobs/view/4012345678", "https://evil-linkedin.com/jobs/view/4012345678",
        "https://abc.linkedin.com/jobs/view/4012345678", "https://www.linkedin.com@127.0.0.1/jobs/view/4012345678",
        "https://127.0.0.1/jobs/view/4012345678", "https://www.linkedin.com:8443/jobs/view/4012345678",
        "https://example.com/?u=https://www.linkedin.com/jobs/view/4012345678",
        "https://example.com#https://www.linkedin.com/jobs/view/4012345678",
        "https://example.com\\.linkedin.com/jobs/view/4012345678", "ftp://www.linkedin.com/jobs/view/4012345678",
        "https://www。linkedin。com/jobs/view/4012345678", "https://lnkd.in/", "https://lnkd.in/a/b",
        "https://lnkd.in/..",
        "https://www.linkedin.com/jobs/view/4012345678 https://example.com",
    ])
    func `anything else is refused with a reason and advice`(text: String) {
        #expect {
            _ = try LinkedInAddress(text)
        } throws: { error in
            guard let error = error as? JobSourceError else { return false }
            return error.code == .noPostingAddress && !error.isPassing && error.message.contains("paste")
        }
    }

    @Test func `every hostile address of the cases is refused`() throws {
        for text in try String(contentsOf: ssrf, encoding: .utf8).split(separator: "\n") {
            #expect(throws: JobSourceError.self) { _ = try LinkedInAddress(String(text)) }
        }
    }

    private let ssrf = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "HTTP/Cases/ssrf.txt")
}
