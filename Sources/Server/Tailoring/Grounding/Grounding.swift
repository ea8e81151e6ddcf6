package import Resume

/// Looks at every line of a resume, whoever wrote it, and says what the profile does not hold.
///
/// The world is closed: every word, number and sign of a line must be in the items that the line names, or be another form
/// of what is there (an inflection, a word of the same group, an alias of the lexicon, another way to write the number), or
/// be a plain word that says nothing by itself (docs/decisions/0032).
package struct Grounding: Sendable {
    package struct Failure: Sendable, Hashable {
        /// As it would be printed.
        package let text: String
        package let items: [JSONPointer]
        /// At least one.
        package let reasons: [Ungrounded]

        /// The words that none of the items holds; empty where an item is not there at all.
        package var ungrounded: [String] { reasons.filter { $0.kind != .item }.map(\.written) }
    }

    private let document: JSON
    let lexicon: Lexicon
    private let vocabulary: Vocabulary
    private let years: CareerYears

    package init(_ profile: Profile, lexicon: Lexicon) {
        document = profile.json
        self.lexicon = lexicon
        vocabulary = .of(profile.language)
        years = CareerYears(profile)
    }

    /// The lines that say more than their items, in order.
    package func failures(in resume: TailoredResume) -> [Failure] {
        let lines =
            [resume.name] + [resume.headline].compactMap { $0 } + resume.contacts.map(\.line)
            + [resume.summary].compactMap { $0 }
        return lines.compactMap { failure(of: $0) }
            + resume.sections.flatMap { section in
                section.entries.flatMap { entry in
                    entry.printedLines.compactMap { failure(of: $0, in: entry, of: section.kind) }
                        + [failure(ofDatesOf: entry)].compactMap { $0 }
                }
            }
    }

    func failure(of line: TailoredResume.Line) -> Failure? {
        let reasons = self.reasons(against: line)
        return reasons.isEmpty ? nil : Failure(text: line.text, items: line.items, reasons: reasons)
    }

    /// Why a line of an entry may not be printed; what happened in one role is not said of another.
    func failure(
        of line: TailoredResume.Line, in entry: TailoredResume.Entry, of kind: TailoredResume.Section.Kind
    ) -> Failure? {
        var reasons = self.reasons(against: line)
        if kind == .experience || kind == .projects || kind == .education || kind == .volunteer {
            reasons += line.items.filter { !entry.item.contains($0) }.map { Ungrounded(.elsewhere, $0.description) }
        }
        return reasons.isEmpty ? nil : Failure(text: line.text, items: line.items, reasons: reasons)
    }

    /// Why a line may not be printed; empty if it may.
    package func reasons(against line: TailoredResume.Line) -> [Ungrounded] {
        let sources = line.items.map { texts(of: document[at: $0]) }
        guard !sources.isEmpty, !sources.contains([]) else { return [Ungrounded(.item, line.text)] }
        let held = sources.flatMap { $0 }
        // Nearly every line is an item as it stands.
        if held == [line.text] { return [] }
        let source = FactSource(held, vocabulary, lexicon)
        let check = GroundingCheck(
            line.text, source, vocabulary, lexicon, mostYears: years.most(in: line.items))
        return check.findings
    }

    /// The dates of an entry are those of its item.
    func failure(ofDatesOf entry: TailoredResume.Entry) -> Failure? {
        guard let dates = entry.dates else { return nil }
        let held = Set(
            ["startDate", "endDate", "date", "releaseDate"].compactMap {
                document[at: entry.item.member($0)]?.string
            })
        let failed = [dates.start, dates.end].compactMap { $0?.description }.filter { !held.contains($0) }
        return failed.isEmpty
            ? nil
            : Failure(
                text: failed.joined(separator: " – "), items: [entry.item],
                reasons: failed.map { Ungrounded(.date, $0) })
    }

    private func texts(of value: JSON?) -> [String] {
        switch value {
        case .string(let text)?: [text]
        case .number(let number)?: [number.description]
        case .array(let elements)?: elements.flatMap { texts(of: $0) }
        case .object(let members)?: members.flatMap { texts(of: $0.value) }
        default: []
        }
    }
}
