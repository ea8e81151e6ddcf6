internal import Crypto
internal import Foundation
internal import HTTP
internal import Resume
package import Template

/// The templates as a person chooses among them: a name, and a picture of a page.
package struct Previews: Sendable {
    struct Preview: Sendable {
        let id: String
        let name: String
        let png: [UInt8]
        let tag: EntityTag
    }

    /// In the catalog's order.
    let all: [Preview]

    /// Reads the pictures, and the names from the first line of each `template.tex`.
    package static func load(_ catalog: TemplateCatalog, from directory: String) throws -> Previews {
        Previews(
            all: try catalog.templates.map { template in
                let folder = URL(filePath: directory).appending(path: template.id)
                let source = try String(contentsOf: folder.appending(path: "template.tex"), encoding: .utf8)
                let first = source.prefix { $0 != "\n" }
                let png = Array(try Data(contentsOf: folder.appending(path: "preview.png")))
                return Preview(
                    id: template.id,
                    name: first.hasPrefix("%") ? first.drop { $0 == "%" || $0 == " " }.description : template.id,
                    png: png, tag: EntityTag(value: hexadecimal(Array(SHA256.hash(data: png)))))
            })
    }
}

extension Application {
    /// `GET /v1/templates`
    func templates(_ request: Request) -> Response {
        let items = previews.all.map { preview -> JSON in
            [
                "id": .string(preview.id), "name": .string(preview.name),
                "preview_url": .string("\(publicURL)/v1/templates/\(preview.id)/preview"),
            ]
        }
        var response = Self.json(["items": .array(items)])
        response.headers["Cache-Control"] = "public, max-age=300"
        return response
    }

    /// `GET /v1/templates/{id}/preview`
    func preview(_ id: String, _ request: Request) throws -> Response {
        guard let preview = previews.all.first(where: { $0.id == id }) else {
            throw Problem(.notFound, "There is no template of that id.")
        }
        return try ConditionalAnswer(
            tag: preview.tag, headers: ["Content-Type": "image/png", "Cache-Control": "public, max-age=300"],
            body: preview.png
        ).response(to: request)
    }
}
