internal import Resume

/// The `JobPosting` that a page describes for machines (https://schema.org/JobPosting), in JSON-LD.
struct LinkedPosting {
    private(set) var posting = PublishedPosting()

    /// `nil` if the page has none.
    init?(_ page: HTMLPage) {
        let scripts = page.elements { $0 == "script" && $1["type"]?.lowercased() == "application/ld+json" }
        guard let found = scripts.lazy.compactMap({ Self.find(page.source($0)) }).first else { return nil }
        posting.isLinkedIn = false
        posting.title = Self.words(found[member: "title"])
        let company = Self.first(found[member: "hiringOrganization"])
        posting.company = Self.words(company?[member: "name"]) ?? Self.words(company)
        posting.location = Self.place(Self.first(found[member: "jobLocation"]))
        let type = Self.first(found[member: "employmentType"])?.string?.lowercased()
        posting.employmentType = type.flatMap { type in
            type == "contractor" ? .contract : type == "intern" ? .internship : .init(rawValue: type)
        }
        if let description = found[member: "description"]?.string {
            // HTML in a JSON text, often with its marks written as entities once more.
            let once = description.contains("<") ? description : Self.text(description)
            posting.text = Self.text(once)
        }
    }

    private static func find(_ source: String) -> JSON? {
        guard let root = try? JSON(parsing: Array(source.trimmed.utf8)) else { return nil }
        let candidates = [root] + (root.array ?? []) + (root[member: "@graph"]?.array ?? [])
        return candidates.first { candidate in
            let types = candidate[member: "@type"]
            return types?.string == "JobPosting" || types?.array?.contains { $0.string == "JobPosting" } == true
        }
    }

    private static func first(_ value: JSON?) -> JSON? { value?.array?.first ?? value }

    private static func words(_ value: JSON?) -> String? {
        guard let value = value?.string else { return nil }
        let line = text(value).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.isEmpty ? nil : line
    }

    private static func place(_ place: JSON?) -> String? {
        let address = place?[member: "address"]
        let parts = ["addressLocality", "addressRegion", "addressCountry"].compactMap { name in
            words(address?[member: name]) ?? words(address?[member: name]?[member: "name"])
        }
        return parts.isEmpty ? words(address) : parts.joined(separator: ", ")
    }

    private static func text(_ html: String) -> String {
        let page = HTMLPage(html)
        return page.nodes.isEmpty ? html : page.text(0)
    }
}
