/// What XeTeX puts on a page, from its XDV output (version 7: The DVI format of DVItype, with XeTeX's commands 252 to 254).
///
/// Lengths are in points of 72 to the inch; `x` goes right and `y` up from the lower left corner of the page.
struct XDVPage {
    enum Item {
        case glyphs(GlyphRun)
        case rule(x: Double, y: Double, width: Double, height: Double)
        case special(String, x: Double, y: Double)
    }

    var width = 612.0
    var height = 792.0
    var items: [Item] = []
}

/// A word: its text, and its glyphs from left to right.
struct GlyphRun {
    struct Glyph {
        let number: UInt32
        /// From the page's lower left corner.
        let x: Double
        let y: Double
    }

    let font: XDVFont
    let text: [UInt16]
    let glyphs: [Glyph]
    let x: Double
    let y: Double
    let width: Double
}

/// A font as XeTeX calls it.
struct XDVFont: Hashable {
    let path: String
    let index: Int
    let size: Double
}

/// Why XDV cannot be read: the document did what the templates do not do.
struct XDVError: Error {
    let message: String
}

/// Reads commands one after another; every length that the file names is checked against what there is.
struct XDVReader {
    private var bytes: ArraySlice<UInt8>
    private var pages: [XDVPage] = []
    private var fonts: [Int: XDVFont] = [:]
    private var font: XDVFont?
    private var position = Position()
    private var stack: [Position] = []

    private struct Position {
        var (h, v, w, x, y, z) = (0, 0, 0, 0, 0, 0)
    }

    static func pages(of bytes: [UInt8]) throws(XDVError) -> [XDVPage] {
        var reader = XDVReader(bytes: bytes[...])
        try reader.run()
        return reader.pages
    }

    private init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    private mutating func run() throws(XDVError) {
        while true {
            let command = try unsigned(1)
            switch command {
            case 248: return  // The postamble repeats what is known.
            case 247: try readPreamble()
            case 138: break  // nop
            case 139:
                try skip(44)
                pages.append(XDVPage())
                (position, stack, font) = (Position(), [], nil)
            case 140: break
            case 252: try defineFont()
            default: try onPage(command)
            }
        }
    }

    private mutating func readPreamble() throws(XDVError) {
        guard try unsigned(1) == 7 else { throw XDVError(message: "XeTeX wrote XDV of another version than 7.") }
        // Numerator, denominator and magnification are TeX's own: scaled points.
        try skip(12)
        try skip(try unsigned(1))
    }

    private mutating func onPage(_ command: Int) throws(XDVError) {
        guard !pages.isEmpty else { throw XDVError(message: "XeTeX's output begins without a page.") }
        switch command {
        case 132: try rule(moves: true)
        case 137: try rule(moves: false)
        case 141:
            guard stack.count < 1000 else { throw XDVError(message: "Boxes are nested more than 1000 deep.") }
            stack.append(position)
        case 142: position = stack.popLast() ?? position
        case 143...146: position.h += try signed(command - 142)
        case 147...151:
            if command > 147 { position.w = try signed(command - 147) }
            position.h += position.w
        case 152...156:
            if command > 152 { position.x = try signed(command - 152) }
            position.h += position.x
        case 157...160: position.v += try signed(command - 156)
        case 161...165:
            if command > 161 { position.y = try signed(command - 161) }
            position.v += position.y
        case 166...170:
            if command > 166 { position.z = try signed(command - 166) }
            position.v += position.z
        case 171...234: try select(command - 171)
        case 235...238: try select(try unsigned(command - 234))
        case 239...242:
            let text = try take(try unsigned(command - 238))
            special(String(decoding: text, as: UTF8.self))
        case 253: try glyphs(text: [])
        case 254:
            let count = try unsigned(2)
            var text: [UInt16] = []
            for _ in 0..<count { text.append(UInt16(try unsigned(2))) }
            try glyphs(text: text)
        default:
            throw XDVError(message: "The document uses a font that is not OpenType (XDV command \(command)).")
        }
        // The largest dimension of TeX is 2^30 scaled points: beyond many of them nothing is on paper.
        guard abs(position.h) < 1 << 40, abs(position.v) < 1 << 40 else {
            throw XDVError(message: "The document leaves its page.")
        }
    }

