extension TailoredResume {
    /// The whole profile, one to one, in the order that resumes usually have; nothing is chosen, shortened or reworded.
    ///
    /// Experience and education run from the newest to the oldest (see ``ProfileItem``); all else keeps the person's
    /// own order. What a resume does not print is left out: street and postal code, the type of a project, `niche`,
    /// `description` and `summaries`.
    package init(everythingIn profile: Profile) {
        let root = ProfileItem(at: .root, comma: ListComma(language: profile.language))
        let basics = root.member("basics")
        self.init(
            language: profile.language,
            name: Line(profile.basics.name, from: basics.pointer.member("name")))
        headline = basics.line("label", profile.basics.label)
        contacts = Self.contacts(of: profile.basics, at: basics)
        summary = basics.line("summary", profile.basics.summary)
        sections = [
            Section(.experience, entries: root.newestFirst("work", profile.work, Self.entry)),
            Section(.projects, entries: root.entries("projects", profile.projects, Self.entry)),
            Section(.education, entries: root.newestFirst("education", profile.education, Self.entry)),
            Section(
                .skills,
                entries: root.groups("skills", profile.skills) { ($0.name, $0.level, $0.keywords) }),
            Section(.certificates, entries: root.entries("certificates", profile.certificates, Self.entry)),
            Section(.languages, entries: root.entries("languages", profile.languages, Self.entry)),
            Section(.volunteer, entries: root.entries("volunteer", profile.volunteer, Self.entry)),
            Section(.awards, entries: root.entries("awards", profile.awards, Self.entry)),
            Section(.publications, entries: root.entries("publications", profile.publications, Self.entry)),
            Section(
                .interests,
                entries: root.groups("interests", profile.interests) { ($0.name, nil, $0.keywords) }),
            Section(.references, entries: root.entries("references", profile.references, Self.entry)),
        ].filter { !$0.entries.isEmpty }
    }

    private static func contacts(of basics: Profile.Basics, at item: ProfileItem) -> [Contact] {
        var contacts: [Contact] = []
        if let email = item.line("email", basics.email) {
            contacts.append(Contact(.email, email, uri: EmailAddress(email.text)?.uri))
        }
        if let phone = item.line("phone", basics.phone) {
            contacts.append(Contact(.phone, phone, uri: PhoneNumber(phone.text)?.uri))
        }
        if let location = basics.location {
            let place = item.member("location")
            let region = location.region == nil ? ("countryCode", location.countryCode) : ("region", location.region)
            if let line = place.joined([("city", location.city), region]) { contacts.append(Contact(.location, line)) }
        }
        if let url = item.line("url", basics.url) { contacts.append(webContact(.url, url)) }
        for (index, profile) in basics.profiles.enumerated() {
            let network = item.member("profiles").element(index)
            let contact =
                if let url = network.line("url", profile.url) {
                    webContact(.profile, url)
                } else {
                    network.joined([("network", profile.network), ("username", profile.username)], by: ": ")
                        .map { Contact(.profile, $0) }
                }
            // The same page is often given as the person's own and again as a profile.
            if let contact, !contacts.contains(where: { $0.line.text == contact.line.text }) {
                contacts.append(contact)
            }
        }
        return contacts
    }

    private static func webContact(_ kind: Contact.Kind, _ line: Line) -> Contact {
        let address = WebAddress(line.text)
        return Contact(kind, Line(address?.text ?? line.text, from: line.items), uri: address?.uri)
    }
}

// MARK: - One entry of each kind

extension TailoredResume {
    private static func entry(_ work: Profile.Work, _ item: ProfileItem) -> Entry {
        var entry = Entry(item: item.pointer)
        entry.title = item.line("position", work.position)
        entry.organization = item.line("name", work.name)
        entry.location = item.line("location", work.location)
        entry.dates = item.period(work.startDate, work.endDate, canGoOn: true)
        entry.summary = item.sentences([("description", work.description), ("summary", work.summary)])
        entry.bullets = item.lines("highlights", work.highlights)
        entry.uri = item.uri(work.url)
        return entry
    }

    private static func entry(_ volunteer: Profile.Volunteer, _ item: ProfileItem) -> Entry {
        var entry = Entry(item: item.pointer)
        entry.title = item.line("position", volunteer.position)
        entry.organization = item.line("organization", volunteer.organization)
        entry.dates = item.period(volunteer.startDate, volunteer.endDate, canGoOn: true)
        entry.summary = item.line("summary", volunteer.summary)
        entry.bullets = item.lines("highlights", volunteer.highlights)
        entry.uri = item.uri(volunteer.url)
        return entry
    }

    private static func entry(_ education: Profile.Education, _ item: ProfileItem) -> Entry {
        var entry = Entry(item: item.pointer)
        entry.title = item.joined([("studyType", education.studyType), ("area", education.area)])
        entry.organization = item.line("institution", education.institution)
        entry.dates = item.period(education.startDate, education.endDate, canGoOn: true)
        entry.note = item.line("score", education.score)
        entry.terms = item.lines("courses", education.courses)
        entry.uri = item.uri(education.url)
        return entry
    }

    private static func entry(_ project: Profile.Project, _ item: ProfileItem) -> Entry {
        var entry = Entry(item: item.pointer)
        entry.title = item.line("name", project.name)
        entry.organization = item.line("entity", project.entity)
        // Unlike for a job, the standard does not say that a project without an end goes on.
        entry.dates = item.period(project.startDate, project.endDate, canGoOn: false)
        let roles = item.lines("roles", project.roles)
        if !roles.isEmpty {
            entry.note = Line(item.comma.joined(roles.map(\.text)), from: roles.flatMap(\.items))
        }
        entry.summary = item.line("description", project.description)
        entry.bullets = item.lines("highlights", project.highlights)
        entry.terms = item.lines("keywords", project.keywords)
        entry.uri = item.uri(project.url)
        return entry
    }

    private static func entry(_ certificate: Profile.Certificate, _ item: ProfileItem) -> Entry {
        var entry = Entry(item: item.pointer)
        entry.title = item.line("name", certificate.name)
        entry.organization = item.line("issuer", certificate.issuer)
        entry.dates = item.period(nil, certificate.date, canGoOn: false)
        entry.uri = item.uri(certificate.url)
        return entry
    }

    private static func entry(_ language: Profile.SpokenLanguage, _ item: ProfileItem) -> Entry {
        var entry = Entry(item: item.pointer)
        entry.title = item.line("language", language.language)
        entry.note = item.line("fluency", language.fluency)
        return entry
    }

    private static func entry(_ award: Profile.Award, _ item: ProfileItem) -> Entry {
        var entry = Entry(item: item.pointer)
        entry.title = item.line("title", award.title)
        entry.organization = item.line("awarder", award.awarder)
        entry.dates = item.period(nil, award.date, canGoOn: false)
        entry.summary = item.line("summary", award.summary)
        return entry
    }

    private static func entry(_ publication: Profile.Publication, _ item: ProfileItem) -> Entry {
        var entry = Entry(item: item.pointer)
        entry.title = item.line("name", publication.name)
        entry.organization = item.line("publisher", publication.publisher)
        entry.dates = item.period(nil, publication.releaseDate, canGoOn: false)
        entry.summary = item.line("summary", publication.summary)
        entry.uri = item.uri(publication.url)
        return entry
    }

    private static func entry(_ reference: Profile.Reference, _ item: ProfileItem) -> Entry {
        var entry = Entry(item: item.pointer)
        entry.title = item.line("name", reference.name)
        entry.summary = item.line("reference", reference.reference)
        return entry
    }
}
