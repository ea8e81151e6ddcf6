/// One object of a profile's document, read member by member. What is wrong goes to the log, and reading goes on.
struct ProfileObject {
    let pointer: JSONPointer
    private let members: [JSON.Member]
    private let log: FaultLog

    init(_ members: [JSON.Member], at pointer: JSONPointer, log: FaultLog) {
        self.members = members
        self.pointer = pointer
        self.log = log
    }

    /// A text in clean form; `nil` where it is missing, `null` or empty.
    ///
    /// - Parameter old: the member's name in drafts of the standard before 1.0.0, looked at where `name` is absent.
    func text(_ name: String, or old: String? = nil, _ limit: TextLimit = .line) -> String? {
        guard let (value, pointer) = member(name, or: old) else { return nil }
        return log.text(value, at: pointer, limit)
    }

    /// A text of the form that `parse` takes.
    ///
    /// - Parameter expectation: says that form, as in "expected …".
    func text<Value>(
        _ name: String, or old: String? = nil, _ expectation: String, parse: (String) -> Value?
    ) -> Value? {
        guard let (value, pointer) = member(name, or: old), let text = log.text(value, at: pointer, .line) else {
            return nil
        }
        if let parsed = parse(text) { return parsed }
        log.report("Found “\(TextHygiene.quotable(text))”; expected \(expectation).", at: pointer)
        return nil
    }

    func date(_ name: String) -> PartialDate? {
        let hint = name == "endDate" ? ", and nothing at all for what goes on" : ""
        return text(name, "a date such as 2021, 2021-06 or 2021-06-30\(hint)", parse: PartialDate.init)
    }

    func url() -> String? {
        text("url", or: "website", "an address on the web, such as https://example.org/page") {
            WebAddress($0) == nil ? nil : $0
        }
    }

    /// The texts of an array. One that is missing is kept as an empty text, so that the others keep their index.
    func texts(_ name: String, _ limit: TextLimit = .line) -> [String] {
        list(name, or: nil, empty: "") { log.text($0, at: $1, limit) }
    }

    /// The objects of an array. One that is missing is kept as an empty entry, so that the others keep their index.
    func entries<Entry: ProfileEntry>(_ name: String, or old: String? = nil) -> [Entry] {
        list(name, or: old, empty: Entry()) { value, pointer in
            log.members(of: value, at: pointer).map { Entry(reading: ProfileObject($0, at: pointer, log: log)) }
        }
    }

    func entry<Entry: ProfileEntry>(_ name: String) -> Entry? {
        guard let (value, pointer) = member(name, or: nil) else { return nil }
        return log.members(of: value, at: pointer).map { Entry(reading: ProfileObject($0, at: pointer, log: log)) }
    }

    private func list<Element>(
        _ name: String, or old: String?, empty: Element, read: (JSON, JSONPointer) -> Element?
    ) -> [Element] {
        guard let (value, pointer) = member(name, or: old) else { return [] }
        guard case .array(let elements) = value else {
            log.report("Found \(FaultLog.name(of: value)); expected a list in [ ].", at: pointer)
            return []
        }
        if elements.count > TextLimit.elements {
            log.report(
                "The list has \(elements.count) elements; at most \(TextLimit.elements) are accepted.", at: pointer)
        }
        return elements.prefix(TextLimit.elements).enumerated().map { index, element in
            element == .null ? empty : read(element, pointer.element(index)) ?? empty
        }
    }

    /// The value to read and the address it was written at. `null` and "" count as missing.
    private func member(_ name: String, or old: String?) -> (JSON, JSONPointer)? {
        for name in [name, old].compactMap({ $0 }) {
            let value = members.first { $0.name == name }?.value ?? .null
            if value != .null, value != "" { return (value, pointer.member(name)) }
        }
        return nil
    }
}

/// What can stand in a profile as an object.
protocol ProfileEntry {
    /// An entry of which nothing is known.
    init()
    init(reading object: ProfileObject)
}

/// How long a text may be, in Unicode scalars. Far above what fits a resume: they keep one request from costing as much
/// as a thousand, and nobody from telling their story.
enum TextLimit: Int {
    /// A name, a title, a place, a skill, an address.
    case line = 500
    /// A summary, a highlight, a reference.
    case paragraph = 10_000
    /// What the person says about themselves for tailoring.
    case story = 40_000

    /// Of all texts of a profile together: about a hundred pages.
    static let total = 250_000
    /// Of one list.
    static let elements = 500
}

/// Gathers the faults of one document; lives as long as its reading.
final class FaultLog {
    private var faults: [ProfileError.Fault] = []
    private var count = 0
    private var length = 0

    /// The faults, if there are any.
    var error: ProfileError? { count == 0 ? nil : ProfileError(faults: faults, count: count) }

    func hasFault(at pointers: String...) -> Bool {
        faults.contains { pointers.contains($0.pointer.description) }
    }

    func report(_ message: String, at pointer: JSONPointer) {
        count += 1
        if faults.count < ProfileError.limit { faults.append(ProfileError.Fault(pointer: pointer, message: message)) }
    }

    func members(of value: JSON, at pointer: JSONPointer) -> [JSON.Member]? {
        if case .object(let members) = value { return members }
        report("Found \(Self.name(of: value)); expected an object in { }.", at: pointer)
        return nil
    }

    func text(_ value: JSON, at pointer: JSONPointer, _ limit: TextLimit) -> String? {
        guard case .string(let raw) = value else {
            let hint = if case .number = value { " Write it in double quotes." } else { "" }
            report("Found \(Self.name(of: value)); expected a text.\(hint)", at: pointer)
            return nil
        }
        do throws(TextHygiene.Refusal) {
            let text = try TextHygiene.clean(raw)
            let scalars = text.unicodeScalars.count
            if scalars > limit.rawValue {
                report("The text has \(scalars) characters; at most \(limit.rawValue) are accepted.", at: pointer)
                return nil
            }
            length += scalars
            return text.isEmpty ? nil : text
        } catch {
            report("\(error)", at: pointer)
            return nil
        }
    }

    func checkTotal() {
        guard length > TextLimit.total else { return }
        report(
            "All texts together have \(length) characters; at most \(TextLimit.total) are accepted.", at: .root)
    }

    static func name(of value: JSON) -> String {
        switch value {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let number): "the number \(number)"
        case .string(let text): "the text “\(TextHygiene.quotable(text))”"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
