import Foundation
import JobSource
import Resume
import Testing

/// Every sample profile with every sample posting, as they are shipped.
struct SamplePair: Sendable, CustomTestStringConvertible {
    let profileName: String
    let postingName: String
    let profile: Profile
    let posting: JobPosting

    var testDescription: String { "\(profileName) × \(postingName)" }

    static let samples = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../samples").standardizedFileURL

    static let areThere = FileManager.default.fileExists(atPath: samples.appending(path: "postings").path)

    static let lexicon = Result { try Lexicon.bundled() }

    static func all() throws -> [SamplePair] {
        let lexicon = try lexicon.get()
        let profiles = try files("profiles", ".json").map { name, data in
            (name, try Profile(json: JSON(parsing: Array(data))))
        }
        let postings = try files("postings", ".txt").map { name, data in
            (name, try JobPosting(pastedText: String(decoding: data, as: UTF8.self), lexicon: lexicon))
        }
        return profiles.flatMap { profile in
            postings.map {
                SamplePair(profileName: profile.0, postingName: $0.0, profile: profile.1, posting: $0.1)
            }
        }
    }

    private static func files(_ folder: String, _ ending: String) throws -> [(String, Data)] {
        let url = samples.appending(path: folder)
        return try FileManager.default.contentsOfDirectory(atPath: url.path).filter { $0.hasSuffix(ending) }.sorted()
            .map { ($0, try Data(contentsOf: url.appending(path: $0))) }
    }
}
