package import Resume

extension ResumeVocabulary {
    /// What the templates print, and what people print besides it.
    package static let standard = ResumeVocabulary(
        languages: [Wording.traditionalChinese.language("zh-Hant")]
            + Wording.all.sorted { $0.key < $1.key }.map { $0.value.language($0.key) } + [usual])

    /// English headings that are as usual as ours, and names of months that are not cut.
    private static let usual = Language(
        tag: "en",
        summary: [
            "Professional Summary", "Executive Summary", "Career Summary", "Summary of Qualifications", "Profile",
            "Professional Profile", "About", "About Me", "Objective", "Career Objective",
        ],
        headings: [
            .experience: [
                "Work Experience", "Professional Experience", "Employment", "Employment History", "Work History",
                "Career History", "Relevant Experience",
            ],
            .projects: ["Selected Projects", "Personal Projects", "Key Projects"],
            .education: ["Education and Training", "Academic Background", "Qualifications"],
            .skills: [
                "Technical Skills", "Core Skills", "Key Skills", "Core Competencies", "Skills and Abilities",
                "Areas of Expertise",
            ],
            .certificates: ["Certificates", "Licenses", "Licenses and Certifications", "Licenses & Certifications"],
            .languages: [], .volunteer: ["Volunteer Experience", "Volunteer Work", "Volunteer"],
            .awards: ["Honors", "Honors and Awards", "Awards and Honors", "Achievements"],
            .publications: [], .interests: ["Hobbies", "Hobbies and Interests"], .references: [],
        ],
        ongoing: ["Current", "Now", "Today", "to date"],
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ].enumerated().map { ($1, $0 + 1) } + [("Sept", 9)])
}

extension Wording {
    fileprivate func language(_ tag: String) -> ResumeVocabulary.Language {
        var names: [(String, Int)] = []
        if case .names(let all) = months { names = all.enumerated().map { ($1, $0 + 1) } }
        return ResumeVocabulary.Language(
            tag: tag, summary: [summary], headings: headings.mapValues { [$0] }, ongoing: [present], months: names)
    }
}
