extension TextHygiene {
    /// LF, VT, FF, CR, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR (Unicode Standard, section 5.8).
    static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// What no font prints and no reader means. White space is asked for before this.
    static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .privateUse: true
        default: scalar == "\u{FFFD}" || scalar.properties.isNoncharacterCodePoint
        }
    }

    /// What takes no room and changes no meaning: the default-ignorable characters and the interlinear annotation
    /// marks.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isDefaultIgnorableCodePoint || (0xFFF9...0xFFFB).contains(scalar.value)
    }

    /// ZERO WIDTH NON-JOINER and ZERO WIDTH JOINER.
    static func isJoiner(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{200C}" || scalar == "\u{200D}" }

    /// Whether this is a letter or mark of a script in which a joiner between letters changes what is read, such as
    /// Persian "می‌خواهم" or Sinhala "ශ්‍රී" (Unicode Standard, sections 9.2 and 12.1).
    static func takesJoiner(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x600, joiningBlocks.contains(where: { $0.contains(scalar.value) }) else { return false }
        switch scalar.properties.generalCategory {
        case .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark: return true
        default: return false
        }
    }

    /// Arabic to Sinhala; Tibetan and Myanmar; Khmer and Mongolian; Tai Tham to Batak; Syloti Nagri to Meetei Mayek;
    /// Arabic presentation forms; the Indic scripts of the supplementary plane.
    private static let joiningBlocks: [ClosedRange<UInt32>] = [
        0x0600...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0x1A20...0x1BFF, 0xA800...0xABFF,
        0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x10D00...0x11FFF, 0x1E900...0x1E95F,
    ]

    /// The letters of a presentation ligature (Alphabetic Presentation Forms, U+FB00 to U+FB06).
    static func expansion(of scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0xFB00: "ff"
        case 0xFB01: "fi"
        case 0xFB02: "fl"
        case 0xFB03: "ffi"
        case 0xFB04: "ffl"
        case 0xFB05, 0xFB06: "st"
        default: nil
        }
    }

    /// How a message names a character: `U+0007 BELL`, `U+00E9 LATIN SMALL LETTER E WITH ACUTE`, `U+E000 private use`.
    package static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let properties = scalar.properties
        let name =
            if let name = properties.name {
                name
            } else if properties.generalCategory == .control {
                controlName(scalar.value)
            } else if properties.generalCategory == .privateUse {
                "private use"
            } else if properties.isNoncharacterCodePoint {
                "noncharacter"
            } else {
                "unassigned"
            }
        return "\(code) \(name)"
    }

    /// The names of ISO 6429, which Unicode has as aliases only (NameAliases.txt); BELL as ISO has it.
    private static func controlName(_ value: UInt32) -> String {
        switch value {
        case 0x7F: "DELETE"
        case 0..<32: String(controls[Int(value)])
        default: "C1 CONTROL"
        }
    }

    private static let controls = """
        NULL,START OF HEADING,START OF TEXT,END OF TEXT,END OF TRANSMISSION,ENQUIRY,ACKNOWLEDGE,BELL,BACKSPACE,\
        CHARACTER TABULATION,LINE FEED,LINE TABULATION,FORM FEED,CARRIAGE RETURN,SHIFT OUT,SHIFT IN,DATA LINK ESCAPE,\
        DEVICE CONTROL ONE,DEVICE CONTROL TWO,DEVICE CONTROL THREE,DEVICE CONTROL FOUR,NEGATIVE ACKNOWLEDGE,\
        SYNCHRONOUS IDLE,END OF TRANSMISSION BLOCK,CANCEL,END OF MEDIUM,SUBSTITUTE,ESCAPE,FILE SEPARATOR,\
        GROUP SEPARATOR,RECORD SEPARATOR,UNIT SEPARATOR
        """.split(separator: ",")
}
