internal import CFriBidi

/// The direction of each character of a line, by the Unicode bidirectional algorithm (UAX #9).
package struct BidirectionalText: Sendable {
    /// One for each Unicode scalar: even from left to right, odd from right to left.
    package let levels: [UInt8]

    /// - Parameter rightToLeft: the direction of the text around it.
    package init(_ text: String, rightToLeft: Bool) {
        let scalars = text.unicodeScalars.map(\.value)
        let flat: UInt8 = rightToLeft ? 1 : 0
        var result = [Int8](repeating: 0, count: scalars.count)
        // Without memory the text stands as if all of it went one way.
        guard !scalars.isEmpty,
            kr_bidi_levels(scalars, Int32(clamping: scalars.count), rightToLeft ? 1 : 0, &result) != 0
        else {
            levels = scalars.map { _ in flat }
            return
        }
        levels = result.map { UInt8(clamping: $0) }
    }

    /// The character that shows a bracket, and others that have two sides, from right to left; the same for most.
    package static func mirrored(_ character: Unicode.Scalar) -> Unicode.Scalar {
        var other: UInt32 = 0
        guard fribidi_get_mirror_char(character.value, &other) != 0 else { return character }
        return Unicode.Scalar(other) ?? character
    }

    /// Whether a character is a letter that is written from right to left.
    package static func isRightToLeft(_ character: Unicode.Scalar) -> Bool {
        switch character.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
            character.properties.isAlphabetic
        default: false
        }
    }

    /// Whether a character has a direction of its own, which is from right to left: letters, and some punctuation.
    package static func turns(_ character: Unicode.Scalar) -> Bool {
        character.value > 0x0590 && BidirectionalText(String(character), rightToLeft: false).levels.first == 1
    }

    /// Whether a character stands above or below another.
    package static func isMark(_ character: Unicode.Scalar) -> Bool {
        switch character.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// Whether a language is written from right to left (its primary subtag, ISO 639).
    package static func isRightToLeft(_ language: String) -> Bool {
        ["ar", "he", "fa", "ur", "yi", "ps", "ckb", "sd", "ug", "dv"]
            .contains(String(language.lowercased().prefix { $0 != "-" && $0 != "_" }))
    }
}
