import Randomness
import Testing

@testable import Engine

@Suite struct SpacedContentTests {
    /// Every slot is half as wide as the size, the space a quarter.
    private static let fonts: [String: [Double]] = [
        "F1": (0..<256).map { $0 == 0x20 ? 250 : 500 }, "F2": (0..<256).map { $0 == 0x20 ? 250 : 500 },
    ]

    private func spaced(_ content: String) -> String? {
        SpacedContent.of(Array(content.utf8)[...], fonts: Self.fonts).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        // A space as wide as the font's.
        ("[(Ada)-250(Lovelace)]TJ", "[(Ada Lovelace)]TJ"),
        // A wider one keeps its width; a kern is no space.
        ("[(a)-600(|)20(b)]TJ", "[(a )-350(|)20(b)]TJ"),
        ("[(a)-250(b)-250(c)]TJ", "[(a b c)]TJ"),
        ("[(a)-300-300(b)]TJ", "[(a )-50-300(b)]TJ"),
        ("[(\\(a\\))-250(\\344)]TJ", "[(\\(a\\) \\344)]TJ"),
        ("[(a)-250]TJ", "[(a )]TJ"),
    ])
    func `a gap inside a piece of text becomes a space`(content: String, expected: String) {
        let begin = "BT\n/F1 10 Tf 50 700 Td "
        #expect(spaced(begin + content) == begin + expected)
    }

    @Test func `a gap before a piece in another font belongs to the piece before`() {
        // Three letters of half the size are 15 points wide; the next piece begins 2.5 points behind them.
        #expect(
            spaced("BT\n/F1 10 Tf 50 700 Td [(Ada)]TJ/F2 10 Tf 17.5 0 Td [(L)]TJ")
                == "BT\n/F1 10 Tf 50 700 Td [(Ada )]TJ/F2 10 Tf 17.5 0 Td [(L)]TJ")
    }

    @Test(arguments: [
        "BT\n/F1 10 Tf 50 700 Td [(Ada)]TJ/F2 10 Tf 15 0 Td [(L)]TJ",
        "BT\n/F1 10 Tf 50 700 Td [(Ada)]TJ 0 -12 Td [(L)]TJ",
        "BT\n/F1 10 Tf 50 700 Td [(A)20(da)]TJ\nET\n1 0 0 1 50 690 cm\n0 0 100 .4 re f\n",
    ])
    func `what touches, and what stands on another line, stays as it is`(content: String) {
        #expect(spaced(content) == content)
    }

    @Test(arguments: ["(a) Tj", "[<61>]TJ", "[(a", "[(a(b))]TJ", "[(a)/F1]TJ"])
    func `what pdfTeX does not write is left alone`(content: String) {
        #expect(spaced("BT\n/F1 10 Tf " + content) == nil)
    }

    @Test func `no content is too strange`() {
        var random = SeededGenerator(seed: 7)
        let pieces = [
            "[", "]", "(", ")", "TJ", "Td ", "Tf ", "BT\n", "ET", "/F1 ", "/F2", "10 ", "-250", "\\", "\\9", "é", "a",
            ".", "--", " ",
        ]
        for _ in 0..<20_000 {
            let content = (0..<Int.random(in: 0..<40, using: &random)).compactMap { _ in
                pieces.randomElement(using: &random)
            }.joined()
            _ = spaced(content)
        }
    }
}
