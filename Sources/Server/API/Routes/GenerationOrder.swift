internal import HTTP
internal import Resume
package import Template

/// What `POST /v1/resumes/generate` was asked for.
package struct GenerationOrder: Sendable {
    package enum Format: String, Sendable { case pdf, json }

    package var jobDescription: String?
    package var linkedInURL: String?
    package var templateID: String
    package var format: Format
    /// 1 or 2; `nil` for what the career needs, at most 2.
    package var maxPages: Int?
    package var paper: Paper

    /// The contract's name of where the job came from.
    var sourceType: String { linkedInURL == nil ? "job_description" : "linkedin_job_url" }
}

extension GenerationOrder {
    private static let fields = [
        "linkedin_job_url", "job_description", "template_id", "response_format", "max_pages", "paper",
    ]

    /// Reads a body. Everything that is wrong with it is said at once.
    init(_ request: Request, templates: TemplateCatalog) throws(Problem) {
        let type = request.headers["Content-Type"]?.split(separator: ";").first.map { $0.lowercased() } ?? ""
        guard type.filter({ $0 != " " }) == "application/json" else {
            throw Problem(.unsupportedMediaType, "Send the body as application/json.")
        }
        let body: JSON
        do throws(JSONError) {
            body = try JSON(parsing: request.body)
        } catch {
            throw Problem(
                .invalidBody, "The body is not JSON: \(error)",
                faults: [Problem.Fault(pointer: error.pointer, message: error.message)])
        }
        guard let members = body.object else {
            throw Problem(
                .invalidBody, "The body must be a JSON object.",
                faults: [Problem.Fault(pointer: .root, message: "This is not an object.")])
        }
        var reader = MemberReader(members)
        jobDescription = reader.text("job_description")
        linkedInURL = reader.text("linkedin_job_url")
        templateID = reader.text("template_id") ?? "template1"
        format = reader.choice("response_format", [.pdf, .json]) ?? .pdf
        maxPages = reader.integer("max_pages", 1...2)
        paper = reader.choice("paper", Paper.allCases) ?? .letter
        reader.refuseUnknown(Self.fields)
        guard reader.faults.isEmpty else {
            throw Problem(
                .invalidBody, "The body has fields that are wrong; `errors` lists each.", faults: reader.faults)
        }
        guard jobDescription != nil || linkedInURL != nil else {
            throw Problem(.missingJob, "Send job_description (the posting's text), linkedin_job_url, or both.")
        }
        guard templates[id: templateID] != nil else {
            let ids = templates.templates.map(\.id).joined(separator: ", ")
            throw Problem(
                .invalidTemplate, "There is no template of that id; there are: \(ids).",
                faults: [.init(pointer: .root.member("template_id"), message: "This is none of \(ids).")])
        }
    }
}

/// Reads the members of an object and notes what is wrong with them.
private struct MemberReader {
    private let members: [JSON.Member]
    private(set) var faults: [Problem.Fault] = []

    init(_ members: [JSON.Member]) { self.members = members }

    /// A text that is not only white space; `null` and an empty text count as absent.
    mutating func text(_ name: String) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.string else {
            note(name, "This must be a string.")
            return nil
        }
        return text.contains { !$0.isWhitespace } ? text : nil
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

    mutating func refuseUnknown(_ known: [String]) {
        for member in members where !known.contains(member.name) {
            note(member.name, "There is no such field; there are: \(known.joined(separator: ", ")).")
        }
    }

    private func value(_ name: String) -> JSON? {
        members.first { $0.name == name }.flatMap { $0.value == .null ? nil : $0.value }
    }

    private mutating func note(_ name: String, _ message: String) {
        faults.append(Problem.Fault(pointer: JSONPointer.root.member(name), message: message))
    }
}
