/// Puts prepared fonts into a PDF as pdfTeX writes it when its map names fonts without files, and spaces between its words.
///
/// The PDF keeps its objects, in their order; those of fonts are written anew, and the programs follow. Nothing is
/// parsed that pdfTeX did not write itself: the cross-reference table says where each object is, and an object of a
/// font is recognised by its exact beginning.
struct PDFAssembly {
    private let pdf: [UInt8]
    private let library: FontLibrary

    static func embed(_ library: FontLibrary, in pdf: [UInt8]) throws(EngineError) -> [UInt8] {
        var assembly = PDFAssembly(pdf: pdf, library: library)
        return try assembly.run()
    }

    private init(pdf: [UInt8], library: FontLibrary) {
        self.pdf = pdf
        self.library = library
    }

    private var result: [UInt8] = []
    private var offsets: [Int] = []
    /// The number of an object that was added, by what it is.
    private var added: [String: Int] = [:]
    private var fonts: [Int: (object: FontObject, prepared: PreparedFont)] = [:]
    private var widths: [Int: PreparedFont] = [:]
    private var descriptors: [Int: (program: PreparedFont.Program, font: PreparedFont)] = [:]
    /// The numbers of the streams that draw the pages, and what their fonts' slots are as wide as.
    private var contents: Set<Int> = []
    private var widthsByName: [String: SpacedContent.Widths] = [:]

    private mutating func run() throws(EngineError) -> [UInt8] {
        guard let table = ReferenceTable(pdf) else {
            throw .compileFailed(
                TeXError(
                    message: "The document changes how the PDF is written, so that its fonts cannot be embedded.",
                    line: nil, context: nil))
        }
        result.reserveCapacity(pdf.count + 200_000)
        offsets = [Int](repeating: -1, count: table.offsets.count)
        collect(table)
        result += pdf[..<table.start]
        for (number, range) in table.objects {
            offsets[number] = result.count
            if let (font, prepared) = fonts[number] {
                write(font, prepared, as: number)
            } else if let prepared = widths[number] {
                let text = prepared.widths.map { "\(Int($0))" }.joined(separator: " ")
                write("\(number) 0 obj\n[\(text)]\nendobj\n")
            } else if contents.contains(number), let content = ContentObject(pdf[range]),
                let spaced = SpacedContent.of(content.stream, fonts: widthsByName)
            {
                // As it is: to compress some thousand bytes takes longer than to send them.
                write("\(number) 0 obj\n<</Length \(spaced.count)>>\nstream\n")
                result += spaced
                write("\nendstream\nendobj\n")
            } else if let (program, font) = descriptors[number] {
                write(
                    """
                    \(number) 0 obj
                    <</Type/FontDescriptor
                    /FontName/\(program.name)
                    \(font.descriptor)
                    /FontFile3 \(addition("program \(program.name)")) 0 R>>
                    endobj

                    """)
            } else {
                result += pdf[range]
            }
        }
        writeAdditions()
        writeTable(trailer: pdf[table.trailer])
        return result
    }

    /// Goes through all objects first, so that what belongs to a font is known when it comes, on whichever side it stands.
    private mutating func collect(_ table: ReferenceTable) {
        var names: [String: Int] = [:]
        for (number, range) in table.objects {
            let object = pdf[range]
            if let font = FontObject(object), let prepared = library.fonts[font.name] {
                fonts[number] = (font, prepared)
                widths[font.widths] = prepared
                descriptors[font.descriptor] = (prepared.program(lastSlot: font.lastSlot), prepared)
            } else if let page = PageObject(object) {
                contents.insert(page.contents)
            } else if let resources = ResourcesObject(object) {
                names.merge(resources.fonts) { known, _ in known }
            }
        }
        for (name, number) in names { widthsByName[name] = fonts[number]?.prepared.widths }
    }

    /// The number of an object that stands behind the document's own.
    private mutating func addition(_ key: String) -> Int {
        if let number = added[key] { return number }
        let number = offsets.count
        offsets.append(-1)
        added[key] = number
        return number
    }

    private mutating func write(_ font: FontObject, _ prepared: PreparedFont, as number: Int) {
        let program = prepared.program(lastSlot: font.lastSlot)
        write(
            """
            \(number) 0 obj
            <</Type/Font/Subtype/Type1
            /BaseFont/\(program.name)
            /FontDescriptor \(font.descriptor) 0 R
            /FirstChar 0/LastChar 255/Widths \(font.widths) 0 R
            /Encoding \(addition("encoding \(font.name)")) 0 R
            /ToUnicode \(addition("map \(font.name)")) 0 R>>
            endobj

            """)
    }

    private mutating func writeAdditions() {
        var programs: [String: PreparedFont.Program] = [:]
        for (program, _) in descriptors.values { programs[program.name] = program }
        for (key, number) in added.sorted(by: { $0.value < $1.value }) {
            offsets[number] = result.count
            let name = String(key.drop { $0 != " " }.dropFirst())
            if let program = programs[name], key.hasPrefix("program") {
                writeStream(program.stream, "/Subtype/Type1C", as: number)
            } else if let font = library.fonts[name] {
                if key.hasPrefix("map") {
                    writeStream(font.toUnicode, "", as: number)
                } else {
                    write("\(number) 0 obj\n\(font.encoding)\nendobj\n")
                }
            }
        }
    }

    private mutating func writeStream(_ stream: some Collection<UInt8>, _ entries: String, as number: Int) {
        write("\(number) 0 obj\n<<\(entries)/Filter/FlateDecode/Length \(stream.count)>>\nstream\n")
        result += stream
        write("\nendstream\nendobj\n")
    }

    private mutating func writeTable(trailer: ArraySlice<UInt8>) {
        let start = result.count
        var table = "xref\n0 \(offsets.count)\n0000000000 65535 f \n"
        for offset in offsets.dropFirst() {
            let digits = String(max(offset, 0))
            table += String(repeating: "0", count: 10 - digits.count) + digits
            table += offset < 0 ? " 00000 f \n" : " 00000 n \n"
        }
        write(table)
        let text = String(decoding: trailer, as: UTF8.self)
        let size = text.firstRange(of: "/Size ").map { range in
            text[..<range.upperBound] + "\(offsets.count)" + text[range.upperBound...].drop { $0.isNumber }
        }
        write("\(size ?? text[...])startxref\n\(start)\n%%EOF\n")
    }

    private mutating func write(_ text: String) { result += text.utf8 }
}
