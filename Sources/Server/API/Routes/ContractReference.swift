internal import Resume

/// An OpenAPI document, turned into what the pages' templates print.
struct ContractReference {
    private let document: JSON

    init(_ document: JSON) { self.document = document }

    /// Values for Mustache: texts, lists and dictionaries.
    var context: [String: Any] {
        [
            "title": text(document, "info", "title"),
            "version": text(document, "info", "version"),
            "summary": text(document, "info", "summary"),
            "about": paragraphs(document[member: "info"]?[member: "description"]?.string),
            "groups": groups,
            "schemas": schemas,
            "codes": Problem.Code.allCases.map { code in
                [
                    "status": "\(code.status)", "code": code.rawValue, "title": code.title,
                    "retry": code.isRetryable ? "yes" : "",
                ]
            },
        ]
    }

    private var groups: [[String: Any]] {
        (document[member: "tags"]?.array ?? []).map { tag in
            let name = tag[member: "name"]?.string ?? ""
            return [
                "name": name, "about": paragraphs(tag[member: "description"]?.string),
                "operations": operations(tagged: name),
            ]
        }
    }

    private func operations(tagged tag: String) -> [[String: Any]] {
        let paths = document[member: "paths"]?.object ?? []
        return paths.flatMap { path in
            (path.value.object ?? []).filter { $0.value[member: "tags"]?[element: 0]?.string == tag }.map { method in
                operation(method.name.uppercased(), path.name, method.value)
            }
        }
    }

    private func operation(_ method: String, _ path: String, _ operation: JSON) -> [String: Any] {
        let body = operation[member: "requestBody"]?[member: "content"]?[member: "application/json"]
        let responses = operation[member: "responses"]?.object ?? []
        return [
            "id": operation[member: "operationId"]?.string ?? "",
            "method": method,
            "path": path,
            "summary": operation[member: "summary"]?.string ?? "",
            "about": paragraphs(operation[member: "description"]?.string),
            "parameters": (operation[member: "parameters"]?.array ?? []).map(resolved).map { parameter in
                [
                    "name": parameter[member: "name"]?.string ?? "", "in": parameter[member: "in"]?.string ?? "",
                    "about": markup(parameter[member: "description"]?.string),
                ]
            },
            "fields": fields(of: body?[member: "schema"] ?? .null),
            "responses": responses.map { response in
                ["status": response.name, "about": markup(resolved(response.value)[member: "description"]?.string)]
            },
        ]
    }

    private var schemas: [[String: Any]] {
        (document[member: "components"]?[member: "schemas"]?.object ?? []).map { schema in
            [
                "name": schema.name, "about": paragraphs(schema.value[member: "description"]?.string),
                "fields": fields(of: schema.value),
            ]
        }.filter { ($0["fields"] as? [[String: Any]])?.isEmpty == false }
    }

    private func fields(of schema: JSON) -> [[String: Any]] {
        let schema = resolved(schema)
        let required = Set((schema[member: "required"]?.array ?? []).compactMap(\.string))
        return (schema[member: "properties"]?.object ?? []).map { property in
            [
                "name": property.name, "type": kind(of: property.value),
                "required": required.contains(property.name) ? "required" : "",
                "about": markup(
                    property.value[member: "description"]?.string
                        ?? resolved(property.value)[member: "description"]?.string),
            ]
        }
    }

    /// A type in a few words: `string or null`, `list of Key`, `"pdf" or "json"`.
    private func kind(of schema: JSON) -> String {
        if let reference = schema[member: "$ref"]?.string {
            return reference.split(separator: "/").last.map(String.init) ?? ""
        }
        if let all = schema[member: "enum"]?.array { return all.map(\.text).joined(separator: " or ") }
        if let items = schema[member: "items"] { return "list of \(kind(of: items))" }
        for name in ["anyOf", "oneOf"] {
            if let some = schema[member: name]?.array { return some.map(kind).joined(separator: " or ") }
        }
        if let types = schema[member: "type"]?.array { return types.compactMap(\.string).joined(separator: " or ") }
        return schema[member: "type"]?.string ?? "any"
    }

    /// Follows a reference into the document (RFC 6901 within a URI fragment).
    private func resolved(_ value: JSON) -> JSON {
        guard let reference = value[member: "$ref"]?.string, reference.hasPrefix("#/") else { return value }
        return reference.dropFirst(2).split(separator: "/").reduce(document) { value, name in
            value[member: String(name)] ?? .null
        }
    }

    private func text(_ value: JSON, _ names: String...) -> String {
        names.reduce(value) { $0[member: $1] ?? .null }.string ?? ""
    }

    /// Paragraphs, with `isCode` for those that are indented.
    private func paragraphs(_ text: String?) -> [[String: Any]] {
        (text ?? "").split(separator: "\n\n").map { paragraph in
            let isCode = paragraph.hasPrefix("    ")
            let lines = paragraph.split(separator: "\n").map { isCode ? $0.dropFirst(4) : $0 }
            let text = lines.joined(separator: isCode ? "\n" : " ")
            return ["isCode": isCode, "text": isCode ? text : markup(text)]
        }
    }

    /// HTML of a sentence, in which what stands between backticks is code.
    private func markup(_ text: String?) -> String {
        let escaped = (text ?? "").replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
            ">", with: "&gt;")
        return escaped.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, piece in
            index.isMultiple(of: 2) ? String(piece) : "<code>\(piece)</code>"
        }.joined()
    }
}
