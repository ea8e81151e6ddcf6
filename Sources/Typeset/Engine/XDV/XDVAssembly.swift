internal import Font

/// XeTeX's output as a PDF whose text is the document's, character by character.
///
/// It stands where xdvipdfmx would, which says of a glyph only what a font's table of characters says: it loses the
/// joined letters of Devanagari, turns Arabic into presentation forms and takes Thai vowels apart (docs/decisions/0008).
struct XDVAssembly {
    private let typefaces: LoadedFonts
    private let features: [String]
    private var uses: [FontUse] = []
    private var places: [XDVFont.File: Int] = [:]
    private var metadata = Metadata()
    private var isRightToLeft = false
    /// The stretches from right to left so far that stand in text from left to right, and whether one is open.
    private var turns = 0
    private var isTurned = false

    /// - Parameter features: the OpenType features that every font is used with.
    static func pdf(of xdv: [UInt8], _ typefaces: LoadedFonts, features: [String]) throws(EngineError) -> [UInt8] {
        do {
            let pages = try XDVReader.pages(of: xdv)
            var assembly = XDVAssembly(typefaces: typefaces, features: features)
            var contents: [PageContent] = []
            for page in pages { contents.append(try assembly.collect(page)) }
            return try assembly.write(contents)
        } catch let error as XDVError {
            throw .compileFailed(TeXError(message: error.message, line: nil, context: nil))
        } catch {
            throw .unavailable("\(error)")
        }
    }

    private init(typefaces: LoadedFonts, features: [String]) {
        self.typefaces = typefaces
        self.features = features
    }

    private struct Metadata {
        var information = "/Creator(Kong Resume)/Producer(XeTeX)"
        var language: String?
    }

    // MARK: From pages to what is on them

    private mutating func collect(_ page: XDVPage) throws -> PageContent {
        var content = PageContent(width: page.width, height: page.height)
        content.isRightToLeft = isRightToLeft
        content.turn = isTurned ? turns : nil
        for item in page.items {
            switch item {
            case .rule(let x, let y, let width, let height): content.fill(x: x, y: y, width: width, height: height)
            case .special(let text, _, _): try obey(text, &content)
            case .glyphs(let run): try show(run, &content)
            }
        }
        content.endLine(space, sign: leftToRightMark)
        content.chooseReadings { font, line in uses[font].readings(of: line) }
        guard !content.isInsideLink else { throw XDVError(message: "A link is not closed on its page.") }
        return content
    }

    private mutating func show(_ run: GlyphRun, _ content: inout PageContent) throws {
        guard run.font.size > 0, !run.glyphs.isEmpty else { return }
        guard run.glyphs.allSatisfy({ $0.number != 0 }) else {
            throw XDVError(message: "A font lacks a character of \"\(String(decoding: run.text, as: UTF16.self))\".")
        }
        let place = try use(of: run.font)
        let font = uses[place].font
        let word = ReadableWord(run, in: font, features: features)
        let stretches = word.stretches(font)
        for (index, stretch) in stretches.enumerated() {
            let glyphs = stretch.map { glyph in
                let text = content.isMirrored ? glyph.text.map(BidirectionalText.mirrored) : glyph.text
                return ShownGlyph(
                    font: place, number: glyph.glyph.number,
                    entry: FontUse.Entry(text: String(String.UnicodeScalarView(text)), advance: glyph.advance),
                    size: run.font.size, x: glyph.glyph.x, y: glyph.glyph.y)
            }
            content.show(
                TextLine.Word(
                    direction: ReadableWord.direction(of: stretch), group: content.group, turn: content.turn,
                    left: index == 0 ? run.x : stretch[0].glyph.x,
                    right: index + 1 < stretches.count ? stretches[index + 1][0].glyph.x : run.x + run.width,
                    font: place, size: run.font.size, glyphs: glyphs),
                baseline: run.y, space, sign: leftToRightMark)
        }
        for glyph in word.drawn {
            content.draw(
                font.outline(of: glyph.number), scale: run.font.size / Double(font.unitsPerEm), x: glyph.x, y: glyph.y)
        }
    }

    private func space(_ word: TextLine.Word, x: Double, baseline: Double) -> ShownGlyph? {
        let font = uses[word.font].font
        return font.glyph(for: " ").map { glyph in
            ShownGlyph(
                font: word.font, number: glyph, entry: FontUse.Entry(text: " ", advance: font.advance(of: glyph)),
                size: word.size, x: x, y: baseline)
        }
    }

    /// A blank that ends a little into the word from the left side, so that it belongs to the word before as well.
    private func leftToRightMark(_ word: TextLine.Word, x: Double, baseline: Double) -> ShownGlyph? {
        let width = 50.0
        return uses[word.font].font.shownBlanks.last.map { blank in
            ShownGlyph(
                font: word.font, number: blank, entry: FontUse.Entry(text: "\u{200E}", advance: width),
                size: word.size, x: x - width / 1000 * word.size, y: baseline)
        }
    }

    private mutating func use(of font: XDVFont) throws -> Int {
        if let known = places[font.file] { return known }
        uses.append(FontUse(try typefaces.font(font.file)))
        places[font.file] = uses.count - 1
        return uses.count - 1
    }

