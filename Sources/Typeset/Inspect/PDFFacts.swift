/// What Poppler found in a PDF.
package struct PDFFacts: Sendable, Hashable {
    /// Of the PDF standard, such as `1.7`.
    package var version: String
    /// Encrypted, though it opens without a password.
    package var isEncrypted: Bool
    /// What the process that read the PDF had in memory at most, in bytes, what it shares with its parent included.
    package var peakMemory: Int
    /// How often a replacement for printed text is given (`ActualText`). The texts below are the printed ones.
    package var actualTexts: Int
    /// Fields of a form. What is in them is not in the texts.
    package var fields: Int
    package var metadata: Metadata
    /// Every font that text is set in.
    package var fonts: [Font]
    package var active: [Active]
    /// Where links lead.
    package var links: [String]
    /// At least one.
    package var pages: [Page]

    package struct Metadata: Sendable, Hashable {
        package var title: String
        package var author: String
        package var subject: String
        package var keywords: String
        package var creator: String
        package var producer: String
    }

    package struct Font: Sendable, Hashable {
        /// With the prefix of a subset, such as `ABCDEF+LMRoman10-Bold`.
        package var name: String
        /// In the words of Poppler's `pdffonts`, such as `Type 1`, `Type 3`, `CID TrueType`.
        package var type: String
        package var isEmbedded: Bool
        package var isSubset: Bool
        package var hasToUnicode: Bool
        /// How many are printed, spaces not counted.
        package var glyphs: Int
        /// Of these, how many nothing in the PDF says the character of, so that readers guess.
        package var unmapped: Int
    }

    /// Something that does more than be read.
    package struct Active: Sendable, Hashable {
        /// Such as `javascript` or `embedded-file`.
        package var kind: String
        /// Such as `page 2`.
        package var place: String
    }

    package struct Page: Sendable, Hashable {
        /// In points, of the page as displayed: cropped and rotated.
        package var width: Double
        package var height: Double
        /// Text in the order of the content stream, which most machines read; a line feed behind every line.
        package var rawText: String
        /// Text in the order that Poppler takes for a person's, with hyphenated words rejoined.
        package var readingText: String
        /// In the order of the content stream, nothing rejoined.
        package var words: [Word]
        package var hidden: [Hidden]
        /// Text that is marked as no part of the document, such as a page's header.
        package var artifactText: String
        /// Spaces not counted.
        package var glyphs: Int
        /// Spaces that are printed, where others only leave a gap.
        package var spaces: Int
        package var images: Int
        /// The share of the page that images take up, 0 to 1.
        package var imageArea: Double
        /// Filled paths.
        package var shapes: Int
    }

    /// Text that a machine reads and a person does not see, all of one kind on a page.
    package struct Hidden: Sendable, Hashable {
        package enum Kind: String, Sendable, CaseIterable {
            case invisible, background, transparent, covered, clipped, tiny
            case offPage = "off-page"
        }

        package var kind: Kind
        /// Characters, spaces not counted.
        package var count: Int
        /// The first of it.
        package var text: String
    }

    package struct Word: Sendable, Hashable {
        package var text: String
        package var box: Box
        package var face: Face
        /// In points.
        package var fontSize: Double
        package var after: After
    }

    /// What the name of a font says of its looks, which is all that most readers have.
    package struct Face: Sendable, Hashable {
        /// Empty where Poppler does not know it.
        package let name: String
        /// Without the prefix of a subset and without the style.
        let family: String
        let isBold: Bool
        let isItalic: Bool

        package init(_ name: String) {
            self.name = name
            let isSubset = name.count > 7 && name.dropFirst(6).first == "+"
            family = String(name.dropFirst(isSubset ? 7 : 0).prefix { $0 != "-" && $0 != "," })
            let lower = name.lowercased()
            isBold = ["bold", "black", "heavy", "demi", "-bd", "-medi"].contains { lower.contains($0) }
            isItalic = ["italic", "oblique", "-ital", "slanted"].contains { lower.contains($0) }
        }
    }

    /// What stands between a word and the next.
    package enum After: Int, Sendable {
        case lineEnd, space
        /// The next goes on where the word ends.
        case nothing
    }

    /// In points from the top left corner of the page.
    package struct Box: Sendable, Hashable {
        package var left: Double
        package var top: Double
        package var right: Double
        package var bottom: Double
    }
}

extension PDFFacts {
    /// The text of all pages in raw order as one line: for whoever looks for terms in it. A word that a line's end
    /// breaks behind a hyphen or a slash is whole again.
    package var flowingText: String {
        var text = ""
        for token in TokenStream(pages.map(\.rawText)).tokens {
            let isContinuation = token.startsLine && text.unicodeScalars.last.map(WordBreak.isHyphenOrSlash) == true
            if !text.isEmpty && !isContinuation { text += " " }
            text += token.text
        }
        return text
    }
}
