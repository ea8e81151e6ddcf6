package import Resume

extension ResumeVocabulary {
    /// What the templates print, and what people print besides it.
    package static let standard = ResumeVocabulary(
        languages: [Wording.traditionalChinese.language("zh-Hant")]
            + Wording.all.sorted { $0.key < $1.key }.map { $0.value.language($0.key) } + usual)
}

extension Wording {
    fileprivate func language(_ tag: String) -> ResumeVocabulary.Language {
        var names: [(String, Int)] = []
        if case .names(let all) = months { names = all.enumerated().map { ($1, $0 + 1) } }
        return ResumeVocabulary.Language(
            tag: tag, summary: [summary], headings: headings.mapValues { [$0] }, ongoing: [present], months: names)
    }
}
