internal import Resume

extension Layout {
    /// What a template can say: names and values, as docs/templates.md lists them. Only `uri`, `metadata_title` and
    /// `metadata_author` are already safe for TeX; everything else is escaped as it is rendered.
    func context(_ setting: Setting) -> [String: Any] {
        let mark = setting.mark
        // What is absent is an empty list, which a section prints nothing for: Mustache would print `nil`.
        return [
            "paper": setting.paper.rawValue,
            "density": "\(setting.density)",
            "direction": setting.isRightToLeft ? "rtl" : "ltr",
            "comma": setting.comma,
            "language": setting.language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") },
            "metadata_title": hexadecimalUTF16([name, headline].compactMap { $0 }.joined(separator: " – ")),
            "metadata_author": hexadecimalUTF16(name),
            "name": mark(name),
            "headline": [headline].compactMap { $0 }.map(mark),
            "contacts": contacts.map { contact in
                [
                    "text": mark(contact.line.text),
                    "uri": [contact.uri].compactMap { $0 }.map { latexEscaped(uri: $0) },
                ] as [String: Any]
            },
            "summary_heading": mark(summaryHeading),
            "summary": [summary].compactMap { $0 }.map(mark),
            "sections": sections.map { section in
                ["heading": mark(section.heading), "entries": section.entries.map { $0.context(mark) }] as [String: Any]
            },
        ]
    }
}

extension Layout {
    /// What a rendering decides besides the content.
    struct Setting {
        let paper: Paper
        let density: Int
        let language: String
        let isRightToLeft: Bool
        /// What stands between the parts of a line, with the mark of its face.
        let comma: String
        /// Numbers a text, so that the order of printing is seen afterwards, and tells LaTeX of faces and directions.
        let mark: (String) -> String
    }
}

extension Layout.Entry {
    fileprivate func context(_ mark: (String) -> String) -> [String: Any] {
        [
            "is_full": form == .full, "is_line": form == .line, "is_compact": form == .compact,
            "is_list": form == .list,
            "title": mark(title), "dates": mark(dates), "place": mark(place),
            "summary": summary.isEmpty ? [] : [mark(summary)],
            "bullets": bullets.map(mark),
            "terms": terms.isEmpty ? [] : [mark(terms)],
        ]
    }
}
