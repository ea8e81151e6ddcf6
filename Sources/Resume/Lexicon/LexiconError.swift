/// Everything that is wrong with the data of a lexicon.
package struct LexiconError: Error, Sendable, Hashable {
    package enum Code: String, Sendable {
        /// A line or a place between commas without a term.
        case emptyForm = "empty_form"
        /// A term under two names that are both canonical, or a form under two terms.
        case repeatedForm = "repeated_form"
        /// An alias that is a canonical term itself, so that one would lead to another.
        case aliasOfTerm = "alias_of_term"
        case noTerms = "no_terms"
    }

    package struct Fault: Sendable, Hashable {
        package let code: Code
        package let file: String
        /// Counted from 1; 0 for the whole file.
        package let line: Int
        package let message: String
    }

    /// At least one.
    package let faults: [Fault]
}

extension LexiconError: CustomStringConvertible {
    /// One line for each fault, such as `software.txt:12: “k8s” is …`.
    package var description: String {
        faults.map { "\($0.file):\($0.line): \($0.message)" }.joined(separator: "\n")
    }
}
