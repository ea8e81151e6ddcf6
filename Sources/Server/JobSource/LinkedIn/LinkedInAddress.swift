/// An address that leads to a posting on LinkedIn, in any of the forms that people copy.
package enum LinkedInAddress: Sendable, Hashable {
    /// The posting's number.
    case posting(String)
    /// What follows `https://lnkd.in/`.
    case shortLink(String)

    /// - Throws: ``JobSourceError`` `no_posting_address`, which says what is wrong with it.
    package init(_ text: String) throws(JobSourceError) {
        let text = String(text.trimmed)
        guard !text.isEmpty, text.utf8.count <= 2048, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x5C })
        else {
            throw Self.refusal("a web address is at most 2048 visible ASCII characters, without spaces and backslashes")
        }
        let (host, path, query) = try Self.parts(text)
        if host == "lnkd.in" || host == "www.lnkd.in" {
            let code = path.drop { $0 == "/" }
            guard (1...64).contains(code.count), code.utf8.allSatisfy(Self.isShortLinkByte) else {
                throw Self.refusal("a short link is https://lnkd.in/ and letters and digits")
            }
            self = .shortLink(String(code))
            return
        }
        guard Self.isLinkedIn(host) else {
            throw Self.refusal("its host is \(host.prefix(80)), not linkedin.com")
        }
        guard let id = Self.postingID(path: path, query: query) else {
            throw Self.refusal(
                "it holds no posting's number, as https://www.linkedin.com/jobs/view/4012345678 does; open the posting "
                    + "itself and copy that address")
        }
        self = .posting(id)
    }

    /// The number of a posting in the path or the query of an address; `nil` if it leads elsewhere.
    package static func postingID(path: Substring, query: Substring) -> String? {
        var steps = path.split(separator: "/").map { $0.lowercased() }
        // The same pages, for mails and small screens.
        while let first = steps.first, ["comm", "m", "mwlite"].contains(first) { steps.removeFirst() }
        if steps.starts(with: ["jobs", "view"]), steps.count > 2 {
            return number(steps[2].split(separator: "-").last ?? "")
        }
        if steps.starts(with: ["jobs-guest", "jobs", "api", "jobposting"]), steps.count > 4 { return number(steps[4]) }
        guard steps.first == "jobs" else { return nil }
        for pair in query.split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1)
            if halves.count == 2, halves[0] == "currentJobId" { return number(halves[1]) }
        }
        return nil
    }

    /// The path and the query of an address or a part of one, without what follows `#`.
    package static func pathAndQuery(_ address: String) -> (path: Substring, query: Substring) {
        var rest = address.prefix { $0 != "#" }
        if let scheme = rest.firstRange(of: "://") {
            rest = rest[scheme.upperBound...].drop { $0 != "/" && $0 != "?" }
        }
        let path = rest.prefix { $0 != "?" }
        return (path, rest.dropFirst(path.count + 1))
    }

    private static func parts(_ text: String) throws(JobSourceError) -> (String, Substring, Substring) {
        var rest = text[...]
        if let scheme = rest.firstRange(of: "://") {
            guard ["http", "https"].contains(rest[..<scheme.lowerBound].lowercased()) else {
                throw refusal("it does not begin with https://")
            }
            rest = rest[scheme.upperBound...]
        }
        let authority = rest.prefix { !"/?#".contains($0) }
        var host = authority.lowercased()
        // The port of https may be written out; any other is another server.
        if host.hasSuffix(":443") { host.removeLast(4) }
        guard host.utf8.allSatisfy({ $0.isASCIILetterOrDigit || $0 == 0x2D || $0 == 0x2E }) else {
            throw refusal("its host may hold letters, digits, - and . only")
        }
        let (path, query) = pathAndQuery("https://" + rest)
        return (host, path, query)
    }

    /// `linkedin.com`, `www.`, `m.`, and the two letters of a country before it.
    private static func isLinkedIn(_ host: String) -> Bool {
        guard host.hasSuffix("linkedin.com") else { return false }
        let label = host.dropLast("linkedin.com".count)
        return ["", "www.", "m."].contains(label)
            || label.count == 3 && label.hasSuffix(".") && label.dropLast().allSatisfy { ("a"..."z").contains($0) }
    }

    private static func number(_ text: some StringProtocol) -> String? {
        let digits = text.utf8
        guard (6...19).contains(digits.count), digits.first != UInt8(ascii: "0"),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return String(text)
    }

    private static func isShortLinkByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetterOrDigit || byte == 0x2D || byte == 0x5F
    }

    private static func refusal(_ reason: String) -> JobSourceError {
        JobSourceError(
            .noPostingAddress,
            "This is no address of a posting on LinkedIn: \(reason). \(JobSourceError.advice)")
    }
}

extension JobSourceError {
    /// What always works.
    package static let advice = "Or paste the posting's text instead."
}

extension UInt8 {
    fileprivate var isASCIILetterOrDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }
}
