/// The OpenType faces behind a template's family, as XeTeX's side of the templates lists them
/// (`texmf/tex/latex/kongresume/kongresume-faces.tex`).
package struct FaceTable: Sendable {
    /// What prints one script: four files, for upright, italic, bold and bold italic.
    package struct Face: Sendable, Hashable {
        /// What LaTeX calls the script by; `latin` is the family's own face.
        package let script: String
        package let files: [File]
    }

    package struct File: Sendable, Hashable {
        package let name: String
        /// In a collection; 0 for a file of one face.
        package let index: Int
    }

    private var styles: [String: String] = [:]
    private var faces: [String: [Face]] = [:]

    /// Reads lines of the forms `\KRtwin{family}{style}` and `\KRface{family or style}{script}{…}{…}{…}{…}`.
    package init(table: String) {
        for line in table.split(separator: "\n") {
            let fields = line.split(whereSeparator: { $0 == "{" || $0 == "}" }).map(String.init)
            switch fields.first {
            case "\\KRtwin" where fields.count == 3:
                styles[fields[1]] = fields[2]
            case "\\KRface" where fields.count == 7:
                let files = fields[3...].map { field in
                    let parts = field.split(separator: ":")
                    return File(name: parts.first.map(String.init) ?? "", index: parts.last.flatMap { Int($0) } ?? 0)
                }
                faces[fields[1], default: []].append(Face(script: fields[2], files: files))
            default: break
            }
        }
    }

    /// The names of all files.
    package var files: Set<String> { Set(faces.values.joined().flatMap(\.files).map(\.name)) }

    /// In the order in which a character is looked for; empty for a family that is not in the table.
    package func faces(of family: String) -> [Face] {
        (faces[family] ?? []) + (styles[family].flatMap { faces[$0] } ?? [])
    }
}
