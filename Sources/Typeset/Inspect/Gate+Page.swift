internal import Resume

// What the page is made of.

extension Gate {
    static func pageCount(_ facts: PDFFacts, most: Int) -> Check {
        let pages = facts.pages.count
        let isFine = pages <= most
        let detail = "The PDF has \(count(pages, "page")); at most \(most) \(most == 1 ? "was" : "were") asked for."
        return Check(.pageCount, isFine ? .pass : .fail, detail)
    }

    static func fontsEmbedded(_ fonts: [PDFFacts.Font]) -> Check {
        let outside = fonts.filter { !$0.isEmbedded && !$0.isType3 }
        guard outside.isEmpty else {
            return Check(
                .fontsEmbedded, .fail,
                "Of \(count(fonts.count, "font")), not embedded: \(listing(outside.map(\.name))).")
        }
        return Check(.fontsEmbedded, .pass, "Of \(count(fonts.count, "font")), all are embedded.")
    }

    static func noType3(_ fonts: [PDFFacts.Font]) -> Check {
        let type3 = fonts.filter(\.isType3)
        guard type3.isEmpty else {
            let names = type3.map { $0.name.isEmpty ? "a font without a name" : $0.name }
            return Check(
                .noType3, .fail,
                "Of \(count(fonts.count, "font")), drawn as pictures of letters (Type 3): \(listing(names)).")
        }
        return Check(.noType3, .pass, "Of \(count(fonts.count, "font")), none is of Type 3.")
    }

    static func cleanCharacters(_ pages: [PDFFacts.Page]) -> Check {
        var findings: [String] = []
        var seen: Set<Unicode.Scalar> = []
        for (index, page) in pages.enumerated() {
            for text in [page.rawText, page.readingText] {
                for scalar in text.unicodeScalars where isUnclean(scalar) && seen.insert(scalar).inserted {
                    findings.append("\(TextHygiene.name(of: scalar)) on page \(index + 1)")
                }
            }
        }
        guard findings.isEmpty else {
            let more = findings.count > 5 ? " and \(findings.count - 5) more" : ""
            return Check(
                .cleanCharacters, .fail,
                "The text holds characters that mean nothing to a machine: "
                    + findings.prefix(5).joined(separator: ", ") + more + ".")
        }
        return Check(
            .cleanCharacters, .pass,
            "The text holds no unknown, private-use, ligature, soft hyphen or control character.")
    }

    private static func isUnclean(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Poppler ends lines with a line feed and pages with a form feed.
        case 0x0A, 0x0C, 0x20...0x7E: false
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0xFFFD, 0xFB00...0xFB06: true
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF: true
        default: false
        }
    }
}

extension PDFFacts.Font {
    /// Its glyphs are drawings inside the PDF: there is no font file that could be embedded.
    fileprivate var isType3: Bool { type == "Type 3" }
}
