internal import Resume

extension Layout {
    /// What a template can say: names and values, as docs/templates.md lists them. Only `uri`, `metadata_title` and
    /// `metadata_author` are already safe for TeX; everything else is escaped as it is rendered.
    func context(_ paper: Paper, language: String) -> [String: Any] {
        // What is absent is an empty list, which a section prints nothing for: Mustache would print `nil`.
        [
            "paper": paper.rawValue,
            "language": language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") },
            "metadata_title": hexadecimalUTF16([name, headline].compactMap { $0 }.joined(separator: " – ")),
            "metadata_author": hexadecimalUTF16(name),
            "name": name,
            "headline": [headline].compactMap { $0 },
            "contacts": contacts.map { contact in
                [
                    "text": contact.line.text,
                    "uri": [contact.uri].compactMap { $0 }.map { latexEscaped(uri: $0) },
                ] as [String: Any]
            },
            "summary_heading": summaryHeading,
            "summary": [summary].compactMap { $0 },
            "sections": sections.map { section in
                ["heading": section.heading, "entries": section.entries.map(\.context)] as [String: Any]
            },
        ]
    }
}

extension Layout.Entry {
    fileprivate var context: [String: Any] {
        [
            "is_full": form == .full, "is_compact": form == .compact, "is_list": form == .list,
            "title": title, "dates": dates, "place": place,
            "summary": summary.isEmpty ? [] : [summary],
            "bullets": bullets,
            "terms": terms.isEmpty ? [] : [terms],
        ]
    }
}
