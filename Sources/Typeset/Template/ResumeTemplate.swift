// Resume in, LaTeX out. A template is a folder: `template.tex` arranges the parts of a resume (Mustache, with `<%` and
// `%>` as delimiters), the class of the same name in the TEXMF tree decides how they look. Values are escaped by
// `latexEscaped` on their way in, whatever the template does.

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

    package init(id: String, source: String, printable: PrintableCharacters) throws(TemplateError) {
        self.id = id
        self.printable = printable
        name = String(source.prefix { $0 != "\n" }.drop { $0 == "%" || $0 == " " })
        MustacheContentTypes.register(LaTeXContent(), named: "LATEX")
        do {
            // The content type comes first, so that no template can be without it.
            mustache = try MustacheTemplate(string: "{{% CONTENT_TYPE:LATEX}}{{=<% %>=}}" + source)
        } catch {
            throw .malformed(template: id, reason: "\(error)")
        }
    }

    /// Turns a resume into a LaTeX body and the lines that it prints.
    package func render(_ resume: TailoredResume, paper: Paper) throws(TemplateError) -> TypesetBody {
        let unprintable = resume.linesInOrder.compactMap { line -> UnprintableText? in
            var missing: [Unicode.Scalar] = []
            for scalar in line.text.unicodeScalars where !printable.contains(scalar) && !missing.contains(scalar) {
                missing.append(scalar)
            }
            let pointer = line.items.first ?? .root
            return missing.isEmpty ? nil : UnprintableText(pointer: pointer, characters: missing)
        }
        guard unprintable.isEmpty else { throw .unprintable(unprintable) }
        let layout = Layout(resume)
        return TypesetBody(
            latex: mustache.render(layout.context(paper, language: resume.language)), lines: layout.lines)
    }

    /// The whole document that a body stands for, as anyone with the class could compile it.
    package func document(_ body: String) -> String {
        "\\documentclass{\(id)}\n\\begin{document}\n\(body)\n\\end{document}\n"
    }
}

package enum Paper: String, Sendable, CaseIterable { case letter, a4 }

/// A LaTeX body, and what will stand on paper.
package struct TypesetBody: Sendable {
    package let latex: String
    /// The printed lines, in reading order.
    package let lines: [String]
}

package enum TemplateError: Error, Sendable, Hashable {
    case malformed(template: String, reason: String)
    /// Text that the engine's fonts cannot print.
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
