// LinkedIn's public page and its guest fragment of a posting, by the classes that both use. What stands in their place
// is told apart: a posting that is closed or gone, a wall, a question, a list.

extension PublishedPosting {
    /// Reads a page.
    ///
    /// - Parameter requestedID: the posting that was asked for; a page about another one is none.
    /// - Throws: ``JobSourceError``, which says what the page is instead.
    package init(page html: String, requestedID: String? = nil) throws(JobSourceError) {
        let page = HTMLPage(html)
        let linked = LinkedPosting(page)?.posting
        var found = PublishedPosting()
        found.postingID = Self.postingID(page) ?? requestedID
        let first = { (name: String) in page.elements(ofClass: name).first.flatMap { page.line($0) } }
        found.title = first("top-card-layout__title") ?? first("topcard__title")
        found.company = first("topcard__org-name-link") ?? first("topcard__flavor")
        // How many have applied is another item of the same row.
        let others = Set(
            page.elements(ofClass: "topcard__flavor--metadata") + page.elements(ofClass: "num-applicants__caption"))
        found.location = page.elements(ofClass: "topcard__flavor--bullet").first { !others.contains($0) }
            .flatMap { page.line($0) }
        let texts = page.elements(ofClass: "show-more-less-html__markup")
        found.text = texts.first.map { page.text($0) } ?? ""
        let criteria = PostingCriteria(
            page.elements(ofClass: "description__job-criteria-item").compactMap { item in
                page.elements(ofClass: "description__job-criteria-text", in: page.inside(item)).first
                    .flatMap { page.line($0) }
            })
        found.seniority = criteria.seniority
        found.employmentType = criteria.employmentType
        if found.company == found.location { found.company = nil }

        let isSelected = found.title != nil
        if let linked { found.complete(by: linked) }
        guard found.title != nil || !found.text.trimmed.isEmpty else { throw Self.refusal(page, requestedID) }
        let isList = !page.elements(ofClass: "jobs-search__results-list").isEmpty
        if isList, requestedID == nil || Self.postingID(page) != requestedID { throw Self.error(.searchPage) }
        if let requestedID, let id = found.postingID, id != requestedID { throw Self.error(.otherPage) }
        guard Self.mark(page, ["closed-job", "closed-job__flavor--closed", "closed-job__flavor"]) == false else {
            throw Self.error(.closed)
        }
        let count = found.text.unicodeScalars.count { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        guard count >= JobSourceError.leastCharacters else {
            if !isSelected || found.text.trimmed.isEmpty, let kind = Self.fault(page) { throw Self.error(kind) }
            throw JobSourceError(
                .tooShort,
                "The page's posting has \(count) letters and digits of description, and a posting has at least "
                    + "\(JobSourceError.leastCharacters). \(JobSourceError.advice)")
        }
        found.isLinkedIn = isSelected
        self = found
    }

    private mutating func complete(by linked: PublishedPosting) {
        title = title ?? linked.title
        company = company ?? linked.company
        location = location ?? linked.location
        employmentType = employmentType ?? linked.employmentType
        if text.trimmed.isEmpty { text = linked.text }
    }

    // MARK: Which posting

    private static func postingID(_ page: HTMLPage) -> String? {
        // A comment that holds the number in quotation marks.
        if let place = page.elements(where: { $1["id"] == "decoratedJobPostingId" }).first {
            let digits = page.source(place).filter { $0.isASCII && $0.isNumber }
            if !digits.isEmpty { return digits }
        }
        for place in page.elements(where: { $0 == "link" && $1["rel"] == "canonical" }) {
            guard case .element(_, let attributes) = page.nodes[place].content, let address = attributes["href"] else {
                continue
            }
            let (path, query) = LinkedInAddress.pathAndQuery(address)
            if address.contains("linkedin.com/"), let id = LinkedInAddress.postingID(path: path, query: query) {
                return id
            }
        }
        return nil
    }

    // MARK: What else it may be

    private static func refusal(_ page: HTMLPage, _ requestedID: String?) -> JobSourceError {
        error(fault(page) ?? .otherPage)
    }

    /// What stands in a posting's place; `nil` for a page that is none of LinkedIn's.
    private static func fault(_ page: HTMLPage) -> JobSourceError.Code? {
        let scripts = page.elements { name, _ in name == "script" }.map { page.source($0) }
        if mark(page, ["captcha", "g-recaptcha", "challenge-dialog"])
            || named(page, ["captcha-internal", "captcha-challenge", "captchaInternalForm"])
        {
            return .captcha
        }
        if mark(page, ["authwall", "authwall-join-form", "join-form", "login__form"])
            || named(page, ["session_key", "session_password", "join-form-submit"])
            || scripts.contains(where: { $0.contains("/authwall") })
        {
            return .signInWall
        }
        if mark(page, ["jobs-search__results-list", "results-context-header", "base-search-card"]) {
            return .searchPage
        }
        if mark(page, ["closed-job", "closed-job__flavor--closed"]) { return .closed }
        if mark(page, ["not-found", "not-found-404", "page-not-found", "error-container"]) { return .removed }
        return nil
    }

    private static func mark(_ page: HTMLPage, _ classes: [String]) -> Bool {
        classes.contains { !page.elements(ofClass: $0).isEmpty }
    }

    private static func named(_ page: HTMLPage, _ names: [String]) -> Bool {
        !page.elements { names.contains($1["id"] ?? "") || names.contains($1["name"] ?? "") }.isEmpty
    }

    /// What the person who sent the address is told.
    package static func error(_ code: JobSourceError.Code) -> JobSourceError {
        let reason =
            switch code {
            case .removed: "LinkedIn has no posting there any more."
            case .closed: "This posting on LinkedIn is closed: it takes no applications any more."
            case .signInWall: "LinkedIn shows this posting only to people who are signed in, and this program is not."
            case .captcha: "LinkedIn asked whether a person is looking, and this program says that it is none."
            case .rateLimited: "LinkedIn takes no more requests from this program for now; try again in some minutes."
            case .searchPage: "This is a list of postings, not one: open the posting itself and copy its address."
            case .unreachable: "LinkedIn did not answer, or not in time; try again in a moment."
            default: "This page is no posting."
            }
        return JobSourceError(code, "\(reason) \(JobSourceError.advice)")
    }
}
