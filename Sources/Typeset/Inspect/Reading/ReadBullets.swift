/// What points of a list begin with.
enum ReadBullets {
    static let all: Set<String> = Set(
        ["•", "◦", "▪", "▫", "■", "□", "●", "○", "‣", "⁃", "–", "-", "*", "·", "∙", "➤", "►", "✓"]
            + ofSymbolFonts.map { String($0) })

    /// As word processors write the bullets of the fonts Symbol and Wingdings.
    static let ofSymbolFonts: Set<Unicode.Scalar> = [
        "\u{F0B7}", "\u{F0A7}", "\u{F0D8}", "\u{F0FC}", "\u{F076}", "\u{F0A8}",
    ]

    /// Whether all of these on a page stand alone before the text of a line.
    static func beginLines(of page: PDFFacts.Page) -> Bool {
        page.rawText.split(whereSeparator: \.isNewline).allSatisfy { line in
            let words = line.split(separator: " ")
            let rest =
                words.first.map { isOfSymbolFont($0) && words.count > 1 } == true ? words.dropFirst() : words[...]
            return !rest.contains { $0.unicodeScalars.contains(where: ofSymbolFonts.contains) }
        }
    }

    private static func isOfSymbolFont(_ word: Substring) -> Bool {
        word.unicodeScalars.count == 1 && word.unicodeScalars.allSatisfy(ofSymbolFonts.contains)
    }
}
