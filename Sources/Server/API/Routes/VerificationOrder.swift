internal import HTTP
internal import Resume

/// What `POST /v1/ats/verify` was asked for.
struct VerificationOrder {
    enum Document {
        case file([UInt8])
        /// The id of a generation of the caller's.
        case generation(String)
    }

    let document: Document
    let jobDescription: String?
    let linkedInURL: String?
    let profile: Profile?

    static let fileLimit = 10 << 20
    /// A file, a profile and a posting of the largest size, and what is between them.
    static let bodyLimit = fileLimit + (2 << 20)
    private static let fields = ["file", "job_description", "linkedin_job_url", "profile"]

    init(_ request: Request) throws(Problem) {
        let type = request.headers["Content-Type"] ?? ""
        switch type.prefix(while: { $0 != ";" }).lowercased().filter({ $0 != " " }) {
        case "multipart/form-data": try self.init(form: request.body, type)
        case "application/json": try self.init(json: request.body)
        default:
            throw Problem(
                .unsupportedMediaType,
                "Send the PDF as the field `file` of multipart/form-data, or application/json with a generation_id.")
        }
    }

    // MARK: - A form

    private init(form body: [UInt8], _ type: String) throws(Problem) {
        let form: MultipartForm
        do throws(MultipartError) {
            form = try MultipartForm(body, contentType: type)
        } catch {
            throw Problem(.invalidBody, error.message)
        }
        var faults: [Problem.Fault] = []
        func note(_ name: String, _ message: String) {
            faults.append(Problem.Fault(pointer: .root.member(name), message: message))
        }
        func text(_ name: String) -> String? {
            guard let part = form.parts(named: name).first else { return nil }
            guard let text = String(validating: part.body, as: UTF8.self) else {
                note(name, "This is not UTF-8 text.")
                return nil
            }
            return text.contains { !$0.isWhitespace } ? text : nil
        }
        for name in Set(form.parts.map(\.name)).sorted() {
            if !Self.fields.contains(name) {
                note(name, "There is no such field; there are: \(Self.fields.joined(separator: ", ")).")
            } else if form.parts(named: name).count > 1 {
                note(name, "This was sent more than once.")
            }
        }
        let file = form.parts(named: "file").first?.body ?? []
        if file.isEmpty { note("file", "Send the PDF here.") }
        jobDescription = text("job_description")
        linkedInURL = text("linkedin_job_url")
        let profileText = text("profile")
        guard faults.isEmpty else { throw Self.problem(faults) }
        guard file.count <= Self.fileLimit else {
            throw Problem(.tooLarge, "The PDF has \(file.count) bytes; at most \(Self.fileLimit) (10 MiB) are read.")
        }
        profile = try profileText.map(Self.profile(parsing:))
        document = .file(Array(file))
    }

    private static func profile(parsing text: String) throws(Problem) -> Profile {
        let json: JSON
        do throws(JSONError) {
            json = try JSON(parsing: text)
        } catch {
            throw problem([
                .init(pointer: JSONPointer.root.member("profile").appending(error.pointer), message: error.message)
            ])
        }
        return try profile(json)
    }

    private static func profile(_ json: JSON) throws(Problem) -> Profile {
        do throws(ProfileError) {
            return try Profile(json: json)
        } catch {
            throw problem(
                error.faults.map {
                    .init(pointer: JSONPointer.root.member("profile").appending($0.pointer), message: $0.message)
                })
        }
    }

    private static func problem(_ faults: [Problem.Fault]) -> Problem {
        Problem(.invalidBody, "The body has fields that are wrong; `errors` lists each.", faults: faults)
    }

    // MARK: - JSON

    private init(json body: [UInt8]) throws(Problem) {
        let json: JSON
        do throws(JSONError) {
            json = try JSON(parsing: body)
        } catch {
            throw Problem(
                .invalidBody, "The body is not JSON: \(error)",
                faults: [.init(pointer: error.pointer, message: error.message)])
        }
        let names = ["generation_id", "job_description", "linkedin_job_url", "profile"]
        var faults: [Problem.Fault] = []
        func note(_ name: String, _ message: String) {
            faults.append(Problem.Fault(pointer: .root.member(name), message: message))
        }
        func text(_ name: String) -> String? {
            guard let value = json[member: name], value != .null else { return nil }
            guard let text = value.string else {
                note(name, "This must be a string.")
                return nil
            }
            return text.contains { !$0.isWhitespace } ? text : nil
        }
        guard let members = json.object else {
            throw Self.problem([.init(pointer: .root, message: "This is not an object.")])
        }
        for member in members where !names.contains(member.name) {
            note(member.name, "There is no such field; there are: \(names.joined(separator: ", ")).")
        }
        let id = text("generation_id")
        if id == nil {
            note("generation_id", "Name one of your generations here, or send a PDF as multipart/form-data.")
        }
        jobDescription = text("job_description")
        linkedInURL = text("linkedin_job_url")
        guard let id, faults.isEmpty else { throw Self.problem(faults) }
        if let value = json[member: "profile"], value != .null {
            profile = try Self.profile(value)
        } else {
            profile = nil
        }
        document = .generation(id)
    }
}
