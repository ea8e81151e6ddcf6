import Resume
import Tailoring

/// A line held against one text of a profile, for tests.
struct Claim {
    /// Why the line may not be printed.
    static func reasons(_ line: String, from source: String, in language: String = "en") throws -> [Ungrounded] {
        let profile = try Profile(json: [
            "language": .string(language), "basics": ["name": "Ana Ruiz"],
            "work": [
                [
                    "name": "Larch Ltd", "position": "Analyst", "startDate": "2016-02", "endDate": "2024-01",
                    "highlights": [.string(source)],
                ]
            ],
        ])
        let item = JSONPointer.root.member("work").element(0).member("highlights").element(0)
        // Named twice, so that nothing is passed because it is the text of its item.
        return try Grounding(profile, lexicon: SamplePair.lexicon.get()).reasons(against: .init(line, from: item, item))
    }
}
