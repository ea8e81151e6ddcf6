/// Why a text is not JSON that we accept, and where.
package struct JSONError: Error, Sendable, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        case tooLarge, tooDeep, byteOrderMark, invalidUTF8
        case unexpectedEnd, unexpectedText, trailingText
        case duplicateName, invalidEscape, nullCharacter, loneSurrogate, controlCharacter
        case invalidNumber, numberOutOfRange
    }

    package let code: Code
    /// A sentence for the person who wrote the document. It quotes at most a few printable characters of it.
    package let message: String
    /// Counted from 1, by line feeds.
    package let line: Int
    /// Counted from 1, in Unicode scalars.
    package let column: Int
    /// The innermost value that was being read.
    package internal(set) var pointer: JSONPointer

    /// The same error, as seen from the value that holds the one it was found in.
    func inside(_ holder: JSONPointer) -> JSONError {
        var error = self
        error.pointer = holder.appending(pointer)
        return error
    }
}

extension JSONError: CustomStringConvertible {
    package var description: String {
        let place = pointer == .root ? "" : " (at \(pointer))"
        return "Line \(line), column \(column)\(place): \(message)"
    }
}
