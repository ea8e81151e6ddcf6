internal import Resume

// How a PDF answers the posting.

extension Gate {
    static func keywordsSupported(_ keywords: Report.Keywords, isOurs: Bool) -> Check {
        guard keywords.total > 0 else {
            return Check(.keywordsSupported, .pass, "no posting", "There is no posting, or it names no keyword.")
        }
        let lookedAt = "\(count(keywords.total, "keyword")) of the posting"
        let points = keywordPoints(keywords.present.count, keywords)
        let isKnown = isOurs || !keywords.supportedButAbsent.isEmpty
        let rest =
            keywords.missing.isEmpty
            ? ""
            : " The posting also asks for \(listing(keywords.missing.map(\.term)))"
                + (isKnown ? ", which the profile does not have." : ".")
        guard keywords.supportedButAbsent.isEmpty else {
            return Check(
                .keywordsSupported, isOurs ? .fail : .warn, lookedAt,
                """
                Of \(count(keywords.present.count + keywords.supportedButAbsent.count, "keyword")) that the profile \
                supports, the text lacks \(listing(keywords.supportedButAbsent.map(\.term))).\(rest)
                """, points: points)
        }
        let lacksRequired = keywords.missing.contains { $0.importance == .required }
        return Check(
            .keywordsSupported, !isOurs && lacksRequired ? .warn : .pass, lookedAt,
            "The text holds \(keywords.present.count) of the \(count(keywords.total, "keyword")) of the posting.\(rest)",
            points: points)
    }

    /// What no PDF of this person can earn.
    static func lostPoints(_ keywords: Report.Keywords) -> Int {
        Check.Identifier.keywordsSupported.weight - keywordPoints(keywords.total - keywords.missing.count, keywords)
    }

    /// The points for so many of the posting's keywords, rounded to the nearest.
    private static func keywordPoints(_ number: Int, _ keywords: Report.Keywords) -> Int {
        let weight = Check.Identifier.keywordsSupported.weight
        return keywords.total == 0 ? weight : (2 * weight * number + keywords.total) / (2 * keywords.total)
    }
}

extension Report.Keywords {
    init(asked: [Keyword], supported: Set<String>, written: (Keyword) -> String?) {
        var (present, absent, missing): ([Keyword], [Keyword], [Keyword]) = ([], [], [])
        var forms: [String: String] = [:]
        for keyword in asked {
            if let form = written(keyword) {
                present.append(keyword)
                forms[keyword.canonical] = form
            } else if supported.contains(keyword.canonical) {
                absent.append(keyword)
            } else {
                missing.append(keyword)
            }
        }
        self.init(present: present, supportedButAbsent: absent, missing: missing, written: forms)
    }
}
