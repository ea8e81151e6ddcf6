import Foundation
import Resume

/// A posting with what a person found in it.
struct Gold {
    /// In the posting's spelling.
    typealias Skills = [(skill: String, importance: Keyword.Importance)]

    let name: String
    let text: String
    let title: String?
    let company: String?
    let location: String?
    let employmentType: String?
    let seniority: String?
    let skills: Skills
    /// What somebody else found who did not know the first annotation; `nil` where nobody did.
    let second: Skills?
    let requirements: [JobPosting.Requirement]
    let segments: [LabelledWord]

    /// Every posting of a folder: `NAME.txt` as it was pasted, `NAME.json` as it was annotated.
    static func read(folder: URL) throws -> [Gold] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }.sorted().map {
            let name = String($0.dropLast(5))
            let annotation = try JSON(parsing: Array(Data(contentsOf: folder.appending(path: $0))))
            let text = try String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8)
            return Gold(name: name, text: text, annotation: annotation)
        }
    }

    private init(name: String, text: String, annotation: JSON) {
        self.name = name
        self.text = text
        title = annotation[member: "title"]?.string
        company = annotation[member: "company"]?.string
        location = annotation[member: "location"]?.string
        employmentType = annotation[member: "employment_type"]?.string
        seniority = annotation[member: "seniority"]?.string
        skills = Self.skills(annotation[member: "skills"])
        second = annotation[member: "skills_second"].map { Self.skills($0) }
        requirements = (annotation[member: "requirements"]?.array ?? []).compactMap(Self.requirement)
        segments = LabelledWord.words(of: text, segments: annotation[member: "segments"]?.array ?? [])
    }

    private static func skills(_ json: JSON?) -> Skills {
        Keyword.Importance.allCases.flatMap { importance in
            (json?[member: importance.rawValue]?.array ?? []).compactMap(\.string).map { ($0, importance) }
        }
    }

    private static func requirement(_ json: JSON) -> JobPosting.Requirement? {
        guard let name = json[member: "kind"]?.string, let kind = JobPosting.Requirement.Kind(rawValue: name) else {
            return nil
        }
        var requirement = JobPosting.Requirement(kind, text: json[member: "text"]?.string ?? "")
        requirement.years = json[member: "years"]?.integer
        requirement.language = json[member: "language"]?.string
        requirement.level = json[member: "level"]?.string
        return requirement
    }
}

/// A word of a posting and the segment it belongs to.
struct LabelledWord: Equatable {
    let word: String
    let kind: JobPosting.Segment.Kind

    /// The words of the annotated segments, each from its first characters to the end of the line that its last begin.
    static func words(of text: String, segments: [JSON]) -> [LabelledWord] {
        var starts: [(kind: JobPosting.Segment.Kind, start: String.Index, last: String.Index)] = []
        var cursor = text.startIndex
        for segment in segments {
            guard let kind = segment[member: "kind"]?.string.flatMap(JobPosting.Segment.Kind.init),
                let first = segment[member: "first"]?.string, let last = segment[member: "last"]?.string,
                let start = text.range(of: first, range: cursor..<text.endIndex),
                let end = text.range(of: last, range: start.lowerBound..<text.endIndex)
            else { continue }
            starts.append((kind, start.lowerBound, end.lowerBound))
            cursor = end.lowerBound
        }
        var words: [LabelledWord] = []
        for (index, segment) in starts.enumerated() {
            let line = text[segment.last...].firstIndex(of: "\n") ?? text.endIndex
            let next = index + 1 < starts.count ? starts[index + 1].start : text.endIndex
            words += Self.words(String(text[segment.start..<max(segment.start, min(line, next))]), segment.kind)
        }
        return words
    }

    static func words(_ text: String, _ kind: JobPosting.Segment.Kind) -> [LabelledWord] {
        text.replacing(#/<[^>]{1,200}>|&[a-z#0-9]{2,8};/#, with: " ").replacing(#/(^|\n) *[0-9]{1,2}[.)] /#, with: " ")
            .split { !($0.isLetter || $0.isNumber) }.map {
                LabelledWord(word: $0.lowercased(), kind: kind)
            }
    }
}
