/// Everything that is wrong with a document that should be a profile.
package struct ProfileError: Error, Sendable, Hashable {
    package struct Fault: Sendable, Hashable {
        /// Where, in the document as the person wrote it.
        package let pointer: JSONPointer
        /// What was found and what is expected, a sentence for that person.
        package let message: String
    }

    /// The most faults that are listed; whoever has more gets the rest on the next try.
    package static let limit = 50

    /// In the order of the document's sections, at least one.
    package let faults: [Fault]
    /// Of all faults, listed or not.
    package let count: Int
}

extension ProfileError: CustomStringConvertible {
    /// One line for each fault.
    package var description: String {
        var lines = faults.map { "\($0.pointer == .root ? "(document)" : $0.pointer.description): \($0.message)" }
        if count > faults.count { lines.append("… and \(count - faults.count) more") }
        return lines.joined(separator: "\n")
    }
}
