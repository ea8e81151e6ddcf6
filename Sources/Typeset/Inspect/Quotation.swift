/// Text from a PDF as a message may show it: on one line, at most `limit` characters, nothing that a terminal or a
/// reader's eye could be tricked by.
func quotable(_ text: String, limit: Int = 40) -> String {
    var shown = ""
    var hasSpace = false
    for scalar in text.unicodeScalars.prefix(limit) {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse, .unassigned:
            hasSpace = !shown.isEmpty
        default:
            if hasSpace { shown += " " }
            shown.unicodeScalars.append(scalar)
            hasSpace = false
        }
    }
    return text.unicodeScalars.count > limit ? shown + "…" : shown
}

/// `“a”, “b”, “c” and 4 more`: the first few of what was found.
func listing(_ texts: [String], limit: Int = 5) -> String {
    let shown = texts.prefix(limit).map { "“\(quotable($0))”" }.joined(separator: ", ")
    return texts.count > limit ? "\(shown) and \(texts.count - limit) more" : shown
}

/// `1 page`, `2 pages`.
func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}
