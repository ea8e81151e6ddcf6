internal import Font
internal import Foundation

/// The templates that are installed: every folder below `templates/` that holds a `template.tex`.
package struct TemplateCatalog: Sendable {
    /// In the order of their ids; never empty.
    package let templates: [ResumeTemplate]

    /// - Parameters:
    ///   - directory: the folder of templates.
    ///   - texmf: the project's TEXMF tree, which holds the classes, and the tables of characters and faces.
    ///   - find: the absolute path of an OpenType font's file, `nil` where it is not installed.
    package static func load(
        from directory: String, texmf: String, find: @escaping @Sendable (String) -> String?
    ) throws(TemplateError) -> TemplateCatalog {
        let files = FileManager.default
        func source(_ name: String) throws(TemplateError) -> String {
            let path = "\(texmf)/tex/latex/kongresume/\(name)"
            guard let contents = files.contents(atPath: path) else {
                throw .malformed(template: "every", reason: "\(path) is missing")
            }
            return String(decoding: contents, as: UTF8.self)
        }
        let printable = PrintableCharacters(table: try source("kongresume-characters.tex"))
        let faces = FaceTable(table: try source("kongresume-faces.tex"))
        var templates: [ResumeTemplate] = []
        for id in ((try? files.contentsOfDirectory(atPath: directory)) ?? []).sorted() {
            guard let contents = files.contents(atPath: "\(directory)/\(id)/template.tex") else { continue }
            let family = family(in: try source(id + ".cls"))
            templates.append(
                try ResumeTemplate(
                    id: id, source: String(decoding: contents, as: UTF8.self), printable: printable,
                    typefaces: Typefaces(faces.faces(of: family), find: find)))
        }
        guard !templates.isEmpty else { throw .malformed(template: "every", reason: "no template in \(directory)") }
        return TemplateCatalog(templates: templates)
    }

    package subscript(id id: String) -> ResumeTemplate? { templates.first { $0.id == id } }

    /// The family that a class names in `\KRfontfamily{krserif}{qpl}`.
    private static func family(in source: String) -> String {
        guard let line = source.split(separator: "\n").first(where: { $0.hasPrefix("\\KRfontfamily{") }) else {
            return ""
        }
        return line.split(whereSeparator: { $0 == "{" || $0 == "}" }).dropFirst(2).first.map(String.init) ?? ""
    }
}
