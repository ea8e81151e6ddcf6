internal import Resume

// Where the person can be reached, in a PDF of anybody's.

extension Gate {
    static func contactAtTop(_ read: ReadResume, in facts: PDFFacts) -> Check {
        let lookedAt = "page 1, its top third and its margins"
        guard let page = facts.pages.first else { return Check.pointless(.contactAtTop) }
        let lines = PrintedLine.lines(of: PDFFacts.onePage(facts), isRightToLeft: false)
        let everywhere = facts.pages.flatMap { $0.rawText.split(separator: "\n") }
        guard let email = everywhere.lazy.compactMap({ ContactText.email(in: $0) }).first else {
            return Check(.contactAtTop, .fail, lookedAt, "There is no e-mail address in the text.")
        }
        let shown = "“\(quotable(email))”"
        if facts.pages.contains(where: { $0.artifactText.contains(email) }) {
            return Check(
                .contactAtTop, .fail, lookedAt,
                "\(shown) stands in a header or footer of the page, which many systems leave out.")
        }
        guard let line = lines.first(where: { $0.text.contains(email) || squeezed($0.text).contains(email) }) else {
            return Check(.contactAtTop, .fail, lookedAt, "\(shown) is not on the first page, or in pieces.")
        }
        if facts.pages.count > 1, repeats(line, of: page, in: facts) {
            return Check(
                .contactAtTop, .fail, lookedAt,
                "\(shown) stands at the same place of every page, as a header or footer, which many systems leave out.")
        }
        guard line.bottom <= page.height / 3 else {
            let isFooter = line.top > page.height * 0.9
            return Check(
                .contactAtTop, isFooter ? .fail : .warn, lookedAt,
                "\(shown) stands \(isFooter ? "at the foot" : "below the top third") of the page, where it is not expected."
            )
        }
        guard let phone = everywhere.lazy.compactMap({ ContactText.phone(in: $0) }).first else {
            return Check(.contactAtTop, .warn, lookedAt, "\(shown) is at the top; there is no phone number.")
        }
        return Check(
            .contactAtTop, .pass, lookedAt,
            "At the top: “\(quotable(read.name ?? ""))”, \(shown), “\(quotable(phone))”."
        )
    }

    /// Whether the line is in the upper or lower margin, and is there again on the next page.
    private static func repeats(_ line: PrintedLine, of page: PDFFacts.Page, in facts: PDFFacts) -> Bool {
        guard line.bottom < page.height * 0.12 || line.top > page.height * 0.88 else { return false }
        let text = squeezed(line.text)
        return facts.pages.dropFirst().allSatisfy { other in
            let words = other.words.filter { abs($0.box.top - line.top) < 3 }
            return squeezed(words.map(\.text).joined()).contains(text)
        }
    }

    private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}

extension PDFFacts {
    fileprivate static func onePage(_ facts: PDFFacts) -> PDFFacts {
        var facts = facts
        facts.pages = Array(facts.pages.prefix(1))
        return facts
    }
}
