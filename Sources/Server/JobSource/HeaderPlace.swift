/// The place of work that the lines at the top of a posting name, or its first sentences.
enum HeaderPlace {
    static func best(among lines: [String], company: String?, title: String?) -> String? {
        var best: (place: String, score: Int)?
        let companyLine = company.flatMap { company in lines.firstIndex { $0.contains(company) } }
        for (number, line) in lines.enumerated() where line.count <= 120 && !line.contains(": ") && line.last != "." {
            var rest = line
            for known in [company, title].compactMap({ $0 }) {
                guard let range = rest.firstRange(of: known) else { continue }
                rest.replaceSubrange(range, with: "|")
            }
            let isTitled = title.map { line.contains($0) } ?? false
            let isBesideCompany = company.map { line.contains($0) } ?? false
            // A line of its own right after the company's.
            let follows = companyLine.map { number == $0 + 1 } ?? false
            for part in JobTitle.parts(rest) where !TitleTrim.isAside(part) {
                guard let (place, score) = place(part) else { continue }
                let evidence = KnownPlaces.evidence(place.split(separator: ",").map { $0.trimmed })
                // What follows a title is more often what it is about.
                if isTitled, !isBesideCompany, evidence == 0 { continue }
                let total = score + 2 * evidence + (isBesideCompany ? 1 : 0) + (follows ? 1 : 0)
                if total >= 2, total > best?.score ?? 0 { best = (place, total) }
            }
        }
        return best?.place
    }

    /// `Leeds`, of a sentence such as `We are a small agency in Leeds, and …`.
    static func inSentence(_ sentence: Substring) -> String? {
        let words = sentence.words
        for (index, word) in words.enumerated().prefix(60) where leads.contains(word.lowercased()) {
            var name: [Substring] = []
            for next in words[(index + 1)...].prefix(4) {
                let bare = next.trimmed(also: ",.;:()")
                guard bare.first?.isUppercase == true, bare.count > 2, !notPlaces.contains(bare.lowercased()),
                    !bare.contains(where: \.isNumber), !bare.dropFirst().contains(where: \.isUppercase)
                else { break }
                name.append(next)
                if let last = next.last, ".;:)".contains(last) { break }
            }
            let text = name.joined(separator: " ").trimmed(also: ",.;:()")
            if text.count > 2 { return String(text) }
        }
        return nil
    }

    private static func place(_ part: String) -> (String, Int)? {
        var text = part.trimmed(also: "*,;☀☕🚀@/")
        // `Leeds (hybrid)`; but `Villeurbanne (69)`.
        if let open = text.firstIndex(of: "("), text[open...].contains(where: \.isLowercase), open > text.startIndex {
            text = text[..<open].trimmed(also: ",(")
        }
        let pieces = text.split(separator: ",").map(\.trimmed)
        guard (1...3).contains(pieces.count), (3...60).contains(text.count) else { return nil }
        for (index, piece) in pieces.enumerated() {
            let words = piece.words
            guard (1...4).contains(words.count), let first = words.first else { return nil }
            guard first.first?.isUppercase == true || index == 0 && first == "near" && words.count > 1 else {
                return nil
            }
            if words.contains(where: { notPlaces.contains($0.lowercased().filter { $0.isLetter || $0 == "-" }) }) {
                return nil
            }
            if piece.contains(where: { "€$£%@#!?&".contains($0) }) && index == 0 { return nil }
            if piece.count(where: \.isNumber) > 2 { return nil }
        }
        return (String(text), pieces.count > 1 ? 2 : pieces[0].split(separator: " ").count <= 2 ? 1 : 0)
    }

    private static let leads: Set<String> = ["in", "near", "aus", "à", "en", "em", "im", "bei"]

    private static let notPlaces: Set<String> = [
        "full", "full-time", "part", "part-time", "time", "vollzeit", "teilzeit", "permanent", "temporary", "contract",
        "hybrid",
        "remote", "onsite", "on-site", "salary", "posted", "ref", "apply", "cdi", "cdd", "unbefristet", "job", "jobs",
        "details",
        "search", "nights", "days", "hours", "immediate", "start", "ab", "sofort", "we", "our", "the", "position",
        "about",
        "requisition", "freelance", "continuing", "level", "grade", "band", "exempt", "office-based", "with", "english",
        "english,",
        "german", "french", "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october",
        "november", "december", "spring", "summer", "autumn", "winter", "excel", "python", "java", "department",
        "manager",
        "engineer", "nurse", "assistant", "deutsch", "english.", "schicht", "jornada", "tiempo", "stunden", "hrs",
        "monday",
        "unternehmen", "company", "team", "you", "your", "shift", "weekends", "weekdays", "h/f", "m/w/d", "standard",
        "services", "operations", "healthcare", "department", "division", "office", "agency", "group", "ltd",
        "gmbh", "inc", "llc", "plc", "school", "hospital", "university",
        "description",
        "overview", "home", "careers", "menu", "share", "save", "back", "results", "vacancy", "role", "other",
    ]
}
