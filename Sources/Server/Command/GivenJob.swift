import API
import Foundation
import Resume

/// A job as a command is given it: an address, or a file with a text or a saved page.
enum GivenJob {
    case address(String)
    case content(String)

    /// Reads the file, or standard input for `-`.
    init(_ argument: String) throws {
        // A file counts over an address that looks the same.
        let isAddress =
            argument.contains("://") || ["linkedin.com/", "lnkd.in/"].contains { argument.lowercased().contains($0) }
        if argument != "-", isAddress, !FileManager.default.fileExists(atPath: argument) {
            self = .address(argument)
            return
        }
        let bytes = try readBytes(argument)
        if let text = String(validating: bytes, as: UTF8.self) {
            self = .content(text)
        } else if bytes.drop(while: { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }).first == UInt8(ascii: "<") {
            // A page that was saved in an older encoding: its marks and most of its letters are those of Latin-1.
            self = .content(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })))
        } else {
            throw Failure("\(argument) is neither UTF-8 text nor a saved web page")
        }
    }

    func source() throws -> LinkedInSource {
        try LinkedInSource(Settings(environment: ProcessInfo.processInfo.environment))
    }

    func read(by jobs: JobReader) async throws -> JobPosting {
        switch self {
        case .address(let address): try await jobs.read(address: address, text: nil).posting
        case .content(let text): try jobs.read(file: text)
        }
    }
}
