import API
import ArgumentParser
import HTTP
import Logging

/// Makes log lines of events. No line holds a key, or a text of a resume or a posting.
struct EventLog: Sendable {
    let logger: Logger

    init(level: String) throws {
        guard let level = Logger.Level(rawValue: level) else {
            throw ValidationError(
                "KONGRESUME_LOG_LEVEL is \"\(level)\": it must be trace, debug, info, notice, warning or error")
        }
        var logger = Logger(label: "kongresume") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        self.logger = logger
    }

    @Sendable func record(_ event: API.Event) {
        switch event {
        case .listening(let address): logger.notice("listening", metadata: ["address": "\(address)"])
        case .http(let event): record(event)
        case .generated(let id, let requestID, let pages, let compiles, let timing):
            logger.info(
                "generated",
                metadata: [
                    "id": "\(id)", "request": "\(requestID)", "pages": "\(pages)", "compiles": "\(compiles)",
                    "timing": "\(timing)",
                ])
        case .generationFailed(let id, let requestID, let code):
            logger.warning(
                "generation failed", metadata: ["id": "\(id)", "request": "\(requestID)", "code": "\(code)"])
        case .unexpected(let error, let requestID):
            logger.error("unexpected", metadata: ["error": "\(error)", "request": "\(requestID ?? "-")"])
        case .interruptedGenerationsReleased(let count):
            logger.notice("interrupted generations released", metadata: ["count": "\(count)"])
        case .migrated(let names):
            logger.notice("migrated", metadata: ["names": "\(names.joined(separator: ", "))"])
        case .preparing(let what): logger.notice("\(what)")
        case .engineReplaced(let reason): logger.error("engine replaced", metadata: ["reason": "\(reason)"])
        case .confinementLacking(let pool, let landlock, let seccomp):
            logger.warning(
                "this kernel confines less than it should",
                metadata: ["pool": "\(pool)", "landlock": "\(landlock)", "seccomp": "\(seccomp)"])
        case .modelAsked: break
        case .modelEnded(let outcome):
            logger.log(
                level: outcome == "ok" ? .debug : .warning, "language model", metadata: ["outcome": "\(outcome)"])
        case .stopping: logger.notice("stopping: requests under way are finished, new ones refused")
        case .stopped: logger.notice("stopped")
        }
    }

    private func record(_ event: HTTP.Event) {
        switch event {
        case .requestFinished(let finished):
            logger.info(
                "request",
                metadata: [
                    "id": "\(finished.requestID)", "method": "\(finished.method)", "path": "\(finished.path)",
                    "status": "\(finished.status)", "bytes": "\(finished.bytes)",
                    "ms": "\((finished.duration / .microseconds(1)).rounded() / 1000)",
                ])
        case .refused(let refusal, let requestID):
            logger.info("refused", metadata: ["status": "\(refusal.status)", "id": "\(requestID)"])
        case .refusedByLibrary(let status): logger.info("refused", metadata: ["status": "\(status)"])
        case .requestAbandoned(let requestID): logger.info("client left", metadata: ["id": "\(requestID)"])
        case .headerDropped(let name, let requestID):
            logger.warning("header dropped", metadata: ["name": "\(name)", "id": "\(requestID)"])
        case .connectionOpened, .connectionClosed: break
        }
    }
}