    private mutating func obey(_ special: String, _ content: inout PageContent) throws {
        if special.hasPrefix("pdf:docinfo ") {
            for key in ["Title", "Author"] {
                guard let value = special.between("/\(key) <", ">"), value.allSatisfy(\.isHexDigit) else { continue }
                metadata.information += "/\(key)<\(value)>"
            }
        } else if special.hasPrefix("pdf:put @catalog "), let language = special.between("/Lang (", ")") {
            metadata.language = String(language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        } else if special.hasPrefix("pdf:bann "), let uri = special.between("/URI (", ")"), !uri.contains("\\") {
            content.beginLink(to: String(uri))
        } else if special == "pdf:eann" {
            content.endLink()
        } else if special.hasPrefix("pdf:bc ["), let colour = special.between("[", "]") {
            let parts = colour.split(separator: " ").compactMap { Double($0) }
            guard parts.count == 3 else { throw XDVError(message: "A colour is not three numbers: \(special)") }
            content.begin(colour: parts.map(pdfNumber).joined(separator: " ") + " rg")
        } else if special == "kongresume:rtl" {
            isRightToLeft = true
            content.isRightToLeft = true
        } else if special == "kongresume:boundary" {
            content.group += 1
        } else if special == "kongresume:turn" {
            (turns, isTurned) = (turns + 1, true)
            content.turn = turns
        } else if special == "kongresume:turn-back" {
            isTurned = false
            content.turn = nil
        } else if special == "kongresume:mirror" {
            // Before and behind, whichever comes first from the left.
            content.isMirrored.toggle()
        } else if special == "pdf:ec" {
            content.endColour()
        } else {
            throw XDVError(message: "The document uses \\special{\(special.prefix(60))}, which is not supported here.")
        }
    }

    // MARK: From there to a file

    private func write(_ contents: [PageContent]) throws -> [UInt8] {
        var file = PDFFile()
        let root = file.reserve()
        let tree = file.reserve()
        var names: [[String]] = []
        var resources = ""
        var numbers: [[UInt32: UInt32]] = []
        for use in uses {
            let (fonts, numbering) = try write(use, &file)
            numbers.append(numbering)
            names.append([])
            for font in fonts {
                let name = "F\(names.joined().count + 1)"
                names[names.count - 1].append(name)
                resources += "/\(name) \(font) 0 R"
            }
        }
        let shared = file.add("<</Font<<\(resources)>>>>")
        var pages: [Int] = []
        for content in contents {
            let stream = content.stream { glyph in
                (names[glyph.font][glyph.reading], numbers[glyph.font][glyph.number] ?? 0)
            }
            let body = file.add(stream: stream)
            var annotations = ""
            for link in content.links {
                let number = file.add(
                    "<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[\(link.rectangle)]"
                        + "/A<</Type/Action/S/URI/URI(\(link.uri))>>>>")
                annotations += "\(number) 0 R "
            }
            pages.append(
                file.add(
                    "<</Type/Page/Parent \(tree) 0 R/MediaBox[0 0 \(pdfNumber(content.width)) \(pdfNumber(content.height))]"
                        + "/Resources \(shared) 0 R/Contents \(body) 0 R"
                        + (annotations.isEmpty ? "" : "/Annots[\(annotations)]") + ">>"))
        }
        let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
        file.add("<</Type/Pages/Count \(pages.count)/Kids[\(kids)]>>", as: tree)
        let language = metadata.language.map { "/Lang(\($0))" } ?? ""
        file.add("<</Type/Catalog/Pages \(tree) 0 R\(language)>>", as: root)
        let information = file.add("<<\(metadata.information)>>")
        return file.finish(root: root, info: information)
    }

    /// A composite font for each reading, over one program (ISO 32000-1, 9.7).
    private func write(_ use: FontUse, _ file: inout PDFFile) throws -> (fonts: [Int], numbers: [UInt32: UInt32]) {
        let font = use.font
        let subset = try font.subset(Set(use.glyphs.map(\.glyph)))
        let numbering = GlyphNumbering(use.glyphs, in: subset)
        let name = subset.tag + font.postScriptName()
        let program = file.add(
            stream: subset.program,
            font.isPostScript ? "/Subtype/CIDFontType0C" : "/Length1 \(subset.program.count)")
        let descriptor = file.add(
            "<</Type/FontDescriptor/FontName/\(name)\n\(font.descriptor())\n"
                + "/\(font.isPostScript ? "FontFile3" : "FontFile2") \(program) 0 R>>")
        let map = numbering.map.map { "\(file.add(stream: $0)) 0 R" } ?? "/Identity"
        let fonts = use.readings.map { reading in
            let entries = reading.compactMap { glyph, entry in
                numbering.codes[glyph].map { (number: Int($0), entry: entry) }
            }
            .sorted { $0.number < $1.number }
            let widths = entries.map { "\($0.number)[\(pdfNumber($0.entry.advance))]" }.joined()
            let descendant = file.add(
                "<</Type/Font/Subtype/\(font.isPostScript ? "CIDFontType0" : "CIDFontType2")/BaseFont/\(name)"
                    + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                    + "/FontDescriptor \(descriptor) 0 R/W[\(widths)]\(font.isPostScript ? "" : "/CIDToGIDMap \(map)")>>"
            )
            let texts = Dictionary(uniqueKeysWithValues: entries.map { ($0.number, Array($0.entry.text.utf16)) })
            let characters = file.add(stream: Array(CharacterMap(texts, digits: 4).text.utf8))
            return file.add(
                "<</Type/Font/Subtype/Type0/BaseFont/\(name)/Encoding/Identity-H"
                    + "/DescendantFonts[\(descendant) 0 R]/ToUnicode \(characters) 0 R>>")
        }
        return (fonts, numbering.codes)
    }
}

extension String {
    /// What stands between the first `start` and the next `end`.
    fileprivate func between(_ start: String, _ end: String) -> Substring? {
        guard let opening = firstRange(of: start), let closing = self[opening.upperBound...].firstRange(of: end) else {
            return nil
        }
        return self[opening.upperBound..<closing.lowerBound]
    }
}
