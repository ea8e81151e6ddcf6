internal import Inspect

/// A PDF that nothing can be said of, and why.
package struct UnreadablePDF: Error, Sendable, Hashable {
    package enum Reason: String, Sendable {
        case notPDF = "not_a_pdf"
        case encrypted
        case tooManyPages = "too_many_pages"
        case tooComplex = "too_complex"
    }

    package let reason: Reason
    package let message: String

    /// `nil` for an error that is not the PDF's.
    init?(_ error: InspectError, of file: [UInt8]) {
        switch error {
        case .notPDF:
            self.init(
                .notPDF,
                FileKind(file).map { "This is \($0.rawValue), not a PDF: export it as one." }
                    ?? "This is not a PDF, or one so damaged that no page of it is found.")
        case .encrypted: self.init(.encrypted, "This PDF opens only with a password: save it without one.")
        case .tooManyPages(let most):
            self.init(.tooManyPages, "This PDF has more than \(most) pages, the most that are read.")
        case .tooComplex(let why):
            self.init(
                .tooComplex, "This PDF could not be read: \(why). Export it anew from the program it was made in.")
        case .overloaded, .unavailable, .unusableReport, .cancelled: return nil
        }
    }

    private init(_ reason: Reason, _ message: String) {
        self.reason = reason
        self.message = message
    }
}

/// What people send for a PDF, by its first bytes; its name and type say nothing.
private enum FileKind: String {
    case word = "a Word document or another archive"
    case oldWord = "an old Word document"
    case richText = "a rich text document"
    case picture = "a picture"
    case webPage = "a web page"

    init?(_ file: [UInt8]) {
        let starts: [(FileKind, [UInt8])] = [
            (.word, [0x50, 0x4B, 0x03, 0x04]), (.oldWord, [0xD0, 0xCF, 0x11, 0xE0]), (.richText, Array("{\\rtf".utf8)),
            (.picture, [0x89, 0x50, 0x4E, 0x47]), (.picture, [0xFF, 0xD8, 0xFF]), (.picture, Array("GIF8".utf8)),
            (.webPage, Array("<!DOCTYPE".utf8)), (.webPage, Array("<!doctype".utf8)), (.webPage, Array("<html".utf8)),
        ]
        guard let found = starts.first(where: { file.starts(with: $0.1) }) else { return nil }
        self = found.0
    }
}
