/// One question to a PDF and its answer.
package struct Check: Sendable, Hashable {
    package enum Status: String, Sendable { case pass, warn, fail }

    package let id: Identifier
    package let status: Status
    /// Such as `2 fonts`.
    package let lookedAt: String
    /// What was found, in a sentence or two.
    package let detail: String
    /// How to mend it; `nil` where nothing is to be mended.
    package let mend: String?
    /// Lines or texts of the PDF that show it, twelve at most: of columns that mix `left ‖ right`.
    package let examples: [String]
    /// How much of its weight it brings to the score.
    package let points: Int

    /// Without `points` a check brings all of its weight when it passes, half on a warning, nothing when it fails.
    init(
        _ id: Identifier, _ status: Status, _ lookedAt: String, _ detail: String, points: Int? = nil,
        examples: [String] = [], isMendable: Bool = true
    ) {
        self.id = id
        self.status = status
        self.lookedAt = lookedAt
        self.detail = detail
        self.examples = Array(examples.prefix(12))
        mend = status == .pass || !isMendable ? nil : id.mend
        let earned =
            switch status {
            case .pass: id.weight
            case .warn: id.weight / 2
            case .fail: 0
            }
        self.points = points ?? earned
    }

    /// Where there is no text there is nothing to say of it, and nothing to earn.
    static func pointless(_ id: Identifier) -> Check {
        Check(id, .warn, "nothing", "There is no text to look at.", points: 0, isMendable: false)
    }
}

extension Check {
    /// In the order in which they are asked and shown.
    package enum Identifier: String, Sendable, CaseIterable {
        case textLayer = "text-layer"
        case pageCount = "page-count"
        case notEncrypted = "not-encrypted"
        case fontsEmbedded = "fonts-embedded"
        case noType3 = "no-type3"
        case charactersMapped = "characters-mapped"
        case cleanCharacters = "clean-characters"
        case noHiddenText = "no-hidden-text"
        case noActiveContent = "no-active-content"
        case oneColumn = "one-column"
        case readingOrder = "reading-order"
        case contactAtTop = "contact-at-top"
        case standardSections = "standard-sections"
        case datedEntries = "dated-entries"
        case keywordsSupported = "keywords-supported"
        case textComplete = "text-complete"
        case noOtherText = "no-other-text"
        case textOrder = "text-order"
        case roundTrip = "round-trip"

        /// Points of the score. They add up to 100: 80 for what a machine can read, more for what costs whole texts
        /// than for what costs a word; 20 for the posting's keywords, because a perfect page that does not answer the
        /// posting is still only readable. The last four can be asked only of a PDF of which it is known what was meant;
        /// one that fails them is given to nobody, so they need no points.
        package var weight: Int {
            switch self {
            case .textLayer: 12
            case .pageCount: 4
            case .notEncrypted: 2
            case .fontsEmbedded: 3
            case .noType3: 3
            case .charactersMapped: 9
            case .cleanCharacters: 7
            case .noHiddenText: 7
            case .noActiveContent: 3
            case .oneColumn: 7
            case .readingOrder: 6
            case .contactAtTop: 8
            case .standardSections: 5
            case .datedEntries: 4
            case .keywordsSupported: 20
            case .textComplete, .noOtherText, .textOrder, .roundTrip: 0
            }
        }

        /// For people: what passes.
        package var title: String {
            switch self {
            case .textLayer: "Text, not pictures of text"
            case .pageCount: "One or two pages"
            case .notEncrypted: "No restrictions"
            case .fontsEmbedded: "Fonts embedded"
            case .noType3: "No Type 3 fonts"
            case .charactersMapped: "Characters that can be copied"
            case .cleanCharacters: "No icons or odd characters"
            case .noHiddenText: "Nothing hidden"
            case .noActiveContent: "No scripts, attachments or forms"
            case .oneColumn: "One column"
            case .readingOrder: "Unbroken words"
            case .contactAtTop: "E-mail and phone at the top"
            case .standardSections: "Usual section headings"
            case .datedEntries: "Dates of jobs and degrees"
            case .keywordsSupported: "Keywords of the posting"
            case .textComplete: "Every word is there"
            case .noOtherText: "No other word is there"
            case .textOrder: "Words in order"
            case .roundTrip: "Read back as meant"
            }
        }

        /// For the person who made the PDF.
        var mend: String {
            switch self {
            case .textLayer:
                "Export the PDF from the program the resume was written in, instead of scanning or printing it to an image."
            case .pageCount: "Keep to one or two pages: leave out what says least for this job."
            case .notEncrypted: "Save the PDF without a password and without restrictions."
            case .fontsEmbedded: "Embed all fonts: in Word save as PDF/A, in LaTeX use Type 1 or OpenType fonts."
            case .noType3:
                "Use a font that comes as OpenType, TrueType or Type 1: in LaTeX load cm-super or another outline font."
            case .charactersMapped:
                "Export with text that can be copied: if copying from the PDF gives other characters, so does every machine. "
                    + "Another font or another export mends it."
            case .cleanCharacters:
                "Replace icons and symbols by words, and switch off ligatures and soft hyphens before exporting."
            case .noHiddenText:
                "Take out what is not to be seen: white, tiny, covered or off the page. Systems that find it reject the resume."
            case .noActiveContent: "Export without scripts, attached files, media and form fields."
            case .oneColumn: "Put everything in one column: a machine reads across both, line by line."
            case .readingOrder:
                "Switch off hyphenation, and letter-spacing in headings: machines read the pieces as words. In LaTeX, "
                    + "\\pdfinterwordspaceon prints spaces between words."
            case .contactAtTop:
                "Write e-mail and phone as text under the name, in the body of the first page, not in its header or footer."
            case .standardSections:
                "Put usual headings over the sections, alone on their line, such as EXPERIENCE, EDUCATION, SKILLS."
            case .datedEntries:
                "Give each job and degree its dates, with the year in four digits, such as Jun 2020 – Present."
            case .keywordsSupported: "Name what the posting asks for and you have, in the posting's own words."
            case .textComplete, .noOtherText, .textOrder, .roundTrip:
                "This is a fault of the template or the engine: report it with the profile that shows it."
            }
        }
    }
}
