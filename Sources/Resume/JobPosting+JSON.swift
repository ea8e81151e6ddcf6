extension JobPosting {
    /// The posting as other programs read it, all but ``description``, which the person who sent it has.
    package var json: JSON {
        func text(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
        let kinds = Segment.Kind.allCases.filter { kind in segments.contains { $0.kind == kind } }
        return [
            "title": text(title), "company": text(company), "location": text(location),
            "employment_type": text(employmentType?.rawValue), "seniority": text(seniority?.rawValue),
            "language": .string(language), "source": .string(source.rawValue), "posting_id": text(postingID),
            "segments": .object(
                kinds.map { kind in
                    let texts = segments.filter { $0.kind == kind }.flatMap(\.texts)
                    return JSON.Member(kind.rawValue, .array(texts.map { .string($0) }))
                }),
            "keywords": .array(keywords.map(\.json)),
            "candidates": .array(candidates.map(\.json)),
            "requirements": .array(requirements.map(\.json)),
        ]
    }

    /// The same with ``description``.
    package var fullJSON: JSON {
        guard case .object(var members) = json else { return json }
        let place = members.firstIndex { $0.name == "segments" } ?? members.endIndex
        members.insert(JSON.Member("description", .string(description)), at: place)
        return .object(members)
    }
}

extension Keyword {
    /// `source` tells what the lexicon knows from what the posting's own words make a skill.
    package var json: JSON {
        [
            "term": .string(term), "canonical": .string(canonical), "importance": .string(importance.rawValue),
            "source": isKnown ? "lexicon" : "posting",
        ]
    }
}

extension JobPosting.Requirement {
    package var json: JSON {
        var members = [JSON.Member("kind", .string(kind.rawValue)), JSON.Member("text", .string(text))]
        if let years { members.append(JSON.Member("years", .number(.init(years)))) }
        if let language { members.append(JSON.Member("language", .string(language))) }
        if kind == .language || kind == .degree {
            members.append(JSON.Member("level", level.map { .string($0) } ?? .null))
        }
        return .object(members)
    }
}
