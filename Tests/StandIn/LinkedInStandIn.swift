import Foundation

/// LinkedIn as `linkedin.py` plays it, on a loopback port with a certificate made for the occasion.
package final class LinkedInStandIn: @unchecked Sendable {
    package let port: Int
    /// The certificate that it is trusted by.
    package let certificate: String
    private let process: Process
    private let input: Pipe
    private let folder: URL

    /// The addresses that hostile redirects lead to, a line each.
    private static let redirects = tests.appending(path: "Server/HTTP/Cases/ssrf.txt")
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    package var url: String { "https://localhost:\(port)" }

    package static func redirectTargets() throws -> [String] {
        try String(contentsOf: redirects, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    package init() throws {
        folder = URL(filePath: "/tmp/kongresume-linkedin-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        certificate = folder.path + "/certificate.pem"
        let key = folder.path + "/key.pem"
        let openssl = Process()
        openssl.executableURL = URL(filePath: "/usr/bin/openssl")
        openssl.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,DNS:www.linkedin.com,DNS:lnkd.in",
            "-keyout", key, "-out", certificate,
        ]
        openssl.standardError = FileHandle.nullDevice
        try openssl.run()
        openssl.waitUntilExit()
        process = Process()
        input = Pipe()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [
            Self.tests.appending(path: "StandIn/linkedin.py").path,
            Self.tests.appending(path: "Server/JobSource/Pages").path, certificate, key, Self.redirects.path,
        ]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while line.last != UInt8(ascii: "\n"), let byte = try output.fileHandleForReading.read(upToCount: 1),
            !byte.isEmpty
        { line += byte }
        guard let port = Int(String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
        else {
            throw StandInError()
        }
        self.port = port
    }

    deinit {
        // It serves until its input ends.
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }
}

/// The stand-in did not start: python3 or openssl is missing.
package struct StandInError: Error {}
