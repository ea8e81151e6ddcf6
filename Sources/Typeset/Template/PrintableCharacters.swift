package import Resume

/// The characters that an engine's fonts can print, read from the table that LaTeX itself reads
/// (`texmf/tex/latex/kongresume/kongresume-characters.tex`). Printable ASCII always is one of them.
package struct PrintableCharacters: Sendable {
    private let beyondASCII: Set<Unicode.Scalar>

    /// Reads lines of the form `\KRcharacter{00C0}{T1}{C0}`.
    package init(table: String) {
        beyondASCII = Set(
            table.split(separator: "\n").compactMap { line in
                guard line.hasPrefix(#"\KRcharacter{"#), let end = line.firstIndex(of: "}") else { return nil }
                let code = line[line.index(line.startIndex, offsetBy: 13)..<end]
                return UInt32(code, radix: 16).flatMap(Unicode.Scalar.init)
            })
    }

    package func contains(_ scalar: Unicode.Scalar) -> Bool {
        (0x20...0x7E).contains(scalar.value) || beyondASCII.contains(scalar)
    }

    /// All of them beyond ASCII, in order.
    package var sorted: [Unicode.Scalar] { beyondASCII.sorted() }
}

/// A place in a resume whose text the engine cannot print.
package struct UnprintableText: Sendable, Hashable {
    /// The address of the profile item, such as `/basics/name`.
    package let pointer: JSONPointer
    /// Each character once, in the order of appearance.
    package let characters: [Unicode.Scalar]

    /// `U+1F600 GRINNING FACE (😀)`, and so on.
    package var names: String {
        characters.map { scalar in
            let code = String(scalar.value, radix: 16, uppercase: true)
            let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
            let name = scalar.properties.name ?? scalar.properties.nameAlias ?? "without a name"
            return "U+\(padded) \(name) (\(scalar))"
        }.joined(separator: ", ")
    }
}
