import Resume
import Testing

struct AddressTests {
    @Test(arguments: [
        ("https://example.org", "https://example.org", "example.org"),
        ("http://example.org/", "http://example.org/", "example.org"),
        ("HTTPS://Example.org/a/", "https://Example.org/a/", "Example.org/a"),
        ("linkedin.com/in/josé", "https://linkedin.com/in/jos%C3%A9", "linkedin.com/in/josé"),
        (
            "www.bücher.example:8080/?q=a b".replacing(" ", with: "+"), "https://www.b%C3%BCcher.example:8080/?q=a+b",
            "www.bücher.example:8080/?q=a+b"
        ),
        ("example.org/100%/a%20b\\x{}", "https://example.org/100%25/a%20b%5Cx%7B%7D", "example.org/100%/a%20b\\x{}"),
        ("http://localhost:3000/#top", "http://localhost:3000/#top", "localhost:3000/#top"),
    ])
    func `a web address has a link and a text without its scheme`(address: String, uri: String, text: String) throws {
        let web = try #require(WebAddress(address))
        #expect(web.uri == uri)
        #expect(web.text == text)
    }

    @Test(arguments: [
        "", "https://", "https:/example.org", "https:///example.org", "javascript:alert(1)", "mailto:a@example.org",
        "n/a",
        "ftp://example.org", "https://user@example.org", "example", "example.org:99999", "https://a..b", "1.5",
        "-a.org",
        "https://exa mple.org", "http://[::1]/", "https://example.org:+80", "data:text/html,x.y",
    ])
    func `what is no web address is refused`(address: String) {
        #expect(WebAddress(address) == nil)
    }

    @Test(arguments: [
        ("ana.o'neil+cv@example.co.uk", "mailto:ana.o'neil+cv@example.co.uk"),
        ("a&b?c%d@example.org", "mailto:a%26b%3Fc%25d@example.org"),
        ("jörg@bücher.example", "mailto:j%C3%B6rg@b%C3%BCcher.example"),
    ])
    func `an e-mail address has a mailto link`(address: String, uri: String) {
        #expect(EmailAddress(address)?.uri == uri)
    }

    @Test(arguments: [
        "", "@", "a@", "@example.org", "a@b", "a b@example.org", "a@b@example.org", "a..b@example.org",
        ".a@example.org",
        "a@example..org", "a@-example.org", "<a@example.org>", "a@example.org, b@example.org", "name (at) example.org",
        String(repeating: "a", count: 65) + "@example.org",
    ])
    func `what is no e-mail address is refused`(address: String) {
        #expect(EmailAddress(address) == nil)
    }

    @Test(arguments: [
        ("+49 (0)30 123-456", "tel:+4930123456"), ("(212) 555-0142", "tel:2125550142"),
        ("+1.212.555.0142 ext. 7", "tel:+12125550142;ext=7"),
        ("212 555 0142 x 12", "tel:2125550142;ext=12"), ("112", "tel:112"),
    ])
    func `a telephone number has a link`(number: String, uri: String) {
        #expect(PhoneNumber(number)?.uri == uri)
    }

    @Test(arguments: [
        "", "12", "1-800-FLOWERS", "on request", "+", "++49 30 123", "x", "123456789012345678901", "٠١٢٣٤٥",
    ])
    func `what nobody can dial has no link`(number: String) {
        #expect(PhoneNumber(number) == nil)
    }
}
