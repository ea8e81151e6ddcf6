internal import Glibc

/// A form with files as browsers and curl send it: `multipart/form-data` (RFC 7578), framed as RFC 2046, 5.1 says.
package struct MultipartForm: Sendable {
    package struct Part: Sendable {
        /// Of the field.
        package let name: String
        package let fileName: String?
        /// As it was sent: a claim, not a fact.
        package let contentType: String?
        package let body: ArraySlice<UInt8>
    }

    /// In the order in which they came; a name may come more than once.
    package let parts: [Part]

    /// What a form may cost besides its bytes.
    private enum Limit {
        static let parts = 32
        /// Bytes of the header of one part.
        static let header = 4096
        static let boundary = 70
    }

    /// - Parameter contentType: the request's field, which says where a part ends.
    package init(_ body: [UInt8], contentType: String) throws(MultipartError) {
        guard let field = HeaderValue(contentType), field.value == "multipart/form-data" else { throw .notAForm }
        guard let boundary = field["boundary"], (1...Limit.boundary).contains(boundary.utf8.count) else {
            throw .noBoundary
        }
        let delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter may begin the body, without the line's end before it.
        var end = 0
        if body.starts(with: delimiter.dropFirst(2)) {
            end = delimiter.count - 2
        } else if let found = body.firstRange(of: delimiter, from: 0) {
            end = found.upperBound
        } else {
            throw .noDelimiter
        }
        var parts: [Part] = []
        while true {
            let rest = body[end...]
            if rest.starts(with: "--".utf8) { break }
            let padding = rest.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            guard body[padding.endIndex...].starts(with: "\r\n".utf8) else { throw .malformed("a delimiter") }
            guard parts.count < Limit.parts else { throw .tooManyParts(most: Limit.parts) }
            // The header may be empty, so that its end is the delimiter line's own.
            guard let gap = body.firstRange(of: Array("\r\n\r\n".utf8), from: padding.endIndex) else { throw .cutShort }
            guard gap.lowerBound - padding.endIndex <= Limit.header else { throw .malformed("the header of a part") }
            guard let next = body.firstRange(of: delimiter, from: gap.upperBound - 2) else { throw .cutShort }
            let header = body[padding.endIndex..<gap.lowerBound]
            parts.append(try Self.part(header, body[gap.upperBound..<max(gap.upperBound, next.lowerBound)]))
            end = next.upperBound
        }
        self.parts = parts
    }

    /// The parts of a field.
    package func parts(named name: String) -> [Part] { parts.filter { $0.name == name } }

    private static func part(_ header: ArraySlice<UInt8>, _ body: ArraySlice<UInt8>) throws(MultipartError) -> Part {
        guard let text = String(validating: header, as: UTF8.self) else { throw .malformed("the header of a part") }
        var fields: [String: String] = [:]
        for line in text.split(separator: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, !halves[0].isEmpty else { throw .malformed("the header of a part") }
            fields[halves[0].lowercased()] = String(halves[1])
        }
        guard let disposition = fields["content-disposition"].flatMap({ HeaderValue($0) }),
            disposition.value == "form-data", let name = disposition["name"], !name.isEmpty
        else { throw .malformed("a part without a name") }
        // RFC 7578, 4.7: nobody sends these, and to guess at one would change the file.
        let encoding = fields["content-transfer-encoding"].flatMap { HeaderValue($0)?.value } ?? "binary"
        guard ["binary", "8bit", "7bit"].contains(encoding) else { throw .malformed("a Content-Transfer-Encoding") }
        return Part(
            name: name, fileName: disposition["filename"],
            contentType: fields["content-type"].flatMap { HeaderValue($0)?.value }, body: body)
    }
}

/// Why a form cannot be read.
package enum MultipartError: Error, Sendable, Hashable {
    case notAForm
    case noBoundary
    case noDelimiter
    case cutShort
    case tooManyParts(most: Int)
    /// What of it is malformed.
    case malformed(String)

    package var message: String {
        switch self {
        case .notAForm: "The Content-Type is not multipart/form-data."
        case .noBoundary: "The Content-Type names no boundary of 1 to 70 characters."
        case .noDelimiter: "The boundary that the Content-Type names is nowhere in the body."
        case .cutShort: "The form ends in the middle of a part."
        case .tooManyParts(let most): "The form has more than \(most) parts."
        case .malformed(let what): "The form is malformed: \(what)."
        }
    }
}

extension Array<UInt8> {
    /// Where `needle` is first found at `start` or later. By memchr(3) from one first byte to the next, since a form may
    /// have megabytes.
    fileprivate func firstRange(of needle: [UInt8], from start: Int) -> Range<Int>? {
        guard let first = needle.first, let last = needle.last, start >= 0 else { return nil }
        return withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var place = start
            while place <= bytes.count - needle.count {
                guard let found = memchr(base + place, Int32(first), bytes.count - needle.count - place + 1) else {
                    return nil
                }
                place = UnsafeRawPointer(found) - base
                let end = place + needle.count
                if bytes[end - 1] == last, bytes[place..<end].elementsEqual(needle) { return place..<end }
                place += 1
            }
            return nil
        }
    }
}
