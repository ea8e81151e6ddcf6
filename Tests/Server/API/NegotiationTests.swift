import Foundation
import HTTP
import Testing

@testable import API

@Suite struct RateLimiterTests {
    @Test func `a bucket empties by requests and fills by time, and never beyond its size`() {
        let limiter = RateLimiter(.init(requests: 10, seconds: 5))
        let start = ContinuousClock.now
        for left in (0..<10).reversed() {
            let admission = limiter.admit("a", at: start)
            #expect(admission?.isAdmitted == true)
            #expect(admission?.fields["RateLimit"]?.hasPrefix("\"key\";r=\(left);") == true)
        }
        let refused = limiter.admit("a", at: start)
        #expect(refused?.isAdmitted == false)
        #expect(refused?.retryAfter == 1)
        #expect(refused?.fields["RateLimit"] == "\"key\";r=0;t=5")
        #expect(limiter.admit("b", at: start)?.isAdmitted == true)
        // Half a second is one token, and only one.
        #expect(limiter.admit("a", at: start + .milliseconds(500))?.isAdmitted == true)
        #expect(limiter.admit("a", at: start + .milliseconds(500))?.isAdmitted == false)
        #expect(limiter.admit("a", at: start + .seconds(3600))?.fields["RateLimit"] == "\"key\";r=9;t=1")
    }

    @Test func `whoever waits as long as he is told gets in`() {
        for (requests, seconds) in [(1, 1), (1, 60), (7, 3), (600, 60), (3, 1000)] {
            let limiter = RateLimiter(.init(requests: requests, seconds: seconds))
            var now = ContinuousClock.now
            for _ in 0..<(3 * requests) {
                guard let admission = limiter.admit("a", at: now), !admission.isAdmitted else { continue }
                now += .seconds(admission.retryAfter)
                #expect(limiter.admit("a", at: now)?.isAdmitted == true)
            }
        }
    }

    @Test func `without a limit there are no fields`() {
        #expect(RateLimiter(nil).admit("a") == nil)
    }
}

@Suite struct FileNamePropertyTests {
    @Test func `any name is safe on any file system, and its plain form is plain`() {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "CON", "..", "/", "\\", "\"", "\r\n", "\0", "é", "ặ", "漢", "🙂", "👩‍👩‍👧", "\u{202E}", "a\u{0301}", " ", ".", "-",
            "~", "x",
            "ﷺ", "\u{FEFF}", "%00", ";", "'",
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            let disposition = FileName(text.joined()).contentDisposition
            let plain = disposition.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
            #expect(plain.hasSuffix("resume.pdf"))
            #expect(plain.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"/\\:*?\"<>|%'".utf8.contains($0) })
            let whole = disposition.split(separator: "''").dropFirst().first?.removingPercentEncoding ?? plain
            #expect(whole.utf8.count <= 255 && whole.decomposedStringWithCanonicalMapping.utf8.count <= 255)
            #expect(!whole.hasPrefix(".") && !whole.hasPrefix("-") && !whole.contains("/"))
            #expect(disposition.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
        }
    }
}
