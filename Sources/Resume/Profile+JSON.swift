extension Profile {
    /// The profile as a JSON Resume 1.0.0 document: what is absent is left out, empty elements of arrays keep their
    /// place.
    package var json: JSON {
        var document = JSONObjectWriting()
        document.add("$schema", "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json")
        document.add("basics", basics.json)
        document.add("work", work.map(\.json))
        document.add("volunteer", volunteer.map(\.json))
        document.add("education", education.map(\.json))
        document.add("awards", awards.map(\.json))
        document.add("certificates", certificates.map(\.json))
        document.add("publications", publications.map(\.json))
        document.add("skills", skills.map(\.json))
        document.add("languages", languages.map(\.json))
        document.add("interests", interests.map(\.json))
        document.add("references", references.map(\.json))
        document.add("projects", projects.map(\.json))
        document.add("niche", niche)
        document.add("description", description)
        document.add("summaries", summaries)
        document.add("language", language)
        return document.json
    }
}

/// Builds an object from what is there.
private struct JSONObjectWriting {
    private var members: [JSON.Member] = []

    var json: JSON { .object(members) }

    mutating func add(_ name: String, _ value: JSON?) {
        if let value { members.append(JSON.Member(name, value)) }
    }

    mutating func add(_ name: String, _ text: String?) { add(name, text.map(JSON.string)) }

    mutating func add(_ name: String, _ date: PartialDate?) { add(name, date?.description) }

    mutating func add(_ name: String, _ elements: [JSON]) {
        if !elements.isEmpty { add(name, .array(elements)) }
    }

    mutating func add(_ name: String, _ texts: [String]) { add(name, texts.map(JSON.string)) }
}

extension Profile.Basics {
    fileprivate var json: JSON {
        var object = JSONObjectWriting()
        object.add("name", name)
        object.add("label", label)
        object.add("email", email)
        object.add("phone", phone)
        object.add("url", url)
        object.add("summary", summary)
        object.add("location", location?.json)
        object.add("profiles", profiles.map(\.json))
        return object.json
    }
}

extension Profile.Location {
    fileprivate var json: JSON {
        var object = JSONObjectWriting()
        object.add("address", address)
        object.add("postalCode", postalCode)
        object.add("city", city)
        object.add("countryCode", countryCode)
        object.add("region", region)
        return object.json
    }
}

extension Profile.NetworkProfile {
    fileprivate var json: JSON {
        var object = JSONObjectWriting()
        object.add("network", network)
        object.add("username", username)
        object.add("url", url)
        return object.json
    }
}

extension Profile.Work {
    fileprivate var json: JSON {
        var object = JSONObjectWriting()
        object.add("name", name)
        object.add("position", position)
        object.add("location", location)
        object.add("description", description)
        object.add("url", url)
        object.add("startDate", startDate)
        object.add("endDate", endDate)
        object.add("summary", summary)
        object.add("highlights", highlights)
        return object.json
    }
}

extension Profile.Volunteer {
    fileprivate var json: JSON {
        var object = JSONObjectWriting()
        object.add("organization", organization)
        object.add("position", position)
        object.add("url", url)
        object.add("startDate", startDate)
        object.add("endDate", endDate)
        object.add("summary", summary)
        object.add("highlights", highlights)
        return object.json
    }
}

extension Profile.Education {
    fileprivate var json: JSON {
        var object = JSONObjectWriting()
        object.add("institution", institution)
        object.add("url", url)
        object.add("area", area)
        object.add("studyType", studyType)
        object.add("startDate", startDate)
        object.add("endDate", endDate)
        object.add("score", score)
        object.add("courses", courses)
        return object.json
    }
}

extension Profile.Award {
    fileprivate var json: JSON {
        var object = JSONObjectWriting()
        object.add("title", title)
        object.add("date", date)
        object.add("awarder", awarder)
        object.add("summary", summary)
        return object.json
    }
}

extension Profile.Certificate {
    fileprivate var json: JSON {
        var object = JSONObjectWriting()
        object.add("name", name)
        object.add("date", date)
        object.add("url", url)
        object.add("issuer", issuer)
        return object.json
    }
}

extension Profile.Publication {
    fileprivate var json: JSON {
        var object = JSONObjectWriting()
        object.add("name", name)
        object.add("publisher", publisher)
        object.add("releaseDate", releaseDate)
        object.add("url", url)
        object.add("summary", summary)
        return object.json
    }
}

extension Profile.Skill {
    fileprivate var json: JSON {
        var object = JSONObjectWriting()
        object.add("name", name)
        object.add("level", level)
        object.add("keywords", keywords)
        return object.json
    }
}

extension Profile.SpokenLanguage {
    fileprivate var json: JSON {
        var object = JSONObjectWriting()
        object.add("language", language)
        object.add("fluency", fluency)
        return object.json
    }
}

extension Profile.Interest {
    fileprivate var json: JSON {
        var object = JSONObjectWriting()
        object.add("name", name)
        object.add("keywords", keywords)
        return object.json
    }
}

extension Profile.Reference {
    fileprivate var json: JSON {
        var object = JSONObjectWriting()
        object.add("name", name)
        object.add("reference", reference)
        return object.json
    }
}

extension Profile.Project {
    fileprivate var json: JSON {
        var object = JSONObjectWriting()
        object.add("name", name)
        object.add("description", description)
        object.add("highlights", highlights)
        object.add("keywords", keywords)
        object.add("startDate", startDate)
        object.add("endDate", endDate)
        object.add("url", url)
        object.add("roles", roles)
        object.add("entity", entity)
        object.add("type", type)
        return object.json
    }
}
