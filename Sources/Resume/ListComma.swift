/// What stands between the items of a list, in the script of a language.
package struct ListComma: Sendable, Hashable {
    private let mark: String

    /// - Parameter language: a BCP 47 tag.
    package init(language: String) {
        switch language.lowercased().prefix(while: { $0 != "-" && $0 != "_" }) {
        case "ar", "ckb", "fa", "ps", "sd", "ug", "ur": mark = "، "
        // It brings its own space.
        case "ja", "zh": mark = "、"
        default: mark = ", "
        }
    }

    /// Behind a word from left to right stands a comma that runs as the word does: to some readers (Poppler is one) the
    /// other would make the whole word run from right to left.
    package func joined(_ items: [String]) -> String {
        guard mark == "، " else { return items.joined(separator: mark) }
        return items.dropFirst().reduce(into: (text: items.first ?? "", last: items.first)) { list, item in
            let runsToTheRight = list.last?.last.map { $0.isASCII && ($0.isLetter || $0.isNumber) } == true
            list.text += (runsToTheRight ? ", " : mark) + item
            list.last = item
        }.text
    }

    /// Between two parts of one line, always with a space: where there is none, readers take them for one word.
    package var betweenParts: String { mark.last == " " ? mark : mark + " " }
}

extension TailoredResume {
    package var comma: ListComma { ListComma(language: language) }
}
