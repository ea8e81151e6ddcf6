import Foundation
import Resume
import Testing

/// Every profile of `samples/profiles`, as it is shipped.
struct SampleProfileTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../samples/profiles").standardizedFileURL

    private static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".json") }.sorted()

    @Test func `there are at least twelve`() {
        #expect(Self.files.count >= 12)
    }

    @Test(arguments: files)
    func `a sample profile becomes a resume that holds all of it`(file: String) throws {
        let json = try JSON(parsing: Array(Data(contentsOf: Self.folder.appending(path: file))))
        let profile = try Profile(json: json)
        #expect(try Profile(json: JSON(parsing: profile.json.bytes)) == profile)
        let resume = TailoredResume(everythingIn: profile)
        #expect(resume.name.text == profile.basics.name)
        try Self.checkProvenance(of: resume, in: profile)

        let printed = Set(Self.lines(of: resume).flatMap(\.items))
        for pointer in Self.texts(of: profile.json, at: .root) where !Self.isUnprinted(pointer, in: profile) {
            #expect(printed.contains(pointer), "\(pointer) is lost")
        }
    }

    /// Each line names places of the profile, and the words at these places are in the line.
    static func checkProvenance(of resume: TailoredResume, in profile: Profile) throws {
        let document = profile.json
        for line in lines(of: resume) {
            #expect(!line.items.isEmpty && !line.text.isEmpty)
            for item in line.items {
                let text = try #require(document[at: item]?.string, "\(item) leads nowhere")
                #expect(line.text.contains(text) || text.contains(line.text), "\(item)")
            }
        }
    }

    private static func lines(of resume: TailoredResume) -> [TailoredResume.Line] {
        [resume.name] + [resume.headline, resume.summary].compactMap { $0 } + resume.contacts.map(\.line)
            + resume.sections.flatMap(\.entries).flatMap { entry in
                [entry.title, entry.organization, entry.location, entry.note, entry.summary].compactMap { $0 }
                    + entry.bullets
                    + entry.terms
            }
    }

    private static func texts(of json: JSON, at pointer: JSONPointer) -> [JSONPointer] {
        switch json {
        case .string(let text): text.isEmpty ? [] : [pointer]
        case .array(let elements): elements.enumerated().flatMap { texts(of: $1, at: pointer.element($0)) }
        case .object(let members): members.flatMap { texts(of: $0.value, at: pointer.member($0.name)) }
        default: []
        }
    }

    /// Dates and links are no lines; the rest is what a resume does not print.
    private static func isUnprinted(_ pointer: JSONPointer, in profile: Profile) -> Bool {
        let tokens = pointer.tokens
        guard let last = tokens.last else { return true }
        if tokens.count == 1 { return true }
        if ["address", "postalCode", "countryCode", "startDate", "endDate", "date", "releaseDate", "type"].contains(
            last)
        {
            return true
        }
        if tokens.first == "basics" { return tokens.count > 2 && tokens[1] == "profiles" }
        return last == "url"
    }
}
