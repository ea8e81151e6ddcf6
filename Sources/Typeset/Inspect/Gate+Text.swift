// What a machine reads.

extension Gate {
    static func textComplete(_ expected: ExpectedTokens, missing: [String]) -> Check {
        let total = expected.lines.reduce(0) { $0 + $1.count }
        guard missing.isEmpty else {
            return Check(
                .textComplete, .fail, count(total, "word"),
                "Of \(count(total, "word")) that were typeset, missing or not there often enough: \(listing(missing)).")
        }
        return Check(
            .textComplete, .pass, count(total, "word"), "All that was typeset is in the text, \(count(total, "word")).")
    }

    /// Where a word is missing, what stands in its place is left to `text-complete`.
    static func noOtherText(_ surplus: [String], missing: [String]) -> Check {
        guard surplus.isEmpty || !missing.isEmpty else {
            return Check(
                .noOtherText, .fail, "the whole text",
                "In the text, though nothing of the resume says so: \(listing(surplus)).")
        }
        return Check(.noOtherText, .pass, "the whole text", "The text holds nothing that is not the resume's.")
    }

    /// A line of which a word is missing altogether is left to `text-complete`.
    static func textOrder(_ expected: ExpectedTokens, in stream: TokenStream, missing: [String]) -> Check {
        let missing = Set(missing)
        var position = 0
        var astray: [String] = []
        var torn: [String] = []
        for line in expected.lines where missing.isDisjoint(with: line) {
            if let range = stream.range(of: line, from: position) {
                position = range.upperBound
            } else if stream.range(of: line, from: 0) != nil {
                astray.append(line.joined(separator: " "))
            } else {
                torn.append(line.joined(separator: " "))
            }
        }
        guard astray.isEmpty && torn.isEmpty else {
            var parts: [String] = []
            if !astray.isEmpty { parts.append("before a line that should come first: \(listing(astray, limit: 3))") }
            if !torn.isEmpty { parts.append("mixed with other text: \(listing(torn, limit: 3))") }
            return Check(
                .textOrder, .fail, count(expected.lines.count, "line"),
                "Of \(count(expected.lines.count, "line")), read in the order of the content stream, "
                    + parts.joined(separator: "; ") + ".")
        }
        return Check(
            .textOrder, .pass, count(expected.lines.count, "line"),
            "In the order of the content stream, \(count(expected.lines.count, "line")) come as they should.")
    }

    static func contactAtTop(
        _ expectation: Expectation, _ expected: ExpectedTokens, on page: PDFFacts.Page?
    ) -> Check {
        let height = (page?.height ?? 0) / 3
        let stream = TokenStream(
            (page?.words ?? []).filter { $0.box.bottom <= height }, endingWithDirection: expected.hasRightToLeft)
        let wanted = [
            ("name", expectation.name), ("e-mail", expectation.email), ("phone", expectation.phone),
        ].compactMap { kind, text in
            text.map { (kind, TokenStream.tokens(of: $0, endingWithDirection: expected.hasRightToLeft)) }
        }
        .filter { !$0.1.isEmpty }
        // From right to left Poppler's list of words runs the other way.
        let words = Set(stream.tokens.map(\.text))
        let absent = wanted.filter { _, tokens in
            expected.hasRightToLeft ? !words.isSuperset(of: tokens) : stream.range(of: tokens, from: 0) == nil
        }
        let names = wanted.map(\.0).joined(separator: ", ")
        guard absent.isEmpty else {
            return Check(
                .contactAtTop, .fail, "the top third of page 1",
                "Looked for \(names) in the top third of page 1; not there: "
                    + absent.map { "\($0.0) “\(quotable($0.1.joined(separator: " ")))”" }.joined(separator: ", ") + ".")
        }
        return reached(expectation, at: "In the top third of page 1: \(names).")
    }

    /// Whether what is there is an address and a number to a machine, and how much of the number.
    private static func reached(_ expectation: Expectation, at found: String) -> Check {
        let lookedAt = "the top third of page 1"
        guard let email = expectation.email, ContactText.email(in: email) != nil else {
            let reason = expectation.email.map { "“\(quotable($0))” is none to a machine." } ?? "The profile has none."
            return Check(.contactAtTop, .warn, lookedAt, "\(found) There is no e-mail address. \(reason)", points: 0)
        }
        guard let phone = expectation.phone, let number = ContactText.phone(in: phone) else {
            let reason = expectation.phone.map { "“\(quotable($0))” is none to a machine." } ?? "The profile has none."
            return Check(.contactAtTop, .warn, lookedAt, "\(found) There is no phone number. \(reason)")
        }
        let isWhole = number.filter { !$0.isWhitespace } == phone.filter { !$0.isWhitespace }
        return Check(
            .contactAtTop, .pass, lookedAt,
            isWhole ? found : "\(found) Of “\(quotable(phone))” a machine takes “\(quotable(number))” for the number.")
    }
}
