/// A PDF that is changed object by object: what comes of it is read further than what random bytes make.
struct MangledPDF {
    /// Each from behind the last one's `endobj` to its own.
    private var objects: [[UInt8]]
    /// The table of objects and the trailer.
    private var tail: [UInt8]

    var bytes: [UInt8] { objects.flatMap { $0 } + tail }

    init(_ pdf: [UInt8]) {
        (objects, tail) = ([], [])
        var start = 0
        for end in pdf.places(of: Array("endobj".utf8)) {
            objects.append(Array(pdf[start..<(end + 6)]))
            start = end + 6
        }
        tail = Array(pdf[start...])
    }

    private static let numbers = [
        "0", "-1", "1", "3.5", "255", "65536", "2147483648", "-2147483649", "99999999999999999999",
    ]
    private static let names = [
        "/Page", "/Pages", "/Catalog", "/Font", "/Type0", "/Type3", "/XObject", "/Form", "/Image", "/ObjStm", "/XRef",
        "/FlateDecode", "/LZWDecode", "/JBIG2Decode", "/JPXDecode", "/DCTDecode", "/Crypt", "/Contents", "/Kids",
        "/Parent", "/Length", "/ToUnicode", "/Encoding", "/Identity-H", "/DescendantFonts", "/W", "/Resources",
    ]

    mutating func mangle(using random: inout some RandomNumberGenerator) {
        guard let one = objects.indices.randomElement(using: &random),
            let other = objects.indices.randomElement(using: &random)
        else { return }
        switch Int.random(in: 0..<9, using: &random) {
        case 0: swapBodies(one, other)
        case 1: objects.insert(objects[one], at: other)
        case 2: objects.remove(at: one)
        case 3, 4: replaceToken(in: &objects[one], Self.numbers, using: &random) { (0x30...0x39).contains($0) }
        case 5: replaceToken(in: &tail, Self.numbers, using: &random) { (0x30...0x39).contains($0) }
        case 6:
            replaceToken(in: &objects[one], Self.names, using: &random) {
                $0 == UInt8(ascii: "/") || (0x41...0x7A).contains($0)
            }
        case 7:
            // A reference to any object, its own included.
            let reference = " \(Int.random(in: 0...objects.count, using: &random)) 0 R"
            if let place = objects[one].places(of: Array(" 0 R".utf8)).randomElement(using: &random) {
                var start = place
                while start > 0, (0x30...0x39).contains(objects[one][start - 1]) { start -= 1 }
                objects[one].replaceSubrange(start..<(place + 4), with: reference.utf8)
            }
        default:
            guard let place = objects[one].indices.randomElement(using: &random) else { return }
            let length = min(Int.random(in: 1...300, using: &random), objects[one].count - place)
            objects[one].removeSubrange(place..<(place + length))
        }
    }

    /// Each keeps its number and gets what the other is.
    private mutating func swapBodies(_ one: Int, _ other: Int) {
        guard let first = objects[one].places(of: Array(" obj".utf8)).first,
            let second = objects[other].places(of: Array(" obj".utf8)).first
        else { return }
        let (head, body) = (objects[one][..<first], objects[one][first...])
        objects[one] = Array(head + objects[other][second...])
        objects[other] = Array(objects[other][..<second] + body)
    }

    /// Another for a run of bytes of a kind.
    private func replaceToken(
        in bytes: inout [UInt8], _ others: [String], using random: inout some RandomNumberGenerator,
        where isPart: (UInt8) -> Bool
    ) {
        let starts = bytes.indices.prefix(4000).filter { isPart(bytes[$0]) && ($0 == 0 || !isPart(bytes[$0 - 1])) }
        guard let start = starts.randomElement(using: &random), let other = others.randomElement(using: &random) else {
            return
        }
        let end = bytes[start...].firstIndex { !isPart($0) } ?? bytes.endIndex
        bytes.replaceSubrange(start..<end, with: other.utf8)
    }
}

extension [UInt8] {
    fileprivate func places(of pattern: [UInt8]) -> [Int] {
        guard count >= pattern.count, let first = pattern.first else { return [] }
        return (0...(count - pattern.count)).filter {
            self[$0] == first && self[$0..<($0 + pattern.count)].elementsEqual(pattern)
        }
    }
}
