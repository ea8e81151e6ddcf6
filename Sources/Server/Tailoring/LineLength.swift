internal import Resume

/// About how many lines a text takes on paper: which of two items costs more room is known before anything is typeset.
/// What it comes to in a template is measured (see the fit search), so that only proportions count.
enum LineLength {
    /// Latin letters of text on a line.
    private static let width = 95.0

    /// A paragraph or a point, which begins and ends a line.
    static func paragraph(_ text: String) -> Double { max(1, (units(text) / width).rounded(.up)) }

    /// An element of a list, with its comma.
    static func term(_ text: String) -> Double { (units(text) + 2) / width }

    /// East Asian letters are twice as wide as Latin ones.
    private static func units(_ text: String) -> Double {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
                0xFFE0...0xFFE6:
                sum + 2
            default: scalar.properties.isDiacritic ? sum : sum + 1
            }
        }
    }
}
