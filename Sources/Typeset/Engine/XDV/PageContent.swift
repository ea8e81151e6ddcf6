internal import Font

/// A glyph where it stands.
struct ShownGlyph {
    /// Among the document's fonts.
    let font: Int
    let number: UInt32
    let entry: FontUse.Entry
    let size: Double
    let x: Double
    let y: Double
    /// Among those of the font (``FontUse``).
    fileprivate(set) var reading = 0
    fileprivate(set) var colour: String?
    /// The font is named anew before it: some extractors only then end what they turn around.
    fileprivate(set) var beginsStretch = false
}

/// What one page shows, before fonts have their final numbers.
struct PageContent {
    struct Link {
        let uri: String
        var left: Double
        var right: Double
        let baseline: Double
        let size: Double

        var rectangle: String {
            [left, baseline - 0.25 * size, right, baseline + 0.75 * size].map(pdfNumber).joined(separator: " ")
        }
    }

    let width: Double
    let height: Double
    private(set) var links: [Link] = []
    /// Brackets are printed as their other halves.
    var isMirrored = false
    /// Of the words that come next.
    var group = 0
    var turn: Int?
    /// The direction of the document.
    var isRightToLeft = false
    private var glyphs: [ShownGlyph] = []
    private var shapes = ""
    private var shapeColour: String?
    private var colours: [String] = []
    private var link: String?
    private var line: TextLine?

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    var isInsideLink: Bool { link != nil }

    mutating func beginLink(to uri: String) { link = uri }
    mutating func endLink() { link = nil }
    mutating func begin(colour: String) { colours.append(colour) }
    mutating func endColour() { _ = colours.popLast() }

    /// A word that has been typeset, from the left of its line to the right.
    mutating func show(_ word: TextLine.Word, baseline: Double, _ space: SpaceGlyph, sign: SpaceGlyph) {
        var word = word
        for index in word.glyphs.indices { word.glyphs[index].colour = colours.last }
        if let line, !line.continues(to: word.left, baseline) { endLine(space, sign: sign) }
        line = line ?? TextLine(baseline: baseline)
        line?.append(word)
        follow(word, baseline)
    }

    /// A space, or a sign, at a place of a line, in the font of a word.
    typealias SpaceGlyph = (TextLine.Word, _ x: Double, _ baseline: Double) -> ShownGlyph?

    /// Puts the words of a line into the order of reading, with the spaces between them: TeX only moves on, and
    /// extractors then guess.
    ///
    /// A full stop or a bracket right behind a word from right to left, and not part of it, comes after a sign of
    /// direction (U+200E): Poppler would take it for what the word begins with.
    mutating func endLine(_ space: SpaceGlyph, sign: SpaceGlyph) {
        guard let line else { return }
        let turns = line.hasRightToLeft || isRightToLeft
        let order = turns ? line.order(rightToLeft: isRightToLeft) : Array(line.words.indices)
        for (index, place) in order.enumerated() {
            let word = line.words[place]
            let start = glyphs.count
            glyphs += word.glyphs
            if index + 1 < order.count, let gap = line.gap(after: place, before: order[index + 1]),
                var blank = space(word, gap.lowerBound, line.baseline)
            {
                blank.colour = word.glyphs.last?.colour
                blank.beginsStretch = turns
                glyphs.append(blank)
            }
            if turns, start < glyphs.count { glyphs[start].beginsStretch = true }
            if index + 1 < order.count, line.touches(place, signsAt: order[index + 1]),
                var sign = sign(word, word.right, line.baseline)
            {
                sign.colour = word.glyphs.last?.colour
                sign.beginsStretch = true
                glyphs.append(sign)
            }
        }
        self.line = nil
    }

    mutating func fill(x: Double, y: Double, width: Double, height: Double) {
        useColour()
        shapes += "\([x, y, width, height].map(pdfNumber).joined(separator: " ")) re f\n"
    }

