/// A page as pdfTeX writes it, with its spaces as characters.
///
/// TeX prints no spaces, it moves on: what is a space is left to whoever reads the PDF, and readers differ. Here every gap
/// between words becomes the font's space, and no glyph moves.
struct SpacedContent {
    /// A font at work: what its slots are as wide as, in thousandths of the size.
    typealias Widths = [Double]

    /// No kern is that wide, and no space that narrow, in thousandths of the size.
    private static let narrowest = 160.0
    private static let space = 0x20

    private let fonts: [String: Widths]
    private var scanner: ByteScanner
    private var result: [UInt8] = []

    private var font: Widths = []
    private var size = 0.0
    /// Where the line began, and where the text ended, in points.
    private var line = (x: 0.0, y: 0.0)
    private var pen = (x: 0.0, y: 0.0)
    /// Behind the parenthesis that closed the latest string of the result.
    private var lastString: Int?
    /// The numbers since the latest operator.
    private var operands: [Double] = []
    private var name = ""

    /// - Parameter fonts: by the names that the page's resources give them.
    /// - Returns: `nil` if the page holds what pdfTeX does not write of itself.
    static func of(_ content: ArraySlice<UInt8>, fonts: [String: Widths]) -> [UInt8]? {
        var spaced = SpacedContent(fonts: fonts, scanner: ByteScanner(content))
        spaced.result.reserveCapacity(content.count)
        return spaced.run() ? spaced.result : nil
    }

    private init(fonts: [String: Widths], scanner: ByteScanner) {
        self.fonts = fonts
        self.scanner = scanner
    }

    private mutating func run() -> Bool {
        while let byte = scanner.next {
            switch byte {
            case UInt8(ascii: "["):
                guard showText() else { return false }
            case UInt8(ascii: "("), UInt8(ascii: "<"): return false
            case UInt8(ascii: "/"):
                name = scanner.name()
                result += "/\(name)".utf8
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                let start = scanner.place
                guard let number = scanner.decimal() else { return false }
                operands.append(number)
                result += scanner[from: start]
            case 0x00...0x20:
                result.append(byte)
                scanner.skip()
            default:
                let start = scanner.place
                obey(scanner.word())
                result += scanner[from: start]
            }
        }
        return true
    }

    private mutating func obey(_ command: ArraySlice<UInt8>) {
        if command.elementsEqual("Td".utf8), operands.count >= 2 {
            move(by: (operands[operands.count - 2], operands[operands.count - 1]))
        } else if command.elementsEqual("Tf".utf8), let last = operands.last {
            font = fonts[name] ?? []
            size = last
        } else if command.elementsEqual("BT".utf8) {
            line = (0, 0)
        }
        operands.removeAll(keepingCapacity: true)
    }

    /// To the right on the same line, a gap belongs to the text before it.
    private mutating func move(by distance: (x: Double, y: Double)) {
        line.x += distance.x
        line.y += distance.y
        let isSameLine = abs(line.y - pen.y) < 0.3 * size
        if isSameLine, line.x - pen.x >= Self.narrowest / 1000 * size, let lastString,
            result[lastString - 2] != UInt8(Self.space)
        {
            result.insert(UInt8(Self.space), at: lastString - 1)
        }
        lastString = nil
        pen = line
    }

    /// `[(Ada)-250(Lo)20(velace)]TJ` becomes `[(Ada Lo)20(velace)]TJ`.
    private mutating func showText() -> Bool {
        scanner.skip()
        result.append(UInt8(ascii: "["))
        var isOpen = false
        while let byte = scanner.next {
            switch byte {
            case UInt8(ascii: "("):
                if !isOpen { result.append(byte) }
                isOpen = false
                guard let string = scanner.string() else { return false }
                for slot in string.slots where font.indices.contains(slot) { pen.x += font[slot] / 1000 * size }
                result += string.source
                result.append(UInt8(ascii: ")"))
                lastString = result.count
            case UInt8(ascii: "]"):
                if isOpen { result.append(UInt8(ascii: ")")) }
                scanner.skip()
                result.append(byte)
                return true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                guard let number = scanner.decimal() else { return false }
                if isOpen { result.append(UInt8(ascii: ")")) }
                pen.x -= number / 1000 * size
                isOpen = adjust(by: number)
            default: return false
            }
        }
        return false
    }

    /// - Returns: whether the string before goes on.
    private mutating func adjust(by number: Double) -> Bool {
        let width = font.indices.contains(Self.space) ? font[Self.space] : 0
        guard -number >= Self.narrowest, width > 0, result.last == UInt8(ascii: ")") else {
            result += pdfNumber(number).utf8
            return false
        }
        result[result.count - 1] = UInt8(Self.space)
        let rest = number + width
        guard abs(rest) >= 0.5 else { return true }
        result.append(UInt8(ascii: ")"))
        lastString = result.count
        result += pdfNumber(rest).utf8
        return false
    }
}
