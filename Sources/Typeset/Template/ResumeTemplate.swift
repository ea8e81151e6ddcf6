// Resume in, LaTeX out. A template is a folder: `template.tex` arranges the parts of a resume (Mustache, with `<%` and
// `%>` as delimiters), the class of the same name in the TEXMF tree decides how they look. Values are escaped by
// `latexEscaped` on their way in, whatever the template does.

package import Font
internal import Foundation
internal import Mustache
package import Resume

package struct ResumeTemplate: Sendable {
    /// The folder's name, which is the class's name, such as `template1`.
    package let id: String
    /// What a person calls it: the first line of `template.tex`, a comment.
    package let name: String
    private let mustache: MustacheTemplate
    private let printable: PrintableCharacters
    private let typefaces: Typefaces

    /// - Parameters:
    ///   - printable: what pdfTeX prints.
    ///   - typefaces: by which XeTeX prints the rest.
    package init(
        id: String, source: String, printable: PrintableCharacters, typefaces: Typefaces
    ) throws(TemplateError) {
        self.id = id
        self.printable = printable
        self.typefaces = typefaces
        name = String(source.prefix { $0 != "\n" }.drop { $0 == "%" || $0 == " " })
        MustacheContentTypes.register(LaTeXContent(), named: "LATEX")
        do {
            // The content type comes first, so that no template can be without it.
            mustache = try MustacheTemplate(string: "{{% CONTENT_TYPE:LATEX}}{{=<% %>=}}" + source)
        } catch {
            throw .malformed(template: id, reason: "\(error)")
        }
    }

    /// Turns a resume into a LaTeX body for the engine that can print it, and the lines that it prints.
    ///
    /// - Parameter density: how closely it is set, one of ``TypesetBody/densities``.
    package func render(
        _ resume: TailoredResume, paper: Paper, density: Int = 0
    ) throws(TemplateError) -> TypesetBody {
        let layout = Layout(resume)
        let typography = Typography(typefaces, language: resume.language)
        let needsXeTeX =
            typography.isRightToLeft
            || !(layout.texts + [layout.comma]).allSatisfy { $0.unicodeScalars.allSatisfy(printable.contains) }
        if needsXeTeX { try check(resume, typography) }
        var texts: [String] = []
        let setting = Layout.Setting(
            paper: paper, density: density, language: resume.language, isRightToLeft: typography.isRightToLeft,
            comma: needsXeTeX ? typography.marked(sign: layout.comma) : layout.comma
        ) { text in
            guard !text.isEmpty else { return text }
            texts.append(text)
            return TextMark.numbered(texts.count - 1, needsXeTeX ? typography.marked(text) : text)
        }
        let (latex, order) = TextMark.takingNumbers(from: mustache.render(layout.context(setting)))
        return TypesetBody(engine: needsXeTeX ? .xetex : .pdftex, latex: latex, lines: order.map { texts[$0] })
    }

    /// The engine that can print what stands in a body.
    package func engine(for body: String) -> TeXEngine {
        body.unicodeScalars.allSatisfy { printable.contains($0) || $0.properties.isWhitespace } ? .pdftex : .xetex
    }

    private func check(_ resume: TailoredResume, _ typography: Typography) throws(TemplateError) {
        let unprintable = resume.linesInOrder.compactMap { line -> UnprintableText? in
            let missing = typography.unprintable(in: line.text)
            let pointer = line.items.first ?? .root
            return missing.isEmpty ? nil : UnprintableText(pointer: pointer, characters: missing)
        }
        guard unprintable.isEmpty else { throw .unprintable(unprintable) }
    }

    /// The whole document that a body stands for, as anyone with the class could compile it.
    package func document(_ body: String) -> String {
        "\\documentclass{\(id)}\n\\begin{document}\n\(body)\n\\end{document}\n"
    }
}

package enum Paper: String, Sendable, CaseIterable { case letter, a4 }

/// A LaTeX body, and what will stand on paper.
package struct TypesetBody: Sendable {
    /// From airy to tight; 0 is what a template was designed at. Each step is about a twentieth of the height; the outermost
    /// ones change the margins above and below too.
    package static let densities = -2...3

    package let engine: TeXEngine
    package let latex: String
    /// The printed lines in the order in which the template prints them.
    package let lines: [String]
}

package enum TemplateError: Error, Sendable, Hashable {
    case malformed(template: String, reason: String)
    /// Text that no font of the template can print.
    case unprintable([UnprintableText])
}

private struct LaTeXContent: MustacheContentType {
    func escapeText(_ text: String) -> String { latexEscaped(text) }
}

extension TailoredResume {
    /// Every line of the resume's own text.
    fileprivate var linesInOrder: [Line] {
        [name] + [headline, summary].compactMap { $0 } + contacts.map(\.line)
            + sections.flatMap(\.entries).flatMap { entry in
                [entry.title, entry.organization, entry.location, entry.note, entry.summary].compactMap { $0 }
                    + entry.bullets + entry.terms
            }
    }
}
