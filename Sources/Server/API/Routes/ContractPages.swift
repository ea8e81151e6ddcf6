internal import Crypto
internal import Foundation
internal import HTTP
internal import Mustache
internal import Resume

/// The contract as a machine reads it, and two pages that are made of it for people, readable without JavaScript.
package struct ContractPages: Sendable {
    private struct Page: Sendable {
        let body: [UInt8]
        let tag: EntityTag

        init(_ body: [UInt8]) {
            self.body = body
            tag = EntityTag(value: hexadecimal(Array(SHA256.hash(data: body))))
        }
    }

    private let document: Page
    private let indexPage: Page
    private let referencePage: Page
    /// What pages may load: nothing but their own style (CSP Level 3, 8.1).
    private let policy: String

    /// Reads the document and makes the pages.
    package static func load() throws -> ContractPages {
        guard let folder = Bundle.module.url(forResource: "Contract", withExtension: nil) else {
            throw InstallationError(message: "the program's own documents are missing")
        }
        func read(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        let source = try read("openapi.json")
        let reference = ContractReference(try JSON(parsing: source))
        let style = try read("style.css")
        func page(_ name: String) throws -> Page {
            let template = try MustacheTemplate(string: read(name))
            return Page(Array(template.render(reference.context.merging(["style": style]) { $1 }).utf8))
        }
        let hash = Data(SHA256.hash(data: Array(style.utf8))).base64EncodedString()
        return ContractPages(
            document: Page(Array(source.utf8)), indexPage: try page("index.html"),
            referencePage: try page("reference.html"),
            policy:
                "default-src 'none'; style-src 'sha256-\(hash)'; img-src 'self'; base-uri 'none'; form-action 'none'")
    }

    func contract(_ request: Request) throws(Problem) -> Response {
        try answer(document, "application/json", to: request)
    }

    func index(_ request: Request) throws(Problem) -> Response {
        try answer(indexPage, "text/html; charset=utf-8", to: request)
    }

    func reference(_ request: Request) throws(Problem) -> Response {
        try answer(referencePage, "text/html; charset=utf-8", to: request)
    }

    private func answer(_ page: Page, _ type: String, to request: Request) throws(Problem) -> Response {
        var headers: Headers = ["Content-Type": type, "Cache-Control": "public, no-cache"]
        if type.hasPrefix("text/html") {
            headers["Content-Security-Policy"] = policy
            headers["X-Content-Type-Options"] = "nosniff"
        }
        return try ConditionalAnswer(tag: page.tag, headers: headers, body: page.body).response(to: request)
    }
}
