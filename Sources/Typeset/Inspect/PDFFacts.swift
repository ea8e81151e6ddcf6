/// What Poppler found in a PDF.
package struct PDFFacts: Sendable, Hashable {
    /// Of the PDF standard, such as `1.7`.
    package var version: String
    /// Encrypted, though it opens without a password.
    package var isEncrypted: Bool
    package var metadata: Metadata
    /// Every font that a page's resources name.
    package var fonts: [Font]
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
    }

    package struct Page: Sendable, Hashable {
        /// In points, of the page as displayed: cropped and rotated.
        package var width: Double
        package var height: Double
        /// Text in the order of the content stream, which most machines read; a line feed behind every line.
        package var rawText: String
        /// Text in the order that Poppler takes for a person's, with hyphenated words rejoined.
        package var readingText: String
        /// In reading order, nothing rejoined.
        package var words: [Word]
    }

    package struct Word: Sendable, Hashable {
        package var text: String
        package var box: Box
        /// Name of the font; `nil` where Poppler does not know it.
        package var font: String?
        /// In points.
        package var fontSize: Double
        /// Whether another word follows on the same line.
        package var hasSpaceAfter: Bool
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
