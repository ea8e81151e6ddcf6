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
    private var glyphs: [ShownGlyph] = []
    private var shapes = ""
    private var shapeColour: String?
    private var colours: [String] = []
    private var link: String?
    private var last: (run: GlyphRun, font: Int)?

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    var isInsideLink: Bool { link != nil }

    mutating func beginLink(to uri: String) { link = uri }
    mutating func endLink() { link = nil }
    mutating func begin(colour: String) { colours.append(colour) }
    mutating func endColour() { _ = colours.popLast() }

    mutating func show(_ glyph: ShownGlyph) {
        var glyph = glyph
        glyph.colour = colours.last
        glyphs.append(glyph)
    }

    mutating func fill(x: Double, y: Double, width: Double, height: Double) {
        useColour()
        shapes += "\([x, y, width, height].map(pdfNumber).joined(separator: " ")) re f\n"
    }

    mutating func draw(_ outline: [OpenTypeFont.OutlineStep], scale: Double, x: Double, y: Double) {
        guard !outline.isEmpty else { return }
        useColour()
        func point(_ dx: Double, _ dy: Double) -> String { "\(pdfNumber(x + dx * scale)) \(pdfNumber(y + dy * scale)) " }
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

    /// After a run has been shown.
    mutating func end(_ run: GlyphRun, font: Int) {
        if let link {
            if let previous = links.last, previous.uri == link, previous.baseline == run.y, run.x >= previous.left,
                run.x - previous.right < 2 * run.font.size
            {
                links[links.count - 1].right = run.x + run.width
            } else {
                links.append(
                    Link(uri: link, left: run.x, right: run.x + run.width, baseline: run.y, size: run.font.size))
            }
        }
        last = (run, font)
    }

    /// Where a space stands before `run`: TeX only moves on, and extractors then guess.
    func space(before run: GlyphRun) -> (font: Int, size: Double, x: Double, y: Double)? {
        guard let last, abs(last.run.y - run.y) < 0.01 else { return nil }
        let end = last.run.x + last.run.width
        guard run.x - end > 0.08 * min(last.run.font.size, run.font.size) else { return nil }
        return (last.font, last.run.font.size, end, last.run.y)
    }

    /// Lets each font decide how its glyphs are read, one stretch of a line after another.
    mutating func chooseReadings(_ choose: (Int, [(glyph: UInt32, entry: FontUse.Entry)]) -> [Int]) {
        var start = 0
        while start < glyphs.count {
            let first = glyphs[start]
            let end = glyphs[start...].firstIndex { $0.font != first.font || abs($0.y - first.y) > 0.01 } ?? glyphs.count
            let readings = choose(first.font, glyphs[start..<end].map { ($0.number, $0.entry) })
            for (index, reading) in zip(start..<end, readings) { glyphs[index].reading = reading }
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
            if let pen, pen.name == name, pen.size == glyph.size, abs(pen.y - glyph.y) < 0.001, abs(gap) < 5000,
                colour == glyph.colour
            {
                if abs(gap) >= 1 { text += ">\(pdfNumber(-gap.rounded()))<" }
            } else {
                if open { text += ">]TJ\n" }
                if colour != glyph.colour { text += (glyph.colour ?? "0 g") + "\n" }
                if pen?.name != name || pen?.size != glyph.size { text += "/\(name) \(pdfNumber(glyph.size)) Tf\n" }
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
