internal import Resume

/// What a language model answered, as far as it has the shape that was asked for.
struct RewritingAnswer {
    struct Line: Hashable {
        let address: String
        let text: String
        let items: [String]
    }

    let lines: [Line]

    /// - Parameter body: of an answer with status 200.
    init(_ body: [UInt8]) throws(ModelError) {
        let answer = try Self.parse(body, "The answer")
        guard let choice = answer[member: "choices"]?[element: 0], let message = choice[member: "message"] else {
            throw ModelError(.badAnswer, "The answer has no choices.")
        }
        if let refusal = message[member: "refusal"], refusal != .null {
            throw ModelError(.refused, "The model refused.")
        }
        switch choice[member: "finish_reason"]?.string {
        case "length": throw ModelError(.cutOff, "The model stopped at its limit of tokens.")
        case "content_filter": throw ModelError(.refused, "A filter of the model's provider held the answer back.")
        default: break
        }
        guard let content = message[member: "content"]?.string else {
            throw ModelError(.badAnswer, "The answer has no content.")
        }
        let document = try Self.parse(Array(content.utf8), "The content")
        guard let elements = document[member: "lines"]?.array, elements.count <= 1000 else {
            throw ModelError(.badAnswer, "The content is not of the schema: there is no list of lines.")
        }
        var lines: [Line] = []
        for element in elements {
            guard let address = element[member: "address"]?.string, let text = element[member: "text"]?.string,
                let items = element[member: "items"]?.array?.compactMap(\.string),
                items.count == element[member: "items"]?.array?.count
            else { throw ModelError(.badAnswer, "The content is not of the schema: a line lacks a member.") }
            lines.append(Line(address: address, text: text, items: items))
        }
        self.lines = lines
    }

    private static func parse(_ bytes: [UInt8], _ what: String) throws(ModelError) -> JSON {
        do throws(JSONError) {
            return try JSON(parsing: bytes)
        } catch {
            // The error's own message quotes what was answered.
            throw ModelError(.badAnswer, "\(what) is not usable JSON (\(error.code)).")
        }
    }
}