    private mutating func select(_ number: Int) throws(XDVError) {
        guard let known = fonts[number] else {
            throw XDVError(message: "The document uses a font that is not OpenType.")
        }
        font = known
    }

    private mutating func defineFont() throws(XDVError) {
        let number = try unsigned(4)
        let size = try signed(4)
        let flags = try unsigned(2)
        let path = String(decoding: try take(try unsigned(1)), as: UTF8.self)
        let index = try unsigned(4)
        // Vertical, coloured, stretched, slanted and emboldened text are XeTeX's features that the templates do without.
        guard flags == 0 else { throw XDVError(message: "The document changes the shape or the colour of a font.") }
        fonts[number] = XDVFont(path: path, index: index, size: Self.points(size))
    }

    private mutating func glyphs(text: [UInt16]) throws(XDVError) {
        guard let font else { throw XDVError(message: "The document prints without a font.") }
        let width = try signed(4)
        let count = try unsigned(2)
        var places: [(x: Int, y: Int)] = []
        for _ in 0..<count { places.append((try signed(4), try signed(4))) }
        var glyphs: [GlyphRun.Glyph] = []
        for place in places {
            glyphs.append(
                GlyphRun.Glyph(
                    number: UInt32(try unsigned(2)), x: x(position.h + place.x), y: y(position.v + place.y)))
        }
        append(
            .glyphs(
                GlyphRun(
                    font: font, text: text, glyphs: glyphs, x: x(position.h), y: y(position.v),
                    width: Self.points(width))))
        position.h += width
    }

    private mutating func rule(moves: Bool) throws(XDVError) {
        let (height, width) = (try signed(4), try signed(4))
        if height > 0, width > 0 {
            append(
                .rule(
                    x: x(position.h), y: y(position.v), width: Self.points(width), height: Self.points(height)))
        }
        if moves { position.h += width }
    }

    /// `pdf:pagesize width 614.295pt height 794.96999pt` comes first on a page; the rest is the page's.
    private mutating func special(_ text: String) {
        let words = text.split(separator: " ")
        if words.first == "pdf:pagesize", words.count == 5, let width = Self.length(words[2]),
            let height = Self.length(words[4])
        {
            pages[pages.count - 1].width = width
            pages[pages.count - 1].height = height
        } else {
            append(.special(text, x: x(position.h), y: y(position.v)))
        }
    }

    private static func length(_ text: Substring) -> Double? {
        text.hasSuffix("pt") ? Double(text.dropLast(2)).map { $0 * 72 / 72.27 } : nil
    }

    private mutating func append(_ item: XDVPage.Item) { pages[pages.count - 1].items.append(item) }

    // The origin of TeX is an inch from the upper left corner (The TeXbook, chapter 23).
    private func x(_ h: Int) -> Double { 72 + Self.points(h) }
    private func y(_ v: Int) -> Double { (pages.last?.height ?? 0) - 72 - Self.points(v) }

    /// From scaled points, 65536 × 72.27 to the inch.
    private static func points(_ scaled: Int) -> Double { Double(scaled) / 65536 * 72 / 72.27 }

    // MARK: Bytes

    private mutating func take(_ count: Int) throws(XDVError) -> ArraySlice<UInt8> {
        guard count <= bytes.count else { throw XDVError(message: "XeTeX's output ends in the middle.") }
        defer { bytes = bytes.dropFirst(count) }
        return bytes.prefix(count)
    }

    private mutating func skip(_ count: Int) throws(XDVError) { _ = try take(count) }

    private mutating func unsigned(_ count: Int) throws(XDVError) -> Int {
        try take(count).reduce(0) { $0 << 8 | Int($1) }
    }

    private mutating func signed(_ count: Int) throws(XDVError) -> Int {
        let value = try unsigned(count)
        return value >= 1 << (8 * count - 1) ? value - 1 << (8 * count) : value
    }
}
