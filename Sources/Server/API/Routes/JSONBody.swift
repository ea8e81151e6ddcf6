internal import HTTP
internal import Resume

/// A request's body, read as JSON.
enum JSONBody {
    static func read(_ request: Request) throws(Problem) -> JSON {
        try checkType(request)
        do throws(JSONError) {
            return try JSON(parsing: request.body)
        } catch {
            throw Problem(
                .invalidBody, "The body is not JSON: \(error)",
                faults: [Problem.Fault(pointer: error.pointer, message: error.message)])
        }
    }

    /// The members of a body that must be an object.
    static func members(_ request: Request) throws(Problem) -> [JSON.Member] {
        guard let members = try read(request).object else {
            throw Problem(
                .invalidBody, "The body must be a JSON object.",
                faults: [Problem.Fault(pointer: .root, message: "This is not an object.")])
        }
        return members
    }

    /// JSON between systems is UTF-8 (RFC 8259, 8.1), and is not compressed here.
    private static func checkType(_ request: Request) throws(Problem) {
        let parts = (request.headers["Content-Type"] ?? "").lowercased().split(separator: ";")
            .map { $0.filter { $0 != " " && $0 != "\t" && $0 != "\"" } }
        guard parts.first == "application/json",
            parts.dropFirst().allSatisfy({ !$0.hasPrefix("charset=") || $0 == "charset=utf-8" })
        else {
            throw Problem(.unsupportedMediaType, "Send the body as application/json, in UTF-8.")
                .withField("Accept", "application/json")
        }
        guard (request.headers["Content-Encoding"]?.lowercased() ?? "identity") == "identity" else {
            throw Problem(.unsupportedMediaType, "Send the body without a Content-Encoding.")
                .withField("Accept-Encoding", "identity")
        }
    }
}
