internal import Foundation

/// The templates that are installed: every folder below `templates/` that holds a `template.tex`.
package struct TemplateCatalog: Sendable {
    /// In the order of their ids; never empty.
    package let templates: [ResumeTemplate]

    /// - Parameters:
    ///   - directory: the folder of templates.
    ///   - texmf: the project's TEXMF tree, which holds the table of printable characters.
    package static func load(from directory: String, texmf: String) throws(TemplateError) -> TemplateCatalog {
        let files = FileManager.default
        let table = "\(texmf)/tex/latex/kongresume/kongresume-characters.tex"
        guard let characters = files.contents(atPath: table) else {
            throw .malformed(template: "every", reason: "there is no table of characters at \(table)")
        }
        let printable = PrintableCharacters(table: String(decoding: characters, as: UTF8.self))
        var templates: [ResumeTemplate] = []
        for id in ((try? files.contentsOfDirectory(atPath: directory)) ?? []).sorted() {
            guard let source = files.contents(atPath: "\(directory)/\(id)/template.tex") else { continue }
            let text = String(decoding: source, as: UTF8.self)
            templates.append(try ResumeTemplate(id: id, source: text, printable: printable))
        }
        guard !templates.isEmpty else { throw .malformed(template: "every", reason: "no template in \(directory)") }
        return TemplateCatalog(templates: templates)
    }

    package subscript(id id: String) -> ResumeTemplate? { templates.first { $0.id == id } }
}
