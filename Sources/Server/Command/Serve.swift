import API
import ArgumentParser
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

/// `kongresume serve`: the server.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start the server.",
        discussion: "Example: kongresume serve --port 8080\n\nSettings, from the environment:\n"
            + Settings.all.map { "  \($0.variable)\n      \($0.meaning); default: \($0.fallback)" }.joined(
                separator: "\n"))

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port = 8080

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port must be from 0 to 65535") }
    }

    func run() async throws {
        raiseDescriptorLimit()
        let workplace = try Workplace()
        let log = try EventLog(level: workplace.settings.logLevel)
        let service = API.Service(
            workplace.settings, workplace.installation, host: host, port: port, observe: log.record)
        let group = ServiceGroup(
            configuration: .init(
                services: [Server(service: service)], gracefulShutdownSignals: [.sigterm, .sigint],
                logger: log.logger))
        try await group.run()
    }
}

/// A connection is a descriptor, and the usual soft limit of 1024 is one listener's: takes what the hard limit allows.
private func raiseDescriptorLimit() {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
}

/// The server as a service that is told when to stop.
private struct Server: ServiceLifecycle.Service {
    let service: API.Service

    func run() async throws { try await service.run { try? await gracefulShutdown() } }
}
