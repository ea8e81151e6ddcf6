package import Resume

/// A resume as a machine reads it back from a PDF.
package struct ReadResume: Sendable, Hashable {
    package var name: String?
    package var headline: String?
    /// The texts between the bars under the name, in their order.
    package var contacts: [String] = []
    package var summary: String?
    package var sections: [Section] = []
    /// BCP 47 tag of the language that the headings are in; `nil` without a standard heading.
    package var language: String?

    package struct Section: Sendable, Hashable {
        package var kind: TailoredResume.Section.Kind
        package var heading: String
        package var entries: [Entry] = []
    }

    /// One job, degree, project, group of skills… What is not there is empty.
    package struct Entry: Sendable, Hashable {
        /// The position, degree, project; in a list the label before the colon.
        package var title = ""
        /// The employer or school, and what stands behind it: the place, a score.
        package var place = ""
        package var dates: ReadDates?
        /// What stands before the bullets; in a list the list.
        package var text = ""
        package var bullets: [String] = []
        /// What stands behind the bullets.
        package var ending = ""

        package init() {}
    }
}

extension ReadResume {
    package var email: String? { contacts.lazy.compactMap { ContactText.email(in: $0) }.first }
    package var phone: String? { contacts.lazy.compactMap { ContactText.phone(in: $0) }.first }

    package var json: JSON {
        [
            "name": name.map { .string($0) } ?? .null,
            "headline": headline.map { .string($0) } ?? .null,
            "email": email.map { .string($0) } ?? .null,
            "phone": phone.map { .string($0) } ?? .null,
            "contacts": .array(contacts.map { .string($0) }),
            "language": language.map { .string($0) } ?? .null,
            "summary": summary.map { .string($0) } ?? .null,
            "sections": .array(
                sections.map { section in
                    [
                        "kind": .string(section.kind.rawValue), "heading": .string(section.heading),
                        "entries": .array(section.entries.map(\.json)),
                    ]
                }),
        ]
    }
}

extension ReadResume.Entry {
    fileprivate var json: JSON {
        var members = [JSON.Member("title", .string(title)), JSON.Member("organization", .string(place))]
        if let dates {
            members.append(JSON.Member("dates", .string(dates.text)))
            members.append(JSON.Member("start", dates.dates.first.map { .string($0.description) } ?? .null))
            let end = dates.dates.count > 1 ? dates.dates.last : nil
            members.append(JSON.Member("end", end.map { .string($0.description) } ?? .null))
            members.append(JSON.Member("ongoing", .bool(dates.isOngoing)))
        }
        if !text.isEmpty { members.append(JSON.Member("text", .string(text))) }
        if !bullets.isEmpty { members.append(JSON.Member("bullets", .array(bullets.map { .string($0) }))) }
        if !ending.isEmpty { members.append(JSON.Member("ending", .string(ending))) }
        return .object(members)
    }
}

/// E-mail addresses and telephone numbers in running text.
enum ContactText {
    static func email(in text: some StringProtocol) -> String? {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return nil }
        return text.split { $0.isWhitespace || "|,;<>()".contains($0) }.lazy
            .map { word in String(word.hasPrefix("mailto:") ? word.dropFirst(7) : word[...]) }
            .map { word in word.last == "." ? String(word.dropLast()) : word }
            .first { EmailAddress($0) != nil }
    }

    /// A run of digits and what stands between them that a phone would dial: 7 digits at least, and no year or range.
    static func phone(in text: some StringProtocol) -> String? {
        guard text.utf8.count(where: { (0x30...0x39).contains($0) }) >= 7 else { return nil }
        for part in text.split(whereSeparator: { "|;•·\n".contains($0) || $0.isLetter }) {
            let run = part.drop { !"+(0123456789".contains($0) }
            let number = run.prefix { "+()0123456789 -./\u{2011}\u{00A0}".contains($0) }
            let digits = number.count { $0.isNumber }
            guard (7...17).contains(digits), !isDate(number) else { continue }
            return number.split(separator: " ").joined(separator: " ")
        }
        return nil
    }

    /// `2015 - 2019`, `06/2018 - 07/2020`: years and months.
    private static func isDate(_ text: some StringProtocol) -> Bool {
        let groups = text.split { !$0.isNumber }
        guard text.first != "+", text.first != "(" else { return false }
        return groups.allSatisfy { group in
            guard let number = Int(group) else { return false }
            return group.count <= 2 || (group.count == 4 && (1900...2100).contains(number))
        }
    }
}
