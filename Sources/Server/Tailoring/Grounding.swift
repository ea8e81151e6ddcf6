package import Resume

/// Looks at every line of a resume, whoever wrote it, and says what the profile does not hold.
///
/// The numbers, the capitalised words and the terms of the lexicon of a line must all be in the items that the line names,
/// under whatever name of the same term.
package struct Grounding: Sendable {
    package struct Failure: Sendable, Hashable {
        /// As it would be printed.
        package let text: String
        package let items: [JSONPointer]
        /// The words that none of the items holds; empty where an item is not there at all.
        package let ungrounded: [String]
    }

    private let document: JSON
    private let lexicon: Lexicon

    package init(_ profile: Profile, lexicon: Lexicon) {
        document = profile.json
        self.lexicon = lexicon
    }

    /// The lines that say more than their items, in order.
    package func failures(in resume: TailoredResume) -> [Failure] {
        let lines =
            [resume.name] + [resume.headline].compactMap { $0 } + resume.contacts.map(\.line)
            + [resume.summary].compactMap { $0 }
        let entries = resume.sections.flatMap(\.entries)
        return lines.compactMap(failure)
            + entries.flatMap { entry in
                entry.printedLines.compactMap(failure) + [failure(ofDatesOf: entry)].compactMap { $0 }
            }
    }

    private func failure(of line: TailoredResume.Line) -> Failure? {
        let sources = line.items.map { texts(of: document[at: $0]) }
        guard !sources.isEmpty, !sources.contains([]) else {
            return Failure(text: line.text, items: line.items, ungrounded: [])
        }
        let source = sources.joined().joined(separator: "\n")
        // Nearly every line is an item as it stands.
        if source == line.text { return nil }
        let ungrounded = ungrounded(line.text, in: source)
        return ungrounded.isEmpty ? nil : Failure(text: line.text, items: line.items, ungrounded: ungrounded)
    }

    private func ungrounded(_ text: String, in source: String) -> [String] {
        let held = Set(lexicon.matches(in: source).map(\.canonical))
        let matches = lexicon.matches(in: text)
        let words = Set(Self.words(source[...]).map { $0.lowercased() })
        var failed = matches.filter { match in
            !held.contains(match.canonical)
                && !Self.words(text[match.range]).allSatisfy { words.contains($0.lowercased()) }
        }.map(\.written)
        // A word inside a term that is held is held, under whatever name.
        var rest = text.startIndex
        for range in matches.map(\.range) + [text.endIndex..<text.endIndex] {
            for word in Self.words(text[rest..<range.lowerBound])
            where Self.isFact(word) && !words.contains(word.lowercased()) {
                failed.append(String(word))
            }
            rest = range.upperBound
        }
        return failed
    }

    /// A number, or a word with a capital letter.
    private static func isFact(_ word: Substring) -> Bool { word.contains { $0.isNumber || $0.isUppercase } }

    /// The words and numbers; `1,200` and `3.5` are one each.
    private static func words(_ text: Substring) -> [Substring] {
        text.split { !($0.isLetter || $0.isNumber || $0 == "," || $0 == ".") }
            .flatMap { $0.contains(where: \.isNumber) ? [$0] : $0.split { $0 == "," || $0 == "." } }
            .map { word in
                let start = word.drop { $0 == "," || $0 == "." }
                let end = start.lastIndex { $0 != "," && $0 != "." }
                return end.map { start[...$0] } ?? start
            }.filter { !$0.isEmpty }
    }

    /// The dates of an entry are those of its item.
    private func failure(ofDatesOf entry: TailoredResume.Entry) -> Failure? {
        guard let dates = entry.dates else { return nil }
        let held = Set(
            ["startDate", "endDate", "date", "releaseDate"].compactMap {
                document[at: entry.item.member($0)]?.string
            })
        let failed = [dates.start, dates.end].compactMap { $0?.description }.filter { !held.contains($0) }
        return failed.isEmpty
            ? nil : Failure(text: failed.joined(separator: " – "), items: [entry.item], ungrounded: failed)
    }

    private func texts(of value: JSON?) -> [String] {
        switch value {
        case .string(let text)?: [text]
        case .array(let elements)?: elements.flatMap { texts(of: $0) }
        case .object(let members)?: members.flatMap { texts(of: $0.value) }
        default: []
        }
    }
}
