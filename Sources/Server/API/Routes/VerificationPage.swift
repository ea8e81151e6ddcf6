internal import Crypto
internal import Foundation
internal import HTTP
internal import Inspect
internal import Mustache
internal import Resume

/// A report as a page for people: one file, no script, nothing from elsewhere, readable without its style too.
struct VerificationPage: Sendable {
    private let template: MustacheTemplate
    private let style: String
    /// What the page may load: nothing but its own style (CSP Level 3, 8.1). It holds text of a PDF from anywhere, which is
    /// escaped; were it not, nothing would run.
    private let policy: String

    static func load() throws -> VerificationPage {
        guard let folder = Bundle.module.url(forResource: "Contract", withExtension: nil) else {
            throw InstallationError(message: "the program's own documents are missing")
        }
        func read(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        let style = try read("verification.css")
        let hash = Data(SHA256.hash(data: Array(style.utf8))).base64EncodedString()
        return VerificationPage(
            template: try MustacheTemplate(string: read("verification.html")), style: style,
            policy: "default-src 'none'; style-src 'sha256-\(hash)'; frame-ancestors 'none'; base-uri 'none'; "
                + "form-action 'none'")
    }

    /// - Parameter headers: what is said besides.
    func response(_ report: Report, posting: JobPosting?, headers: Headers) -> Response {
        var headers = headers
        headers["Content-Type"] = "text/html; charset=utf-8"
        headers["Content-Security-Policy"] = policy
        headers["X-Content-Type-Options"] = "nosniff"
        return Response(status: 200, headers: headers, text: html(report, posting: posting))
    }

    func html(_ report: Report, posting: JobPosting?) -> String {
        let context = VerificationContext(report, posting: posting).values
        return template.render(context.merging(["style": style]) { $1 })
    }
}
