package import Resume

extension Report {
    /// The report as other programs read it. `coverage` is `null` without a posting, `round_trip` tells what was read
    /// even where nothing is known that it could be compared with.
    package var json: JSON {
        var trip = roundTrip?.json.object ?? []
        trip.append(JSON.Member("resume", resume.json))
        return [
            "pages": JSON(pages), "score": JSON(score), "reachable_score": JSON(reachableScore),
            "checks": .array(checks.map(\.json)),
            "keywords": keywords.json,
            "coverage": coverage.map { JSON(floatLiteral: $0) } ?? .null,
            "round_trip": .object(trip),
        ]
    }
}

extension Check {
    fileprivate var json: JSON {
        [
            "id": .string(id.rawValue), "status": .string(status.rawValue), "detail": .string(detail),
            "looked_at": .string(lookedAt), "found": .string(detail), "mend": mend.map { .string($0) } ?? .null,
            "examples": .array(examples.map { .string($0) }), "points": JSON(points), "weight": JSON(id.weight),
        ]
    }
}

extension Report.Keywords {
    fileprivate var json: JSON {
        [
            "present": .terms(present),
            "supported_but_absent": .terms(supportedButAbsent),
            "missing": .terms(missing),
            "total": JSON(total),
            "by_importance": .object(
                Keyword.Importance.allCases.map { importance in
                    let asked = (present + supportedButAbsent + missing).count { $0.importance == importance }
                    return JSON.Member(
                        importance.rawValue,
                        ["present": JSON(present.count { $0.importance == importance }), "total": JSON(asked)])
                }),
            "terms": .array(
                present.map { json($0, "present") } + supportedButAbsent.map { json($0, "supported_but_absent") }
                    + missing.map { json($0, "missing") }),
        ]
    }

    private func json(_ keyword: Keyword, _ status: String) -> JSON {
        [
            "term": .string(keyword.term), "canonical": .string(keyword.canonical),
            "importance": .string(keyword.importance.rawValue), "status": .string(status),
            "found_as": written[keyword.canonical].map { .string($0) } ?? .null,
        ]
    }
}

extension JSON {
    fileprivate init(_ number: Int) { self = .number(Number(number)) }

    fileprivate static func terms(_ keywords: [Keyword]) -> JSON { .array(keywords.map { .string($0.term) }) }
}
