extension Profile {
    /// Reads a JSON Resume 1.0.0 document.
    ///
    /// `basics.name` is required. `null` and texts without a visible character count as absent; inside an array they
    /// keep their place as an empty text or entry, so that an index means the same here and in the document. Members
    /// that the standard does not name are permitted and ignored, as are `$schema` and `meta`. Four spellings of
    /// published drafts are understood where the present one is absent: `website` for `url`, `company` for a job's
    /// `name`, `gpa` for `score`, and `hobbies` for `interests`. Faults name them as they were written; from then on
    /// they go by the present name, in which ``json`` writes them.
    ///
    /// - Throws: all faults of the document: wrong types, dates, addresses, texts that are too long or hold characters
    ///   that cannot be printed.
    package init(json: JSON) throws(ProfileError) {
        let log = FaultLog()
        let object = ProfileObject(log.members(of: json, at: .root) ?? [], at: .root, log: log)
        let hasRoot = log.error == nil

        self.init(basics: object.entry("basics") ?? Basics())
        let isNamed = basics.name.unicodeScalars.contains {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        if hasRoot && !basics.name.isEmpty && !isNamed {
            log.report(
                "Found “\(TextHygiene.quotable(basics.name))”, without a letter; expected a text with the person's name.",
                at: .root.member("basics").member("name"))
        }
        if hasRoot && basics.name.isEmpty && !log.hasFault(at: "/basics/name", "/basics") {
            log.report(
                "The name is missing; expected a text with the person's name.",
                at: .root.member("basics").member("name"))
        }
        work = object.entries("work")
        volunteer = object.entries("volunteer")
        education = object.entries("education")
        awards = object.entries("awards")
        certificates = object.entries("certificates")
        publications = object.entries("publications")
        skills = object.entries("skills")
        languages = object.entries("languages")
        interests = object.entries("interests", or: "hobbies")
        references = object.entries("references")
        projects = object.entries("projects")
        niche = object.text("niche")
        description = object.text("description", .story)
        summaries = object.texts("summaries", .paragraph)
        language =
            object.text("language", "a language tag such as en or pt-BR", parse: Self.languageTag) ?? writtenLanguage
        log.checkTotal()
        if let error = log.error { throw error }
    }

    /// The shape of a BCP 47 tag: a language of two or three letters, then subtags of two to eight letters or digits.
    private static func languageTag(_ text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.utf8.count), parts.count <= 5,
            first.allSatisfy({ $0.isASCII && $0.isLetter }),
            parts.dropFirst().allSatisfy({ (2...8).contains($0.utf8.count) }),
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } })
        else { return nil }
        return text
    }
}

extension Profile.Basics: ProfileEntry {
    init() { self.init(name: "") }

    init(reading object: ProfileObject) {
        self.init(name: object.text("name") ?? "")
        label = object.text("label")
        email = object.text("email", "an e-mail address such as name@example.org") {
            EmailAddress($0) == nil ? nil : $0
        }
        phone = object.text("phone")
        url = object.url()
        summary = object.text("summary", .paragraph)
        location = object.entry("location")
        profiles = object.entries("profiles")
    }
}

extension Profile.Location: ProfileEntry {
    init(reading object: ProfileObject) {
        self.init()
        address = object.text("address")
        postalCode = object.text("postalCode")
        city = object.text("city")
        countryCode = object.text("countryCode")
        region = object.text("region")
    }
}

extension Profile.NetworkProfile: ProfileEntry {
    init(reading object: ProfileObject) {
        self.init()
        network = object.text("network")
        username = object.text("username")
        url = object.url()
    }
}

extension Profile.Work: ProfileEntry {
    init(reading object: ProfileObject) {
        self.init()
        name = object.text("name", or: "company")
        position = object.text("position")
        location = object.text("location")
        description = object.text("description", .paragraph)
        url = object.url()
        startDate = object.date("startDate")
        endDate = object.date("endDate")
        summary = object.text("summary", .paragraph)
        highlights = object.texts("highlights", .paragraph)
    }
}

extension Profile.Volunteer: ProfileEntry {
    init(reading object: ProfileObject) {
        self.init()
        organization = object.text("organization")
        position = object.text("position")
        url = object.url()
        startDate = object.date("startDate")
        endDate = object.date("endDate")
        summary = object.text("summary", .paragraph)
        highlights = object.texts("highlights", .paragraph)
    }
}

extension Profile.Education: ProfileEntry {
    init(reading object: ProfileObject) {
        self.init()
        institution = object.text("institution")
        url = object.url()
        area = object.text("area")
        studyType = object.text("studyType")
        startDate = object.date("startDate")
        endDate = object.date("endDate")
        score = object.text("score", or: "gpa")
        courses = object.texts("courses")
    }
}

extension Profile.Award: ProfileEntry {
    init(reading object: ProfileObject) {
        self.init()
        title = object.text("title")
        date = object.date("date")
        awarder = object.text("awarder")
        summary = object.text("summary", .paragraph)
    }
}

extension Profile.Certificate: ProfileEntry {
    init(reading object: ProfileObject) {
        self.init()
        name = object.text("name")
        date = object.date("date")
        url = object.url()
        issuer = object.text("issuer")
    }
}

extension Profile.Publication: ProfileEntry {
    init(reading object: ProfileObject) {
        self.init()
        name = object.text("name")
        publisher = object.text("publisher")
        releaseDate = object.date("releaseDate")
        url = object.url()
        summary = object.text("summary", .paragraph)
    }
}

extension Profile.Skill: ProfileEntry {
    init(reading object: ProfileObject) {
        self.init()
        name = object.text("name")
        level = object.text("level")
        keywords = object.texts("keywords")
    }
}

extension Profile.SpokenLanguage: ProfileEntry {
    init(reading object: ProfileObject) {
        self.init()
        language = object.text("language")
        fluency = object.text("fluency")
    }
}

extension Profile.Interest: ProfileEntry {
    init(reading object: ProfileObject) {
        self.init()
        name = object.text("name")
        keywords = object.texts("keywords")
    }
}

extension Profile.Reference: ProfileEntry {
    init(reading object: ProfileObject) {
        self.init()
        name = object.text("name")
        reference = object.text("reference", .paragraph)
    }
}

extension Profile.Project: ProfileEntry {
    init(reading object: ProfileObject) {
        self.init()
        name = object.text("name")
        description = object.text("description", .paragraph)
        highlights = object.texts("highlights", .paragraph)
        keywords = object.texts("keywords")
        startDate = object.date("startDate")
        endDate = object.date("endDate")
        url = object.url()
        roles = object.texts("roles")
        entity = object.text("entity")
        type = object.text("type")
    }
}
