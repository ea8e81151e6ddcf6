import JobSource
import Testing

/// Whatever a page holds, reading it ends, and ends in a posting or in a reason.
struct PageFuzzTests {
    private static let names = [
        "full", "fragment", "closed", "authwall", "search-with-posting", "localised", "json-ld",
    ]

    @Test(arguments: 0..<60)
    func `mutated pages are read or refused`(seed: Int) throws {
        var generator = Generator(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        let name = Self.names[seed % Self.names.count]
        var bytes = Array(try samplePage(name).utf8)
        for _ in 0..<20 {
            let other = Array(try samplePage(Self.names.randomElement(using: &generator) ?? "full").utf8)
            Self.mutate(&bytes, with: other, &generator)
            let page = String(decoding: bytes, as: UTF8.self)
            do {
                let found = try PublishedPosting(page: page)
                #expect(PublishedPosting(json: found.json)?.text == found.text)
            } catch {
                #expect(!error.message.isEmpty)
            }
        }
    }

    @Test(arguments: [
        "<div>", "<b>", "<ul><li>", "<p><b><i>", "<table><tr><td>", "<div class=\"show-more-less-html__markup\">",
        "</div>",
        "<a href='x'", "<!--", "<![CDATA[", "<script>", "&", "&#x41;", "<div a=b c=d e=f>", "<form><form>",
        "<select><option>",
        "<svg><title>", "\u{0}", "<font><p>", "</p>", "<h1 class='top-card-layout__title'>x</h1>",
    ])
    func `a mark without end ends`(mark: String) {
        let page = String(repeating: mark, count: (1 << 20) / mark.utf8.count)
        _ = try? PublishedPosting(page: page)
        _ = try? PublishedPosting(page: "<html><body>" + page + "</body></html>")
    }

    private static func mutate(_ bytes: inout [UInt8], with other: [UInt8], _ generator: inout Generator) {
        guard bytes.count > 8 else { return }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 1...400, using: &generator))
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
        case 2: for index in place..<end { bytes[index] = UInt8.random(in: 0...255, using: &generator) }
        case 3:
            let from = Int.random(in: 0..<other.count, using: &generator)
            bytes.insert(contentsOf: other[from..<min(other.count, from + 300)], at: place)
        case 4: bytes.insert(contentsOf: Array(repeating: Array("<div>".utf8), count: 300).flatMap { $0 }, at: place)
        default: bytes[place] = [0x3C, 0x3E, 0x22, 0x26, 0x00, 0xFF, 0x2F].randomElement(using: &generator) ?? 0x3C
        }
    }

    /// SplitMix64, so that a failure comes again with its seed.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