    mutating func draw(_ outline: [OpenTypeFont.OutlineStep], scale: Double, x: Double, y: Double) {
        guard !outline.isEmpty else { return }
        useColour()
        func point(_ dx: Double, _ dy: Double) -> String {
            "\(pdfNumber(x + dx * scale)) \(pdfNumber(y + dy * scale)) "
        }
        for step in outline {
            switch step {
            case .move(let x, let y): shapes += point(x, y) + "m "
            case .line(let x, let y): shapes += point(x, y) + "l "
            case .curve(let x1, let y1, let x2, let y2, let x, let y):
                shapes += point(x1, y1) + point(x2, y2) + point(x, y) + "c "
            case .close: shapes += "h "
            }
        }
        shapes += "f\n"
    }

    private mutating func useColour() {
        guard colours.last != shapeColour else { return }
        shapeColour = colours.last
        shapes += (shapeColour ?? "0 g") + "\n"
    }

    private mutating func follow(_ word: TextLine.Word, _ baseline: Double) {
        guard let link else { return }
        if let previous = links.last, previous.uri == link, previous.baseline == baseline, word.left >= previous.left,
            word.left - previous.right < 2 * word.size
        {
            links[links.count - 1].right = word.right
        } else {
            links.append(Link(uri: link, left: word.left, right: word.right, baseline: baseline, size: word.size))
        }
    }

    /// Lets each font decide how its glyphs are read, one stretch of a line after another, word by word.
    mutating func chooseReadings(_ choose: (Int, [[(glyph: UInt32, entry: FontUse.Entry)]]) -> [Int]) {
        var start = 0
        while start < glyphs.count {
            let first = glyphs[start]
            // Marks stand above and below the line, but belong to its words.
            let end =
                glyphs[start...].firstIndex { $0.font != first.font || abs($0.y - first.y) > 0.7 * first.size }
                ?? glyphs.count
            var words: [[(glyph: UInt32, entry: FontUse.Entry)]] = []
            for index in start..<end {
                let glyph = glyphs[index]
                let begins = index == start || glyph.beginsStretch || glyphs[index - 1].entry.text == " "
                if begins { words.append([]) }
                words[words.count - 1].append((glyph.number, glyph.entry))
            }
            for (index, reading) in zip(start..<end, choose(first.font, words)) { glyphs[index].reading = reading }
            start = end
        }
    }

    /// The page's content stream.
    ///
    /// - Parameter place: the resource name of a glyph's font, and its number in that font.
    func stream(_ place: (ShownGlyph) -> (name: String, number: UInt32)) -> [UInt8] {
        var text = "BT\n"
        var colour: String?
        var pen: (name: String, size: Double, x: Double, y: Double)?
        var open = false
        for glyph in glyphs {
            let (name, number) = place(glyph)
            let gap = pen.map { (glyph.x - $0.x) * 1000 / glyph.size } ?? 0
            if let pen, !glyph.beginsStretch, pen.name == name, pen.size == glyph.size, abs(pen.y - glyph.y) < 0.001,
                abs(gap) < 5000,
                colour == glyph.colour
            {
                if abs(gap) >= 1 { text += ">\(pdfNumber(-gap.rounded()))<" }
            } else {
                if open { text += ">]TJ\n" }
                if colour != glyph.colour { text += (glyph.colour ?? "0 g") + "\n" }
                if glyph.beginsStretch || pen?.name != name || pen?.size != glyph.size {
                    text += "/\(name) \(pdfNumber(glyph.size)) Tf\n"
                }
                text += "1 0 0 1 \(pdfNumber(glyph.x)) \(pdfNumber(glyph.y)) Tm\n[<"
                colour = glyph.colour
                open = true
                pen = nil
            }
            text += hexadecimal(number, digits: 4)
            // Where a reader of the PDF will be: the rounding of each gap is made good by the next.
            let start = pen.map { $0.x + gap.rounded() * (abs(gap) >= 1 ? 1 : 0) * glyph.size / 1000 } ?? glyph.x
            pen = (name, glyph.size, start + glyph.entry.advance * glyph.size / 1000, glyph.y)
        }
        if open { text += ">]TJ\n" }
        return Array((shapes + (shapeColour == nil ? "" : "0 g\n") + text + "ET\n").utf8)
    }
}
