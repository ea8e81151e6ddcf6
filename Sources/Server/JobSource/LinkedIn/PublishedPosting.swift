package import Resume

/// What a page says of a posting, before its text is understood. It can be kept as JSON.
package struct PublishedPosting: Sendable, Hashable {
    package var postingID: String?
    package var title: String?
    package var company: String?
    package var location: String?
    package var employmentType: JobPosting.EmploymentType?
    package var seniority: JobPosting.Seniority?
    /// With a line for each block.
    package var text = ""
    /// Whether the page is one of LinkedIn's.
    package var isLinkedIn = true

    package init() {}
}

extension PublishedPosting {
    package var json: JSON {
        func text(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
        return [
            "posting_id": text(postingID), "title": text(title), "company": text(company), "location": text(location),
            "employment_type": text(employmentType?.rawValue), "seniority": text(seniority?.rawValue),
            "text": .string(self.text),
        ]
    }

    /// `nil` for what is not what ``json`` wrote.
    package init?(json: JSON) {
        guard let text = json[member: "text"]?.string else { return nil }
        self.text = text
        postingID = json[member: "posting_id"]?.string
        title = json[member: "title"]?.string
        company = json[member: "company"]?.string
        location = json[member: "location"]?.string
        employmentType = json[member: "employment_type"]?.string.flatMap(JobPosting.EmploymentType.init)
        seniority = json[member: "seniority"]?.string.flatMap(JobPosting.Seniority.init)
    }
}

extension JobPosting {
    /// Understands a posting that was found on a page. What the page says in a place of its own counts over the text.
    ///
    /// - Parameter supplement: what else is known of it, such as a text that came along.
    package init(
        _ published: PublishedPosting, supplement: String? = nil, lexicon: Lexicon
    ) throws(JobSourceError) {
        let text = [published.text, supplement].compactMap { $0 }.joined(separator: "\n\n")
        try self.init(pastedText: text, lexicon: lexicon)
        source = published.isLinkedIn ? .linkedin : .text
        postingID = published.postingID
        title = published.title ?? title
        company = published.company ?? company
        location = published.location ?? location
        employmentType = published.employmentType ?? employmentType
        seniority = published.seniority ?? PostingTerms.seniority(of: title)
    }
}
