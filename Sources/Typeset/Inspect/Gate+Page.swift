internal import Resume

// What the page is made of.

extension Gate {
    /// Whether there is text at all, and whether it is more than what a scanner made out.
    static func textLayer(_ facts: PDFFacts) -> Check {
        let glyphs = facts.pages.reduce(0) { $0 + $1.glyphs }
        let lookedAt = "\(count(facts.pages.count, "page")) with \(count(glyphs, "character"))"
        let pictures = facts.pages.indices.filter { index in
            let page = facts.pages[index]
            return page.glyphs < 100 && page.imageArea > 0.5
        }
        guard pictures.isEmpty else {
            let numbers = pictures.map { "\($0 + 1)" }.joined(separator: ", ")
            return Check(
                .textLayer, .fail, lookedAt,
                "A picture without text, as a scanner makes it: page \(numbers). A machine reads nothing there.")
        }
        let shapes = facts.pages.reduce(0) { $0 + $1.shapes }
        guard glyphs > 0 else {
            let reason =
                shapes > 100 ? "its letters are drawn as outlines, \(count(shapes, "shape"))" : "its pages are empty"
            return Check(.textLayer, .fail, lookedAt, "The PDF has no text: \(reason).")
        }
        guard glyphs >= 100 || shapes < 500 else {
            return Check(
                .textLayer, .fail, lookedAt,
                "Nearly all letters are drawn as outlines: \(count(shapes, "shape")) and \(count(glyphs, "character"))."
            )
        }
        guard !facts.isScanWithText else {
            return Check(
                .textLayer, .warn, lookedAt,
                "The pages are pictures with invisible text over them, as a scanner's recognition makes it: what it "
                    + "took wrongly, machines read wrongly.")
        }
        return Check(.textLayer, .pass, lookedAt, "The PDF has text.")
    }

    /// Of a PDF of ours, what was asked for.
    static func pageCount(_ facts: PDFFacts, most: Int) -> Check {
        let pages = facts.pages.count
        let detail = "The PDF has \(count(pages, "page")); at most \(most) \(most == 1 ? "was" : "were") asked for."
        return Check(.pageCount, pages <= most ? .pass : .fail, count(pages, "page"), detail)
    }

    /// Of anybody's, what readers bear.
    static func pageCount(_ facts: PDFFacts) -> Check {
        let pages = facts.pages.count
        let status: Check.Status = pages <= 2 ? .pass : pages <= 4 ? .warn : .fail
        return Check(
            .pageCount, status, count(pages, "page"),
            "The PDF has \(count(pages, "page")); resumes usually have one or two.")
    }

    static func notEncrypted(_ facts: PDFFacts, isOurs: Bool) -> Check {
        facts.isEncrypted
            ? Check(
                .notEncrypted, .fail, "the file",
                "The PDF is encrypted. It opens without a password, but restricts what programs may do with it.")
            : Check(.notEncrypted, .pass, "the file", "The PDF is not encrypted.")
    }

    /// A font that is not embedded is replaced by another: the page looks different, the text is the same.
    static func fontsEmbedded(_ fonts: [PDFFacts.Font], isOurs: Bool) -> Check {
        let outside = fonts.filter { !$0.isEmbedded && !$0.isType3 }
        guard outside.isEmpty else {
            return Check(
                .fontsEmbedded, isOurs ? .fail : .warn, count(fonts.count, "font"),
                "Of \(count(fonts.count, "font")), not embedded: \(listing(outside.map(\.name))).")
        }
        return Check(
            .fontsEmbedded, .pass, count(fonts.count, "font"), "Of \(count(fonts.count, "font")), all are embedded.")
    }

    static func noType3(_ fonts: [PDFFacts.Font]) -> Check {
        let type3 = fonts.filter(\.isType3)
        guard type3.isEmpty else {
            let names = type3.map { $0.name.isEmpty ? "a font without a name" : $0.name }
            return Check(
                .noType3, .fail, count(fonts.count, "font"),
                "Of \(count(fonts.count, "font")), drawn as pictures of letters (Type 3): \(listing(names)).")
        }
        return Check(
            .noType3, .pass, count(fonts.count, "font"), "Of \(count(fonts.count, "font")), none is of Type 3.")
    }

    /// Whether every glyph says what character it is: by ToUnicode, or in PDFs that are not ours by a standard name.
    static func charactersMapped(_ facts: PDFFacts, isOurs: Bool) -> Check {
        let glyphs = facts.fonts.reduce(0) { $0 + $1.glyphs }
        let lookedAt = "\(count(glyphs, "character")) in \(count(facts.fonts.count, "font"))"
        let guessed = facts.fonts.filter { $0.unmapped > 0 || (isOurs && !$0.hasToUnicode) }
        guard guessed.isEmpty else {
            let unmapped = guessed.reduce(0) { $0 + $1.unmapped }
            let isGrave = isOurs || unmapped * 100 > glyphs
            return Check(
                .charactersMapped, isGrave ? .fail : .warn, lookedAt,
                "Nothing says what \(count(unmapped, "character")) of \(glyphs) stand for, set in "
                    + "\(listing(guessed.map { $0.name.isEmpty ? "a font without a name" : $0.name })): they have no "
                    + "ToUnicode map.")
        }
        guard facts.actualTexts == 0 else {
            return Check(
                .charactersMapped, isOurs ? .fail : .warn, lookedAt,
                "In \(count(facts.actualTexts, "place")) the PDF says that another text is meant than is printed "
                    + "(ActualText), which few machines heed.")
        }
        return Check(.charactersMapped, .pass, lookedAt, "Every glyph says what character it is.")
    }

    static func cleanCharacters(_ pages: [PDFFacts.Page]) -> Check {
        let lookedAt = "the text of \(count(pages.count, "page"))"
        var findings: [String] = []
        var seen: Set<Unicode.Scalar> = []
        for (index, page) in pages.enumerated() {
            for text in [page.rawText, page.readingText] {
                for scalar in text.unicodeScalars where isUnclean(scalar) && seen.insert(scalar).inserted {
                    findings.append("\(TextHygiene.name(of: scalar)) on page \(index + 1)")
                }
            }
        }
        if seen.isSubset(of: ReadBullets.ofSymbolFonts), pages.allSatisfy(ReadBullets.beginLines(of:)), !seen.isEmpty {
            return Check(
                .cleanCharacters, .warn, lookedAt,
                "Bullets of a symbol font, which have no meaning outside of it: \(findings.joined(separator: ", ")). "
                    + "Machines show a box or a question mark for them.")
        }
        guard findings.isEmpty else {
            let more = findings.count > 5 ? " and \(findings.count - 5) more" : ""
            let icons = seen.contains { $0.properties.generalCategory == .privateUse } ? "Icons, or c" : "C"
            return Check(
                .cleanCharacters, .fail, lookedAt,
                "\(icons)haracters that mean nothing to a machine: "
                    + findings.prefix(5).joined(separator: ", ") + more + ".")
        }
        return Check(
            .cleanCharacters, .pass, lookedAt,
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

extension PDFFacts {
    /// Pictures of pages with what a scanner made out of them laid over or under.
    var isScanWithText: Bool {
        let unseen = pages.flatMap(\.hidden).filter { $0.kind == .invisible || $0.kind == .covered }
        let glyphs = pages.reduce(0) { $0 + $1.glyphs }
        return pages.contains { $0.imageArea > 0.5 } && unseen.reduce(0) { $0 + $1.count } * 10 > glyphs * 9
    }
}
