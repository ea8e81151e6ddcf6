internal import Resume

/// Reads the members of an object and notes what is wrong with them.
struct MemberReader {
    private let members: [JSON.Member]
    private(set) var faults: [Problem.Fault] = []

    init(_ members: [JSON.Member]) { self.members = members }

    /// A text that is not only white space; `null` and an empty text count as absent.
    mutating func text(_ name: String, most limit: Int) -> String? {
        string(name, most: limit).flatMap { text in text.contains { !$0.isWhitespace } ? text : nil }
    }

    /// A text as it is; `null` counts as absent.
    ///
    /// - Parameter limit: of its Unicode scalars.
    mutating func string(_ name: String, most limit: Int) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.string else {
            note(name, "This must be a string.")
            return nil
        }
        let count = text.unicodeScalars.count
        if count > limit { note(name, "This has \(count) characters; at most \(limit) are accepted.") }
        return text
    }

    mutating func integer(_ name: String, _ range: ClosedRange<Int>) -> Int? {
        guard let value = value(name) else { return nil }
        guard let number = value.integer, range.contains(number) else {
            note(name, "This must be a number from \(range.lowerBound) to \(range.upperBound).")
            return nil
        }
        return number
    }

    mutating func choice<Choice: RawRepresentable<String>>(_ name: String, _ choices: [Choice]) -> Choice? {
        guard let value = value(name) else { return nil }
        guard let choice = value.string.flatMap(Choice.init(rawValue:)) else {
            note(name, "This must be one of \(choices.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")).")
            return nil
        }
        return choice
    }

    /// An array of different choices, of which there must be one at least.
    mutating func choices<Choice: RawRepresentable<String> & Hashable>(_ name: String, _ choices: [Choice]) -> Set<
        Choice
    >? {
        guard let value = value(name) else { return nil }
        let found = value.array?.compactMap { $0.string.flatMap(Choice.init(rawValue:)) } ?? []
        guard !found.isEmpty, found.count == value.array?.count, Set(found).count == found.count else {
            let all = choices.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
            note(name, "This must be a list of one or more of \(all), each once.")
            return nil
        }
        return Set(found)
    }

    /// Any value; `null` counts as absent.
    mutating func json(_ name: String) -> JSON? { value(name) }

    mutating func refuseUnknown(_ known: [String]) {
        for member in members where !known.contains(member.name) {
            note(member.name, "There is no such field; there are: \(known.joined(separator: ", ")).")
        }
    }

    private func value(_ name: String) -> JSON? {
        members.first { $0.name == name }.flatMap { $0.value == .null ? nil : $0.value }
    }

    /// - Throws: everything that is wrong.
    func finish() throws(Problem) {
        guard faults.isEmpty else {
            throw Problem(.invalidBody, "The body has fields that are wrong; `errors` lists each.", faults: faults)
        }
    }

    mutating func note(_ name: String, _ message: String) { note(at: JSONPointer.root.member(name), message) }

    mutating func note(at pointer: JSONPointer, _ message: String) {
        faults.append(Problem.Fault(pointer: pointer, message: message))
    }
}
