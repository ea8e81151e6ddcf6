package import Resume

extension Report {
    /// The report as other programs read it. `coverage` is `null` without a posting.
    package var json: JSON {
        [
            "pages": JSON(pages), "score": JSON(score), "reachable_score": JSON(reachableScore),
            "checks": .array(checks.map(\.json)),
            "keywords": [
                "present": .terms(keywords.present),
                "supported_but_absent": .terms(keywords.supportedButAbsent),
                "missing": .terms(keywords.missing),
            ],
            "coverage": coverage.map { JSON(floatLiteral: $0) } ?? .null,
        ]
    }
}

extension Check {
    fileprivate var json: JSON {
        [
            "id": .string(id.rawValue), "status": .string(status.rawValue), "detail": .string(detail),
            "points": JSON(points), "weight": JSON(id.weight),
        ]
    }
}

extension JSON {
    fileprivate init(_ number: Int) { self = .number(Number(number)) }

    fileprivate static func terms(_ keywords: [Keyword]) -> JSON { .array(keywords.map { .string($0.term) }) }
}
