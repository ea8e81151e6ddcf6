package import HTTP

/// What happens, for whoever keeps a log or a count. Never holds a key, or a text of a resume or a posting.
package enum Event: Sendable {
    case listening(address: String)
    case http(HTTP.Event)
    case generated(id: String, requestID: String, pages: Int, compiles: Int, serverTiming: String)
    case generationFailed(id: String, requestID: String, code: String)
    /// An error that the client sees as `internal`, or not at all.
    case unexpected(error: String, requestID: String?)
    case interruptedGenerationsReleased(count: Int)
    case migrated(names: [String])
    case preparing(String)
    /// An engine failed its check, a page that it had to typeset.
    case engineReplaced(reason: String)
    /// This kernel lacks a part of the sandbox that a pool's programs should be in.
    case confinementLacking(pool: String, landlock: Bool, seccomp: Bool)
    /// A request to the language model.
    case modelAsked
    /// A rewriting, with its retries: `ok`, or the code of the failure.
    case modelEnded(outcome: String)
    case stopping
    case stopped
}
