package import Resume

/// What must be in a PDF.
package struct Expectation: Sendable, Hashable {
    package var name: String
    package var email: String?
    package var phone: String?
    /// The printed lines in the order of printing. Line ends in the PDF may stand elsewhere, and behind a line the PDF
    /// may have a colon or a comma more, because a template prints labels and lists so.
    package var lines: [String]
    package var mostPages: Int
    /// Keywords of the posting that the profile supports: each should be in the text.
    package var supportedKeywords: [Keyword]
    /// Keywords of the posting that the profile does not support: none is claimed.
    package var missingKeywords: [Keyword]
    /// What should be read back; `nil` where only the lines are known.
    package var resume: TailoredResume?

    package init(
        name: String, email: String? = nil, phone: String? = nil, lines: [String], mostPages: Int,
        supportedKeywords: [Keyword] = [], missingKeywords: [Keyword] = []
    ) {
        self.name = name
        self.email = email
        self.phone = phone
        self.lines = lines
        self.mostPages = mostPages
        self.supportedKeywords = supportedKeywords
        self.missingKeywords = missingKeywords
    }

    /// What must be in the PDF of a resume, whose printed lines its template names.
    package init(
        _ resume: TailoredResume, lines: [String], mostPages: Int, supportedKeywords: [Keyword] = [],
        missingKeywords: [Keyword] = []
    ) {
        self.init(
            name: resume.name.text, email: resume.contacts.first { $0.kind == .email }?.line.text,
            phone: resume.contacts.first { $0.kind == .phone }?.line.text, lines: lines, mostPages: mostPages,
            supportedKeywords: supportedKeywords, missingKeywords: missingKeywords)
        self.resume = resume
    }
}
