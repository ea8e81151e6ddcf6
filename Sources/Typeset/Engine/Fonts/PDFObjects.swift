/// Where the objects of a PDF are: a cross-reference table in one section (ISO 32000-1, 7.5.4), as pdfTeX writes it.
struct ReferenceTable {
    /// By number; -1 for a free one.
    private(set) var offsets: [Int]
    /// In the order in which they stand.
    let objects: [(number: Int, range: Range<Int>)]
    /// From the word `trailer` to the end of its dictionary.
    let trailer: Range<Int>
    /// Where the header ends.
    let start: Int

    init?(_ pdf: [UInt8]) {
        var end = ByteScanner(pdf[max(0, pdf.count - 40)...])
        guard let last = end.skip(past: "startxref\n"), let table = end.number(), table < pdf.count else { return nil }
        var scanner = ByteScanner(pdf[table...])
        guard scanner.take("xref\n0 "), let count = scanner.number(), scanner.take("\n"), count > 0,
            count <= (pdf.count - scanner.place) / 20
        else { return nil }
        offsets = [-1]
        for entry in 1..<count {
            var line = ByteScanner(pdf[(scanner.place + 20 * entry)..<(scanner.place + 20 * entry + 20)])
            guard let offset = line.number(), line.take(" "), line.number() != nil else { return nil }
            guard line.take(" n") else {
                offsets.append(-1)
                continue
            }
            guard offset > 0, offset < table else { return nil }
            offsets.append(offset)
        }
        let placed = offsets.enumerated().filter { $0.element > 0 }.sorted { $0.element < $1.element }
        let ends = placed.dropFirst().map(\.element) + [table]
        objects = zip(placed, ends).map { ($0.offset, $0.element..<$1) }
        guard let first = placed.first, Set(placed.map(\.element)).count == placed.count else { return nil }
        start = first.element
        trailer = (scanner.place + 20 * count)..<last
        guard trailer.lowerBound < trailer.upperBound else { return nil }
    }
}

/// A font dictionary as pdfTeX writes it for a font that it does not embed.
struct FontObject {
    /// What the map calls the font.
    let name: String
    let descriptor: Int
    let lastSlot: Int
    let widths: Int

    init?(_ object: ArraySlice<UInt8>) {
        var scanner = ByteScanner(object)
        guard scanner.number() != nil, scanner.take(" 0 obj\n<<\n/Type /Font\n/Subtype /Type1\n/BaseFont /"),
            let name = scanner.line(), scanner.take("/FontDescriptor "), let descriptor = scanner.number(),
            scanner.take(" 0 R\n/FirstChar "), scanner.number() != nil, scanner.take("\n/LastChar "),
            let last = scanner.number(), scanner.take("\n/Widths "), let widths = scanner.number(),
            scanner.take(" 0 R\n>>\nendobj"), last < 256
        else { return nil }
        (self.name, self.descriptor, self.lastSlot, self.widths) = (name, descriptor, last, widths)
    }
}

/// A page as pdfTeX writes it.
struct PageObject {
    /// The number of the stream that draws it.
    let contents: Int

    init?(_ object: ArraySlice<UInt8>) {
        var scanner = ByteScanner(object)
        guard scanner.number() != nil, scanner.take(" 0 obj\n<<\n/Type /Page\n/Contents "),
            let contents = scanner.number()
        else { return nil }
        self.contents = contents
    }
}

/// A page's resources as pdfTeX writes them, when fonts are among them.
struct ResourcesObject {
    /// The numbers of the fonts, by the names that a page calls them.
    private(set) var fonts: [String: Int] = [:]

    init?(_ object: ArraySlice<UInt8>) {
        var scanner = ByteScanner(object)
        guard scanner.number() != nil, scanner.take(" 0 obj\n<<\n/Font << ") else { return nil }
        while scanner.take("/F"), let name = scanner.number(), scanner.take(" "), let number = scanner.number(),
            scanner.take(" 0 R ")
        {
            fonts["F\(name)"] = number
        }
    }
}

/// A stream that pdfTeX did not compress.
struct ContentObject {
    let stream: ArraySlice<UInt8>

    init?(_ object: ArraySlice<UInt8>) {
        var scanner = ByteScanner(object)
        guard scanner.number() != nil, scanner.take(" 0 obj\n<<\n/Length "), let length = scanner.number() else {
            return nil
        }
        while scanner.take(" ") {}
        guard scanner.take("\n>>\nstream\n"), length <= object.endIndex - scanner.place else { return nil }
        stream = object[scanner.place..<(scanner.place + length)]
    }
}
